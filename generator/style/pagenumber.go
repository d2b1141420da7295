package style

import (
	"regexp"
	"strconv"
	"strings"
)

// PageNumber describes the page numbers, which are in the top or the bottom margin.
type PageNumber struct {
	Show       bool    `toml:"show"`
	First      bool    `toml:"first"`       // on the first page, too
	Text       string  `toml:"text"`        // with FieldPage and FieldPages; "" is the number alone
	FromTop    float64 `toml:"from_top"`    // mm from the edge of the sheet to the top of the line
	FromBottom float64 `toml:"from_bottom"` // mm from the edge to the bottom of the line; 0 for the top margin
	Align      Align   `toml:"align" jsonschema:"enum=left,enum=center,enum=right"`
	Size       float64 `toml:"size"` // pt
}

// The fields in the text of page numbers.
const (
	FieldPage  = "{номер}"
	FieldPages = "{всего}"
)

var braced = regexp.MustCompile(`\{[^{}]*\}`)

// Parts returns the text of a page number, split into its fields and the words
// between them.
func (n PageNumber) Parts() []string {
	if n.Text == "" {
		return []string{FieldPage}
	}
	var list []string
	at := 0
	for _, m := range braced.FindAllStringIndex(n.Text, -1) {
		if m[0] > at {
			list = append(list, n.Text[at:m[0]])
		}
		list = append(list, n.Text[m[0]:m[1]])
		at = m[1]
	}
	if at < len(n.Text) {
		list = append(list, n.Text[at:])
	}
	return list
}

// On returns the text on a page of a paper, from 1.
func (n PageNumber) On(page, pages int) string {
	if n.Text == "" {
		return strconv.Itoa(page)
	}
	return strings.NewReplacer(FieldPage, strconv.Itoa(page), FieldPages, strconv.Itoa(pages)).Replace(n.Text)
}

// Aligned returns the alignment; page numbers are centred by default (ГОСТ Р
// 7.0.97, 3.8).
func (n PageNumber) Aligned() Align {
	if n.Align == "" {
		return Center
	}
	return n.Align
}

// check reports a text that is not a page number.
func (n PageNumber) check(bad func(key, format string, args ...any)) {
	if !n.Show {
		return
	}
	if n.Size < 4 || n.FromTop < 0 || n.FromBottom < 0 {
		bad("page_number", "нужны size не меньше 4 пунктов, from_top и from_bottom не меньше нуля")
	}
	if n.FromTop > 0 && n.FromBottom > 0 {
		bad("page_number.from_bottom", "номер страницы стоит или вверху (from_top), или внизу (from_bottom)")
	}
	switch n.Align {
	case "", Left, Center, Right:
	default:
		bad("page_number.align", "неизвестное выравнивание «%s»; есть left, center, right", n.Align)
	}
	if n.Text == "" {
		return
	}
	counts := false
	for _, field := range braced.FindAllString(n.Text, -1) {
		if counts = counts || field == FieldPage; field != FieldPage && field != FieldPages {
			bad("page_number.text", "неизвестное поле «%s»; есть %s и %s", field, FieldPage, FieldPages)
		}
	}
	if !counts {
		bad("page_number.text", "в тексте нет номера страницы: %s", FieldPage)
	}
}
