package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"protokol/generator"
	"protokol/generator/web"
)

// serve serves a folder until it is interrupted. The address is the only line of
// standard output.
func serve(c *cli.Context) error {
	folder, page := served(cmp.Or(c.Args().First(), "."))
	root, err := os.OpenRoot(folder)
	if err != nil {
		return usagef(c, "не открывается папка %s", folder)
	}
	defer root.Close()
	papers := generator.Config{Now: time.Now}
	if dir, err := os.UserCacheDir(); err == nil {
		papers.CacheDir = filepath.Join(dir, "protokol")
	}
	listener, err := net.Listen("tcp", c.String("addr"))
	if err != nil {
		return usagef(c, "адрес %s не занять: %v", c.String("addr"), err)
	}
	defer listener.Close()
	server, err := web.New(web.Config{Root: root, Papers: papers, Addr: listener.Addr(), Random: rand.Text,
		Now:  time.Now,
		Idle: c.Duration("idle"),
		Announce: func(address string) {
			fmt.Fprintf(c.App.ErrWriter, "браузер вошёл; адрес для другого браузера: %s\n", address)
		}})
	if err != nil {
		return usagef(c, "--addr: %v", err)
	}
	if c.Bool("print") && strings.HasPrefix(page, "edit/") {
		printBeside(c, c.Args().First())
	}
	fmt.Fprintln(c.App.Writer, server.Address(page))
	if !c.Bool("no-browser") {
		openBrowser(c, server.Address(page))
	}
	ctx, stop := signal.NotifyContext(cmp.Or(c.Context, context.Background()), os.Interrupt)
	defer stop()
	return server.Serve(ctx, listener)
}
