package command

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"protokol/generator/internal/compose"
)

func formsCommand() *cli.Command {
	return &cli.Command{
		Name:      "forms",
		Usage:     "показать падежи имён, должностей и названий, которые будут напечатаны",
		ArgsUsage: "ФАЙЛ.toml",
		Description: "Сомнительные формы отмечены знаком «?». В конце — строки раздела [forms], готовые к вставке:\n" +
			"исправьте в них, что неверно, и программа больше не спросит.",
		Flags:  []cli.Flag{&cli.StringFlag{Name: "templates", Usage: "папка со своими шаблонами поверх встроенных"}},
		Action: forms,
	}
}

func forms(c *cli.Context) error {
	if c.NArg() != 1 {
		return usagef(c, "нужен один файл заседания, а указано: %d", c.NArg())
	}
	press, err := newPress(c)
	if err != nil {
		return err
	}
	in, err := readMeeting(c, c.Args().First(), press)
	if err != nil {
		return err
	}
	proof, err := press.Templates.Proof(in.file.Meeting)
	var lacking compose.MeetingError
	switch {
	case errors.As(err, &lacking):
		return in.tell(c, lacking.List)
	case err != nil:
		return blame(c, err)
	}
	fmt.Fprint(c.App.Writer, proofSheet(proof))
	return nil
}

// proofSheet shows every word with its forms below it, and last the lines that
// settle what is doubtful.
func proofSheet(proof []compose.Declined) string {
	if len(proof) == 0 {
		return "Ничего не склоняется: все имена и названия печатаются как в файле.\n"
	}
	var b strings.Builder
	var word string
	for _, d := range grouped(proof) {
		if d.Text != word {
			word = d.Text
			fmt.Fprintf(&b, "%s  (%s)\n", d.Text, d.Key)
		}
		mark, note := " ", ""
		switch {
		case d.Doubt != "":
			mark, note = "?", "  — "+d.Doubt
		case d.Given:
			note = "  — указано в файле"
		}
		name := d.CaseName()
		pad := strings.Repeat(" ", max(0, 12-utf8.RuneCountInString(name)))
		fmt.Fprintf(&b, "  %s %s%s  %s%s\n", mark, name, pad, d.Form, note)
	}
	if lines := compose.Settling(proof); len(lines) > 0 {
		b.WriteString("\n# Проверьте, исправьте и вставьте в файл:\n[forms]\n" + strings.Join(lines, "\n") + "\n")
	}
	return b.String()
}

// grouped puts the forms of one word together, where it is first met.
func grouped(proof []compose.Declined) []compose.Declined {
	first := map[string]int{}
	var groups [][]compose.Declined
	for _, d := range proof {
		i, met := first[d.Text]
		if !met {
			i = len(groups)
			first[d.Text] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], d)
	}
	var list []compose.Declined
	for _, group := range groups {
		list = append(list, group...)
	}
	return list
}
