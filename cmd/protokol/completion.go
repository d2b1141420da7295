package main

import (
	_ "embed" // completion scripts
	"fmt"

	"github.com/urfave/cli/v2"
)

// The scripts ask the program itself for completions, as the library provides.
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
		Description: "bash: protokol completion bash > ~/.local/share/bash-completion/completions/protokol\n" +
			"zsh:  protokol completion zsh > папка-из-fpath/_protokol\n" +
			"fish: protokol completion fish > ~/.config/fish/completions/protokol.fish",
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

func manCommand() *cli.Command {
	return &cli.Command{
		Name:        "man",
		Usage:       "страница руководства man",
		Description: "protokol man > ~/.local/share/man/man1/protokol.1",
		Action: func(c *cli.Context) error {
			page, err := c.App.ToManWithSection(1)
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(c.App.Writer, page)
			return err
		},
	}
}
