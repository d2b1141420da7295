package printing

import (
	"cmp"
	"io"
	"time"

	"protokol/fonts"
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
}

// Lay lays out a Word paper. Parts replaces the content of its parts.
func (p *WordPrinter) Lay(doc *wordml.Document, parts map[string][]byte) (*LoweredPaper, error) {
	paper, err := doc.Lower(wordml.Options{Parts: parts, Faces: p.faces, Images: p.images})
	if err != nil {
		return nil, err
	}
	covered(paper, p.faces.Family())
	return &LoweredPaper{Paper: paper, Layout: layout.Pages(paper.Flow, p.faces.Family()), printer: p}, nil
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
		Title: cmp.Or(p.Title, o.Title), Author: cmp.Or(p.Author, o.Author), Producer: "protokol " + Version,
		Date: o.Date, Origin: o.Origin, Profile: o.Profile, Pictures: p.Pictures,
	})
}

// covered replaces characters that no face has, and says so.
func covered(paper *wordml.Paper, family *font.Family) {
	flow.EachRun(paper.Flow.Blocks, func(r *flow.Run) {
		index := family.IndexOf(int(r.Font.Family), r.Font.Bold, r.Font.Italic)
		for _, c := range r.Text {
			if _, ok := family.Find(c, index); !ok && c != '\u00ad' {
				r.Text = replaceUncovered(paper, r.Text, family, index)
				return
			}
		}
	})
}

// replaceUncovered replaces the characters of a text that no face has by a sign
// that says so.
func replaceUncovered(paper *wordml.Paper, text string, family *font.Family, index int) string {
	var made []rune
	for _, c := range text {
		switch _, ok := family.Find(c, index); {
		case ok || c == '\u00ad':
			made = append(made, c)
		case c < ' ' || c >= 0x200B && c <= 0x200F || c >= 0xFE00 && c <= 0xFE0F || c == 0xFEFF || c == 0x2060:
		default:
			paper.Uncovered(c)
			made = append(made, '\uFFFD')
		}
	}
	return string(made)
}
