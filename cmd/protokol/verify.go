package main

import (
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

func verifyCommand() *cli.Command {
	return &cli.Command{
		Name:      "verify",
		Usage:     "сверить документ с исходным файлом внутри него",
		ArgsUsage: "ФАЙЛ.pdf|ФАЙЛ.docx [ПОДПИСЬ.sig…]",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "trust", Usage: "доверенные корневые сертификаты: файл или папка"},
		},
		Action: verify,
	}
}

func verify(c *cli.Context) error {
	if c.NArg() < 1 {
		return usagef(c, "нужен PDF, а с ним, если есть, файлы его подписи")
	}
	files, err := readFiles(c, c.Args().Slice())
	if err != nil {
		return err
	}
	g, err := newReader(c)
	if err != nil {
		return err
	}
	verdict, err := g.Verify(c.Context, files[0], files[1:]...)
	var source generator.SourceError
	var problems generator.Problems
	switch {
	case errors.As(err, &source) && errors.As(err, &problems):
		fmt.Fprintf(c.App.ErrWriter, "%s: исходный файл внутри документа не читается\n", files[0].Name)
		return problems
	case err != nil:
		return inFile(files[0].Name, err)
	}
	if err := verdict.Write(c.App.Writer); err != nil {
		return err
	}
	return inFile(files[0].Name, verdict.Err())
}

// newReader returns a generator for reading papers. The memory of the PDF
// sandbox counts as live heap, so the collector must not wait for four times as
// much garbage.
func newReader(c *cli.Context) (*generator.Generator, error) {
	debug.SetGCPercent(25)
	return newGenerator(c)
}
