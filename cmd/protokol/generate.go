package main

import (
	"fmt"
	"slices"

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
		Before: useSettings,
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
	formats, err := formatsOf(c)
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
	var papers []*generator.Paper
	for _, r := range m.Requests(plan) {
		paper, found, err := g.Make(c.Context, m, r)
		if err != nil {
			return blame(c, err)
		}
		if problems, err = judge(c, problems.With(found.List...)); err != nil {
			return err
		}
		papers = append(papers, paper)
	}
	files, err := generator.Print(papers, formats, c.String("out"), c.String("name"))
	for _, paper := range papers {
		problems = problems.With(paper.Approximated().List...)
	}
	if err == nil {
		problems, err = judge(c, problems)
	}
	if err == nil {
		err = save(c, files)
	}
	if err != nil {
		return err
	}
	warn(c, problems)
	fmt.Fprintln(c.App.ErrWriter, g.Contents(papers, formats, "вложит --source"))
	return nil
}
