package main

import (
	"embed"
	"io/fs"
	"strings"

	"github.com/urfave/cli/v2"
)

// helpFiles holds commands.txt, which declares commands and flags; NAME.txt, the
// description of a command; and the templates of --help and the manual page.
//
//go:embed help
var helpFiles embed.FS

// helpFile returns a file of helpFiles, or "" when there is none.
func helpFile(name string) string {
	text, _ := fs.ReadFile(helpFiles, "help/"+name)
	return string(text)
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
