package main

import (
	"bytes"
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"protokol/cmd/protokol/internal/desktop"
	"protokol/generator"
	"protokol/generator/web"
)

// serve serves a folder until it is interrupted. The address is the only line of
// standard output.
func serve(c *cli.Context) error {
	folder, page := web.Asked(cmp.Or(c.Args().First(), "."))
	root, err := os.OpenRoot(folder)
	if err != nil {
		return usagef(c, "%s", generator.ErrorText(err))
	}
	defer root.Close()
	listener, err := net.Listen("tcp", c.String("addr"))
	if err != nil {
		return usagef(c, "адрес %s не занять: %s", c.String("addr"), unheard(err))
	}
	defer listener.Close()
	server, err := web.New(web.Config{Root: root, Papers: systemConfig(), Addr: listener.Addr(), Random: rand.Text,
		Now: time.Now, Idle: c.Duration("idle"),
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

// unheard says why nobody can listen at an address.
func unheard(err error) string {
	if system, ok := errors.AsType[*os.SyscallError](err); ok {
		return generator.ErrorText(system)
	}
	return "он пишется так: 127.0.0.1:8080" // no port, no number, no such host
}

// printBeside makes the papers of a meeting beside its file and opens the PDF of
// the protocol. The page that opens next shows the problems, too.
func printBeside(c *cli.Context, name string) {
	var paths bytes.Buffer
	code := run([]string{"protokol", "generate", name, "--out", filepath.Dir(name)}, c.App.Reader, &paths,
		c.App.ErrWriter)
	if path, _, ok := strings.Cut(paths.String(), ".pdf"); ok && code == 0 && !c.Bool("no-browser") {
		openBrowser(c, path+".pdf")
	}
}

// openBrowser shows an address or a file to the user.
func openBrowser(c *cli.Context, address string) {
	if desktop.Open(address) != nil {
		fmt.Fprintln(c.App.ErrWriter, "браузер не открылся: откройте адрес сами")
	}
}
