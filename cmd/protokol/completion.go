package main

import (
	_ "embed" // completion scripts
	"fmt"

	"github.com/urfave/cli/v2"
)

// The scripts call the program with the completion flag of the library.
var (
	//go:embed completion/bash
	bashCompletion string
	//go:embed completion/zsh
	zshCompletion string
)

func completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "дополнение команд для bash, zsh или fish",
		ArgsUsage: "bash|zsh|fish",
		Action: func(c *cli.Context) error {
			script := ""
			var err error
			switch shell := c.Args().First(); shell {
			case "bash":
				script = bashCompletion
			case "zsh":
				script = zshCompletion
			case "fish":
				script, err = c.App.ToFishCompletion()
			default:
				return usagef(c, "нужна оболочка: bash, zsh или fish")
			}
			fmt.Fprint(c.App.Writer, script)
			return err
		},
	}
}
