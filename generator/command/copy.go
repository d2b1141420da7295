package command

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"protokol/fonts"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/signature"
)

// detached is a signature in a file of its own.
type detached struct {
	name string
	signature.Signature
}

// beside judges the signatures in the files that are named after the paper. Those
// of a copy are signatures of its original.
func (v *verdict) beside(c *cli.Context, file []byte) error {
	names := c.Args().Tail()
	if len(names) > 0 && len(v.marks) > 0 {
		printer, err := markPrinter()
		if err != nil {
			return err
		}
		if original := signature.Original(file, v.marks, printer); original != nil {
			file, v.original = original, true
		}
	}
	for _, name := range names {
		made, err := readSignature(c, name)
		if err != nil {
			return err
		}
		s, err := signature.Beside(file, made)
		if err != nil {
			return inPaper(name, err)
		}
		v.detached = append(v.detached, detached{filepath.Base(name), s})
	}
	return nil
}

// proof is the file of the signature that a mark on a copy tells of, or "".
func (v verdict) proof(m signature.Placed) string {
	for _, d := range v.detached {
		if v.original && d.Valid() && m.Of(d.Owner) {
			return d.name
		}
	}
	return ""
}

// printMarks tells a copy from what was signed, and whether it is.
func (v verdict) printMarks(w io.Writer) {
	open := 0
	for _, m := range v.marks {
		known := "подтверждён файлом " + shown(v.proof(m))
		if v.proof(m) == "" {
			known = "не подтверждён"
			open++
		}
		fmt.Fprintf(w, "  копия со штампом, %s; штамп %s\n", m, known)
	}
	switch {
	case v.original:
		fmt.Fprintln(w, "  копия — это подлинник и штамп на нём, больше ничего; подписи ниже проверены по подлиннику")
	case open > 0 && len(v.detached) > 0:
		fmt.Fprintln(w, "  внимание: копию меняли или сделала другая версия программы; проверьте подпись по подлиннику")
	case open > 0:
		fmt.Fprintln(w, "  штамп сам ничего не доказывает: укажите за копией файл подписи или проверьте подлинник")
	}
	for _, d := range v.detached {
		fmt.Fprintf(w, "  подпись в файле %s: %s\n", shown(d.name), d)
	}
}

// restamped is a new print of a paper with the marks of a copy of it.
func restamped(file []byte, marks []signature.Placed) ([]byte, error) {
	if len(marks) == 0 {
		return file, nil
	}
	printer, err := markPrinter()
	if err != nil {
		return nil, err
	}
	return signature.Restamp(file, marks, printer)
}

// markPrinter draws marks of signatures.
func markPrinter() (*pdf.Printer, error) {
	family, err := printing.Family(fonts.Default)
	if err != nil {
		return nil, err
	}
	return pdf.NewPrinter(family), nil
}
