package mailing

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"protokol/generator/diag"
	"protokol/generator/internal/list"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/typography"
)

// fromCases replaces names and positions that a list has in another case than the
// nominative by that: «Громову О.И.», ready for an address, by «Громов О.И.», and
// «Громова Олега Ильича» as well. The nominative is used only if its form is what the
// list has.
func fromCases(row list.Record, to *meeting.Addressee) {
	if read := readPosition(row, to.Position); read.ok {
		to.Position = read.nominative
	}
	read := readName(row, to.Name)
	if !read.ok && to.Position == "" {
		if both := readPostAndName(row, to.Name); both.ok {
			to.Position, read = both.post, both
		}
	}
	if read.ok {
		to.Name = read.nominative
		if to.Gender == "" {
			to.Gender = read.gender
		}
	}
}

// reading is the result of reading a value in another case than the nominative.
type reading struct {
	nominative string
	post       string // that stood before the name
	gender     string // "" if the nominative determines it
	from       russian.Case
	ok         bool
}

// caseMarks are the words of headings that name the case of their column: «ФИО (кому)»,
// «Должность (род. п.)».
var caseMarks = map[string]russian.Case{
	"кому": russian.Dative, "дат": russian.Dative, "датп": russian.Dative, "дательный": russian.Dative,
	"дательном": russian.Dative, "дп": russian.Dative,
	"кого": russian.Genitive, "род": russian.Genitive, "родп": russian.Genitive, "родительный": russian.Genitive,
	"родительном": russian.Genitive, "рп": russian.Genitive, "влице": russian.Genitive,
	"вин": russian.Accusative, "винп": russian.Accusative, "винительный": russian.Accusative,
	"винительном": russian.Accusative, "вп": russian.Accusative,
	"кем": russian.Instrumental, "творит": russian.Instrumental, "творительный": russian.Instrumental,
	"творительном": russian.Instrumental, "тв": russian.Instrumental, "твп": russian.Instrumental,
	"тп": russian.Instrumental,
}

// caseNames are the adjectives of the cases without their ending: «в дательном падеже».
var caseNames = map[russian.Case]string{russian.Dative: "дательн", russian.Genitive: "родительн",
	russian.Accusative: "винительн", russian.Instrumental: "творительн"}

// caseOfHeading returns the case that a heading names, or Nominative.
func caseOfHeading(title string) russian.Case {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) })
	for i, word := range words {
		if word == "т" && i > 0 && words[i-1] == "и" {
			continue // «и т. п.»
		}
		if i+1 < len(words) && (words[i+1] == "п" || word == "в" && words[i+1] == "лице") {
			word += words[i+1] // «д. п.»
		}
		if c, found := caseMarks[word]; found {
			return c
		}
	}
	return russian.Nominative
}

// casesOf returns the possible cases of a value, by its heading or by its form. «Кого» asks for the accusative,
// too.
func casesOf(heading string, shown russian.Case) []russian.Case {
	c := caseOfHeading(heading)
	if c == russian.Nominative {
		c = shown
	}
	switch c {
	case russian.Nominative:
		return nil
	case russian.Genitive:
		return []russian.Case{russian.Genitive, russian.Accusative}
	case russian.Accusative:
		return []russian.Case{russian.Accusative, russian.Genitive}
	}
	return []russian.Case{c}
}

func readName(row list.Record, name string) (r reading) {
	if name == "" {
		return r
	}
	for _, c := range casesOf(row.Heading("name"), russian.CaseOfName(name)) {
		nominative, g, ok := russian.NameFrom(name, c)
		if ok && nominative != name {
			return reading{nominative: nominative, gender: genderKey(g), from: c, ok: true}
		}
	}
	return r
}

func genderKey(g russian.Gender) string {
	switch g {
	case russian.Masculine:
		return "m"
	case russian.Feminine:
		return "f"
	}
	return ""
}

