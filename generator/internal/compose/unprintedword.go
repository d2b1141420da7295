package compose

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"sync"
	"unicode"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/meeting"
)

// An office's own template prints the facts that its author provided for. Other values of the file would be lost
// without notice, so it is compared with the built-in paper of that kind; a protocol should print everything that
// the file contains about the meeting.

// Printed is the content of a paper made from an office's own template.
type Printed struct {
	Template string // its name, for messages
	Keys     map[string]bool
	Words    string                      // the template's own words
	Text     func() string               // all words of the paper
	Name     func(pattern string) string // the name of a key without its indices in templates, or ""
}

// ownWords are patterns of keys that choose words which an office's template has
// itself.
var ownWords = []string{"words.*", "header.*", "council.keyword", "council.emblem.*", "council.chair_role",
	"council.secretary_role", "letterhead.*", "people.genitive", "application.charter", "*.keyword", "*.keyword_apart",
	"papers.*.title", "papers.*.subtitle", "*.table.columns.width", "*.columns.width", "*.table.columns.align",
	"attendance.*", "seal"}

// typed are patterns of keys whose values a template may have as its own words:
// those that do not change from meeting to meeting.
var typed = []string{"council.*", "chair", "secretary", "co_chairs", "people.*", "place", "city", "kind", "holding",
	"time_zone", "executor.*", "approval.*", "signers.*", "original", "extract.*", "consent.*", "application.*",
	"joint.*", "counting.*", "*.signer", "*.signer_role", "*.executor.*", "quorum", "*.city", "*.closing",
	"*.salutation", "*.heading", "agreed.*"}

// Unprinted returns a warning for every pattern of keys whose values a paper made
// from an office's own template does not print, with the first place.
func (t *Templates) Unprinted(ctx context.Context, r Request, m *meeting.Meeting, p Printed) (diag.List, error) {
	expected, err := t.expected(ctx, r, m)
	if err != nil || expected == nil {
		return nil, err
	}
	text := sync.OnceValue(func() string { return strings.ToLower(strings.ReplaceAll(p.Text(), "\u00a0", " ")) })
	words := sync.OnceValue(func() string { return strings.ToLower(strings.ReplaceAll(p.Words, "\u00a0", " ")) })
	attending := sync.OnceValue(func() keySet { return attendingKeys(m) })
	var first []string
	places := map[string]int{} // by pattern
	visit := func(key string, v reflect.Value) {
		at := pattern(key)
		switch {
		case v.Kind() == reflect.Bool, !expected(key, v), p.has(key, v), ofUnlisted(attending, key, p.Keys):
			return
		case matches(typed, at) && v.Kind() == reflect.String && contains(words(), v.String()),
			strings.HasPrefix(at, "people.") && contains(text(), v.String()):
			return
		}
		if places[at]++; places[at] == 1 {
			first = append(first, key)
		}
	}
	m.EachValue(visit)
	m.EachPaperValue(r.Kind, visit)
	list := p.attendance(r, m)
	for _, key := range first {
		list = append(list, p.lost(key, places[pattern(key)]))
	}
	if r.Kind == "protocol" {
		list = append(list, unnamed(m, p.Keys, attending())...)
	}
	return list, nil
}

// has reports whether a value is printed. Votes count only by their own key: the outcome follows from them but does
// not contain them.
func (p Printed) has(key string, v reflect.Value) bool {
	if b, ok := v.Interface().(meeting.Ballots); ok {
		return p.Keys[key] || len(b.Names) > 0 && p.Keys[element(key, 0)]
	}
	return keySet(p.Keys).has(key, v)
}

// attendance warns of people who were present and are not named by a protocol, or
// not counted: who was present follows from several keys.
func (p Printed) attendance(r Request, m *meeting.Meeting) (list diag.List) {
	if r.Kind != "protocol" {
		return nil
	}
	if m.Listing() == "number" {
		for _, key := range []string{"present", "attendance.present"} {
			if p.Keys[key] {
				return nil
			}
		}
		if n, known := m.Headcount(); known && n > 0 {
			list = append(list, p.lost("attendance.present", 1))
		}
		return list
	}
	unnamed := 0
	for _, person := range m.Attending() {
		if key := personKey(m, person) + ".name"; !p.Keys[key] {
			if unnamed++; unnamed == 1 {
				list = append(list, p.lost(key, 1))
			}
		}
	}
	if unnamed > 0 {
		list[0].Message = messagef("присутствовал, а бланк %s его не называет; всего таких: %d", p.Template, unnamed)
		list[0].Hint = messagef("впишите в бланк {участники} или строку таблицы с {участник.имя}")
	}
	return list
}

// expected returns a function that reports whether a paper should print the value
// of a key, or nil if it is not known.
func (t *Templates) expected(ctx context.Context, r Request, m *meeting.Meeting) (
	func(string, reflect.Value) bool, error,
) {
	if r.Kind == "protocol" {
		return func(key string, _ reflect.Value) bool {
			at := pattern(key)
			isPicture := strings.HasSuffix(at, "pictures.file") // which a built-in paper prints without an origin
			return isPicture || !matches(steering, at) && !matches(elsewhere, at) && !matches(ownWords, at)
		}, nil
	}
	view, _, err := t.View(r, m)
	if lacking := (MeetingError{}); errors.As(err, &lacking) {
		return nil, nil // reported by the paper itself
	}
	if err != nil {
		return nil, err
	}
	doc, err := t.ComposeView(ctx, view)
	if err != nil {
		return nil, err
	}
	own := precise(doc)
	return func(key string, v reflect.Value) bool {
		at := pattern(key)
		return !matches(steering, at) && !matches(ownWords, at) && own.has(key, v)
	}, nil
}

// precise returns the keys of printed values, without those that only control what is printed.
func precise(doc *document.Document) keySet {
	keys := printedKeys(doc)
	for _, key := range []string{"people", "present", "absent", "invited"} { // the sources of a number
		delete(keys, key)
	}
	return keys
}

// contains reports whether words contain a value, in any grammatical case.
func contains(words, value string) bool {
	for _, stem := range stems(value) {
		if !strings.Contains(words, stem) {
			return false
		}
	}
	return true
}

// stems returns the beginnings of the words of a text that stay the same in all
// cases.
func stems(text string) (list []string) {
	isSpace := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), isSpace) {
		r := []rune(word)
		switch {
		case len(r) > 6:
			r = r[:len(r)-3]
		case len(r) > 3:
			r = r[:len(r)-2]
		}
		list = append(list, string(r))
	}
	return list
}

// lost returns the warning about a value that a template does not print.
func (p Printed) lost(key string, places int) diag.Problem {
	message := messagef("бланк %s этого не печатает", p.Template)
	if places > 1 {
		message = messagef("бланк %s этого не печатает, как и в других местах; всего их: %d", p.Template, places)
	}
	hint := messagef("скажите это в другом месте файла")
	switch name := p.Name(pattern(key)); {
	case name != "" && strings.HasSuffix(key, ".file"):
		hint = messagef("вставьте в бланк любой рисунок с описанием {%s}", name)
	case name != "":
		hint = messagef("впишите в бланк {%s}", name)
	}
	return diag.Problem{Severity: diag.Warning, Key: key, Message: message, Hint: hint}
}
