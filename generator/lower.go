package generator

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"protokol/generator/diag"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/wordml"
)

// WordPDF is the PDF of a Word paper.
type WordPDF struct {
	Data     []byte
	Pages    int
	Findings []WordFinding // constructs that are not printed exactly as in Word
	Fonts    []WordFont    // on its pages, that are not built in
}

// WordFinding is a construct of a Word paper that is not printed exactly.
type WordFinding struct {
	Construct string // in Russian
	Place     string // the first paragraph in which it was met
	Count     int
	Lost      bool // its content would be missing
	Exact     bool // it is printed exactly, but depends on the computer
	Slight    bool // the difference is too small to see
}

// WordFont is a face that is not built in.
type WordFont struct {
	Name   string
	Path   string // with the name of its folder
	System bool   // it is of the operating system
}

// PDFName returns the name of the PDF of a Word paper.
func PDFName(name string) string {
	base := filepath.Base(name)
	return strings.TrimSuffix(base, filepath.Ext(base)) + ".pdf"
}

// PrintWord prints a Word paper as PDF/A and PDF/UA. The problems name every
// construct that is not printed exactly; there is no PDF if content would be lost.
func (g *Generator) PrintWord(ctx context.Context, file File) (made WordPDF, found Problems, err error) {
	profile, err := pdf.ParseProfile(g.Profile())
	if err != nil {
		return made, found, err
	}
	printer, err := g.press.WordPrinter()
	if err != nil {
		return made, found, err
	}
	doc, err := wordml.Open(file.Data)
	if err != nil {
		return made, found, Problems{List: diag.List{{File: file.Name, Message: err.Error()}}}
	}
	paper, err := printer.Lay(ctx, doc, nil, nil)
	if ctx.Err() != nil {
		return made, found, context.Cause(ctx)
	}
	if err != nil {
		return made, found, Problems{List: diag.List{{File: file.Name, Message: err.Error()}}}
	}
	made.Pages = len(paper.Layout.Pages)
	for _, f := range paper.Report.Findings {
		made.Findings = append(made.Findings, WordFinding{f.Construct, f.Place, f.Count, f.Severity == wordml.Lost,
			f.Severity == wordml.Noted, f.Severity == wordml.Slight})
	}
	for _, f := range paper.Fonts() {
		made.Fonts = append(made.Fonts, WordFont{f.Name, f.Path, f.System})
	}
	found.List = printing.Found(file.Name, paper.Report)
	if paper.Report.Lost() {
		return made, found, nil
	}
	if !g.config.NoSignatureFields {
		paper.SignHere(nil, 0)
	}
	var b bytes.Buffer
	source := origin.File{Path: filepath.ToSlash(file.Name), Data: file.Data}
	from := printing.LoweredOrigin(source, profile, g.config.NoSignatureFields, g.config.Source)
	from.Date = g.fileDate()
	err = paper.Write(&b, printing.LoweredOptions{Title: printing.TitleOf(source.Path), Date: from.Date,
		Profile: profile, Origin: from})
	made.Data = b.Bytes()
	return made, found, err
}

// fileDate returns the date of files that are not about a meeting.
func (g *Generator) fileDate() time.Time {
	if g.config.Date.IsZero() {
		return time.Unix(0, 0).UTC()
	}
	return g.config.Date
}

// Report lists the findings, and how each was handled.
func (p WordPDF) Report(name string) string {
	exact := ""
	if !slices.ContainsFunc(p.Findings, func(f WordFinding) bool { return !f.Exact }) {
		exact = ", всё точно"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: страниц %d%s\n", name, p.Pages, exact)
	for _, f := range p.Fonts {
		fmt.Fprintf(&b, "  шрифт %s: %s\n", f.Name, f.Path)
	}
	for _, f := range p.Findings {
		answer := "приближённо"
		switch {
		case f.Lost:
			answer = "не печатается"
		case f.Exact:
			answer = "внимание"
		case f.Slight:
			answer = "мелочь"
		}
		fmt.Fprintf(&b, "  %s: %s — %s, всего %d\n", answer, f.Construct, f.Place, f.Count)
	}
	return b.String()
}
