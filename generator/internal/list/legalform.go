package list

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/table"
)

// legalFormHeads are the heads of a column with the legal form of organizations, apart
// from their names: «ООО» beside «Заря».
var legalFormHeads = [][]string{{"организационно", "правов", "форм"}, {"орг", "правов", "форм"}, {"правов", "форм"},
	{"опф"}, {"форм", "организац"}, {"форм", "юр", "лица"}, {"форм", "предприяти"}}

// quotedForms are legal forms whose proper names are in quotes.
var quotedForms = strings.Fields(`
	ооо оао зао пао нао ао одо нко ано пкф нпо нпп тоо гуп муп фгуп спк кпк снт днт сонт тсж тсн гск жск чоп тд ук сро`)

// findLegalForms finds the column of legal forms, if there is one of names: by its heading,
// or because it contains nothing else below «Вид», «Тип учреждения».
func (l *List) findLegalForms(o Options, sample []row) {
	if !l.holds("organization") {
		return
	}
	for i, c := range l.Columns[:l.physical] {
		words := headingWords(c.Title)
		isHead := func(head []string) bool { return hasPrefix(words, head) }
		if c.Field == "" && !isNamed(o.Unused, c) &&
			(slices.ContainsFunc(legalFormHeads, isHead) || l.holdsForms(i, sample)) {
			l.legalForm = i
			l.Interpretation.add("форма из столбца %s печатается перед названием организации", c.Name())
			return
		}
	}
}

// otherBodies are abbreviations among legalForms of bodies that organizations belong to or deal
// with: «Членство: СРО», «Инспекция: ИФНС».
var otherBodies = strings.Fields("ок пк сро тпп чп овд мвд умвд уфк уфнс ифнс фнс")

// holdsForms reports whether a column of kinds has nothing but legal forms, and no column
// of other organizations, whose they may be, is beside it.
func (l *List) holdsForms(column int, sample []row) bool {
	words := headingWords(l.Columns[column].Title)
	if l.locate != nil || len(words) == 0 || !slices.Contains(strings.Fields("вид тип форма"), words[0]) ||
		slices.ContainsFunc(words[1:], func(word string) bool { return !hasStem(formOwners, word) }) {
		return false
	}
	isOther := func(c Column) bool {
		title := newHeading(c.Title)
		return c.Field == "" && slices.ContainsFunc(l.fields, func(f Field) bool {
			return f.Key == "organization" && f.match(title).stems > 0
		})
	}
	return !slices.ContainsFunc(l.Columns[:l.physical], isOther) && hasOnlyForms(column, sample)
}

// formOwners are stems of words for the organizations themselves: «Тип учреждения».
var formOwners = strings.Fields("организац учрежден предприяти юр юридическ лица")

// hasOnlyForms reports whether all values of a column are abbreviations of legal forms.
func hasOnlyForms(column int, sample []row) bool {
	found := false
	for _, r := range sample {
		if column >= len(r.Cells) || strings.TrimSpace(r.Cells[column].Text) == "" {
			continue
		}
		text := table.Clean(r.Cells[column].Text)
		form := strings.ToLower(text)
		if form == text || !slices.Contains(legalForms, form) || slices.Contains(otherBodies, form) {
			return false
		}
		found = true
	}
	return found
}

// joinLegalForm puts the legal form of a row before the name of its organization, which may be in a column of
// people.
func (r *Record) joinLegalForm() {
	if r.list.legalForm == absent {
		return
	}
	i, _ := r.list.position("organization")
	if at := slices.IndexFunc(r.list.either, func(c eitherColumn) bool { return c.to == i }); at >= 0 {
		i = r.list.either[at].from
	}
	form, name := r.values[r.list.legalForm], r.values[i]
	if name == "" || !namesForm(form) {
		return
	}
	if words := foldedWords(form); isPlural(words[0]) {
		r.addProblem(r.cellLocation(r.list.legalForm), diag.Warning,
			fmt.Sprintf("«%s» — вид организаций, а не форма одной: перед названием не печатается",
				printable.Excerpt(form, 60)),
			"впишите форму этой организации, например ООО")
		return
	}
	r.values[i] = withForm(form, name)
}

// namesForm reports an abbreviation of a legal form or a form in full: «Акционерное
// общество».
func namesForm(text string) bool {
	words := foldedWords(text)
	return len(words) == 1 && slices.Contains(legalForms, words[0]) ||
		slices.ContainsFunc(words, func(word string) bool { return hasStem(bodyNouns, word) }) ||
		entrepreneurs.MatchString(strings.ToLower(text))
}

var (
	entrepreneurs = regexp.MustCompile(`^индивидуальны[йе] предпринимател[ьи]`)

	// fullForms finds a legal form in full at the beginning of a name in lower case.
	fullForms = regexp.MustCompile(`^(?:общество с |` +
		`(?:(?:публичное|непубличное|открытое|закрытое) )?акционерное общество|` +
		`индивидуальный предприниматель|(?:крестьянское|фермерское)|автономная некоммерческая|` +
		`некоммерческое партн|товарищество |` +
		`(?:федеральное|государственное|муниципальное|областное|краевое|частное)[а-яё -]* (?:учреждение|предприятие)|` +
		`[а-яё -]*потребительский кооператив)`)
)

// withForm joins a legal form and a name that has none.
func withForm(form, name string) string {
	words, lower := foldedWords(name), strings.ToLower(name)
	isKind := func(word string) bool { return hasStem(bodyNouns, word) }
	short := foldedWords(form)
	switch {
	case hasLegalForm(name), fullForms.MatchString(lower), slices.Contains(words, short[0]),
		strings.HasPrefix(lower, strings.ToLower(form)):
		return name
	case isPerson(name), strings.ContainsAny(name, "«\"“„"):
		return form + " " + name
	case len(short) == 1 && slices.Contains(quotedForms, short[0]):
	case slices.ContainsFunc(words, isKind), hasAcronym(name), hasNumber(name):
		return form + " " + name
	}
	return form + " «" + name + "»"
}

// isTrader reports an organization that is only the form of a sole trader, «ИП», beside a name.
func (r *Record) isTrader() bool {
	i, ok := r.list.position("organization")
	if !ok || !strings.EqualFold(r.values[i], "ип") && !strings.EqualFold(r.values[i], russian.Trader) {
		return false
	}
	return isPerson(r.Get("name"))
}
