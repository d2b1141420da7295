package main

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func verify(c *cli.Context, g *generator.Generator) error {
	files, err := readFiles(c, c.Args().Slice())
	if err != nil {
		return err
	}
	verdict, err := verifyWith(c, g, files)
	if _, ok := errors.AsType[generator.SourceError](err); ok {
		fmt.Fprintf(c.App.ErrWriter, "%s: исходный файл внутри документа не читается\n", files[0].Name)
	}
	if errors.Is(err, generator.ErrTooLong) && !strings.EqualFold(filepath.Ext(files[0].Name), ".docx") {
		err = fmt.Errorf("%w\nподсказка: подписи и изменения после них покажет и без этого protokol sign --list", err)
	}
	if err != nil {
		return inFile(files[0].Name, flagError(c, err))
	}
	return cmp.Or(verdict.Write(c.App.Writer), inFile(files[0].Name, verdict.Err()))
}

// verifyWith checks a paper, against the office's own files if flags name them.
func verifyWith(c *cli.Context, g *generator.Generator, files []generator.File) (*generator.Verdict, error) {
	alone := []string{"trust", "templates", "style", "word", "fonts"}
	of := slices.DeleteFunc(c.FlagNames(), func(name string) bool { return slices.Contains(alone, name) })
	switch name := c.String("with"); {
	case name == "" && len(of) > 0:
		return nil, usagef(c, "--%s нужен только вместе с --with meeting.toml", of[0])
	case name == "":
		return g.Verify(c.Context, files[0], files[1:]...)
	case c.IsSet("to") != c.IsSet("row"):
		return nil, usagef(c, "--to и --row указывают вместе: список и номер строки в нём")
	}
	m, _, err := readMeeting(c, g, c.String("with"))
	if err != nil {
		return nil, err
	}
	office := generator.Office{Meeting: m, Row: c.Int("row")}
	if c.IsSet("to") {
		list, err := readList(c)
		if err != nil {
			return nil, err
		}
		defer list.Close()
		office.To = list
	}
	return g.VerifyWith(c.Context, files[0], office, files[1:]...)
}

func source(c *cli.Context, g *generator.Generator) error {
	name := c.Args().First()
	file, err := readFile(c, name, maxPaper)
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
