package resolve

import (
	"slices"
	"strings"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
	"protokol/generator/style"
)

// WrapPositions returns the document with the position of every signature
// broken into lines that fit the width in the sheet. wrap breaks a text into
// lines. This is done in the tree because in Word a paragraph cannot both wrap
// early and have a tab that reaches the margin: from compatibility mode 15 on,
// a tab stop beyond the right indent is ignored. Positions of several inlines
// are left as they are.
func WrapPositions(
	doc *document.Document, sheet *style.Sheet, wrap func(text string, f flow.Font, width float64) []string,
) *document.Document {
	wrapped := *doc
	wrapped.Blocks = slices.Clone(doc.Blocks)
	font := paragraph(flow.P, sheet.Styles[sheet.Signature.Style], 0).Font
	for i, block := range wrapped.Blocks {
		b, ok := block.(document.Signature)
		if !ok || len(b.Position) != 1 {
			continue
		}
		if text, plain := b.Position[0].(document.Text); plain {
			b.Position = cut(text, wrap(text.Value, font, sheet.Signature.Position*mm))
			wrapped.Blocks[i] = b
		}
	}
	return &wrapped
}

// cut splits a text into lines, which are consecutive parts of it.
func cut(text document.Text, lines []string) []document.Inline {
	var broken []document.Inline
	at := 0
	for i, line := range lines {
		if i > 0 {
			broken = append(broken, document.Break{})
		}
		at += strings.Index(text.Value[at:], line)
		source := document.Part(text.Source, text.Value, at, at+len(line), 0)
		broken = append(broken, document.Text{Value: line, Source: source})
		at += len(line)
	}
	return broken
}
