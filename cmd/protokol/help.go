package main

import (
	"embed"
	"io/fs"
	"strings"
	"text/template"

	"github.com/urfave/cli/v2"
)

// helpFiles holds NAME.txt, the description of a command, and the templates of
// --help and the manual page.
//
//go:embed help
var helpFiles embed.FS

// helpFile returns a file of helpFiles, or "" when there is none.
func helpFile(name string) string {
	text, _ := fs.ReadFile(helpFiles, "help/"+name)
	return string(text)
}

// finishCommands sets the fields that all commands share. Parent is the name of
// the command they belong to, or "".
func finishCommands(commands []*cli.Command, parent string) {
	for _, c := range commands {
		path := c.Name
		if parent != "" {
			path = parent + " " + c.Name
			c.HelpName = "protokol " + path // the library sets it for top-level commands only
		}
		if c.Description == "" {
			c.Description = strings.TrimRight(helpFile(strings.ReplaceAll(path, " ", "-")+".txt"), "\n")
		}
		c.OnUsageError = onUsageError
		c.CustomHelpTemplate = helpFile("command.tmpl")
		c.HideHelpCommand = true
		finishCommands(c.Subcommands, path)
	}
}

// flagLine returns a flag for the help: its names, a tab, its meaning.
func flagLine(f cli.Flag) string {
	doc, ok := f.(cli.DocGenerationFlag)
	if !ok {
		return ""
	}
	names, usage := "--"+strings.Join(f.Names(), ", -"), doc.GetUsage()
	if !doc.TakesValue() {
		return names + "\t" + usage
	}
	value := "…"
	if parts := strings.SplitN(usage, "`", 3); len(parts) == 3 {
		value, usage = parts[1], strings.Join(parts, "")
	}
	if preset := strings.Trim(doc.GetDefaultText(), `"`); preset != "" && preset != "0" {
		usage += " (по умолчанию " + preset + ")"
	}
	return names + " " + value + "\t" + usage
}

func manCommand() *cli.Command {
	return &cli.Command{
		Name:  "man",
		Usage: "страница руководства man",
		Action: func(c *cli.Context) error {
			page, err := template.New("man").Funcs(template.FuncMap{
				"roff": roff.Replace,
				"cut":  func(line string) []string { return strings.SplitN(line, "\t", 2) },
			}).Parse(helpFile("man.tmpl"))
			if err != nil {
				return err
			}
			return page.Execute(c.App.Writer, c.App)
		},
	}
}

// roff escapes text for man(7), where a line that begins with a dot or an
// apostrophe is a request.
var roff = strings.NewReplacer(`\`, `\e`, "-", `\-`, "\n.", "\n\\&.", "\n'", "\n\\&'")
