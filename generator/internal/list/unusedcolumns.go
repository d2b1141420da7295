package list

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
)

// tellingStems are stems in headings that suggest a field, and stems that change which one.
var tellingStems = []struct{ field, stems, others string }{
	{"organization", "организац учрежден предприяти компани работодател", "тип вид код форма дата телефон почта " +
		"сайт инн кпп огрн должност руководител фио директор статус номер адрес электрон категори согласи численност " +
		"отрасл групп кол количеств числ наличи решени опыт стаж"},
	{"position", "должност", "дата тип категори оклад телефон стаж кол количеств приказ назначен код фио"},
	{"address", "адрес", "адресат электрон эл почты email mail сайт страниц ссылк ip мероприяти проведен"},
}

// doubtUnused reports columns whose headings seem to name a field that the list lacks, but are
// not recognized: their values would be in no letter.
func (l *List) doubtUnused(sample []row) (problems diag.List) {
	for _, telling := range tellingStems {
		if l.holds(telling.field) || telling.field == "address" && l.holds("postal_address") || l.locate != nil {
			continue
		}
		at := slices.IndexFunc(l.Columns[:l.physical], func(c Column) bool {
			words := headingWords(c.Title)
			isOf := func(stems string) func(string) bool {
				return func(word string) bool { return hasStem(strings.Fields(stems), word) }
			}
			return c.Field == "" && slices.ContainsFunc(words, isOf(telling.stems)) &&
				!slices.ContainsFunc(words, isOf(telling.others))
		})
		if at < 0 || !hasTexts(sample, at) {
			continue
		}
		problems = append(problems, diag.Problem{Severity: diag.Warning,
			Message: fmt.Sprintf("столбец %s не узнан и не использован", l.Columns[at].Name()),
			Hint:    fmt.Sprintf("если он нужен в письмах, назовите его: %s=%s", telling.field, l.Columns[at].Letter)})
	}
	return problems
}

// hasTexts reports whether a column has a value with letters.
func hasTexts(sample []row, column int) bool {
	return slices.ContainsFunc(sample, func(r row) bool {
		return column < len(r.cells) && len(foldedWords(r.cells[column].text)) > 0 && !isBlankMark(r.cells[column].text)
	})
}
