package wordml

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/picture"
	"protokol/generator/internal/wordml/wordmltest"
)

// partsFile is a file whose parts all say «name».
func partsFile(t *testing.T) *Document {
	t.Helper()
	p := func(content string) string { return "<w:p>" + content + "<w:r><w:t>name</w:t></w:r></w:p>" }
	d, err := Open(file{
		body: p(`<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>`) +
			p(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>`) +
			`<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>`,
		parts: map[string]string{"header1": p(""), "footnotes": `<w:footnote w:id="1">` + p("") + "</w:footnote>",
			"endnotes": `<w:endnote w:id="1">` + p("") + "</w:endnote>",
			"numbering": `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>` +
				`<w:lvlText w:val="name"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`},
	}.bytes(t))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestOtherParts: papers made of one document, at the same time, have the content of
// their own parts everywhere.
func TestOtherParts(t *testing.T) {
	const uses = 6 // of the name
	d := partsFile(t)
	own := func(name string) map[string][]byte {
		parts := map[string][]byte{}
		for _, part := range []string{"document", "header1", "footnotes", "endnotes", "numbering"} {
			data, err := d.pack.read("word/"+part+".xml", maxText)
			if err != nil {
				t.Fatal(err)
			}
			parts["word/"+part+".xml"] = []byte(strings.ReplaceAll(string(data), "name", name))
		}
		return parts
	}
	var all sync.WaitGroup
	for i := range 100 {
		all.Go(func() {
			name := fmt.Sprintf("<%d>", i)
			escaped := strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(name)
			p, err := d.Lower(Options{Parts: own(escaped), Faces: oneFace{}, Images: &picture.Cache{}})
			if err != nil {
				t.Error(err)
				return
			}
			if got := printed(p); strings.Count(got, name) != uses || strings.Count(got, "<") != uses {
				t.Errorf("%s: %s", name, got)
			}
		})
	}
	all.Wait()
	if got := printed(partsFile(t).lowered(t)); strings.Count(got, "name") != uses {
		t.Error(got)
	}
}

// lowered is the paper without other parts.
func (d *Document) lowered(t *testing.T) *Paper {
	t.Helper()
	p, err := d.Lower(Options{Faces: oneFace{}, Images: &picture.Cache{}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestSharedHeaders: sections that share a header have one, and a small file with many
// sections of other widths cannot make too many of it.
func TestSharedHeaders(t *testing.T) {
	header := map[string]string{"header1": strings.Repeat("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 3000)}
	sections := func(n int, width func(int) int) []byte {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="header1"/>`+
				`<w:pgSz w:w="%d" w:h="16000"/></w:sectPr></w:pPr></w:p>`, width(i))
		}
		return wordmltest.File(t, b.String(), header)
	}
	for name, c := range map[string]struct {
		file    []byte
		refused bool
	}{
		"the same":     {sections(1000, func(int) int { return 12000 }), false},
		"other widths": {sections(1000, func(i int) int { return 12000 + i }), true},
		"few":          {sections(10, func(i int) int { return 12000 + i }), false},
	} {
		d, err := Open(c.file)
		if err != nil {
			t.Fatal(err)
		}
		p, err := d.Lower(Options{Faces: oneFace{}, Images: &picture.Cache{}})
		if (err != nil) != c.refused {
			t.Errorf("%s: %v", name, err)
		}
		if name == "the same" && err == nil {
			first, last := p.Flow.Blocks[0].(*flow.Section), p.Flow.Blocks[len(p.Flow.Blocks)-1].(*flow.Section)
			if &first.Heads.Default[0] != &last.Heads.Default[0] {
				t.Error("sections with the same header do not share it")
			}
		}
	}
}
