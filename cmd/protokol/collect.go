package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func gather(c *cli.Context, g *generator.Generator) error {
	outs, err := generator.TableNames(c.String("out"), c.String("consents"))
	if err != nil {
		return flagError(c, err)
	}
	found, err := generator.FindForms(disk{}, c.Args().Slice())
	if missing, ok := errors.AsType[*fs.PathError](err); ok && errors.Is(err, fs.ErrNotExist) {
		return usagef(c, "нет файла %s", missing.Path)
	}
	if err != nil {
		return err
	}
	shown := newProgress(c.App.ErrWriter)
	collected, err := g.Collect(c.Context, disk{}, found.Names, generator.CollectRequest{Progress: shown.step})
	shown.done()
	if err != nil {
		return err
	}
	collected.Add(found)
	warn(c, collected.Problems)
	fmt.Fprint(c.App.ErrWriter, found.Note())
	paths, err := collected.Save(outs, c.Bool("force"))
	if err != nil {
		return flagError(c, err)
	}
	show(c, paths)
	for _, table := range collected.Tables {
		fmt.Fprintf(c.App.ErrWriter, "%s: %d\n", table.Title, table.Rows())
	}
	if err := collected.Err(); err != nil {
		return inputError{err}
	}
	return nil
}
