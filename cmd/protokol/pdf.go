package main

import (
	"fmt"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func printWord(c *cli.Context) error {
	g, err := newGenerator(c)
	if err != nil {
		return err
	}
	var files []generator.Output
	var all generator.Problems
	for _, name := range c.Args().Slice() {
		src, err := readFile(c, name, maxPaper)
		if err != nil {
			return err
		}
		made, found, err := g.PrintWord(c.Context, generator.File{Name: name, Data: src})
		if err != nil {
			return err
		}
		if c.Bool("report") {
			fmt.Fprint(c.App.Writer, made.Report(name))
		}
		all.List = append(all.List, found.List...)
		dir := c.String("out")
		if dir == "" {
			dir = filepath.Dir(name)
		}
		files = append(files, generator.Output{Path: filepath.Join(dir, generator.PDFName(name)), Data: made.Data})
	}
	if all, err = judge(c, all); err != nil {
		return err
	}
	if !c.Bool("report") {
		warn(c, all)
	}
	return save(c, files)
}
