package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator/internal/compare"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/input"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/signature"
)

func verifyCommand() *cli.Command {
	return &cli.Command{
		Name:      "verify",
		Usage:     "сверить документ с исходным файлом внутри него",
		ArgsUsage: "ФАЙЛ.pdf|ФАЙЛ.docx [ПОДПИСЬ.sig…]",
		Description: "Печатает исходный файл, вложенный в документ, заново и сравнивает страницы: слова, вид листов\n" +
			"и пометки на них. Отвечает «совпадает» (код 0) или перечисляет отличия (код 1).\n" +
			"В DOCX сверяет слова: вид его листов зависит от программы, в которой он открыт.\n" +
			"Подписанный документ проверяется так же; о подписях говорится, кто и когда подписал, верна ли подпись\n" +
			"и что изменено после неё; если подписи прочитать нельзя, код тоже 1. Кто выдал сертификат и не отозван ли он, без сети не проверить.\n" +
			"Копию «(со штампом)» узнаёт; с файлом подписи проверяет и его, по самому документу или по подлиннику, с которого копия.",
		Action: verify,
	}
}

func verify(c *cli.Context) error {
	if c.NArg() < 1 {
		return usagef(c, "нужен PDF, а с ним, если есть, файлы его подписи")
	}
	name := c.Args().First()
	file, err := readLarge(c, name)
	if err != nil {
		return err
	}
	switch {
	case reader.IsDOCX(file):
		return verifyDOCX(c, name, file)
	case reader.IsOLE(file):
		return inPaper(name, errOLE)
	}
	ctx, cancel := context.WithTimeout(c.Context, patience)
	defer cancel()
	engine, err := startEngine(ctx)
	if err != nil {
		return err
	}
	defer engine.Close()
	paper, err := engine.Open(file)
	if err != nil {
		return inPaper(name, err)
	}
	defer paper.Close()
	v := verdict{marks: signature.Marks(file)}
	err = v.examine(ctx, engine, paper)
	if err != nil {
		return inSource(c, name, err)
	}
	v.signatures, v.unread = signature.Read(file)
	if err := v.beside(c, file); err != nil {
		return err
	}
	v.print(c.App.Writer, name)
	return inPaper(name, v.err())
}

// inSource is an error in a paper, or in the source inside it.
func inSource(c *cli.Context, name string, err error) error {
	var problems problemsError
	if errors.As(err, &problems) {
		fmt.Fprintf(c.App.ErrWriter, "%s: исходный файл внутри документа не читается\n", name)
		return problems
	}
	return inPaper(name, err)
}

// verdict is all that can be said about a paper.
type verdict struct {
	from       origin.Origin
	pages      int
	marks      []signature.Placed // of a copy with stamps
	original   bool               // the copy is the original and those marks, nothing else
	report     compare.Report
	signatures *signature.Report // nil when they cannot be read
	unread     error             // why not
	detached   []detached
}

// examine prints a paper's source again, with the marks of a stamped copy, and
// compares.
func (v *verdict) examine(ctx context.Context, engine *reader.Engine, paper *reader.PDF) error {
	list, err := paper.Attachments()
	if err != nil {
		return err
	}
	if v.from, err = origin.Find(list); err != nil {
		return err
	}
	again, err := inTime(ctx, func() ([]byte, error) { return reprint(v.from, "pdf") })
	if err != nil {
		return err
	}
	if marked, err := restamped(again, v.marks); err == nil {
		again = marked
	} else {
		v.marks = nil // of words that we do not print
	}
	engine.Limit = limitOfOwn
	reprinted, err := engine.Open(again)
	if err != nil {
		return err
	}
	defer reprinted.Close()
	v.pages = paper.Pages()
	v.report, err = compare.Pages(paper, reprinted)
	return err
}

// inTime gives up on work that does not end: the source may be hostile too.
func inTime(ctx context.Context, work func() ([]byte, error)) ([]byte, error) {
	type result struct {
		data  []byte
		err   error
		fault any
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			r.fault = recover()
			done <- r
		}()
		r.data, r.err = work()
	}()
	select {
	case r := <-done:
		if r.fault != nil {
			panic(r.fault) // where it is told
		}
		return r.data, r.err
	case <-ctx.Done():
		return nil, errTooLong
	}
}

