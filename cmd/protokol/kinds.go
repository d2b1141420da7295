package main

import (
	"github.com/urfave/cli/v2"

	"protokol/generator"
)

// kindFlags returns the flags that select papers and their options.
func kindFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "kind", Value: "protocol", Usage: "виды документов через запятую или all"},
		&cli.StringFlag{Name: "items", Usage: "вопросы для выписки: 1,3 или 2-4"},
		&cli.BoolFlag{Name: "blank", Usage: "заявление и согласие бланком, даже если данные есть"},
		&cli.BoolFlag{Name: "fillable", Usage: "заявление и согласие с полями, которые заполняют на экране"},
		&cli.BoolFlag{Name: "each", Usage: "письма и уведомления: каждому адресату своё"},
		&cli.StringFlag{Name: "sort", Usage: "поручения по порядку: point (пункты протокола) или deadline (сроки)"},
	}
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
