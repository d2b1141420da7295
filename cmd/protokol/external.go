package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

// prepareSignature reserves space for a signature of another program and writes
// the bytes that it must sign.
func prepareSignature(c *cli.Context) error {
	file, err := readPDF(c, 1)
	if err != nil {
		return err
	}
	if c.String("cert") == "" {
		return usagef(c, "нужен сертификат подписывающего: --cert ФАЙЛ; он виден в отметке о подписи")
	}
	data, err := readInput(c, c.String("cert"))
	if err != nil {
		return err
	}
	certificate, err := generator.ParseCertificate(data)
	if err != nil {
		return inputError{fmt.Errorf("%s: %w", c.String("cert"), err)}
	}
	g, request, err := signRequest(c)
	if err != nil {
		return err
	}
	prepared, err := g.Prepare(file, certificate, request)
	if err != nil {
		return inFile(c.Args().First(), err)
	}
	name := c.String("out")
	if name == "" {
		name = generator.SignedName(c.Args().First(), "(на подпись)")
	}
	return save(c, []generator.Output{{Path: name, Data: prepared.Data},
		{Path: strings.TrimSuffix(name, ".pdf") + ".bin", Data: prepared.ToSign}})
}

// insertSignature inserts the signature of another program.
func insertSignature(c *cli.Context) error {
	file, err := readPDF(c, 2)
	if err != nil {
		return err
	}
	name := c.Args().Get(1)
	made, err := readFile(c, name, maxPaper)
	if err != nil {
		return err
	}
	g, err := newGenerator(c)
	if err != nil {
		return err
	}
	signed, unchecked, err := g.Insert(file, made)
	wrong, isWrong := errors.AsType[generator.FileError](err)
	switch {
	case isWrong:
		return inputError{fmt.Errorf("%s: %w", name, wrong.Err)}
	case errors.Is(err, generator.ErrNotPrepared):
		return inFile(c.Args().First(), fmt.Errorf("%w: сначала protokol sign --external prepare", err))
	case err != nil:
		return inFile(c.Args().First(), err)
	}
	if err := saveBeside(c, "(подписан)", signed); err != nil {
		return err
	}
	if unchecked != "" {
		fmt.Fprintf(c.App.ErrWriter, "внимание: %s\n", unchecked)
	}
	return nil
}
