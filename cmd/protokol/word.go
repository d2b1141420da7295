package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func wordAlone(c *cli.Context) error {
	return usagef(c, "не сказано, что сделать с бланком: protokol word check БЛАНК.docx "+
		"или protokol word from БУМАГА.docx ФАЙЛ.toml")
}

// readWord reads a Word file and, if it is named, the file of a meeting.
func readWord(c *cli.Context, g *generator.Generator) (file generator.File, m *generator.Meeting, err error) {
	file.Name = c.Args().First()
	if file.Data, err = readFile(c, file.Name, maxPaper); err == nil && c.NArg() == 2 {
		m, _, err = readMeeting(c, g, c.Args().Get(1))
	}
	return file, m, err
}

func checkWord(c *cli.Context, g *generator.Generator) error {
	file, m, err := readWord(c, g)
	if err != nil {
		return err
	}
	found, remarks, err := g.CheckWord(c.Context, file, m, generator.Request{Kind: c.String("kind")})
	if err != nil {
		return flagError(c, err)
	}
	if remarks != nil {
		path, err := generator.SaveRemarks(c.Context, file.Name, remarks)
		if err != nil {
			return err
		}
		fmt.Fprintln(c.App.Writer, path)
	}
	if found, err = judge(c, found); err != nil {
		return err
	}
	warn(c, found)
	fmt.Fprintf(c.App.ErrWriter, "%s: %s\n", file.Name, found.Summary())
	return nil
}

func wordFromSample(c *cli.Context, g *generator.Generator) error {
	paper, m, err := readWord(c, g)
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
