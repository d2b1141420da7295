package wordml

import (
	"bytes"
	"cmp"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/picture"
	"protokol/generator/internal/wordml/wordmltest"
)

// TestSimilar: papers share what they have in common once it was met in two of them, but not what depends on others.
func TestSimilar(t *testing.T) {
	table := `<w:tbl><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc>` + p("", r("", "таблица")) +
		`</w:tc></w:tr></w:tbl>`
	d, err := Open(wordmltest.Body(t, table))
	if err != nil {
		t.Fatal(err)
	}
	var similar Similar
	lower := func(first string) []flow.Block {
		main := "<w:document " + wordmltest.Namespaces + "><w:body>" +
			p("", r("", first)) + p("", r("", "общее")) + table +
			p("", `<w:bookmarkStart w:name="a"/>`+r("", "закладка")) + "</w:body></w:document>"
		paper, err := d.Lower(Options{Parts: map[string][]byte{"word/document.xml": []byte(main)}, Faces: oneFace{},
			Images: &picture.Cache{}, Similar: &similar})
		if err != nil {
			t.Fatal(err)
		}
		paper.Share()
		return paper.Flow.Blocks
	}
	papers := [][]flow.Block{lower("первое"), lower("второе"), lower("третье"), lower("четвёртое")}
	runs := func(paper, block int) *flow.Run { return &papers[paper][block].(*flow.Paragraph).Runs[0] }
	if runs(2, 1) == runs(3, 1) || text(papers[3][1].(*flow.Paragraph)) != "четвёртое" {
		t.Error("the paragraphs that differ are the same")
	}
	if runs(2, 2) != runs(3, 2) || papers[2][3] != papers[3][3] {
		t.Error("equal blocks are lowered again")
	}
	if papers[2][2] == papers[3][2] {
		t.Error("papers have the same paragraph, which they may change")
	}
	if runs(2, 4) == runs(3, 4) {
		t.Error("a paragraph with a bookmark is shared")
	}
}

// similarMain is the main part of a paper with a text, and the same paragraph and header as others.
func similarMain(text string) map[string][]byte {
	return map[string][]byte{"word/document.xml": []byte("<w:document " + wordmltest.Namespaces + "><w:body>" +
		p("", r("", text)) + p("", r("", strings.Repeat("общее ", 100))) +
		`<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr></w:body></w:document>`)}
}

// TestSimilarPlaces: every paper has its own fields where persons are to sign in its header.
func TestSimilarPlaces(t *testing.T) {
	header := p("", r("", "Председатель _____"))
	d, err := Open(wordmltest.File(t, p("", ""), map[string]string{"header1": header}))
	if err != nil {
		t.Fatal(err)
	}
	data, err := d.pack.read("word/header1.xml", maxText)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(string(data), signatureLine)
	var similar Similar
	for _, text := range []string{"первое", "второе", "третье", "четвёртое"} {
		field := &flow.Field{Name: text}
		paper, err := d.Lower(Options{Parts: similarMain(text), Faces: oneFace{}, Images: &picture.Cache{},
			Similar: &similar, Places: map[string][]Place{"word/header1.xml": {{at, at + len(signatureLine), field}}}})
		if err != nil {
			t.Fatal(err)
		}
		paper.Share()
		var got *flow.Field
		flow.EachRun(paper.Flow.Blocks, func(r *flow.Run) { got = cmp.Or(got, r.Field) })
		if got != field {
			t.Errorf("%s: the field is %+v", text, got)
		}
	}
}

// TestSimilarEnded: a paper of which the lowering was ended shares nothing.
func TestSimilarEnded(t *testing.T) {
	cells := strings.Repeat("<w:tc>"+p("", r("", "ячейка"))+p("", r("", "строка"))+"</w:tc>", 2)
	table := `<w:tbl><w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="900"/></w:tblGrid><w:tr>` + cells +
		`</w:tr></w:tbl>`
	for after := range 10 {
		d, err := Open(wordmltest.File(t, p("", ""), map[string]string{"header1": table}))
		if err != nil {
			t.Fatal(err)
		}
		var similar Similar
		lower := func(text string, ended func() bool) int {
			o := Options{Parts: similarMain(text), Faces: oneFace{}, Images: &picture.Cache{}, Similar: &similar,
				Ended: ended}
			main := o.Parts["word/document.xml"]
			o.Parts["word/document.xml"] = bytes.Replace(main, []byte("<w:sectPr>"), []byte(table+"<w:sectPr>"), 1)
			paper, err := d.Lower(o)
			if err != nil {
				t.Fatal(err)
			}
			paper.Share()
			runs := 0
			flow.EachRun(paper.Flow.Blocks, func(*flow.Run) { runs++ })
			return runs
		}
		want := lower("первое", nil)
		asked := 0
		lower("второе", func() bool { asked++; return asked > after })
		if got := lower("третье", nil); got != want {
			t.Errorf("ended after %d questions: the next paper has %d runs, want %d", after, got, want)
		}
	}
}
