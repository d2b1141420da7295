package main

import (
	"github.com/urfave/cli/v2"

	"protokol/generator"
	"protokol/generator/compose"
)

func checkCommand() *cli.Command {
	return &cli.Command{
		Name:        "check",
		Usage:       "проверить файлы, ничего не создавая",
		ArgsUsage:   "ФАЙЛ.toml…",
		Description: "Показывает все ошибки и предупреждения с местом и подсказкой.",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "strict", Usage: "считать предупреждения ошибками"},
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

// compose composes what generate would print, for the doubts that only show
// then.
func (l *loaded) compose(c *cli.Context, press *generator.Press) error {
	_, doubts, err := press.Templates.Document(compose.Kinds()[0], l.file.Meeting)
	if err != nil {
		return err
	}
	return l.tell(c, doubts)
}
