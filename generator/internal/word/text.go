package word

import (
	"bytes"
	"html"
	"strings"
	"unicode/utf8"
)

// flat is the text of a paragraph, whatever runs it is in.
type flat struct {
	text  string
	atoms []atom // what it consists of, in order
}

// atom is a piece of the text of a paragraph: characters of a w:t, or an element
// that stands for one character.
type atom struct {
	in        *element // the w:t, or the element itself
	from, to  int      // in the text
	raw       []int    // places of the characters of a w:t in the part, by byte of the text, and the end
	isElement bool
}

// outside are elements whose text is not that of the paragraph: deleted or moved
// away (ECMA-376-1, 17.13.5), or a paragraph of its own.
var outside = map[string]bool{"del": true, "moveFrom": true, "txbxContent": true, "rPrChange": true, "pPr": true,
	"instrText": true, "p": true, "oMath": true, "Fallback": true, "AlternateContent": true, "drawing": true,
	"pict": true, "object": true, "ruby": true}

// signs are elements that stand for a character.
var signs = map[string]string{"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}

// flatten returns the text of a paragraph.
func flatten(src []byte, p *element) flat {
	var f flat
	var text strings.Builder
	for _, kid := range p.kids {
		kid.each(func(e *element) bool {
			switch {
			case outside[e.name]:
				return false
			case e.name == "t" && e.parent.name == "r":
				f.addText(src, e, &text)
				return false
			case signs[e.name] != "" && e.parent.name == "r":
				from := text.Len()
				text.WriteString(signs[e.name])
				f.atoms = append(f.atoms, atom{in: e, from: from, to: text.Len(), isElement: true})
			}
			return true
		})
	}
	f.text = text.String()
	return f
}

// addText adds the characters of a w:t.
func (f *flat) addText(src []byte, e *element, text *strings.Builder) {
	raw := src[e.open:e.close]
	if len(e.kids) > 0 {
		return // reported as damaged
	}
	from := 0
	if e.attr("space") != "preserve" {
		from = len(raw) - len(bytes.TrimLeft(raw, " \t\r\n"))
		raw = bytes.TrimRight(raw, " \t\r\n")
	}
	a := atom{in: e, from: text.Len()}
	for at := from; at < len(raw); {
		size := 1
		var char []byte
		if raw[at] == '&' {
			if end := bytes.IndexByte(raw[at:], ';'); end > 0 {
				size = end + 1
			}
			char = []byte(html.UnescapeString(string(raw[at : at+size])))
		} else {
			_, size = utf8.DecodeRune(raw[at:])
			char = raw[at : at+size]
		}
		for range char {
			a.raw = append(a.raw, e.open+at)
		}
		text.Write(char)
		at += size
	}
	a.raw = append(a.raw, e.open+max(len(raw), from))
	if a.to = text.Len(); a.to > a.from {
		f.atoms = append(f.atoms, a)
	}
}

// piece is a range of a part that holds a range of a text.
type piece struct {
	*atom
	from, to int // in the part
	start    int // in the text
}

// pieces returns the ranges of the part that hold a range of the text.
func (f *flat) pieces(from, to int) (list []piece) {
	for i := range f.atoms {
		a := &f.atoms[i]
		low, high := max(from, a.from), min(to, a.to)
		switch {
		case low >= high:
		case a.isElement:
			list = append(list, piece{a, a.in.start, a.in.end, low})
		default:
			list = append(list, piece{a, a.raw[low-a.from], a.raw[high-a.from], low})
		}
	}
	return list
}
