package main

import (
	"fmt"
	"maps"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

// check checks every file with the settings of its folder.
func check(c *cli.Context) error {
	all, given := generator.Problems{Sources: map[string][]byte{}}, c.LocalFlagNames()
	generators := map[[3]string]*generator.Generator{}
	for _, name := range c.Args().Slice() {
		if err := useSettings(c, name, given); err != nil {
			return err
		}
		design := [3]string{c.String("style"), c.String("templates"), c.String("fonts")}
		g, err := generators[design], error(nil)
		if g == nil {
			g, err = newGenerator(c, name)
			generators[design] = g
		}
		if err != nil {
			return err
		}
		found, err := checkOne(c, g, name)
		if err != nil {
			return err
		}
		all.List = append(all.List, found.List...)
		if !found.Failed() {
			fmt.Fprintf(c.App.Writer, "%s: %s\n", name, found.Summary())
		}
		maps.Copy(all.Sources, found.Sources)
	}
	if all.Failed() {
		return all
	}
	warn(c, all)
	return nil
}

// checkOne returns all problems of a file.
func checkOne(c *cli.Context, g *generator.Generator, name string) (generator.Problems, error) {
	m, problems, err := readMeeting(c, g, name)
	if m == nil || problems.Failed() {
		if problems.Failed() {
			err = nil
		}
		return problems, err
	}
	found, err := g.Check(c.Context, m)
	if err != nil {
		return problems, blame(c, err)
	}
	problems, failed := judge(c, problems.With(found.List...))
	for _, note := range g.Notes(m) {
		fmt.Fprintf(c.App.Writer, "%s: %s\n", name, note)
	}
	if failed == nil && c.Bool("explain") {
		if c.NArg() > 1 {
			fmt.Fprintln(c.App.Writer, name)
		}
		show(c, m.Explain())
	}
	return problems, nil
}

func forms(c *cli.Context, g *generator.Generator) error {
	m, problems, err := readMeeting(c, g, c.Args().First())
	if err != nil {
		return err
	}
	sheet, found, err := g.Forms(c.Context, m)
	if err != nil {
		return blame(c, err)
	}
	if _, err := judge(c, problems.With(found.List...)); err != nil {
		return err
	}
	fmt.Fprint(c.App.Writer, sheet)
	return nil
}
