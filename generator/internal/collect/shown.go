package collect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"protokol/generator/diag"
	"protokol/generator/internal/reader"
)

// compareShown reports an answer that looks otherwise on the page than it stands
// in the file: one of the two was changed. It returns true if the page shows an
// answer that the file lacks; that is taken.
func (f *Form) compareShown(q Question, field answered) (taken bool) {
	const hint = "узнайте, что верно, и впишите в таблицу"
	switch {
	case field.Off:
		f.wrong(q.Key, "", "отметка есть либо только на листе, либо только в данных поля", hint)
	case looksLike(field.Shown, field.Value):
	case strings.TrimSpace(field.Value) == "":
		seen := reader.Field{Kind: reader.TextField, Value: field.Shown}
		f.wrong(q.Key, field.Shown, "так на листе, а в данных поля ответа нет", hint)
		if answer := f.understand(q, seen); answer != "" {
			f.answers[q.Key] = answer
			return true
		}
	default:
		f.wrong(q.Key, field.Value, "на листе видно другое, «"+shorten(field.Shown)+"»", hint)
	}
	return false
}

// looksLike reports whether an appearance shows a value, or shows nothing that
// can be read: a font may have no characters for its codes, or lack Cyrillic
// letters. Of a long value it may show a part.
func looksLike(shown, value string) bool {
	seen, written := characters(shown), characters(value)
	const long = 60
	switch {
	case seen == "" || seen == written || !isReadable(seen):
		return true
	case utf8.RuneCountInString(written) > long && strings.Contains(written, seen):
		return true
	}
	return seen == strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cyrillic, r) {
			return -1
		}
		return r
	}, written)
}

// characters returns the letters and digits of a text: spaces and hyphens differ
// where lines are broken, and fonts lack signs.
func characters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, norm.NFKC.String(text))
}

// isReadable reports whether a text has only letters that a Russian answer has.
func isReadable(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool {
		return r >= 0x80 && (r < 'А' || r > 'я') && r != 'Ё' && r != 'ё'
	})
}

// ownValues separates the answers of a form from those of another with which it
// was joined so that they have fields in common: the form keeps what its own
// page shows. Owners are the forms by the objects of their fields. It reports
// whether there were such fields.
func (g *group) ownValues(owners map[int]*group) (shared bool) {
	differs := false
	for _, a := range g.fields {
		owner := owners[a.Object]
		if owner == nil && a.Object != 0 {
			owners[a.Object] = g
		}
		if owner != nil && owner != g && a.Kind == reader.TextField && a.Value != "" {
			shared = true
			differs = differs || !looksLike(a.Shown, a.Value)
		}
	}
	if !differs {
		return shared
	}
	for i, a := range g.fields {
		if owner := owners[a.Object]; owner != nil && owner != g && a.Kind == reader.TextField {
			g.fields[i].Value = a.Shown
		}
	}
	return true
}

// warnJoined reports that forms were joined so that answers may be missing.
func (f *Form) warnJoined(g *group, shared bool) {
	const hint = "сверьте с файлом; лучше попросите прислать каждую форму отдельным файлом"
	if shared {
		f.Problems = append(f.Problems, diag.Problem{Hint: hint, Message: "форму объединили с другой так, что поля " +
			"стали общими: взято то, что видно на листе, остальные ответы могли пропасть"})
	}
	if g.joined {
		f.warn("форма собрана с двух листов, и они могут быть от разных заявителей", hint)
	}
}
