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

// remedies maps codes of problems to the flags and commands that help, which continue the hint.
var remedies = map[string]string{
	diag.CodeForce:       " или повторите команду с --force: он будет заменён",
	diag.CodeResume:      " с --resume",
	diag.CodeShard:       "; части делает protokol batch --shard 1/4, 2/4 …",
	diag.CodeFillable:    "; формы с полями делает protokol generate с --fillable",
	diag.CodeLargerLabel: ", например --style label-105x42",
	diag.CodeEach:        "; письмо каждому делает protokol generate с --each",
	diag.CodeKind:        ": --kind letter, resolution, …",
	diag.CodeStarter:     "; образец с пояснениями создаёт protokol init",
	diag.CodePaper:       "; файл заседания достаёт из документа protokol source",
	diag.CodeList:        "; список указывают так: protokol batch meeting.toml --to список",
	diag.CodeStyleSheet:  "; таблицу стилей указывают так: --style файл.toml",
	diag.CodeHeading:     "; строку заголовков указывают так: --header 3, а если их нет — --header -1",
	diag.CodeWorksheet:   "; лист указывают так: --sheet Имя",
	diag.CodeStyles:      "; список таблиц покажет protokol templates list",
}

// printProblems prints problems with their remedies.
func printProblems(w io.Writer, p generator.Problems) {
	p.List = slices.Clone(p.List)
	for i, one := range p.List {
		p.List[i].Hint = strings.TrimPrefix(one.HintWithPairs("--map ")+remedies[one.Code], "; ")
	}
	if err := p.Print(w); err != nil {
		fmt.Fprintln(w, err)
	}
}

// warn prints problems that did not stop the command.
func warn(c *cli.Context, p generator.Problems) {
	printProblems(c.App.ErrWriter, p)
}

// judge sorts problems and returns them as an error if they stop the command. With --strict warnings do, too.
func judge(c *cli.Context, p generator.Problems) (generator.Problems, error) {
	p.List = p.Sorted()
	if c.Bool("strict") {
		p = p.Strict()
	}
	return p, p.Err()
}

// flagError rewords errors of the library for the command line: options become flags.
func flagError(c *cli.Context, err error) error {
	var option generator.OptionError
	var signed generator.SignedError
	var refusal generator.RefusedError
	var exists generator.ExistsError
	var edited generator.EditedError
	var kind generator.KindError
	switch {
	case errors.As(err, &kind):
		return usagef(c, "параметр --%s нужен только для --kind %s", kind.Option, strings.Join(kind.Kinds, ","))
	case errors.As(err, &option) && option.Option == "duplex":
		return usagef(c, "--duplex нужен вместе с --print")
	case errors.As(err, &option) && option.Option == "items":
		return usagef(c, "%s: --items 1,3", option.Message)
	case errors.As(err, &option) && option.Option == "skip":
		return usagef(c, "--skip %s: %s", option.Place, option.Message)
	case errors.As(err, &option) && option.Place != "":
		return usagef(c, "--%s, %s: %s", option.Option, option.Place, option.Message)
	case errors.As(err, &option) && slices.Contains(namedAlone, option.Option):
		return usagef(c, "%s", option.Message)
	case errors.As(err, &option):
		return usagef(c, "--%s: %s", option.Option, option.Message)
	case errors.As(err, &signed) && c.Command.Name == "sign":
		return usageError{"", err.Error() + ": подпишите сам этот файл или повторите команду; --force сотрёт подписи"}
	case errors.As(err, &signed), errors.As(err, &exists):
		return usageError{"", err.Error() + "; чтобы заменить его, добавьте --force"}
	case errors.As(err, &edited):
		return usageError{"", err.Error() + "; чтобы сохранить её, переименуйте файл или возьмите другую папку: " +
			"--out; чтобы заменить его, добавьте --force"}
	case errors.As(err, &refusal):
		return inputError{err}
	}
	return err
}

// namedAlone holds the options whose messages need no flag name.
var namedAlone = []string{"kind", "formats", "tables", "map", "shard", "out", "style", "parts", "profile", "sort",
	"schema", "keys"}

// inFile marks err as an error in a file of the user. Errors of the file system and
// of the command line stay as they are.
func inFile(name string, err error) error {
	_, unread := errors.AsType[*fs.PathError](err)
	if _, usage := errors.AsType[usageError](err); usage || unread || err == nil {
		return err
	}
	if _, ok := errors.AsType[generator.NoSourceError](err); ok {
		err = fmt.Errorf("%w\nподсказка: сверить его с исходным файлом, где тот остался: "+
			"protokol verify … --with meeting.toml, из бланка – с --word БЛАНК.docx, по списку – с --to … --row …", err)
	}
	if errors.Is(err, generator.ErrForeignDesign) {
		err = fmt.Errorf("%w\nподсказка: укажите их: --word БЛАНК.docx, --templates ПАПКА --style ФАЙЛ.toml", err)
	}
	if file, ok := errors.AsType[generator.FileError](err); ok {
		return inputError{file}
	}
	return inputError{fmt.Errorf("%s: %w", name, err)}
}
