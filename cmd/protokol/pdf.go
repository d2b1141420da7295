package main

import (
	"cmp"
	"fmt"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func printWord(c *cli.Context, g *generator.Generator) error {
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
		dir := cmp.Or(c.String("out"), filepath.Dir(name))
		files = append(files, generator.Output{Path: filepath.Join(dir, generator.PDFName(name)), Data: made.Data})
	}
	all, err := judge(c, all)
	if err != nil {
		return err
	}
	if !c.Bool("report") {
		warn(c, all)
	}
	return save(c, files)
}
