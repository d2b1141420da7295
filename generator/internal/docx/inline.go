package docx

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
)

// format is the formatting of a run in addition to its paragraph style.
type format struct{ bold, italic, link, boxed, hint, symbol bool }

func (b *body) inlines(inlines []document.Inline, f format) {
	m := b.out
	for i, inline := range inlines {
		f := f
		switch n := inline.(type) {
		case document.Text:
			m.run(f)
			m.divided(n.Value, f, b.options.Divisions[&inlines[i]])
			m.close("w:r")
		case document.Strong:
			f.bold = true
			b.inlines(n.Inlines, f)
		case document.Emphasis:
			f.italic = true
			b.inlines(n.Inlines, f)
		case document.Link:
			f.link = true
			b.links = append(b.links, n.Target)
			m.open("w:hyperlink", "r:id", linkRelation(len(b.links)))
			b.inlines(n.Inlines, f)
			m.close("w:hyperlink")
		case document.Break:
			m.WriteString("<w:r><w:br/></w:r>")
		case document.Checkbox:
			b.checkbox(n, f)
		case document.Blank:
			b.blank(n)
		case document.Boxes:
			if n.Field.Name != "" {
				b.code(n, f)
			} else {
				b.boxes(n, f)
			}
		case document.Input:
			b.input(n, f)
		default:
			panic(fmt.Sprintf("docx: unknown inline %T", inline))
		}
	}
}

// run opens a run with its properties (ECMA-376, 17.3.2.28).
func (m markup) run(f format) {
	m.open("w:r")
	m.formatting(f)
}

func (m markup) formatting(f format) {
	if f == (format{}) {
		return
	}
	m.open("w:rPr")
	if f.link {
		m.value("w:rStyle", "Hyperlink")
	} else if f.hint {
		m.value("w:rStyle", hintStyle)
	}
	if f.symbol {
		m.empty("w:rFonts", "w:ascii", symbolFont, "w:eastAsia", symbolFont, "w:hAnsi", symbolFont, "w:cs", symbolFont)
	}
	if f.bold {
		m.empty("w:b")
		m.empty("w:bCs")
	}
	if f.italic {
		m.empty("w:i")
		m.empty("w:iCs")
	}
	if f.boxed {
		m.border()
	}
	m.close("w:rPr")
}

// text writes a text with non-breaking hyphens where a hyphen must not end a line
// (ECMA-376, 17.3.3.18).
func (m markup) text(s string) {
	last := 0
	for at := 0; ; at++ {
		hyphen := strings.IndexByte(s[at:], '-')
		if hyphen < 0 {
			break
		}
		if at += hyphen; document.SticksAt(s, at) {
			m.letters(s[last:at])
			m.empty("w:noBreakHyphen")
			last = at + 1
		}
	}
	m.letters(s[last:])
}

func (m markup) letters(s string) {
	m.WriteString("<w:t")
	if strings.HasPrefix(s, " ") || strings.HasSuffix(s, " ") {
		m.WriteString(` xml:space="preserve"`) // keeps spaces (ECMA-376, 17.3.3.31)
	}
	m.WriteByte('>')
	m.WriteString(escape(s))
	m.WriteString("</w:t>")
}

// divided writes a text with places where a line may end at byte offsets:
// optional hyphens inside of words (ECMA-376, 17.3.3.29), spaces without width
// after other characters. After an en dash a line must not end.
func (m markup) divided(s string, f format, divisions []int) {
	last := 0
	for _, at := range divisions {
		m.text(s[last:at])
		switch r, _ := utf8.DecodeLastRuneInString(s[:at]); {
		case unicode.IsLetter(r):
			m.empty("w:softHyphen")
		case r == '–':
			m.close("w:r")
			m.WriteString(wordJoiner)
			m.run(f)
		default:
			m.WriteString(zeroWidthSpace)
		}
		last = at
	}
	m.text(s[last:])
}

// Texts that the digest of the words ignores. Times New Roman has no word joiner:
// that of another font is so small that it does not change the height of the line.
const (
	zeroWidthSpace = "<w:t>\u200b</w:t>"
	wordJoiner     = `<w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>` + "\u2060</w:t></w:r>"
)

// blank writes a line to write on: underlined no-break spaces, a quarter of an em each, up to the width. LibreOffice
// underlines no spaces at the end of a line, so that something stands behind them.
func (b *body) blank(n document.Blank) {
	count := int(n.Width * flow.PointsPerMM / (b.size / 4))
	b.out.WriteString(`<w:r><w:rPr><w:u w:val="single"/></w:rPr>`)
	b.out.text(strings.Repeat("\u00a0", max(1, count)))
	b.out.close("w:r")
	b.out.WriteString(wordJoiner)
}
