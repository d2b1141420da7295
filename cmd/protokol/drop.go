package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"
)

// served splits what serve is asked to show into a folder and a page of it.
func served(name string) (folder, page string) {
	if info, err := os.Stat(name); err != nil || info.IsDir() {
		return name, ""
	}
	folder, base := filepath.Split(name)
	if strings.EqualFold(filepath.Ext(base), ".toml") {
		return filepath.Clean(folder), "edit/" + base
	}
	return filepath.Clean(folder), "tools"
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
