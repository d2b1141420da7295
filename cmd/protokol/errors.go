package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator"
	"protokol/generator/diag"
)

// remedies say which flag or command helps with a problem, by its code. They
// go on from the problem's own hint.
var remedies = map[string]string{
	diag.CodeForce:       " или повторите команду с --force: он будет заменён",
	diag.CodeResume:      " с --resume",
	diag.CodeShard:       "; части делает protokol batch --shard 1/4, 2/4 …",
	diag.CodeFillable:    "; формы с полями делает protokol generate с --fillable",
	diag.CodeLargerLabel: ", например --style label-105x42",
	diag.CodeEach:        "; письмо каждому делает параметр --each",
	diag.CodeStyles:      "; список таблиц покажет protokol templates list",
}

// printProblems prints problems, with the flags that help.
func printProblems(w io.Writer, p generator.Problems) {
	p.List = slices.Clone(p.List)
	for i, one := range p.List {
		if more := remedies[one.Code]; more != "" {
			p.List[i].Hint = strings.TrimPrefix(one.Hint+more, "; ")
		}
	}
	if err := p.Print(w); err != nil {
		fmt.Fprintln(w, err)
	}
}

// warn prints problems that did not keep the work from being done.
func warn(c *cli.Context, p generator.Problems) {
	if len(p.List) > 0 {
		printProblems(c.App.ErrWriter, p)
	}
}

// judge returns problems as an error when they forbid going on: with --strict
// warnings do so, too.
func judge(c *cli.Context, p generator.Problems) (generator.Problems, error) {
	p.List = p.Sorted()
	if c.Bool("strict") {
		p = p.Strict()
	}
	return p, p.Err()
}

// flagError puts an error of the library into the words of the command line:
// its options are flags of the same names.
func flagError(c *cli.Context, err error) error {
	var option generator.OptionError
	var signed generator.SignedError
	var refusal generator.Refusal
	var exists generator.ExistsError
	var kind generator.KindError
	switch {
	case errors.As(err, &kind):
		return usagef(c, "параметр --%s нужен только для --kind %s", kind.Option, strings.Join(kind.Kinds, ","))
	case errors.As(err, &option) && option.Option == "items":
		return usagef(c, "%s: --items 1,3", option.Message)
	case errors.As(err, &option) && option.Option == "skip":
		return usagef(c, "--skip %s: %s", option.Place, option.Message)
	case errors.As(err, &option) && option.Place != "":
		return usagef(c, "--%s, %s: %s", option.Option, option.Place, option.Message)
	case errors.As(err, &option) && namedAlone[option.Option]:
		return usagef(c, "%s", option.Message)
	case errors.As(err, &option):
		return usagef(c, "--%s: %s", option.Option, option.Message)
	case errors.As(err, &signed):
		return usageError{"", signed.Error() + "; чтобы заменить его, добавьте --force"}
	case errors.As(err, &exists):
		return usageError{"", err.Error() + "; чтобы заменить его, добавьте --force"}
	case errors.As(err, &refusal):
		return inputError{err}
	}
	return err
}

// namedAlone are the options whose messages say enough without the flag.
var namedAlone = map[string]bool{"kind": true, "shard": true, "out": true, "style": true, "parts": true, "profile": true, "sort": true}

// inPaper is an error in a file of the user's.
func inPaper(name string, err error) error {
	var fault *fs.PathError
	if err == nil || errors.As(err, &fault) {
		return err
	}
	return inputError{fmt.Errorf("%s: %w", name, err)}
}
