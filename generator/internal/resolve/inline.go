package resolve

import (
	"fmt"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
)

// runs resolves the inlines of a paragraph in a font.
func runs(inlines []document.Inline, font flow.Font) []flow.Run {
	b := builder{list: make([]flow.Run, 0, len(inlines))}
	b.inlines(inlines, font, nil)
	return b.list
}

// builder collects runs.
type builder struct{ list []flow.Run }

func (b *builder) add(r flow.Run, font flow.Font, link *flow.Link) {
	r.Font, r.Link = font, link
	b.list = append(b.list, r)
}

func (b *builder) inlines(inlines []document.Inline, font flow.Font, link *flow.Link) {
	for i, inline := range inlines {
		switch n := inline.(type) {
		case document.Text:
			b.add(flow.Run{Text: n.Value, Inline: &inlines[i], Source: n.Source}, font, link)
		case document.Strong:
			bold := font
			bold.Bold = true
			b.inlines(n.Inlines, bold, link)
		case document.Emphasis:
			italic := font
			italic.Italic = true
			b.inlines(n.Inlines, italic, link)
		case document.Link:
			b.inlines(n.Inlines, font, &flow.Link{Target: n.Target, Inside: link})
		case document.Break:
			b.add(flow.Run{Kind: flow.LineBreak}, font, link)
		case document.Checkbox:
			b.add(checkbox(n), font, link)
		case document.Blank:
			b.add(blank(n), font, link)
		case document.Boxes:
			b.boxes(n, font, link)
		case document.Input:
			b.add(flow.Run{Kind: flow.FormField, Width: n.Width * mm, Field: input(n)}, font, link)
		default:
			panic(fmt.Sprintf("resolve: unknown inline %T", inline))
		}
	}
}

// nbsp is as wide as half a digit, a quarter of an em.
const nbsp = "\u00a0"

// boxes resolves a row of boxes as text: each an em wide with a digit in the
// middle, with gaps of a quarter of an em. Word draws borders around the same
// characters.
func (b *builder) boxes(n document.Boxes, font flow.Font, link *flow.Link) {
	if n.Field.Name != "" {
		b.add(flow.Run{Kind: flow.FormField, Field: comb(n)}, font, link)
		return
	}
	at := 0
	for i, sign := range n.Signs() {
		from := at
		at += len(sign)
		if n.Postal {
			source := document.Part(n.Source, n.Text, from, at, 0)
			b.add(flow.Run{Kind: flow.PostalDigit, Text: postal(sign), Source: source}, font, link)
			continue
		}
		if i > 0 {
			b.add(flow.Run{Text: nbsp}, font, link)
		}
		if sign == "" {
			sign = nbsp + nbsp
		}
		source := document.Part(n.Source, n.Text, from, at, len(nbsp))
		b.add(flow.Run{Text: nbsp + sign + nbsp, Boxed: true, Source: source}, font, link)
	}
}

// postal returns a digit of a postal code, or a no-break space for an empty
// place.
func postal(sign string) string {
	if sign < "0" || sign > "9" {
		return nbsp
	}
	return sign
}
