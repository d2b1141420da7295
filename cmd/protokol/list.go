package main

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

// openList opens the list of --to in the background; wait returns it.
func openList(c *cli.Context) (wait func() (*generator.List, error)) {
	open := sync.OnceValues(func() (*generator.List, error) { return readList(c) })
	go func() { _, _ = open() }() // wait returns both
	return open
}

// readList opens the list of --to.
func readList(c *cli.Context) (l *generator.List, err error) {
	defer func() {
		if fault := recover(); fault != nil { // of another goroutine: run would not recover it
			err = fmt.Errorf("внутренняя ошибка программы: %v\n%s", fault, debug.Stack())
		}
	}()
	name := c.String("to")
	if name == "" {
		return l, usagef(c, "не указан список получателей: --to список.xlsx")
	}
	columns, err := generator.ParseColumns(c.StringSlice("map"))
	if err == nil {
		l, err = generator.OpenListFile(disk{}, name, generator.ListOptions{
			Encoding: c.String("encoding"), Delimiter: c.String("delimiter"), Worksheet: c.String("sheet"),
			Header: c.Int("header"), Columns: columns, Where: c.String("where"), SkipHidden: c.Bool("skip-hidden"),
		})
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = usagef(c, "нет файла %s", name)
	case errors.Is(err, generator.ErrFolder):
		err = usagef(c, "%s — папка, а нужен файл со списком", name)
	case err == nil && c.Bool("strict"):
		err = l.Problems().Strict().Err()
	}
	return l, flagError(c, err)
}

// refuseForLabels rejects flags that do not apply when all records share one file.
func refuseForLabels(c *cli.Context, g *generator.Generator) error {
	if c.String("kind") != generator.LabelKind {
		if c.IsSet("skip") {
			return usagef(c, "--skip нужен только для --kind %s", generator.LabelKind)
		}
		return nil
	}
	for _, unfit := range []struct{ flag, why string }{
		{"resume", "они печатаются за секунды и всегда все; чтобы продолжить начатый лист, укажите --skip"},
		{"shard", "весь список — один документ, и делается он за секунды"},
		{"print", "они и так в одном PDF"},
		{"zip", "они и так в одном файле"},
		{"name", "все они в одном файле"},
	} {
		if c.IsSet(unfit.flag) {
			return usagef(c, "--%s для наклеек не нужен: %s", unfit.flag, unfit.why)
		}
	}
	if g.LabelsPerPage() == 0 {
		return usagef(c, "таблица стилей %s не для наклеек; есть: %s", c.String("style"),
			strings.Join(generator.AddressStyles(generator.LabelKind), ", "))
	}
	return nil
}
