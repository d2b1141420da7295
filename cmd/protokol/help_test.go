package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

// TestHelp: help and manual describe every command, and each does something; the help of generate lists
// every kind of paper.
func TestHelp(t *testing.T) {
	var page bytes.Buffer
	app := newApp(nil, &page, &page)
	if err := app.Run([]string{"protokol", "man"}); err != nil {
		t.Fatal(err)
	}
	var visit func([]*cli.Command)
	visit = func(commands []*cli.Command) {
		for _, c := range commands {
			if c.Description == "" {
				t.Errorf("%s has no description", c.HelpName)
			}
			if c.Action == nil {
				t.Errorf("%s does nothing", c.HelpName)
			}
			if !strings.Contains(page.String(), "\n.SS "+roff.Replace(c.HelpName)) {
				t.Errorf("the manual lacks %s", c.HelpName)
			}
			visit(c.Subcommands)
		}
	}
	visit(app.Commands)
	if declared, done := strings.Count(helpFile("commands.txt"), "\ncommand "), len(actions()); declared != done {
		t.Errorf("%d commands are declared, %d have actions", declared, done)
	}
	for _, kind := range generator.Kinds() {
		if !strings.Contains(helpFile("generate.txt"), "\n  "+kind.Name+" ") {
			t.Errorf("the help of generate lacks %s", kind.Name)
		}
	}
	if english := "default:"; strings.Contains(page.String(), english) {
		t.Errorf("the manual says %q", english)
	}
}
