package word

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// place is a place in a template, for people and for comments.
type place struct {
	part     *part
	p        *element // the paragraph; nil for a place without one
	from, to int      // of the token in the part
	words    string   // of the paragraph
	row      int      // of a table, from 1; 0 outside of tables
	column   string   // the unknown name, which may be a column of a list
	picture  bool     // a picture, whose alternative text the words are
}

// maxWords is how much of a paragraph a message quotes.
const maxWords = 60

var partNames = map[string]string{"header": "верхний колонтитул", "footer": "нижний колонтитул",
	"footnotes": "сноска", "endnotes": "концевая сноска", "comments": "примечание Word",
	"core-properties": "свойства файла", "custom-properties": "свойства файла"}

// String describes the place: what part, which table row, the words.
func (p place) String() string {
	var b strings.Builder
	if p.part != nil && partNames[p.part.kind] != "" {
		b.WriteString(partNames[p.part.kind] + ", ")
	}
	if p.row > 0 {
		fmt.Fprintf(&b, "строка %d таблицы, ", p.row)
	}
	words := strings.Join(strings.Fields(p.words), " ")
	if utf8.RuneCountInString(words) > maxWords {
		words = string([]rune(words)[:maxWords-1]) + "…"
	}
	if p.picture {
		return b.String() + "замещающий текст рисунка «" + words + "»"
	}
	if words == "" {
		return b.String() + "пустой абзац"
	}
	return b.String() + "абзац «" + words + "»"
}

// beginning returns as much of a text as places quote, so that thousands of places in
// a long paragraph do not go through all of it.
func beginning(text string) string {
	const enough = 16 * maxWords
	if len(text) <= enough {
		return text
	}
	return strings.ToValidUTF8(text[:enough], "")
}

// place returns the place of a range of the text of a paragraph.
func (c *compiler) place(p *element, from, to int) place {
	at := place{part: c.part, p: p, words: beginning(c.flats[p].text)}
	if pieces := c.flats[p].pieces(from, to); len(pieces) > 0 {
		at.from, at.to = pieces[0].from, pieces[len(pieces)-1].to
	}
	if row := p.within("tr"); row != nil {
		for _, kid := range row.parent.kids {
			if kid.name == "tr" {
				at.row++
			}
			if kid == row {
				break
			}
		}
	}
	return at
}
