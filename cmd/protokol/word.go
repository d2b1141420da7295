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

// readWord reads a Word file and, if it is named, the file of a meeting.
func readWord(c *cli.Context) (g *generator.Generator, file generator.File, m *generator.Meeting, err error) {
	file.Name = c.Args().First()
	if file.Data, err = readFile(c, file.Name, maxPaper); err != nil {
		return nil, file, nil, err
	}
	if g, err = newGenerator(c); err == nil && c.NArg() == 2 {
		m, _, err = readMeeting(c, g, c.Args().Get(1))
	}
	return g, file, m, err
}

func checkWord(c *cli.Context) error {
	if c.NArg() < 1 || c.NArg() > 2 {
		return usagef(c, "нужен бланк Word, а с ним, если есть, файл заседания")
	}
	g, file, m, err := readWord(c)
	if err != nil {
		return err
	}
	found, remarks, err := g.CheckWord(c.Context, file, m, generator.Request{Kind: c.String("kind")})
	if err != nil {
		return flagError(c, err)
	}
	if remarks != nil {
		copies := []generator.Output{{Path: generator.RemarksName(file.Name), Data: remarks}}
		if err := generator.Save(c.Context, copies, true); err != nil {
			return err
		}
		fmt.Fprintln(c.App.Writer, copies[0].Path)
	}
	if found, err = judge(c, found); err != nil {
		return err
	}
	warn(c, found)
	fmt.Fprintf(c.App.ErrWriter, "%s: %s\n", file.Name, found.Summary())
	return nil
}

func wordFromSample(c *cli.Context) error {
	if c.NArg() != 2 {
		return usagef(c, "нужны готовая бумага в Word и файл заседания, о котором она")
	}
	g, paper, m, err := readWord(c)
	if err != nil {
		return err
	}
	items, err := generator.ParseItems(c.String("items"))
	if err != nil {
		return usagef(c, "%v; пишется так: --items 1,3 или --items 2-4", err)
	}
	out := cmp.Or(c.String("out"), generator.TemplateName(paper.Name))
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
