package main

import (
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

// printWords prints papers one after another, so that few are in memory. An error
// of one does not keep the others from being printed.
func printWords(c *cli.Context, g *generator.Generator) error {
	jobs, err := generator.WordJobs(c.Args().Slice(), c.String("out"))
	if err != nil {
		return flagError(c, err)
	}
	failed := make([]error, len(jobs))
	for i, job := range jobs {
		failed[i] = printWord(c, g, job)
	}
	return errors.Join(failed...)
}

func printWord(c *cli.Context, g *generator.Generator, job generator.WordJob) error {
	src, err := readFile(c, job.Paper, maxPaper)
	if err != nil {
		return err
	}
	made, found, err := g.PrintWord(c.Context, generator.File{Name: job.Paper, Data: src})
	if err != nil {
		return err
	}
	if c.Bool("report") {
		fmt.Fprint(c.App.Writer, made.Report(job.Paper))
	}
	if found, err = judge(c, found); err != nil {
		return err
	}
	if !c.Bool("report") {
		warn(c, found)
	}
	return save(c, []generator.Output{{Path: job.PDF, Data: made.Data}})
}
