package collect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"protokol/generator/diag"
	"protokol/generator/internal/reader"
)

// compareShown reports an answer whose appearance differs from its value. If only the appearance has an answer, it
// is used and compareShown returns true.
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

// warnUnseen reports answers that only the data of fields contain, because some programs fill in forms without
// drawing the fields.
func (f *Form) warnUnseen(g *group) {
	var titles []string
	for _, field := range g.fields {
		if q := f.Kind.question(field.key); field.Blank && answerOf(field.Field) != "" && f.answers[q.Key] != "" {
			titles = append(titles, q.Title)
		}
	}
	if len(titles) > 0 {
		f.warn("на листе не видно ответов, они есть только в данных полей: "+strings.Join(titles, ", "),
			"если форму печатали или подписывали, узнайте, эти ли ответы верны")
	}
}

// looksLike reports whether the text of an appearance agrees with a value. Text
// that cannot be compared agrees: a font may have no Unicode mapping or no Cyrillic
// letters. An appearance may show only a part of a long value.
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

// characters returns the letters and digits of a text. Spaces and hyphens depend on
// line breaks, and fonts lack signs.
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

// ownValues handles fields that a joining program has merged with those of another
// form: the values become what the appearances on the form's own page show. Owners
// maps objects of fields to forms. The result reports whether there are such fields.
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

// warnJoined reports that joining files may have lost or mixed answers.
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
