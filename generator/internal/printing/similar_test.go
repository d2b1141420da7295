package printing

import (
	"bytes"
	"context"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"protokol/generator/internal/effort"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/layout"
	"protokol/generator/internal/wordml"
	"protokol/generator/internal/wordml/wordmltest"
)

var wordTexts = regexp.MustCompile(`(<w:t[^>]*>)([^<&]*)`)

// retold changes some texts of a body.
func retold(random *rand.Rand, body string) string {
	return wordTexts.ReplaceAllStringFunc(body, func(old string) string {
		if random.IntN(6) > 0 {
			return old
		}
		return old + strings.Repeat("слово ", random.IntN(30))
	})
}

// similarPaper prints a paper of a document, and returns it with its report, or why it is refused.
func similarPaper(
	ctx context.Context, p *WordPrinter, doc *wordml.Document, o wordml.Options, known *layout.Cache,
) (file []byte, report []wordml.Finding, refusal string) {
	paper, err := p.layBy(ctx, 0, doc, o, known)
	if err != nil {
		return nil, nil, err.Error()
	}
	paper.SignHere(nil, 0)
	var b bytes.Buffer
	if err := paper.Write(&b, LoweredOptions{Title: "t", Date: time.Unix(0, 0).UTC()}); err != nil {
		return nil, nil, err.Error()
	}
	return b.Bytes(), paper.Report.Findings, ""
}

// TestSimilarPapers: papers that share elements, blocks and lines with others, made at the same time, are the same as
// those that are made alone.
func TestSimilarPapers(t *testing.T) {
	printer, err := NewWordPrinter()
	if err != nil {
		t.Fatal(err)
	}
	bodies := slices.Concat(hostileBodies, corpusBodies(t))
	random := rand.New(rand.NewPCG(20, 5))
	count := 200
	if !effort.Gate() {
		count = 40
	}
	for range count {
		body := bodies[random.IntN(len(bodies))] + bodies[random.IntN(len(bodies))]
		var mains []string
		for i := range 8 {
			if body = retold(random, body); i%3 == 2 {
				body = spoil(random, body)
			}
			mains = append(mains, "<w:document "+wordmltest.Namespaces+"><w:body>"+body+
				`<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr></w:body></w:document>`)
		}
		doc, err := wordml.Open(wordmltest.File(t, body, map[string]string{
			"header1": `<w:p><w:r><w:t>Шапка, лист </w:t></w:r><w:fldSimple w:instr="PAGE"/></w:p>`,
			"styles": `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Ау" w:hAnsi="Ау"/><w:kern w:val="2"/>` +
				`</w:rPr></w:rPrDefault></w:docDefaults>`}))
		if err != nil {
			t.Fatal(err)
		}
		compareSimilar(t, printer, doc, mains)
	}
}

// compareSimilar compares papers with the given main parts.
func compareSimilar(t *testing.T, printer *WordPrinter, doc *wordml.Document, mains []string) {
	var similar wordml.Similar
	lines := layout.NewCacheOf(maxRepeated)
	var all sync.WaitGroup
	for i := range 2 {
		all.Go(func() {
			for j := range mains {
				main := mains[(j+i*len(mains)/2)%len(mains)]
				o := wordml.Options{Parts: map[string][]byte{"word/document.xml": []byte(main)}}
				alone, ownReport, ownRefusal := similarPaper(t.Context(), printer, doc, o, nil)
				o.Similar = &similar
				got, report, refusal := similarPaper(t.Context(), printer, doc, o, lines)
				if !bytes.Equal(alone, got) || !reflect.DeepEqual(ownReport, report) || ownRefusal != refusal {
					t.Errorf("%d bytes, want %d\n%+v, want %+v\n%s, want %s\n%s",
						len(got), len(alone), report, ownReport, refusal, ownRefusal, main)
				}
			}
		})
	}
	all.Wait()
	compareShared(t, printer, doc, mains, &similar)
}

// TestSimilarPageNumbers: papers with numbers of pages in their text print their own, not those of a similar one.
func TestSimilarPageNumbers(t *testing.T) {
	printer, err := NewWordPrinter()
	if err != nil {
		t.Fatal(err)
	}
	complexField := func(code string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>` + code + `</w:instrText></w:r>` +
			`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>` +
			`<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	simpleField := func(code string) string {
		return `<w:fldSimple w:instr="` + code + `"><w:r><w:t>1</w:t></w:r></w:fldSimple>`
	}
	common := `<w:p><w:r><w:t>` + strings.Repeat("Слово ", 300) + `</w:t></w:r></w:p>`
	for _, field := range []func(string) string{simpleField, complexField} {
		for _, code := range []string{"PAGE", "NUMPAGES", `PAGE \* ROMAN`} {
			number := `<w:p><w:r><w:t>Лист </w:t></w:r>` + field(code) + `</w:p>`
			table := `<w:tbl><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc>` + number +
				`</w:tc></w:tr></w:tbl>`
			var mains []string
			for i := range 8 {
				breaks := strings.Repeat(`<w:r><w:br w:type="page"/></w:r>`, i*5%8*2)
				mains = append(mains, "<w:document "+wordmltest.Namespaces+"><w:body>"+number+table+"<w:p>"+breaks+
					"</w:p>"+number+table+common+"<w:sectPr/></w:body></w:document>")
			}
			doc, err := wordml.Open(wordmltest.Body(t, number))
			if err != nil {
				t.Fatal(err)
			}
			compareSimilar(t, printer, doc, mains)
		}
	}
}

// compareShared compares papers that share blocks, which others were laid out with, with those that are lowered alone.
func compareShared(t *testing.T, printer *WordPrinter, doc *wordml.Document, mains []string, similar *wordml.Similar) {
	for _, main := range mains {
		o := wordml.Options{Parts: map[string][]byte{"word/document.xml": []byte(main)}, Images: printer.images}
		lowered := func() *flow.Paper {
			o.Faces = finder{printer.faces.Paper()}
			paper, err := doc.Lower(o)
			if err != nil {
				return nil // as those before
			}
			for _, b := range paper.Flow.Blocks {
				if section, ok := b.(*flow.Section); ok {
					section.Number = nil // reflect.DeepEqual does not compare functions
				}
			}
			flow.EachRun(paper.Flow.Blocks, func(r *flow.Run) { r.Number = nil })
			return paper.Flow
		}
		alone := lowered()
		o.Similar = similar
		if got := lowered(); !reflect.DeepEqual(alone, got) {
			t.Errorf("a block that is shared was changed: %s", main)
		}
	}
}
