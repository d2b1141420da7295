package main

import (
	"cmp"
	_ "embed" // completion scripts
	"fmt"
	"strings"
	"text/template"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func builtIn(c *cli.Context) error {
	if c.Args().Present() {
		return usagef(c, "у templates нет команды «%s»; есть list и export", c.Args().First())
	}
	return cli.ShowSubcommandHelp(c)
}

func listTemplates(c *cli.Context) error {
	files, err := generator.BuiltIn()
	for _, f := range files {
		fmt.Fprintln(c.App.Writer, f.Path)
	}
	return err
}

func exportTemplates(c *cli.Context) error {
	files, err := generator.BuiltIn()
	if err != nil {
		return err
	}
	return saveNew(c, c.Args().First(), files)
}

func schema(c *cli.Context) error {
	text, err := generator.Schema(cmp.Or(c.Args().First(), "meeting"))
	fmt.Fprint(c.App.Writer, text)
	return flagError(c, err)
}

func keys(c *cli.Context) error {
	text, err := generator.Keys(strings.Join(c.Args().Slice(), " "))
	fmt.Fprint(c.App.Writer, text)
	return flagError(c, err)
}

func licenses(c *cli.Context) error {
	fmt.Fprintf(c.App.Writer, "В программе есть части, у которых свои авторы. "+
		"Ниже их названия, версии и тексты лицензий.\n\n%s", generator.Notices())
	return nil
}

// The scripts call the program with the completion flag of the library.
var (
	//go:embed completion/bash
	bashCompletion string
	//go:embed completion/zsh
	zshCompletion string
)

func completion(c *cli.Context) error {
	script := ""
	var err error
	switch c.Args().First() {
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
}

func manual(c *cli.Context) error {
	page, err := template.New("man").Funcs(template.FuncMap{
		"roff": roff.Replace,
		"cut":  func(line string) []string { return strings.SplitN(line, "\t", 2) },
	}).Parse(helpFile("man.tmpl"))
	if err != nil {
		return err
	}
	return page.Execute(c.App.Writer, c.App)
}

// roff escapes text for man(7), where a line that begins with a dot or an
// apostrophe is a request.
var roff = strings.NewReplacer(`\`, `\e`, "-", `\-`, "\n.", "\n\\&.", "\n'", "\n\\&'")
