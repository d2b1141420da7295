package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

// setDefaults sets flags whose defaults depend on --kind.
func setDefaults(c *cli.Context) error {
	style, folder := generator.BatchDefaults(c.String("kind"))
	for flag, value := range map[string]string{"style": style, "out": folder} {
		if !c.IsSet(flag) && c.String(flag) != value {
			if err := c.Set(flag, value); err != nil {
				return err
			}
		}
	}
	return nil
}

// openedList is a list with its open file.
type openedList struct {
	*generator.List
	file *os.File
}

func (l openedList) Close() error { return l.file.Close() }

// openList opens the list of --to in the background; wait returns it.
func openList(c *cli.Context) (wait func() (openedList, error)) {
	var list openedList
	var err error
	var opening sync.WaitGroup
	opening.Go(func() { list, err = readList(c) })
	return func() (openedList, error) {
		opening.Wait()
		return list, err
	}
}

// readList opens the list of --to.
func readList(c *cli.Context) (l openedList, err error) {
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
	if err != nil {
		return l, flagError(c, err)
	}
	if l.file, err = os.Open(name); errors.Is(err, fs.ErrNotExist) {
		return l, usagef(c, "нет файла %s", name)
	} else if err != nil {
		return l, err
	}
	info, err := l.file.Stat()
	if err == nil && info.IsDir() {
		err = usagef(c, "%s — папка, а нужен файл со списком", name)
	}
	if err == nil {
		l.List, err = generator.OpenList(name, l.file, info.Size(), generator.ListOptions{
			Encoding: c.String("encoding"), Delimiter: c.String("delimiter"), Worksheet: c.String("sheet"),
			Header: c.Int("header"), Columns: columns, Where: c.String("where"), SkipHidden: c.Bool("skip-hidden"),
		})
	}
	if err == nil && c.Bool("strict") {
		err = l.Problems().Strict().Err()
	}
	if err != nil {
		l.file.Close()
		return l, flagError(c, err)
	}
	return l, nil
}

// refuseForLabels rejects flags that do not apply when all records share one
// file.
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
			strings.Join(generator.LabelStyles(), ", "))
	}
	return nil
}
