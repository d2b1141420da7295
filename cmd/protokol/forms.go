package main

import (
	"fmt"

	"github.com/urfave/cli/v2"
)

func forms(c *cli.Context) error {
	g, err := newGenerator(c)
	if err != nil {
		return err
	}
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