// reprint makes the paper of an origin again.
func reprint(from origin.Origin, format string) ([]byte, error) {
	press, err := pressOf(from)
	if err != nil {
		return nil, err
	}
	sources := map[string][]byte{}
	for _, f := range from.Files {
		sources[f.Path] = f.Data
	}
	src := from.Source()
	file, problems := input.Read(src.Path, src.Data, press.Reading(from.Open))
	if problems.Failed() {
		return nil, problemsError{problems, sources}
	}
	paper, err := paperOf(press, file, from)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = press.Write(&b, paper, format)
	return b.Bytes(), err
}

// paperOf makes the paper of an origin again.
func paperOf(press *printing.Press, file *input.File, from origin.Origin) (*printing.Paper, error) {
	if from.Row() != nil {
		return reprintRow(press, file, from)
	}
	request := compose.Request{Kind: from.Kind, Items: from.Items, Blank: from.Blank, Sort: from.Sort, To: from.To, Fillable: from.Fillable}
	if request.Kind == "" {
		request.Kind = compose.Kinds[0].Name // another program's paper
	}
	return press.Paper(request, file.Meeting, printing.Origin{Date: from.Date})
}

// maxDifferences is how many are printed: a person reads no more.
const maxDifferences = 50

func (v verdict) print(w io.Writer, name string) {
	answer := "совпадает"
	if len(v.report.Differences) > 0 {
		answer = "не совпадает"
	}
	fmt.Fprintf(w, "%s: %s\n", filepath.Base(name), answer)
	v.printReport(w)
	fmt.Fprintf(w, "  страниц: %d, исходный файл: %s\n", v.pages, shown(v.from.Source().Path))
	v.printMaker(w)
	v.printMarks(w)
	v.printSignatures(w)
}

// printReport tells the differences and what else was noticed.
func (v verdict) printReport(w io.Writer) {
	for i, d := range v.report.Differences {
		if i == maxDifferences {
			fmt.Fprintf(w, "  и ещё отличий: %d\n", len(v.report.Differences)-i)
			break
		}
		fmt.Fprintf(w, "  %s\n", d)
	}
	for _, r := range v.report.Remarks {
		fmt.Fprintf(w, "  %s\n", r)
	}
}

// printMaker says how the paper was made, as far as that may explain what was
// found or weakens what was not.
func (v verdict) printMaker(w io.Writer) {
	switch from := v.from; {
	case from.Version == "":
		fmt.Fprintln(w, "  документ сделан в другой программе: его вид может отличаться и без правки")
	case from.Version != printing.Version || from.Schema != input.SchemaVersion:
		fmt.Fprintf(w, "  документ напечатан версией %s, проверен версией %s: вид может отличаться и без правки\n",
			shown(from.Version), printing.Version)
	}
	var custom []string
	for _, f := range v.from.Custom() {
		custom = append(custom, shown(f.Path))
	}
	if len(custom) > 0 {
		fmt.Fprintf(w, "  внимание: документ напечатан не по встроенным шаблонам и стилям, а по вложенным в него: %s\n", strings.Join(custom, ", "))
	}
}

// printSignatures tells who signed. What is no signature a strict reader can
// judge is no valid one.
func (v verdict) printSignatures(w io.Writer) {
	if v.unread != nil {
		fmt.Fprintf(w, "  подписи не читаются: %v\n", v.unread)
		return
	}
	for _, s := range v.signatures.Signatures {
		fmt.Fprintf(w, "  подпись: %s\n", s)
	}
	if len(v.marks) > 0 {
		return // nobody is to sign a copy
	}
	for _, field := range v.signatures.Free {
		fmt.Fprintf(w, "  место для подписи: %s, ещё не подписано\n", field)
	}
}

// err is why the paper is not what it should be, or nil. Signatures that only
// a lenient reader sees are no valid ones, so a file that cannot be read
// strictly is not passed: otherwise a byte after its end would hide what was
// done to a signed paper.
func (v verdict) err() error {
	if len(v.report.Differences) > 0 {
		return errors.New("страницы не совпадают с исходным файлом")
	}
	if v.unread != nil {
		return fmt.Errorf("подписи проверить нельзя: %w", v.unread)
	}
	var all []signature.Signature
	if v.signatures != nil {
		all = slices.Clone(v.signatures.Signatures)
	}
	for _, d := range v.detached {
		all = append(all, d.Signature)
	}
	for _, s := range all {
		if len(s.Problems)+len(s.Changes) > 0 {
			return errors.New("подпись недействительна или документ изменён после подписания")
		}
	}
	return nil
}
