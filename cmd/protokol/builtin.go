package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func templatesCommand() *cli.Command {
	return &cli.Command{
		Name:  "templates",
		Usage: "встроенные шаблоны и таблицы стилей",
		Subcommands: []*cli.Command{
			{
				Name:   "list",
				Usage:  "показать их имена",
				Action: listTemplates,
			},
			{
				Name:      "export",
				Usage:     "скопировать их в папку",
				ArgsUsage: "ПАПКА",
				Action:    exportTemplates,
			},
		},
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return usagef(c, "у templates нет команды «%s»; есть list и export", c.Args().First())
			}
			return cli.ShowSubcommandHelp(c)
		},
	}
}

func listTemplates(c *cli.Context) error {
	files, err := generator.BuiltIn()
	for _, f := range files {
		fmt.Fprintln(c.App.Writer, f.Path)
	}
	return err
}

func exportTemplates(c *cli.Context) error {
	if c.NArg() != 1 {
		return usagef(c, "нужна одна папка, а указано: %d", c.NArg())
	}
	files, err := generator.BuiltIn()
	if err != nil {
		return err
	}
	return saveNew(c, c.Args().First(), files)
}

func schemaCommand() *cli.Command {
	return &cli.Command{
		Name:      "schema",
		Usage:     "показать JSON Schema для редакторов",
		ArgsUsage: "[" + strings.Join(generator.SchemaKinds, "|") + "]",
		Action: func(c *cli.Context) error {
			text, err := generator.Schema(cmp.Or(c.Args().First(), "meeting"))
			if err == nil {
				_, err = fmt.Fprint(c.App.Writer, text)
			}
			return flagError(c, err)
		},
	}
}

func keysCommand() *cli.Command {
	return &cli.Command{
		Name:      "keys",
		Usage:     "справочник ключей файла заседания",
		ArgsUsage: "[СЛОВО]",
		Action: func(c *cli.Context) error {
			text, err := generator.Keys(strings.Join(c.Args().Slice(), " "))
			if err == nil {
				_, err = fmt.Fprint(c.App.Writer, text)
			}
			return flagError(c, err)
		},
	}
}

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
