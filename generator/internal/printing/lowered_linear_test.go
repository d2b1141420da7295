package printing

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/wordml"
	"protokol/generator/internal/wordml/wordmltest"
)

// TestLoweredTimeIsLinear: eight times the content of a Word paper takes at most thirty times the time, not the 64 of
// a square, whatever it consists of. Other programs may slow a run, a long one more than a short one, so that a slow
// one is repeated; garbage is collected between the runs.
func TestLoweredTimeIsLinear(t *testing.T) {
	printer, err := NewWordPrinter()
	if err != nil {
		t.Fatal(err)
	}
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	run := func(properties, text string) string {
		return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>"
	}
	paragraph := func(content string) string { return "<w:p>" + content + "</w:p>" }
	for name, c := range map[string]struct {
		n    int
		body func(n int) string
	}{
		"letters of a word": {20_000, func(n int) string { return paragraph(run("", strings.Repeat("ы", n))) }},
		"formats in a word": {5_000, func(n int) string {
			return paragraph(strings.Repeat(run("<w:b/>", "ы")+run("<w:i/>", "ы"), n))
		}},
		"words behind a word of many lines": {2_000, func(n int) string {
			narrow := `<w:pPr><w:ind w:right="9160"/></w:pPr>`
			return paragraph(narrow + run("", strings.Repeat("ы", n)+strings.Repeat(" ы", n)))
		}},
		"paragraphs in a row": {1_500, func(n int) string {
			cell := strings.Repeat(paragraph(run("", "текст")), n)
			return "<w:tbl><w:tr><w:tc>" + cell + "</w:tc></w:tr></w:tbl><w:p/>"
		}},
		"paragraphs in merged cells": {6_000, func(n int) string {
			cell := strings.Repeat(paragraph(run("", "ы")), n)
			return `<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>` + cell + `</w:tc></w:tr>` +
				`<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p/>`
		}},
		"rows of merged cells": {300, func(n int) string {
			row := func(merge string) string {
				cell := `<w:tc><w:tcPr><w:vMerge w:val="` + merge + `"/></w:tcPr><w:p/></w:tc>`
				return `<w:tr><w:trPr><w:trHeight w:val="9000"/></w:trPr>` + strings.Repeat(cell, 8) +
					"<w:tc><w:p/></w:tc></w:tr>"
			}
			return "<w:tbl>" + row("restart") + strings.Repeat(row("continue"), n-1) + "</w:tbl><w:p/>"
		}},
		"paragraphs in columns": {4_000, func(n int) string {
			return strings.Repeat(paragraph(run("", "ы")), n) + `<w:sectPr><w:cols w:num="2"/></w:sectPr>`
		}},
		"divided words": {1_000, func(n int) string {
			return paragraph(`<w:pPr><w:ind w:right="7000"/></w:pPr>` +
				run("", strings.Repeat("взаимоотношения государственного учреждения ", n)))
		}},
		"divided words and words of two lines": {1_000, func(n int) string {
			return paragraph(`<w:pPr><w:ind w:right="8500"/></w:pPr>` +
				run("", strings.Repeat("взаимоотношения государственного учреждения ы ", n)))
		}},
		"divided words and tabs": {1_000, func(n int) string {
			return paragraph(`<w:pPr><w:ind w:right="7000"/></w:pPr>` + strings.Repeat("<w:r><w:tab/></w:r>"+
				run("", "взаимоотношения государственного учреждения"), n))
		}},
		"unknown elements": {4_000, func(n int) string {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, "<w:unknown%d/>", i)
			}
			return paragraph(b.String())
		}},
		"links in a paragraph": {8_000, func(n int) string {
			return paragraph(`<w:bookmarkStart w:id="1" w:name="a"/>` +
				strings.Repeat(`<w:hyperlink w:anchor="a">`+run("", "ы")+`</w:hyperlink>`, n))
		}},
		"tab stops": {4_000, func(n int) string {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, `<w:tab w:val="left" w:pos="%d"/>`, i*3)
			}
			return paragraph("<w:pPr><w:tabs>" + b.String() + "</w:tabs></w:pPr>" + run("", "текст"))
		}},
	} {
		spent := func(n int) time.Duration {
			settings := map[string]string{"settings": "<w:autoHyphenation/>"}
			doc, err := wordml.Open(wordmltest.File(t, c.body(n), settings))
			if err != nil {
				t.Fatal(err)
			}
			runtime.GC()
			begun := time.Now()
			if _, err := printer.Lay(t.Context(), doc, nil, nil); err != nil {
				t.Fatal(err)
			}
			return time.Since(begun)
		}
		few, many := time.Hour, 40*time.Hour
		for try := 0; try < 50 && many > 30*few; try++ {
			few, many = min(few, spent(c.n/2)), min(many, spent(4*c.n))
		}
		if many > 30*few {
			t.Errorf("%s: %v for %d, %v for %d", name, few, c.n/2, many, 4*c.n)
		}
	}
}
