package main

import (
	"fmt"

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
		}},
		Action: func(c *cli.Context) error {
			return usagef(c, "не сказано, что сделать с бланком: protokol word check БЛАНК.docx")
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
