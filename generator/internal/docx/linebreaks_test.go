package docx

import (
	"bytes"
	"protokol/generator/document"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/shipped"
	"strings"
	"testing"
)

// TestDivisions: a text has optional hyphens at the given places only.
func TestDivisions(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{
		document.Paragraph{Inlines: []document.Inline{document.Text{Value: "образование "},
			document.Strong{Inlines: text("и наука")}}},
		list(document.Decimal, item("1.", "образование и совет")),
	}}
	first := doc.Blocks[0].(document.Paragraph).Inlines
	second := doc.Blocks[1].(document.List).Items[0].Blocks[0].(document.Paragraph).Inlines
	var out bytes.Buffer
	b := newBody(shipped.Sheet(t, "gost-2025"), Options{Divisions: map[*document.Inline][]int{
		&first[0]: {8}, &second[0]: {8, 25}}}, &out)
	if err := b.document(doc); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`<w:t>обра</w:t><w:softHyphen/><w:t xml:space="preserve">зование </w:t>`, `<w:t>и наука</w:t>`,
		`<w:t>обра</w:t><w:softHyphen/><w:t>зование и</w:t><w:softHyphen/><w:t xml:space="preserve"> совет</w:t>`,
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %s in %s", want, out.String())
		}
	}
}

// TestRanges: a line does not end after the dash of a range, and the digest of the
// words does not change.
func TestRanges(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{document.Paragraph{Inlines: []document.Inline{
		document.Strong{Inlines: text("для 8–9 классов")}}}}}
	inlines := doc.Blocks[0].(document.Paragraph).Inlines[0].(document.Strong).Inlines
	var out bytes.Buffer
	b := newBody(shipped.Sheet(t, "gost-2025"), Options{Divisions: map[*document.Inline][]int{
		&inlines[0]: {len("для 8–")}}}, &out)
	if err := b.document(doc); err != nil {
		t.Fatal(err)
	}
	bold := `<w:r><w:rPr><w:b/><w:bCs/></w:rPr>`
	want := bold + `<w:t>для 8–</w:t></w:r><w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>` + "\u2060" + `</w:t></w:r>` +
		bold + `<w:t>9 классов</w:t></w:r>`
	if !strings.Contains(out.String(), want) {
		t.Errorf("no %s in %s", want, out.String())
	}
	words := origin.NewWords()
	words.Add("для 8–9 классов")
	if got, want := wordsOf(out.Bytes()), words.Sum(); got != want {
		t.Errorf("the digest is %s, want %s", got, want)
	}
}

// TestSingleLetters: a hyphen next to a single letter does not end a line, and is
// among the words of the digest.
func TestSingleLetters(t *testing.T) {
	var out bytes.Buffer
	markup{&out}.text("Озёрный р-н, бизнес-план")
	if got, want := out.String(), `<w:t>Озёрный р</w:t><w:noBreakHyphen/><w:t>н, бизнес-план</w:t>`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	words := origin.NewWords()
	words.Add("Озёрный р-н, бизнес-план")
	if got, want := wordsOf(out.Bytes()), words.Sum(); got != want {
		t.Errorf("the digest is %s, want %s", got, want)
	}
}
