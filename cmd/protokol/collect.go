package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func gather(c *cli.Context) error {
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
	g, err := newReader(c)
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
	if len(found.Skipped) > 0 {
		fmt.Fprintf(c.App.ErrWriter, "пропущено, формами не бывают: %s\n", few(found.Skipped, 8))
	}
	paths, err := collected.Save(outs, c.Bool("force"))
	if err != nil {
		return flagError(c, err)
	}
	for _, path := range paths {
		fmt.Fprintln(c.App.Writer, path)
	}
	for _, table := range collected.Tables {
		fmt.Fprintf(c.App.ErrWriter, "%s: %d\n", table.Title, table.Rows())
	}
	if err := collected.Err(); err != nil {
		return inputError{err}
	}
	return nil
}

// few joins at most shown names.
func few(names []string, shown int) string {
	if more := len(names) - shown; more > 0 {
		return fmt.Sprintf("%s и ещё %d", strings.Join(names[:shown], ", "), more)
	}
	return strings.Join(names, ", ")
}
