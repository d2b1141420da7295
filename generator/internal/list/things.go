package list

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/table"
)

// holdsThings reports a column «Наименование» or «Название» whose values, most of them, are not like organizations:
// they may be goods or events.
func holdsThings(c Column, column int, sample []row) bool {
	words := headingWords(c.Title)
	if len(words) == 0 || len(words) > 2 || !hasStem([]string{"наименован", "назван"}, words[len(words)-1]) {
		return false
	}
	bodies, filled := 0, 0
	for _, r := range sample {
		if column >= len(r.Cells) || r.filled < 2 || strings.TrimSpace(r.Cells[column].Text) == "" {
			continue
		}
		filled++
		if value := table.Clean(r.Cells[column].Text); looksLikeBody(value) || isMunicipality(value) {
			bodies++
		}
	}
	return bodies*2 <= filled && filled > 0
}

// isMunicipality reports a name such as «Вяземский муниципальный округ».
func isMunicipality(text string) bool {
	words := foldedWords(text)
	return len(words) > 1 && anyAdjective.MatchString(words[0]) && hasStem(territories, words[len(words)-1])
}

// aboutRecipients are the fields that only lists of recipients have.
var aboutRecipients = strings.Fields(`
	name surname position inn kpp ogrn address postal_address index email phone site contact organization_short`)

// doubtThings doubts such a column if the list has nothing else about recipients.
func (l *List) doubtThings(o Options, body int, sample []row) {
	if body < 0 || o.Columns["organization"] != "" || slices.ContainsFunc(aboutRecipients, l.holds) ||
		!holdsThings(l.Columns[body], body, sample) {
		return
	}
	l.doubtColumn(body, fmt.Sprintf("в столбце %s названия не похожи на организации", l.Columns[body].Name()),
		"если это адресаты, назовите столбец: organization="+l.Columns[body].Letter)
}
