package list

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// behindForms are the legal forms that accounting programs write after the name, to sort by it: «Заря ООО».
var behindForms = strings.Fields("ООО ОАО ЗАО ПАО НАО АО ОДО ИП НКО АНО ГУП МУП ФГУП СПК СНТ ТСЖ ТСН ГСК ЖСК КФХ")

// cutFormBehind splits a name with a legal form at its end into the form and the name.
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
	case form != "ИП" && isOfForms(name, words): // «К. И.» is no conjunction
		return "", ""
	}
	return form, name
}

// isOfForms reports whether a legal form at the end of a name belongs to the name itself: «Министерство образования
// АО», «Ассоциация ТСЖ и ЖСК», «Заря (филиал ПАО)».
func isOfForms(name string, words []string) bool {
	isBody := func(word string) bool { return hasStem(bodyNouns, word) || isStem("профком", word) }
	last := name[strings.LastIndexAny(name, " \u00a0")+1:]
	first, _ := utf8.DecodeRuneInString(last)
	switch {
	case strings.Count(name, "(") != strings.Count(name, ")"), hasStem(unions, words[0]):
		return true
	case slices.Contains(strings.Fields("и или для при по с о об"), words[len(words)-1]):
		return true
	}
	return unicode.IsLower(first) && slices.ContainsFunc(words, isBody)
}

// unions are stems of organizations that consist of others, or are bodies of the state.
var unions = strings.Fields(`
	министерств департамент комитет администраци профком профсоюз союз ассоциаци палат прокуратур инспекци`)

// formColumns calls do for every column of names that begin with a legal form.
func (r *Record) formColumns(do func(column int)) {
	for i, c := range r.list.Columns[:r.list.physical] {
		if c.Field == "organization" || c.Field == "organization_short" || c.Field == "name" && r.list.isEither(i) {
			do(i)
		}
	}
}

// hasFormBehind reports whether a name of a record ends with its legal form.
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

// moveForm moves legal forms at the end of names to their beginning.
func (r *Record) moveForm() {
	r.formColumns(func(column int) {
		if form, name := cutFormBehind(r.values[column]); form != "" {
			r.values[column] = withForm(form, name)
			r.list.notes.formsBehind.add(r.Row)
		}
	})
}
