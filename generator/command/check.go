package command

import (
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/printing"
)

func checkCommand() *cli.Command {
	return &cli.Command{
		Name:        "check",
		Usage:       "проверить файлы, ничего не создавая",
		ArgsUsage:   "ФАЙЛ.toml…",
		Description: "Показывает все ошибки и предупреждения с местом и подсказкой.",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "strict", Usage: "считать предупреждения ошибками"},
			&cli.BoolFlag{Name: "explain", Usage: "показать по каждому вопросу, как вычислены кворум и итог"},
		},
		Action: check,
	}
}

func check(c *cli.Context) error {
	if c.NArg() == 0 {
		return usagef(c, "не указано, какой файл проверить")
	}
	press, err := newPress(c)
	if err != nil {
		return err
	}
	all := problemsError{sources: map[string][]byte{}}
	for _, name := range c.Args().Slice() {
		in, err := readMeeting(c, name, press)
		if err == nil {
			err = in.compose(c, press)
		}
		if err == nil && c.Bool("explain") {
			if c.NArg() > 1 {
				fmt.Fprintln(c.App.Writer, name)
			}
			explain(c.App.Writer, in.file.Meeting)
		}
		var found problemsError
		if told, ok := err.(problemsError); ok {
			found = told
		} else if err != nil {
			return err
		} else {
			found = in.warnings
		}
		all.List = append(all.List, found.List...)
		for file, src := range found.sources {
			all.sources[file] = src
		}
	}
	if all.Failed() {
		return all
	}
	if len(all.List) > 0 {
		all.print(c.App.ErrWriter)
	}
	return nil
}

// compose finds what is doubtful about the papers that generate would print.
func (l *loaded) compose(c *cli.Context, press *printing.Press) error {
	found, err := press.Templates.Check(l.file.Meeting)
	if err != nil {
		return err
	}
	return l.tell(c, found)
}

// explain prints how the quorum and every outcome were reckoned.
func explain(w io.Writer, m *meeting.Meeting) {
	for _, e := range m.Explain() {
		fmt.Fprintln(w, e.Title)
		for _, line := range e.Lines {
			fmt.Fprintln(w, "  "+line)
		}
	}
}
