package meeting

import (
	"regexp"
	"strings"
)

// EachNumber visits the registration numbers, which papers print after the sign
// № (ГОСТ Р 7.0.97, 5.11).
func (m *Meeting) EachNumber(visit func(key string, number *string)) {
	if m.Number != nil {
		visit("number", m.Number)
	}
	for _, kind := range m.PaperKinds() {
		if number := m.Papers[kind].Number; number != nil {
			visit("papers."+kind+".number", number)
		}
	}
	for _, l := range []struct {
		key string
		*Letter
	}{{"letter", m.Letter}, {"invitation", m.Invitation}, {"notice", m.Notice}} {
		if l.Letter == nil {
			continue
		}
		if l.Number != nil {
			visit(l.key+".number", l.Number)
		}
		if l.Reply != nil {
			visit(l.key+".reply_to.number", &l.Reply.Number)
		}
	}
}

var numberSign = regexp.MustCompile(`^\s*(?:№\s*|(?:N[°oо]?\.?|Nr\.?)\s+(\d))`)

// BareNumber returns a number without the sign № or N before it, and reports
// whether there was one.
func BareNumber(text string) (bare string, had bool) {
	m := numberSign.FindStringSubmatchIndex(text)
	switch {
	case m == nil:
		return text, false
	case m[2] >= 0:
		return strings.TrimSpace(text[m[2]:]), true
	}
	return strings.TrimSpace(text[m[1]:]), true
}
