package command

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"protokol/generator/internal/compare"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/reader"
)

// verifyDOCX prints the source inside a DOCX again and compares the words. What
// the pages look like is up to the program that shows them, so it cannot be
// told from another.
func verifyDOCX(c *cli.Context, name string, file []byte) error {
	ctx, cancel := context.WithTimeout(c.Context, patience)
	defer cancel()
	var v verdict
	if err := v.examineDOCX(ctx, file); err != nil {
		return inSource(c, name, err)
	}
	if err := v.beside(c, file); err != nil {
		return err
	}
	w, answer := c.App.Writer, "слова совпадают"
	if len(v.report.Differences) > 0 {
		answer = "слова не совпадают"
	}
	fmt.Fprintf(w, "%s: %s\n", filepath.Base(name), answer)
	v.printReport(w)
	fmt.Fprintf(w, "  исходный файл: %s\n", shown(v.from.Source().Path))
	v.printMaker(w)
	v.printMarks(w)
	fmt.Fprintln(w, "  сверены слова и число рисунков; сами рисунки, номера пунктов и оформление посмотрите глазами или возьмите PDF")
	if len(v.report.Differences) > 0 {
		return inPaper(name, errors.New("слова не совпадают с исходным файлом"))
	}
	return inPaper(name, v.err())
}

func (v *verdict) examineDOCX(ctx context.Context, file []byte) error {
	list, err := reader.DOCX(file)
	if err != nil {
		return err
	}
	if v.from, err = origin.Find(list); err != nil {
		return err
	}
	theirs, err := reader.ReadWords(file)
	if err != nil {
		return err
	}
	again, err := inTime(ctx, func() ([]byte, error) { return reprint(v.from, "docx") })
	if err != nil {
		return err
	}
	ours, err := reader.ReadWords(again)
	if err != nil {
		return err
	}
	v.report = compare.Words(theirs, ours)
	return nil
}
