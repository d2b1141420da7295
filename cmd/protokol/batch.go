package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func makeBatch(c *cli.Context) error {
	style, _ := generator.BatchDefaults(c.String("kind"))
	if err := setDefaults(c, map[string]string{"style": style}, c.LocalFlagNames()); err != nil {
		return err
	}
	waitForList := openList(c) // reads the list while the templates load
	g, err := newGenerator(c, c.Args().First())
	if err != nil {
		return err
	}
	request, err := batchRequest(c, g)
	if err != nil {
		return err
	}
	m, problems, err := readMeeting(c, g, c.Args().First())
	if err != nil {
		return err
	}
	to, err := waitForList()
	if err != nil {
		return err
	}
	defer to.Close()
	for _, line := range to.Decisions() {
		fmt.Fprintf(c.App.ErrWriter, "%s: %s\n", c.String("to"), line)
	}
	result, err := perform(c, func(ctx context.Context, progress func(done, total int)) (generator.BatchResult, error) {
		request.Progress = progress
		return g.Batch(ctx, m, to, request)
	})
	show(c, result.Products)
	err = conclude(c, request, result, err)
	warn(c, problems.With(result.General.List...))
	return err
}

// batchRequest reads the flags of a batch.
func batchRequest(c *cli.Context, g *generator.Generator) (r generator.BatchRequest, err error) {
	if err := refuseForLabels(c, g); err != nil {
		return r, err
	}
	formats, err := formatsOf(c)
	if err != nil {
		return r, err
	}
	jobs := c.Int("jobs")
	if !c.IsSet("jobs") {
		jobs = runtime.NumCPU()
	}
	if jobs < 1 || c.Int("limit") < 0 {
		return r, usagef(c, "--jobs не бывает меньше 1, а --limit — меньше 0")
	}
	if err := checkProfile(c, g, formats, c.String("kind")); err != nil {
		return r, err
	}
	r = generator.BatchRequest{
		Kind: c.String("kind"), Formats: formats, Folder: c.String("out"),
		Print: c.String("print"), Duplex: c.Bool("duplex"), Fillable: c.Bool("fillable"), Archive: c.String("zip"),
		Limit: c.Int("limit"), Skip: c.Int("skip"), Shard: c.String("shard"), Workers: jobs,
		Resume: c.Bool("resume"), Force: c.Bool("force"), Strict: c.Bool("strict"), DryRun: c.Bool("dry-run"),
	}
	if c.IsSet("name") {
		r.Name = c.String("name")
	}
	return r, flagError(c, r.Check())
}

// batchMemory is the soft memory limit of a batch, bytes; it keeps a list of any
// length below 150 MB.
const batchMemory = 100 << 20

// perform runs a batch until it is done or Ctrl-C is pressed.
func perform(
	c *cli.Context, work func(context.Context, func(done, total int)) (generator.BatchResult, error),
) (generator.BatchResult, error) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(batchMemory))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	shown := newProgress(c.App.ErrWriter)
	defer shown.done()
	return work(ctx, shown.step)
}

// failure explains what stopped a batch and how to continue.
func failure(c *cli.Context, r generator.BatchRequest, err error) error {
	var stopped generator.InterruptedError
	canceled := errors.Is(err, context.Canceled)
	switch {
	case canceled && r.Kind == generator.LabelKind:
		return errors.New("прервано; наклейки не записаны, повторите ту же команду")
	case canceled && !errors.As(err, &stopped):
		return errors.New("прервано; ничего не записано, повторите ту же команду")
	case canceled:
		return fmt.Errorf("прервано: готово %d из %d\nподсказка: остальные сделает та же команда с --resume",
			stopped.Done, stopped.Total)
	case errors.As(err, &stopped):
		return fmt.Errorf("%w\nподсказка: готовое (%d из %d) сохранено; "+
			"устраните причину и повторите ту же команду с --resume", stopped.Err, stopped.Done, stopped.Total)
	}
	return blame(c, flagError(c, err))
}

// shownProblems is the maximum number of problems that are printed.
const shownProblems = 20

// conclude prints the outcome of a batch and returns an error if it failed.
func conclude(c *cli.Context, r generator.BatchRequest, s generator.BatchResult, err error) error {
	if r.Strict && err != nil {
		printProblems(c.App.ErrWriter, s.Problems.Strict())
	}
	if err != nil {
		return failure(c, r, err)
	}
	return summarize(c, r.Print, s)
}

// summarize prints the counts and the first problems.
func summarize(c *cli.Context, book string, s generator.BatchResult) error {
	w := c.App.ErrWriter
	fmt.Fprint(w, s.Notes(book))
	printed := s.Problems
	printed.List = printed.List[:min(len(printed.List), shownProblems)]
	warn(c, printed)
	if more := len(s.Problems.List) + s.Omitted - len(printed.List); more > 0 {
		fmt.Fprintf(w, "и ещё замечаний: %d\n", more)
	}
	fmt.Fprintln(w, s)
	for _, name := range s.Modified {
		fmt.Fprintf(w, "остался от прежнего запуска и с тех пор изменён: %s\n", name)
	}
	if s.Failed > 0 {
		return inputError{fmt.Errorf("не сделано записей: %d из %d", s.Failed, s.Total)}
	}
	return nil
}

func merge(c *cli.Context, g *generator.Generator) error {
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
	show(c, result.Products)
	return summarize(c, request.Print, result)
}
