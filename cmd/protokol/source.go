package main

import (
	"fmt"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func source(c *cli.Context) error {
	name := c.Args().First()
	file, err := readFile(c, name, maxPaper)
	if err != nil {
		return err
	}
	g, err := newReader(c)
	if err != nil {
		return err
	}
	found, err := g.Source(c.Context, file)
	if err != nil {
		return inFile(name, err)
	}
	if dir := c.String("out"); dir != "" {
		return unpack(c, dir, found)
	}
	_, err = generator.DataWriter(c.App.Writer).Write(found.Data)
	return err
}

// unpack writes the files embedded in a paper into a folder.
func unpack(c *cli.Context, dir string, from *generator.Source) error {
	var files []generator.Output
	for _, f := range from.Files {
		files = append(files, generator.Output{Path: filepath.FromSlash(f.Path), Data: f.Data})
	}
	if err := saveNew(c, dir, files); err != nil {
		return err
	}
	for _, f := range from.Files {
		if f.OriginalPath != "" {
			fmt.Fprintf(c.App.ErrWriter, "%s: документ ищет его по имени %s\n", f.Path,
				generator.Printable(f.OriginalPath))
		}
	}
	return nil
}
