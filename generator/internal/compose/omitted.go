package compose

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/meeting"
)

// Templates that an office exported and changed do not print what later versions of the built-in ones do. What the
// section of a paper says would be lost without notice, so the paper is compared with that of the built-in templates.
// Protocols need no comparison: see unprinted.

// Against returns templates that report what they do not print of the section of a paper, and the usual ones do.
func (t *Templates) Against(usual *Templates) *Templates {
	t.usual = usual
	return t
}

// omitted returns a warning for every pattern of keys in the section of a paper whose values the usual templates print
// and these do not, with the first place. The letters to the rows of a list omit the same things.
func (t *Templates) omitted(
	ctx context.Context, r Request, m *meeting.Meeting, doc *document.Document,
) (list diag.List, err error) {
	if t.usual == nil || r.Kind == "protocol" || r.Column != nil {
		return nil, nil
	}
	r.Addressed = nil
	view, _, err := t.usual.View(r, m)
	if err != nil {
		return nil, err
	}
	whole, err := t.usual.ComposeView(ctx, view)
	if err != nil {
		return nil, err
	}
	expected, printed, seen := precise(whole), printedKeys(doc), map[string]bool{}
	text := strings.ToLower(strings.ReplaceAll(document.PlainText(doc), "\u00a0", " "))
	visit := func(key string, v reflect.Value) {
		section := strings.TrimPrefix(key, "papers.")
		at := pattern(key)
		isRepeated := r.Kind == "extract" && m.Extract != nil && slices.Contains(m.Extract.Include, rootOf(key))
		if !strings.HasPrefix(section, r.Kind+".") && !isRepeated ||
			v.Kind() == reflect.Bool || seen[at] || matches(steering, at) ||
			!expected.has(key, v) || printed.has(key, v) ||
			v.Kind() == reflect.String && contains(text, v.String()) { // the template has it as its own words
			return
		}
		seen[at] = true
		list = append(list, diag.Problem{Severity: diag.Warning, Key: key,
			Message: messagef("ваш шаблон этого не печатает, а встроенный печатает"),
			Hint: messagef("скопируйте встроенные шаблоны ещё раз (templates export) и перенесите свои правки или " +
				"допишите это место в свой шаблон")})
	}
	m.EachValue(visit)
	m.EachPaperValue(r.Kind, visit)
	return list, nil
}
