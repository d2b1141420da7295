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
	g, err := newGenerator(c, c.Args().First())
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
		return flagError(c, err)
	}
	warn(c, problems)
	fmt.Fprintln(c.App.ErrWriter, g.Contents(papers, formats, "вложит --source"))
	return nil
}

// readPlan reads the flags of kindFlags.
func readPlan(c *cli.Context) (generator.Plan, error) {
	p := generator.Plan{Kinds: generator.ParseKinds(c.String("kind")), Each: c.Bool("each"), Name: c.String("name"),
		Common: generator.Request{Blank: c.Bool("blank"), Fillable: c.Bool("fillable"), Sort: c.String("sort")}}
	var err error
	if p.Common.Items, err = generator.ParseItems(c.String("items")); err != nil {
		return p, usagef(c, "%v; пишется так: --items 1,3 или --items 2-4", err)
	}
	return p, flagError(c, p.Check())
}
