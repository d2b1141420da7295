package list

import (
	"fmt"
	"strings"
)

// refuseTwoTables reports two tables beside each other: the same headings again, the
// organization and another field among them. The recipients of the second would be
// lost.
func (m *matcher) refuseTwoTables(manual map[string]string) {
	if len(manual) > 0 {
		return
	}
	for first, c := range m.columns {
		if c.Field != "organization" {
			continue
		}
		for second := first + 2; second < len(m.columns); second++ {
			if m.columns[second].Field != c.Field || !sameTitle(m.columns[second], c) {
				continue
			}
			next := second + 1
			for next < len(m.columns) && sameTitle(m.columns[next], m.columns[next-second+first]) &&
				m.columns[next].Field != "" {
				next++
			}
			if next > second+1 {
				m.fail(fmt.Sprintf("рядом стоят две таблицы с одинаковыми заголовками: с %s и с %s",
					c.Name(), m.columns[second].Name()),
					"перенесите строки второй под первую или назовите столбцы нужной: organization="+c.Letter)
				return
			}
		}
	}
}

func sameTitle(a, b Column) bool { return a.Title != "" && strings.EqualFold(a.Title, b.Title) }

// resolveConflict leaves a field only one column: the one whose heading has the
// fewest other words.
func (m *matcher) resolveConflict(field Field, manual map[string]string) {
	chosen, isManual := -1, manual[field.Key] != ""
	for i, c := range m.columns {
		if c.Field != field.Key {
			continue
		}
		if chosen < 0 {
			chosen = i
			continue
		}
		loser := i
		if m.isBetter(i, chosen) && !isManual {
			chosen, loser = i, chosen
		}
		m.columns[loser].Field = ""
		if !isManual {
			m.warn(fmt.Sprintf("на %s похожи два столбца: взят %s, а не %s",
				field.Key, m.columns[chosen].Name(), m.columns[loser].Name()),
				fmt.Sprintf("если нужен другой: %s=%s", field.Key, m.columns[loser].Letter))
		}
	}
}

// isBetter reports whether a column is the better one of two for a field: one with
// values before one without, one whose values differ before one that says the same
// in every row («Организация» of an accounting program), the one with the plainer
// heading.
func (m *matcher) isBetter(i, other int) bool {
	kinds, otherKinds := m.countValues(i), m.countValues(other)
	if fewer := min(kinds, otherKinds); fewer == 0 && kinds != otherKinds || fewer == 1 && max(kinds, otherKinds) > 2 {
		return kinds > otherKinds
	}
	return m.matches[i].better(m.matches[other])
}

// countValues returns the number of different values of a column in the sample.
func (m *matcher) countValues(column int) int {
	seen := map[string]bool{}
	for _, r := range m.sample {
		if column < len(r.cells) && strings.TrimSpace(r.cells[column].text) != "" {
			seen[r.cells[column].text] = true
		}
	}
	return len(seen)
}
