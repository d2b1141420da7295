package main

import (
	"context"
	"fmt"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func merge(c *cli.Context) error {
	g, err := newGenerator(c)
	if err != nil {
		return err
	}
	request := generator.MergeRequest{
		Parts: c.Args().Slice(), Folder: c.String("out"), Print: c.String("print"), Duplex: c.Bool("duplex"),
		Archive: c.String("zip"), Force: c.Bool("force"),
	}
	result, err := perform(c, func(ctx context.Context, _ func(done, total int)) (generator.BatchResult, error) {
		return g.Merge(ctx, request)
	})
	if err != nil {
		return flagError(c, err)
	}
	for _, path := range result.Products {
		fmt.Fprintln(c.App.Writer, path)
	}
	return summarize(c, result)
}
