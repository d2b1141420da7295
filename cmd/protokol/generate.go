package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func generate(c *cli.Context) error {
	plan, err := readPlan(c)
	if err != nil {
		return err
	}
	formats, err := formatsOf(c)
	if err != nil {
		return err
	}
	g, err := newGenerator(c)
	if err != nil {
		return err
	}
	if err := checkProfile(c, g, formats, plan.Kinds...); err != nil {
		return err
	}
	m, problems, err := readMeeting(c, g, c.Args().First())
	if err != nil {
		return err
	}
	var papers []*generator.Paper
	for _, r := range m.Requests(plan) {
		paper, found, err := g.Make(c.Context, m, r)
		if err != nil {
			return blame(c, err)
		}
		if problems, err = judge(c, problems.With(found.List...)); err != nil {
			return err
		}
		papers = append(papers, paper)
	}
	files, err := generator.Print(papers, formats, c.String("out"), c.String("name"))
	for _, paper := range papers {
		problems = problems.With(paper.Approximated().List...)
	}
	if err == nil {
		problems, err = judge(c, problems)
	}
	if err == nil {
		err = save(c, files)
	}
	if err != nil {
		return err
	}
	warn(c, problems)
	fmt.Fprintln(c.App.ErrWriter, g.Contents(papers, formats, "вложит --source"))
	return nil
}
