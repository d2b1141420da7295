package main

import (
	"io"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"protokol/generator"
	"protokol/generator/batch"
	"protokol/generator/compose"
)

// collections are the files of --print and --zip, with their paths.
func collections(c *cli.Context, formats []string, open func(io.Writer) batch.Binder) (sinks []batch.Sink, paths []string, err error) {
	if path := c.String("print"); path != "" {
		if !slices.Contains(formats, "pdf") {
			return nil, nil, usagef(c, "--print собирает PDF, а в --format его нет")
		}
		folder, err := batch.OpenFolder(filepath.Dir(path))
		if err != nil {
			return nil, nil, err
		}
		sinks, paths = append(sinks, batch.NewPrint(folder, filepath.Base(path), open)), append(paths, path)
	} else if c.Bool("duplex") {
		return nil, nil, usagef(c, "--duplex нужен вместе с --print")
	}
	if path := c.String("zip"); path != "" {
		folder, err := batch.OpenFolder(filepath.Dir(path))
		if err != nil {
			return nil, nil, err
		}
		sinks, paths = append(sinks, batch.NewArchive(folder, filepath.Base(path))), append(paths, path)
	}
	return sinks, paths, nil
}

// newRegister is the dispatch register of a batch.
func newRegister(folder batch.Folder, press *generator.Press, formats []string, about batch.About) *batch.Register {
	return batch.NewRegister(folder, press, formats, func(part batch.RegisterPart) (*generator.Paper, error) {
		view := compose.Register{Body: about.Body, Part: part.Part}
		for _, row := range part.Rows {
			view.Add(row.Number, row.Subject, row.Address, row.Pages)
		}
		doc, err := press.Templates.Compose("register", view.Finished())
		if err != nil {
			return nil, err
		}
		return press.Lay(doc, generator.Origin{Date: about.Date, Author: about.Body})
	})
}
