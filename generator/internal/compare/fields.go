package compare

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	case isNumber && isValue && shown.isAbout(value, false) && sameCurrency(w.Shown, w.Value):
		return equal
	}
	return unequal
}

// sameCurrency reports whether no two currencies are named.
func sameCurrency(a, b string) bool {
	sign := func(text string) (sign rune) {
		for _, r := range text {
			if unicode.Is(unicode.Sc, r) {
				sign = r
			}
		}
		return sign
	}
	return sign(a) == 0 || sign(b) == 0 || sign(a) == sign(b)
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
	return seen == written && signs(shown) == signs(value) ||
		len([]rune(seen)) > long && strings.HasPrefix(written, seen)
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
	runes := []rune(compatible(text))
	isDigitAt := func(i int) bool { return i >= 0 && i < len(runes) && unicode.IsDigit(runes[i]) }
	for i, r := range runes {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.No, r), r == '%' || r == '‰',
			strings.ContainsRune(".,:/*^=×·", r) && isDigitAt(i-1) && isDigitAt(i+1),
			(r == '-' || r == '−') && isDigitAt(i+1) && (i == 0 || unicode.IsSpace(runes[i-1])):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// compatible returns a text in the form NFKC of Unicode, except for the signs that say more than the letters and
// digits in their place: 10² is not 102, and ½ is not 12.
func compatible(text string) string {
	var b strings.Builder
	from := 0
	for i, r := range text {
		if unicode.Is(unicode.No, r) || unicode.Is(unicode.Lm, r) || r == 'ª' || r == 'º' {
			b.WriteString(norm.NFKC.String(text[from:i]) + string(r))
			from = i + utf8.RuneLen(r)
		}
	}
	return b.String() + norm.NFKC.String(text[from:])
}

// signs returns the signs of a text that people type and all fonts have, such as that of a currency, behind the letters
// and digits before them; hyphens only before digits.
func signs(text string) string {
	var b strings.Builder
	runes := slices.DeleteFunc([]rune(compatible(text)), unicode.IsSpace)
	place := 0
	for i, r := range runes {
		isHyphen := strings.ContainsRune("-−\x02\u00ad", r) // a line may end with it
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			place++
		case isHyphen && i+1 < len(runes) && unicode.IsDigit(runes[i+1]):
			fmt.Fprint(&b, place, "-")
		case !isHyphen && (r > ' ' && r < 0x7F && r != '?' || unicode.In(r, unicode.Sc, unicode.Sm)):
			fmt.Fprint(&b, place, string(r))
		}
	}
	return b.String()
}
