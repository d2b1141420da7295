package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func licensesCommand() *cli.Command {
	return &cli.Command{
		Name:        "licenses",
		Usage:       "показать лицензии всего, из чего собрана программа",
		Description: "Печатает названия, версии и тексты лицензий: библиотек, PDFium, шрифтов и цветового профиля.",
		Action: func(c *cli.Context) error {
			_, err := fmt.Fprintf(c.App.Writer, "В программе есть части, у которых свои авторы. "+
				"Ниже их названия, версии и тексты лицензий.\n\n%s", generator.Notices())
			return err
		},
	}
}
