package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func collectCommand() *cli.Command {
	return &cli.Command{
		Name:      "collect",
		Usage:     "собрать заполненные формы в таблицу",
		ArgsUsage: "ПАПКА|ФАЙЛ…",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "out", Aliases: []string{"o"}, Value: "applicants.csv",
				Usage: "таблица заявителей: .csv или .toml"},
			&cli.StringFlag{Name: "consents",
				Usage: "таблица согласий (по умолчанию — рядом: consents.csv, list-consents.csv)"},
			&cli.BoolFlag{Name: "force", Usage: "заменить таблицы, которые уже есть"},
		},
		Action: gather,
	}
}

func gather(c *cli.Context) error {
	if c.NArg() == 0 {
		return usagef(c, "не указано, где лежат заполненные формы: папка или файлы")
	}
	outs, err := tableNames(c)
	if err != nil {
		return err
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

// tableNames returns the paths of the tables by kind of form.
func tableNames(c *cli.Context) (map[string]string, error) {
	out := c.String("out")
	extension := filepath.Ext(out)
	consents := c.String("consents")
	if consents == "" { // applicants.csv and consents.csv, list.csv and list-consents.csv
		base := strings.TrimSuffix(filepath.Base(out), extension) + "-"
		consents = filepath.Join(filepath.Dir(out), strings.TrimPrefix(base, "applicants-")+"consents"+extension)
	}
	for _, name := range []string{out, consents} {
		if e := strings.ToLower(filepath.Ext(name)); e != ".csv" && e != ".toml" {
			return nil, usagef(c, "таблицы бывают .csv и .toml, а указано: %s", name)
		}
	}
	if out == consents {
		return nil, usagef(c, "заявителям и согласиям нужны разные таблицы, а указана одна: %s", out)
	}
	return map[string]string{"application": out, "consent": consents}, nil
}

// few joins at most shown names.
func few(names []string, shown int) string {
	if more := len(names) - shown; more > 0 {
		return fmt.Sprintf("%s и ещё %d", strings.Join(names[:shown], ", "), more)
	}
	return strings.Join(names, ", ")
}
