package main

import (
	"github.com/urfave/cli/v2"

	"protokol/generator"
)

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
