package list

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
	"protokol/generator/internal/table"
)

// newerColumn is a column for no field, such as «Новый адрес», beside the one that is read.
type newerColumn struct{ column, of int }

// namesNewer finds the word by which such a heading differs from that of the field.
var namesNewer = regexp.MustCompile(`^(?:нов|актуальн|уточненн|исправленн|измененн)(?:ый|ая|ое|ого|ой)$`)

// withoutNewer returns a heading without such words, or "" if it has none.
func withoutNewer(title string) string {
	words := headingWords(title)
	rest := slices.DeleteFunc(slices.Clone(words), namesNewer.MatchString)
	if len(rest) == len(words) {
		return ""
	}
	return strings.Join(rest, " ")
}

// readNewer gives columns such as «Новый адрес» the field of an address that has no other
// column. Names are left to the recognition by content: «Новая фамилия» is one beside
// «Гражданин».
func (m *matcher) readNewer(manual map[string]string, taken []int) {
	for i, c := range m.columns {
		if c.Field != "" || slices.Contains(taken, i) || m.hasAnswers(i) {
			continue
		}
		key, found := m.newerField(c)
		if slices.Contains(addressFields, key) && manual[key] == "" && columnOf(m.columns, key) < 0 {
			m.columns[i].Field, m.matches[i] = key, found
		}
	}
}

var addressFields = strings.Fields("address postal_address index region city")

// hasAnswers reports a column that says only whether there is something newer.
func (m *matcher) hasAnswers(column int) bool {
	return slices.ContainsFunc(m.sample, func(r row) bool {
		return column < len(r.Cells) && isAnswer(table.Clean(r.Cells[column].Text))
	})
}

// isAnswer reports an answer to whether: «да», «нет».
func isAnswer(text string) bool {
	return slices.Contains([]string{"да", "нет", "есть", "имеется", "+", "1", "0", "v", "x", "х", "true", "false"},
		strings.ToLower(strings.Trim(text, " .!")))
}

// newerField returns the printed field of addressees that a heading without such words is
// for, or "".
func (m *matcher) newerField(c Column) (string, match) {
	rest := withoutNewer(c.Title)
	if rest == "" {
		return "", match{}
	}
	key, found := m.bestMatch(c, rest)
	if !slices.Contains(printedFields, key) || slices.Contains(ownFields, key) {
		return "", match{}
	}
	return key, found
}

// findNewer remembers columns such as «Новый адрес» beside the one that is read.
func (l *List) findNewer(o Options) {
	m := &matcher{fields: l.fields}
	for i, c := range l.Columns[:l.physical] {
		if c.Field != "" || isNamed(o.Unused, c) {
			continue
		}
		key, _ := m.newerField(c)
		if of := l.columnOf(key); key != "" && of >= 0 && of < l.physical && o.Columns[key] == "" {
			l.newer = append(l.newer, newerColumn{i, of})
		}
	}
}

// doubtNewer doubts a value beside a newer one.
func (l *List) doubtNewer(record *Record) {
	for _, n := range l.newer {
		value, newer := record.values[n.of], record.values[n.column]
		if newer == "" || isBlankMark(newer) || isAnswer(newer) || foldValue(newer) == foldValue(value) {
			continue
		}
		record.addProblem(record.cellLocation(n.of), diag.Warning,
			fmt.Sprintf("«%s», а в столбце %s — «%s»: что верно?", printable.Excerpt(value, 40),
				l.Columns[n.column].Name(), printable.Excerpt(newer, 40)),
			"впишите верное в столбец "+l.Columns[n.of].Name())
	}
}