// readPosition reads a position. «Директора школы» without a name may be several.
func readPosition(row list.Record, position string) (r reading) {
	if position == "" {
		return r
	}
	heading, shown := row.Heading("position"), russian.CaseOfPosition(position)
	if shown == russian.Genitive && caseOfHeading(heading) == russian.Nominative && row.Get("name") == "" {
		return r
	}
	for _, c := range casesOf(heading, shown) {
		if nominative, ok := russian.PositionFrom(position, c); ok {
			return reading{nominative: nominative, from: c, ok: true}
		}
	}
	return r
}

// readPostAndName divides a cell such as «Директору ООО «Заря» Громову О.И.» or, in
// contracts, «директора Громова О.И., действующего на основании Устава». The name is
// its last words, two to four of them.
func readPostAndName(row list.Record, text string) (r reading) {
	shown := russian.CaseOfPosition(text)
	if shown == russian.Nominative && caseOfHeading(row.Heading("name")) == russian.Nominative {
		return r
	}
	text, _, _ = strings.Cut(text, ", действующ")
	words := strings.Fields(text)
	for _, c := range casesOf(row.Heading("name"), shown) {
		for from := max(1, len(words)-4); from < len(words)-1; from++ {
			person, g, found := russian.NameFrom(strings.Join(words[from:], " "), c)
			if !found {
				continue
			}
			post, ok := russian.PositionFrom(typography.Typeset(strings.Join(words[:from], " ")), c)
			if ok {
				return reading{nominative: person, post: post, gender: genderKey(g), from: c, ok: true}
			}
		}
	}
	return r
}

// checkCases reports values that were read from another case although the heading does not name it, and values that
// could not be read although it does.
func checkCases(row list.Record) (problems diag.List) {
	for _, key := range []string{"name", "position"} {
		value := row.Get(key)
		if value == "" {
			continue
		}
		said := caseOfHeading(row.Heading(key))
		read := readPosition(row, value)
		if key == "name" {
			if read = readName(row, value); !read.ok {
				read = readPostAndName(row, value)
			}
		}
		switch {
		case key == "position" && read.ok && read.from == caseOfHeading(row.Heading("name")): // «Кому», «Должность»
		case read.ok && read.from != said && (said == russian.Nominative || read.from == russian.Dative):
			nominative := read.nominative
			if read.post != "" {
				nominative = read.post + ", " + nominative
			}
			problems = append(problems, row.Problem(diag.Warning, key,
				fmt.Sprintf("«%s» стоит в %sом падеже, прочитано «%s»", value, caseNames[read.from], nominative),
				"если прочитано верно, ничего не меняйте"))
		case !read.ok && said != russian.Nominative && !isReadable(row, key, value) &&
			!(key == "name" && asksWhom(row.Heading(key)) && isNominative(value)):
			problems = append(problems, row.Problem(diag.Warning, key,
				fmt.Sprintf("«%s»: по заголовку это %sый падеж, но именительный из него не понят", value,
					caseNames[said]),
				"проверьте, что напечатано; вернее всего столбец с именительным падежом"))
		}
	}
	return problems
}

// asksWhom reports a heading that only asks for the addressee: «Кому». People put names under it in the nominative
// as well as in the dative.
func asksWhom(heading string) bool {
	words := strings.FieldsFunc(strings.ToLower(heading), func(r rune) bool { return !unicode.IsLetter(r) })
	return len(words) > 0 && words[0] == "кому" && !slices.ContainsFunc(words, func(word string) bool {
		return strings.HasPrefix(word, "дат") || word == "дп"
	})
}

// isNominative reports a name one of whose words is in no dative: «Быков Р.Р.».
func isNominative(name string) bool {
	return nominative.MatchString(name)
}

var nominative = regexp.MustCompile(`^[\pL-]+(?:ов|ев|ёв|ин|ын|ский|цкий|ова|ева|ёва|ина|ына|ская|цкая)(?: |$)|` +
	`(?:ович|евич|ич|овна|евна|ична)(?: |$)`)

// isReadable reports a name in a column of another case that is the same in the
// nominative: «Черных С. Т.».
func isReadable(row list.Record, key, value string) bool {
	cases := casesOf(row.Heading(key), russian.Nominative)
	return key == "name" && slices.ContainsFunc(cases, func(c russian.Case) bool {
		_, _, ok := russian.NameFrom(value, c)
		return ok
	})
}
