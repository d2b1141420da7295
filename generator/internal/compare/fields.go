package compare

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"protokol/generator/internal/reader"
)

// Fields finds the form fields that show words other than their values: programs that read a form take the value,
// people read the page (ISO 32000-1, 12.7.3.3). Only fields with one of the names are checked, if there are any. Doubts
// are fields that show their value in a form that cannot be checked.
func Fields(paper *reader.PDF, names ...string) (found, doubts []Finding, err error) {
	widgets, err := paper.Widgets()
	if err != nil {
		return nil, nil, err
	}
	if len(names) > 0 {
		widgets = slices.DeleteFunc(widgets, func(w reader.Widget) bool { return !slices.Contains(names, w.Name) })
	}
	if err := paper.Show(widgets); err != nil {
		return nil, nil, err
	}
	for _, w := range widgets {
		name := w.Title
		if name == "" {
			name = w.Name
		}
		switch {
		case w.Off:
			found = append(found, Finding{w.Page + 1, fmt.Sprintf(
				"поле %s: отметка стоит только на листе или только в данных поля", said(name))})
		case w.Kind == reader.TextField && w.IsDrawn():
			finding := Finding{w.Page + 1, fmt.Sprintf("поле %s: на листе видно %s, а в данных поля %s", said(name),
				said(w.Shown), said(w.Value))}
			switch match(w) {
			case unequal:
				found = append(found, finding)
			case unknown:
				doubts = append(doubts, finding)
			}
		}
	}
	return found, doubts, nil
}

// agreement says whether a field shows its value.
type agreement int

const (
	unequal agreement = iota
	unknown
	equal
)

// match compares what a field shows with its value.
func match(w reader.Widget) agreement {
	if shows(w.Shown, w.Label) || shows(w.Shown, w.Value) { // programs differ in which they draw
		return equal
	}
	shown, isNumber := numberOf(w.Shown)
	value, isValue := numberOf(w.Value)
	switch {
	case w.List && (w.Label == "" || contains(w.Shown, w.Label)):
		return unknown // another option may be highlighted
	case w.Format != "":
		return matchFormat(w.Format, w.Shown, w.Value)
	case isNumber && isValue && shown.isAbout(value, false):
		return equal
	}
	return unequal
}

// contains reports whether an appearance shows a value that is not empty, and more.
func contains(shown, value string) bool {
	written := characters(value)
	return written != "" && strings.Contains(characters(shown), written)
}

// shows reports whether an appearance shows a value. A long value may not fit.
func shows(shown, value string) bool {
	seen, written := characters(shown), characters(value)
	const long = 60 // letters
	return seen == written || len([]rune(seen)) > long && strings.HasPrefix(written, seen)
}

// negative matches a negative number as accountants write it: (500), 500-.
var negative = regexp.MustCompile(`^\s*(?:\([\d\s.,]+\)|\d[\d\s.,]*[-−])\s*$`)

// characters returns the letters and digits of a text, and the signs next to digits that change the number: spaces
// and hyphens depend on where lines end, and fonts of other programs lack signs.
func characters(text string) string {
	var b strings.Builder
	if negative.MatchString(text) {
		b.WriteByte('-')
	}
	runes := []rune(norm.NFKC.String(text))
	isDigitAt := func(i int) bool { return i >= 0 && i < len(runes) && unicode.IsDigit(runes[i]) }
	for i, r := range runes {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r), r == '%' || r == '‰',
			strings.ContainsRune(".,:/*^=×", r) && isDigitAt(i-1) && isDigitAt(i+1),
			(r == '-' || r == '−') && isDigitAt(i+1) && (i == 0 || unicode.IsSpace(runes[i-1])):
			b.WriteRune(r)
		}
	}
	return b.String()
}
