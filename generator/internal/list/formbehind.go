package list

import (
	"slices"
	"strings"
)

// behindForms are the legal forms that accounting programs write behind the name, to
// sort by it: «Заря ООО».
var behindForms = strings.Fields("ООО ОАО ЗАО ПАО НАО АО ОДО ИП НКО АНО ГУП МУП ФГУП СПК СНТ ТСЖ ТСН ГСК ЖСК КФХ")

// cutFormBehind returns the legal form that stands behind a name and the name before it.
func cutFormBehind(text string) (form, name string) {
	text = strings.TrimRight(text, " .)")
	at := strings.LastIndexAny(text, " \u00a0(")
	if at <= 0 || !slices.Contains(behindForms, text[at+1:]) {
		return "", ""
	}
	form, name = text[at+1:], strings.TrimRight(text[:at], " \u00a0,(")
	words := foldedWords(name)
	switch {
	case len(words) == 0, hasLegalForm(name), fullForms.MatchString(strings.ToLower(name)):
		return "", ""
	case form == "ИП" && !isPerson(name):
		return "", ""
	case hasStem(unitNouns, words[0]) || hasStem(unitHeads, words[0]) || looksLikePost(name),
		slices.Contains(strings.Fields("правление бухгалтерия дирекция офис совет администрация собрание"), words[0]):
		return "", "" // «Правление ТСЖ»
	}
	return form, name
}

// formColumns calls do for every column of names before which a legal form stands.
func (r *Record) formColumns(do func(column int)) {
	for i, c := range r.list.Columns[:r.list.physical] {
		if c.Field == "organization" || c.Field == "organization_short" || c.Field == "name" && r.list.isEither(i) {
			do(i)
		}
	}
}

// hasFormBehind reports whether a name of a record has its legal form behind it.
func (r *Record) hasFormBehind() (has bool) {
	if r.list.locate != nil {
		return false
	}
	r.formColumns(func(column int) {
		form, _ := cutFormBehind(r.values[column])
		has = has || form != ""
	})
	return has
}

// moveForm puts legal forms that stand behind names before them.
func (r *Record) moveForm() {
	r.formColumns(func(column int) {
		if form, name := cutFormBehind(r.values[column]); form != "" {
			r.values[column] = withForm(form, name)
			r.list.notes.formsBehind.add(r.Row)
		}
	})
}
