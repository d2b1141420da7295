package main

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func initialize(c *cli.Context, g *generator.Generator) error {
	if c.String("from") != "" {
		return initializeNext(c, g)
	}
	files, err := generator.Starter(c.String("form"), c.String("kind"))
	if err != nil {
		return flagError(c, err)
	}
	return saveNew(c, cmp.Or(c.Args().First(), "."), files)
}

// initializeNext begins the meeting after the one in --from.
func initializeNext(c *cli.Context, g *generator.Generator) error {
	if c.IsSet("form") || c.IsSet("kind") {
		return usagef(c, "--from берёт форму и документы из прошлого файла: --form и --kind с ним не нужны")
	}
	name := c.String("from")
	m, problems, err := readMeeting(c, g, name)
	if err != nil {
		return err
	}
	warn(c, problems)
	dir := filepath.Dir(name)
	next, err := g.Next(m, c.NArg() == 1 && filepath.Clean(c.Args().First()) != dir)
	if err != nil {
		return inFile(name, err)
	}
	if err := saveNew(c, cmp.Or(c.Args().First(), dir), next.Files); err != nil {
		return err
	}
	show(c, next.Notes)
	return nil
}

// saveNew writes files into a folder and prints their paths. If one exists already, it writes nothing.
func saveNew(c *cli.Context, dir string, files []generator.Output) error {
	for i := range files {
		files[i].Path = filepath.Join(dir, files[i].Path)
		if _, err := os.Lstat(files[i].Path); !errors.Is(err, fs.ErrNotExist) {
			return usagef(c, "%s уже есть; ничего не изменено", files[i].Path)
		}
	}
	return save(c, files)
}
