package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func wordCommand() *cli.Command {
	return &cli.Command{
		Name:  "word",
		Usage: "свои бланки в Word",
		Subcommands: []*cli.Command{{
			Name:      "check",
			Usage:     "проверить бланк; замечания — в его копии, примечаниями Word",
			ArgsUsage: "БЛАНК.docx [ФАЙЛ.toml]",
			Flags: []cli.Flag{
				&cli.StringFlag{Name: "kind", Value: "protocol", Usage: "для какого документа бланк"},
				&cli.BoolFlag{Name: "strict", Usage: "считать предупреждения ошибками"},
			},
			Action: checkWord,
		}, {
			Name:      "from",
			Usage:     "сделать бланк из готовой бумаги: найти в ней слова файла заседания и поставить имена в скобках",
			ArgsUsage: "БУМАГА.docx ФАЙЛ.toml",
			Flags: []cli.Flag{
				&cli.StringFlag{Name: "kind", Value: "protocol", Usage: "что это за бумага"},
				&cli.StringFlag{Name: "items", Usage: "вопросы, о которых выписка: 1,3 или 2-4"},
				&cli.StringFlag{Name: "out", Usage: "имя бланка: `БЛАНК.docx`; без него – «БУМАГА (бланк).docx»"},
				&cli.BoolFlag{Name: "force", Usage: "заменить бланк, если он уже есть"},
				&cli.BoolFlag{Name: "strict", Usage: "считать предупреждения ошибками"},
			},
			Action: wordFromSample,
		}},
		Action: func(c *cli.Context) error {
			return usagef(c, "не сказано, что сделать с бланком: protokol word check БЛАНК.docx "+
				"или protokol word from БУМАГА.docx ФАЙЛ.toml")
		},
	}
}

func checkWord(c *cli.Context) error {
	if c.NArg() < 1 || c.NArg() > 2 {
		return usagef(c, "нужен бланк Word, а с ним, если есть, файл заседания")
	}
	name := c.Args().First()
	src, err := readFile(c, name, maxPaper)
	if err != nil {
		return err
	}
	g, err := newGenerator(c)
	if err != nil {
		return err
	}
	var m *generator.Meeting
	if c.NArg() == 2 {
		if m, _, err = readMeeting(c, g, c.Args().Get(1)); err != nil {
			return err
		}
	}
	file := generator.File{Name: name, Data: src}
	found, remarks, err := g.CheckWord(c.Context, file, m, generator.Request{Kind: c.String("kind")})
	if err != nil {
		return flagError(c, err)
	}
	if remarks != nil {
		copies := []generator.Output{{Path: generator.RemarksName(name), Data: remarks}}
		if err := generator.Save(c.Context, copies, true); err != nil {
			return err
		}
		fmt.Fprintln(c.App.Writer, copies[0].Path)
	}
	if found, err = judge(c, found); err != nil {
		return err
	}
	warn(c, found)
	fmt.Fprintf(c.App.ErrWriter, "%s: %s\n", name, found.Summary())
	return nil
}

func wordFromSample(c *cli.Context) error {
	if c.NArg() != 2 {
		return usagef(c, "нужны готовая бумага в Word и файл заседания, о котором она")
	}
	name := c.Args().First()
	src, err := readFile(c, name, maxPaper)
	if err != nil {
		return err
	}
	g, err := newGenerator(c)
	if err != nil {
		return err
	}
	m, _, err := readMeeting(c, g, c.Args().Get(1))
	if err != nil {
		return err
	}
	items, err := generator.ParseItems(c.String("items"))
	if err != nil {
		return usagef(c, "%v; пишется так: --items 1,3 или --items 2-4", err)
	}
	paper, out := generator.File{Name: name, Data: src}, cmp.Or(c.String("out"), generator.TemplateName(name))
	d, err := g.WordFromSample(c.Context, paper, m, generator.Request{Kind: c.String("kind"), Items: items}, out)
	if err != nil {
		return flagError(c, err)
	}
	written, err := d.Save(c.Context, out, c.Bool("force"))
	if err != nil {
		return flagError(c, err)
	}
	fmt.Fprintln(c.App.Writer, strings.Join(written, "\n"))
	found, err := judge(c, d.Problems)
	if err != nil {
		return err
	}
	warn(c, found)
	fmt.Fprintf(c.App.ErrWriter, "%s: имён в скобках %d; %s\n", out, d.Names, found.Summary())
	return nil
}
