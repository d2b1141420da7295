package list

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sectionTitle is the heading of the column of organizations above groups of rows.
const sectionTitle = "строка над группой"

// addSections adds a column for the organizations above groups of rows, if a list
// has no column for them: a school, then its teachers.
func (l *List) addSections(sample []row) {
	if l.columnOf("organization", "organization_short") >= 0 {
		return
	}
	isSection := func(r row) bool {
		texts := slices.DeleteFunc(r.Texts(), func(s string) bool { return strings.TrimSpace(s) == "" })
		return len(texts) == 1 && sectionBody(texts[0]) != ""
	}
	if l.locate == nil && len(l.Columns) > 1 && slices.ContainsFunc(sample, isSection) {
		l.Columns = append(l.Columns, Column{Letter: sectionTitle, Title: sectionTitle, Field: "organization"})
	}
}

// sectionBody returns the organization that the text of a section names, or "".
func sectionBody(text string) string {
	text = strings.TrimSuffix(strings.TrimSpace(text), ":")
	if label, body, found := strings.Cut(text, ":"); found && len(strings.Fields(label)) <= 2 {
		text = strings.TrimSpace(body)
	}
	if isItemNumber(text) {
		_, text, _ = strings.Cut(strings.Replace(text, ")", ".", 1), ".")
		text = strings.TrimSpace(text)
	}
	if !looksLikeBody(text) || mentionsPerson(text) || isFooter(text, true) || namesMembers(text) {
		return ""
	}
	return text
}

// namesMembers reports a text that begins with a plural of people: «Члены Совета», «Учителя школы № 5».
func namesMembers(text string) bool {
	words := leadingWords(text, 1)
	return len(words) > 0 && slices.Contains(members, words[0])
}

// members are plurals of people with which sections of lists begin.
var members = strings.Fields(`
	члены участники сотрудники работники специалисты учителя педагоги преподаватели воспитатели родители депутаты
	представители руководители директора заместители заведующие начальники председатели главы секретари методисты
	профессора доктора врачи студенты слушатели выпускники ветераны эксперты кандидаты делегаты докладчики юбиляры`)

// group is the last row above a group of rows.
type group struct {
	body string // the organization it names, or ""
	row  int
}

// enter begins a section, if a row that was left out for the reason is one. Rows below a total belong to no
// section.
func (f *rowFilter) enter(reason, text string, row int) {
	switch reason {
	case sectionRow:
		f.group = group{sectionBody(text), row}
	case totalRow, footerRow:
		f.group = group{}
	}
}

// fillGroup gives a person without an organization that of the group. A record with
// an organization ends the group: those below may be anybody's.
func (f *rowFilter) fillGroup(record *Record) {
	at, ok := f.position("organization")
	switch {
	case !ok || f.group.body == "" || namesBody(record.Get("position")):
	case !isMember(*record):
		f.group = group{}
	default:
		record.values[at], record.grouped = f.group.body, true
		if record.cells != nil {
			record.cells = slices.Clone(record.cells)
			record.cells[at] = f.group.body
		}
		f.notes.sections.add(f.group.row)
	}
}

// namesBody reports a post that says of which organization it is, by a legal form and a name: «директор ООО «А»», but
// not «классный руководитель 5 «А» класса», «начальник ОК».
func namesBody(position string) bool {
	words := strings.Fields(position)
	for i := 1; i < len(words); i++ {
		first, _ := utf8.DecodeRuneInString(words[i])
		if (strings.ContainsRune("«\"“", first) || unicode.IsUpper(first)) && hasLegalForm(words[i-1]) {
			return true
		}
	}
	return false
}

// isMember reports whether a record is a person without an organization. A person in the column of organizations
// replaces the organization.
func isMember(r Record) bool {
	return !r.split && r.Get("organization")+r.Get("organization_short") == "" && r.Get("name") != ""
}

// heads reports whether a record can be the row above a group: it has only an
// organization, in a list that also has people, in another column than organizations.
func (f *rowFilter) heads(r Record) bool {
	at, ok := f.position("organization")
	if !ok || f.locate != nil || len(f.either) > 0 || r.values[at] == "" || !f.Has("name") ||
		sectionBody(r.values[at]) == "" {
		return false
	}
	for i, value := range r.values {
		if i != at && i != f.profile.numbers && value != "" {
			return false
		}
	}
	return true
}

// regroup passes on records one row late: an organization alone is a recipient,
// unless people without an organization follow.
func (f *rowFilter) regroup(yield func(Record, error) bool) (next func(*Record) bool, end func() bool) {
	var held *Record
	release := func() bool {
		r := held
		held = nil
		return r == nil || yield(*r, nil)
	}
	next = func(r *Record) bool {
		if held != nil && isMember(*r) {
			at, _ := f.position("organization")
			f.group = group{sectionBody(held.values[at]), held.Row}
			f.notes.leaveOut(sectionRow, held.values[at], held.Row)
			held = nil
		}
		if !release() {
			return false
		}
		f.fillGroup(r)
		f.doubtValues(r)
		if f.heads(*r) {
			held = r
			return true
		}
		return yield(*r, nil)
	}
	return next, release
}
