package printing

import (
	"cmp"
	"fmt"
	"io"
	"sync"
	"time"
	"unicode"

	"protokol/fonts"
	"protokol/generator/diag"
	"protokol/generator/internal/faces"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/font"
	"protokol/generator/internal/layout"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/picture"
	"protokol/generator/internal/wordml"
)

// WordPrinter prints Word papers as PDF. It is safe for concurrent use.
type WordPrinter struct {
	faces  *faces.Set
	pdf    *pdf.Printer
	images *picture.Cache
}

// NewWordPrinter returns a printer with the built-in faces.
func NewWordPrinter() (*WordPrinter, error) {
	own, err := Family(fonts.Default)
	if err != nil {
		return nil, err
	}
	var twins [][4][]byte
	for _, name := range faces.Names[1:] {
		files, err := fonts.Twin(name)
		if err != nil {
			return nil, err
		}
		twins = append(twins, files)
	}
	set, err := faces.New(own, twins)
	if err != nil {
		return nil, err
	}
	return &WordPrinter{faces: set, pdf: pdf.NewPrinter(set.Family()), images: &picture.Cache{}}, nil
}

// LoweredPaper is a Word paper that has been laid out.
type LoweredPaper struct {
	*wordml.Paper
	Layout  *layout.Result
	printer *WordPrinter
	said    *sync.Map // approximations that were reported
}

// Lay lays out a Word paper. Parts replaces the content of its parts.
func (p *WordPrinter) Lay(doc *wordml.Document, parts map[string][]byte) (*LoweredPaper, error) {
	paper, err := doc.Lower(wordml.Options{Parts: parts, Faces: p.faces, Images: p.images})
	if err != nil {
		return nil, err
	}
	covered(paper, p.faces.Family())
	laid := layout.Pages(paper.Flow, p.faces.Family())
	if laid.Overfull {
		paper.Overfull()
	}
	return &LoweredPaper{Paper: paper, Layout: laid, printer: p}, nil
}

// SignHere adds fields for electronic signatures where the paper has places for the
// signatures of persons.
func (p *LoweredPaper) SignHere(signers []layout.Signer) {
	p.Layout.SignHere(signers, p.printer.faces.Family())
}

// writeLowered writes a paper made from a Word template as PDF. The error is a
// diag.Report if content would be lost.
func (p *Press) writeLowered(w io.Writer, paper *Paper) error {
	if err := p.lower(paper); err != nil {
		return err
	}
	return paper.lowered.Write(w, LoweredOptions{Title: paper.Document.Title, Author: paper.author, Date: paper.date,
		Profile: p.Profile, Origin: paper.origin})
}

// lower lays out a paper made from a Word template, once.
func (p *Press) lower(paper *Paper) error {
	if paper.lowered != nil {
		return nil
	}
	printer, err := p.WordPrinter()
	if err != nil {
		return err
	}
	template := paper.word.Template()
	known, ok := p.lowered.Load(template)
	if !ok {
		doc, err := wordml.Open(template.File)
		if err != nil {
			return diag.Report{List: diag.List{{File: template.Name, Message: err.Error()}}}
		}
		known, _ = p.lowered.LoadOrStore(template, doc)
	}
	laid, err := printer.Lay(known.(*wordml.Document), paper.word.Parts())
	if err != nil {
		return diag.Report{List: diag.List{{File: template.Name, Message: err.Error()}}}
	}
	if laid.Report.Lost() {
		return diag.Report{List: Found(template.Name, laid.Report)}
	}
	if !p.NoFields {
		laid.SignHere(paper.signers())
	}
	laid.Title = cmp.Or(paper.Document.Title, laid.Title)
	laid.said = &p.said
	paper.lowered = laid
	return nil
}

// Approximated returns warnings about what the PDF of a paper made from a Word
// template shows only approximately: what other papers showed so is not repeated.
func (p *Paper) Approximated() (list diag.List) {
	for _, problem := range p.Approximations() {
		if _, said := p.lowered.said.LoadOrStore(problem.Message, true); !said {
			list = append(list, problem)
		}
	}
	return list
}

// Approximations is Approximated without regard to other papers.
func (p *Paper) Approximations() diag.List {
	if p.lowered == nil {
		return nil
	}
	return Found(p.word.Template().Name, p.lowered.Report)
}

// Found returns problems for the constructs of a Word paper that are not printed
// exactly.
func Found(name string, report wordml.Report) (list diag.List) {
	for _, f := range report.Findings {
		problem := diag.Problem{Severity: diag.Warning, File: name, Message: f.Place + ": приближённо: " + f.Construct}
		if f.Severity == wordml.Lost {
			problem.Severity, problem.Message = diag.Error, f.Place+": не печатается: "+f.Construct
			problem.Hint = "уберите это из документа или замените текстом либо рисунком"
		}
		if f.Count > 1 {
			problem.Message += fmt.Sprintf(" (всего %d)", f.Count)
		}
		list = append(list, problem)
	}
	return list
}

// LoweredOptions are what the PDF of a Word paper records.
type LoweredOptions struct {
	Title   string // if the file has none
	Author  string
	Date    time.Time
	Profile pdf.Profile
	Origin  origin.Origin
}

// Write writes the paper as PDF.
func (p *LoweredPaper) Write(w io.Writer, o LoweredOptions) error {
	return p.printer.pdf.Write(w, p.Layout, pdf.Options{
		Title: cmp.Or(p.Title, o.Title), Author: cmp.Or(o.Author, p.Author), Producer: "protokol " + Version,
		Date: o.Date, Origin: o.Origin, Profile: o.Profile, Pictures: p.Pictures,
	})
}

// covered replaces characters that no face has, and says so.
func covered(paper *wordml.Paper, family *font.Family) {
	borrowed := map[uint8]bool{} // families without some of the letters
	flow.EachRun(paper.Flow.Blocks, func(r *flow.Run) {
		index := family.IndexOf(int(r.Font.Family), r.Font.Bold, r.Font.Italic)
		for _, c := range r.Text {
			found, ok := family.Find(c, index)
			if !ok && c != '\u00ad' && c != '\u2060' {
				r.Text = replaceUncovered(paper, r.Text, family, index)
				return
			}
			if found != index && r.Font.Family != faces.Serif && unicode.IsLetter(c) {
				borrowed[r.Font.Family] = true
			}
		}
	})
	for i := range faces.Names {
		if borrowed[uint8(i)] {
			paper.Borrowed(faces.Names[i], faces.Names[0])
		}
	}
}

// replaceUncovered replaces the characters of a text that no face has by a sign
// that says so.
func replaceUncovered(paper *wordml.Paper, text string, family *font.Family, index int) string {
	var made []rune
	for _, c := range text {
		switch _, ok := family.Find(c, index); {
		case ok || c == '\u00ad' || c == '\u2060':
			made = append(made, c)
		case c < ' ' || c >= 0x200B && c <= 0x200F || c >= 0xFE00 && c <= 0xFE0F || c == 0xFEFF:
		default:
			paper.Uncovered(c)
			made = append(made, '\uFFFD')
		}
	}
	return string(made)
}
