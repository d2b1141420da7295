package main

import (
	"fmt"

	"github.com/urfave/cli/v2"
)

func formsCommand() *cli.Command {
	return &cli.Command{
		Name:      "forms",
		Usage:     "показать падежи имён, должностей и названий, которые будут напечатаны",
		ArgsUsage: "ФАЙЛ.toml",
		Flags:     []cli.Flag{&cli.StringFlag{Name: "templates", Usage: "папка со своими шаблонами поверх встроенных"}},
		Action:    forms,
	}
}

func forms(c *cli.Context) error {
	if c.NArg() != 1 {
		return usagef(c, "нужен один файл заседания, а указано: %d", c.NArg())
	}
	g, err := newGenerator(c)
	if err != nil {
		return err
	}
	m, problems, err := readMeeting(c, g, c.Args().First())
	if err != nil {
		return err
	}
	sheet, found, err := g.Forms(c.Context, m)
	if err != nil {
		return blame(c, err)
	}
	if _, err := judge(c, problems.With(found.List...)); err != nil {
		return err
	}
	fmt.Fprint(c.App.Writer, sheet)
	return nil
}
