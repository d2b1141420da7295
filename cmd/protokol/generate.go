package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func generateCommand() *cli.Command {
	return &cli.Command{
		Name:      "generate",
		Usage:     "создать документы из файла заседания",
		ArgsUsage: "ФАЙЛ.toml  («-» — стандартный ввод)",
		Flags: slices.Concat(kindFlags(), designFlags(), []cli.Flag{
			&cli.StringFlag{Name: "out", Aliases: []string{"o"}, Value: ".", Usage: "папка для документов"},
			&cli.StringFlag{Name: "name", Value: "{document}", Usage: "имя файлов без расширения"},
			&cli.BoolFlag{Name: "strict", Usage: "считать предупреждения ошибками"},
			&cli.BoolFlag{Name: "force", Usage: "заменить файл, даже если его подписали или правили"},
		}),
		Action: generate,
	}
}

func generate(c *cli.Context) error {
	if c.NArg() != 1 {
		return usagef(c, "нужен один файл заседания, а указано: %d", c.NArg())
	}
	plan, err := readPlan(c)
	if err != nil {
		return err
	}
	formats, err := formats(c)
	if err != nil {
		return err
	}
	g, err := newGenerator(c)
	if err != nil {
		return err
	}
	if err := checkProfile(c, g, formats, plan.Kinds...); err != nil {
		return err
	}
	m, problems, err := readMeeting(c, g, c.Args().First())
	if err != nil {
		return err
	}
	var files []generator.Output
	var papers []*generator.Paper
	taken := names{}
	for _, r := range m.Requests(plan) {
		paper, found, err := g.Make(c.Context, m, r)
		if err != nil {
			return blame(c, err)
		}
		if problems, err = judge(c, problems.With(found.List...)); err != nil {
			return err
		}
		papers = append(papers, paper)
		base := taken.free(filepath.Join(c.String("out"), paper.FileName(c.String("name"))))
		for _, format := range formats {
			var b bytes.Buffer
			if err := paper.Write(&b, format); err != nil {
				return err
			}
			files = append(files, generator.Output{Path: base + "." + format, Data: b.Bytes()})
		}
	}
	if err := save(c, files); err != nil {
		return err
	}
	warn(c, problems)
	fmt.Fprintln(c.App.ErrWriter, g.Contents(papers, formats, "вложит --source"))
	return nil
}

// formats parses --format.
func formats(c *cli.Context) ([]string, error) {
	var list []string
	for _, format := range commaList(c.String("format")) {
		if !slices.Contains(generator.Formats, format) {
			return nil, usagef(c, "неизвестный формат «%s»; есть: %s", format, strings.Join(generator.Formats, ", "))
		}
		if !slices.Contains(list, format) {
			list = append(list, format)
		}
	}
	return list, nil
}

// names is the set of file names taken in one run, without extension, in lower
// case: Windows ignores case.
type names map[string]bool

// free returns base, with a number added when it is taken.
func (n names) free(base string) string {
	name := base
	for i := 2; n[strings.ToLower(name)]; i++ {
		name = fmt.Sprintf("%s (%d)", base, i)
	}
	n[strings.ToLower(name)] = true
	return name
}
