package list

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
)

// otherColumn is a column for no field whose values may be recipients, as those of the column that is read. A sparse
// one has such values in a minority of the rows: they are exceptions, such as «Замещает», «Правопреемник».
type otherColumn struct {
	column int
	field  string
	sparse bool
}

// findOthers remembers the columns with people and organizations that are not used. Headings that are known to be
// about somebody else than the recipients exclude a column.
func (l *List) findOthers(o Options, sample []row) {
	if l.locate != nil || o.Exact {
		return
	}
	name, body := l.columnOf("name", "surname"), l.columnOf("organization")
	named, bodies := countCells(name, sample), countCells(body, sample)
	for i, c := range l.Columns[:l.physical] {
		if c.Field != "" || l.IsStaff() && i == l.unit || isNamed(o.Unused, c) || namesDelegate(c.Title) ||
			namesIssuer(c.Title) || namesFormer(c.Title) ||
			slices.ContainsFunc(l.newer, func(n newerColumn) bool { return n.column == i }) {
			continue
		}
		s := surveyColumn(i, sample)
		if l.states[i].notes { // «Комментарий: за него Ким О. О.»
			if countMentions(i, sample)*2 < max(named, bodies) {
				l.others = append(l.others, otherColumn{i, "name", true})
			}
			continue
		}
		add := func(field string, of, count, most int) {
			sparse := s.filled*2 < most
			if (s.filled == 0 || s.isMostly(count)) && (sparse || of != absent && !l.isEither(of)) {
				l.others = append(l.others, otherColumn{i, field, sparse})
			}
		}
		add("name", name, s.people, max(named, bodies))
		add("organization", body, s.bodies, bodies)
	}
}

// countMentions returns the number of values of a column in the sample that mention a person.
func countMentions(column int, sample []row) (count int) {
	for _, r := range sample {
		if column < len(r.Cells) && isRecipient("name", r.Cells[column].Text) {
			count++
		}
	}
	return count
}

// countCells returns the number of values of a column in the sample, those alone in their rows included.
func countCells(column int, sample []row) (count int) {
	for _, r := range sample {
		if column >= 0 && column < len(r.Cells) && strings.TrimSpace(r.Cells[column].Text) != "" {
			count++
		}
	}
	return count
}

// namesFormer reports a heading about the past: «Бывший директор».
func namesFormer(title string) bool {
	return slices.ContainsFunc(headingWords(title), former.MatchString)
}

var former = regexp.MustCompile(`^(?:бывш|прежн|стар(?:ый|ая|ое)$|предыдущ|предшеств|ранее$)`)

// doubtOthers doubts a row without a recipient of a kind that has one in a column that is not used, and a row with an
// exception in a sparse one.
func (l *List) doubtOthers(record *Record) {
	for _, other := range l.others {
		value := record.values[other.column]
		if value == "" {
			continue
		}
		chosen := record.Get(other.field)
		if chosen != "" && !other.sparse || !isRecipient(other.field, value) || foldValue(chosen) == foldValue(value) {
			continue
		}
		name := l.Columns[other.column].Name()
		message := fmt.Sprintf("в столбце %s — «%s», а в письме этого нет: кому оно?", name,
			printable.Excerpt(value, 60))
		if chosen != "" {
			message = fmt.Sprintf("«%s», а в столбце %s — «%s»: кому письмо?", printable.Excerpt(chosen, 60), name,
				printable.Excerpt(value, 60))
		}
		record.addProblem(record.cellLocation(other.column), diag.Warning, message,
			fmt.Sprintf("если этому, впишите в столбец, который читается, или назовите: %s=%s", other.field,
				l.Columns[other.column].Letter))
	}
}

// isRecipient reports whether a value is one of a field of recipients.
func isRecipient(field, value string) bool {
	if field != "name" {
		return isOfField(field, value)
	}
	return containsAny(value, personParts) && (mentionsPerson(value) || withInitials.MatchString(value))
}

// personParts are parts of all names of persons that are certain. Looking for them is faster.
var personParts = []string{".", "ич", "вн", "ИЧ", "ВН"}

// withInitials finds a surname with initials in a text.
var withInitials = regexp.MustCompile(`\p{Lu}\p{Ll}+ \p{Lu}\. ?\p{Lu}\.`)

// doubtPost doubts a column of posts right behind one of people who are not the recipients, if it is not beside that
// of the recipients and its heading does not say whose the posts are: «Директор», «Заместитель», «Должность».
func (l *List) doubtPost(o Options, name int, sample []row) {
	post := l.columnOf("position")
	if post < 0 || post >= l.physical || name < 0 || o.Columns["position"] != "" || l.besidePeople(post) ||
		len(headingWords(l.Columns[post].Title)) > 1 {
		return
	}
	i := post - 1
	if i < 0 || l.Columns[i].Field != "" && l.Columns[i].Field != "contact" {
		return
	}
	if s := surveyColumn(i, sample); s.isMostly(s.people) && s.people > 0 {
		l.doubtColumn(post, fmt.Sprintf("чья должность в столбце %s: того, кто в столбце %s или %s?",
			l.Columns[post].Name(), l.Columns[name].Name(), l.Columns[i].Name()),
			"назовите верные столбцы: name=… и position=…")
	}
}

// besidePeople reports whether a column is next to one of the parts of the recipients' names.
func (l *List) besidePeople(column int) bool {
	parts := strings.Fields("name surname given_name patronymic")
	isPart := func(i int) bool {
		return i >= 0 && i < l.physical && slices.Contains(parts, l.Columns[i].Field)
	}
	return isPart(column-1) || isPart(column+1)
}
