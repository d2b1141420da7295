package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func schemaCommand() *cli.Command {
	return &cli.Command{
		Name:  "schema",
		Usage: "показать JSON Schema файла заседания",
		Action: func(c *cli.Context) error {
			schema, err := generator.Schema()
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(c.App.Writer, string(schema))
			return err
		},
	}
}
