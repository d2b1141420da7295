package command

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"protokol/generator/internal/input"
)

func schemaCommand() *cli.Command {
	return &cli.Command{
		Name:        "schema",
		Usage:       "показать JSON Schema файла заседания",
		Description: "Её читают редакторы (Taplo, Even Better TOML): подсказывают ключи и отмечают ошибки.",
		Action: func(c *cli.Context) error {
			_, err := fmt.Fprint(c.App.Writer, input.Schema())
			return err
		},
	}
}
