package main

import (
	"fmt"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func pdfCommand() *cli.Command {
	return &cli.Command{
		Name:      "pdf",
		Usage:     "документы Word → архивный PDF, без офисных программ",
		ArgsUsage: "ФАЙЛ.docx…",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "out", Aliases: []string{"o"},
				Usage: "папка для PDF (по умолчанию — рядом с документом)"},
			&cli.BoolFlag{Name: "report", Usage: "перечислить всё, что напечатано приближённо"},
			&cli.BoolFlag{Name: "strict", Usage: "не печатать того, что вышло бы приближённо"},
			&cli.BoolFlag{Name: "force", Usage: "заменить подписанный файл"},
			&cli.BoolFlag{Name: "no-signature-fields", Usage: "не размещать поля электронной подписи: для бумаги"},
			&cli.StringFlag{Name: "pdf-profile", Usage: "профиль PDF/A (по умолчанию a-3a)"},
		},
		Action: printWord,
	}
}

func printWord(c *cli.Context) error {
	if c.NArg() == 0 {
		return usagef(c, "нужен документ Word: protokol pdf ФАЙЛ.docx")
	}
	g, err := newGenerator(c)
	if err != nil {
		return err
	}
	var files []generator.Output
	var all generator.Problems
	for _, name := range c.Args().Slice() {
		src, err := readFile(c, name, maxPaper)
		if err != nil {
			return err
		}
		made, found, err := g.PrintWord(c.Context, generator.File{Name: name, Data: src})
		if err != nil {
			return err
		}
		if c.Bool("report") {
			fmt.Fprint(c.App.Writer, made.Report(name))
		}
		all.List = append(all.List, found.List...)
		dir := c.String("out")
		if dir == "" {
			dir = filepath.Dir(name)
		}
		files = append(files, generator.Output{Path: filepath.Join(dir, generator.PDFName(name)), Data: made.Data})
	}
	if all, err = judge(c, all); err != nil {
		return err
	}
	if !c.Bool("report") {
		warn(c, all)
	}
	return save(c, files)
}
