package wordml

import (
	"strings"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/picture"
	"protokol/generator/internal/wordml/wordmltest"
)

// file is a DOCX by its parts: the body, and other parts of word/ by name.
type file struct {
	body  string
	parts map[string]string // "styles" → content of the root element
}

// bytes returns the file.
func (f file) bytes(t testing.TB) []byte { return wordmltest.File(t, f.body, f.parts) }

// oneFace finds one family for all fonts.
type oneFace struct{}

func (oneFace) Find(string) Face { return Face{} }

// lower lowers a file.
func (f file) lower(t testing.TB) *Paper { return f.lowerAs(t, Options{}) }

// lowerBy lowers a file, as by rules before 10 if earlier is set.
func (f file) lowerBy(t testing.TB, earlier bool) *Paper {
	return f.lowerAs(t, Options{Earlier: earlier})
}

// lowerAs lowers a file with one family for all fonts.
func (f file) lowerAs(t testing.TB, o Options) *Paper {
	t.Helper()
	d, err := Open(f.bytes(t))
	if err != nil {
		t.Fatal(err)
	}
	o.Faces, o.Images = oneFace{}, &picture.Cache{}
	p, err := d.Lower(o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// body lowers a body without other parts.
func body(t testing.TB, content string) *Paper { return file{body: content}.lower(t) }

// paragraphs returns the paragraphs of blocks, also those of lists.
func paragraphs(blocks []flow.Block) (list []*flow.Paragraph) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *flow.Paragraph:
			list = append(list, b)
		case *flow.List:
			for _, item := range b.Items {
				list = append(list, paragraphs(item.Blocks)...)
			}
		}
	}
	return list
}

// text returns the text of a paragraph; tabs and breaks as such.
func text(p *flow.Paragraph) string {
	var b strings.Builder
	for _, r := range p.Runs {
		switch r.Kind {
		case flow.TabStop:
			b.WriteByte('\t')
		case flow.LineBreak:
			b.WriteByte('\n')
		default:
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

func p(properties, content string) string {
	return "<w:p><w:pPr>" + properties + "</w:pPr>" + content + "</w:p>"
}

func r(properties, content string) string {
	return "<w:r><w:rPr>" + properties + `</w:rPr><w:t xml:space="preserve">` + content + "</w:t></w:r>"
}
