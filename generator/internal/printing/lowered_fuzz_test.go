package printing

import (
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/wordml"
	"protokol/generator/internal/wordml/wordmltest"
)

// FuzzLowered: whatever a Word paper says, it is refused or printed, and there are
// no panics.
func FuzzLowered(f *testing.F) {
	printer, err := NewWordPrinter()
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range slices.Concat(hostileBodies, corpusBodies(f)) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		if len(body) > 1<<16 {
			return
		}
		printWordBody(t, printer, body)
	})
}

// printWordBody prints a Word paper with a body unless it is refused.
func printWordBody(t *testing.T, printer *WordPrinter, body string) {
	t.Helper()
	doc, err := wordml.Open(wordmltest.Body(t, body))
	if err != nil {
		return
	}
	paper, err := printer.Lay(t.Context(), doc, nil, nil)
	if err != nil {
		return
	}
	if err := paper.Write(io.Discard, LoweredOptions{Title: "t", Date: time.Unix(0, 0).UTC()}); err != nil {
		t.Fatal(err)
	}
}

// hostileBodies are bodies with unusual measures and nesting.
var hostileBodies = []string{
	`<w:p><w:r><w:t>a</w:t></w:r></w:p>`,
	`<w:p><w:pPr><w:ind w:left="99999" w:right="99999" w:hanging="9999"/><w:tabs><w:tab w:val="right" w:pos="-5" ` +
		`w:leader="dot"/></w:tabs></w:pPr><w:r><w:tab/><w:t>длинное-слово</w:t><w:tab/></w:r></w:p>`,
	`<w:p><w:pPr><w:spacing w:line="-240" w:lineRule="exact" w:before="-9"/></w:pPr><w:r><w:rPr><w:sz w:val="99999"/>` +
		`<w:w w:val="0"/><w:spacing w:val="-9999"/><w:position w:val="-999"/></w:rPr><w:t>широко</w:t></w:r></w:p>`,
	`<w:tbl><w:tblGrid><w:gridCol w:w="-5"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan ` +
		`w:val="999"/><w:vMerge/></w:tcPr>` +
		`<w:p/></w:tc><w:tc><w:p><w:r><w:t>a b</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val="70"/>` +
		`<w:trHeight w:val="99999" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="1" ` +
		`w:type="dxa"/></w:tcPr><w:p/></w:tc>` +
		`</w:tr><w:tr/></w:tbl>`,
	`<w:p><w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>` +
		`<w:br w:type="page"/><w:fldChar w:fldCharType="separate"/><w:t>1</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r>` +
		`</w:p>`,
	`<w:sectPr><w:pgSz w:w="1" w:h="1"/><w:pgMar w:top="99999" w:bottom="99999" w:left="99999" w:right="0" ` +
		`w:header="-1" ` +
		`w:footer="0"/></w:sectPr>`,
	`<w:p><w:pPr><w:sectPr><w:type w:val="continuous"/></w:sectPr></w:pPr></w:p><w:p><w:pPr><w:pBdr><w:top ` +
		`w:val="single" ` +
		`w:sz="999" w:space="99"/></w:pBdr><w:keepNext/><w:keepLines/></w:pPr><w:r><w:br/><w:cr/><w:softHyphen/>` +
		`<w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>`,
}

// corpusBodies returns the bodies of the papers of the corpus of package generator.
func corpusBodies(t testing.TB) (bodies []string) {
	t.Helper()
	for _, file := range wordmltest.Corpus(t, "../../testdata/wordpapers") {
		if strings.HasSuffix(file.Name, "/document") {
			bodies = append(bodies, string(file.Data))
		}
	}
	return bodies
}
