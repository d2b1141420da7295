package meeting

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/russian"
)

// Check returns the errors and doubts in a meeting. Problems carry the key they
// are about; the caller knows its place in the file.
func (m *Meeting) Check() diag.List {
	c := checker{meeting: m, directory: m.Directory(), annexes: m.Annexes}
	for _, p := range m.People {
		c.names = append(c.names, p.Name)
	}
	c.required()
	c.rules()
	c.people()
	c.attendance()
	c.dates()
	c.forms()
	c.requisites()
	c.organizationsSign()
	c.header()
	for i, item := range m.Agenda {
		c.item(fmt.Sprintf("agenda[%d]", i), item)
	}
	c.unlistedGuests()
	c.votes()
	c.bodies()
	c.genitives()
	for i, annex := range m.Annexes {
		c.annex(fmt.Sprintf("annexes[%d]", i), annex)
	}
	m.EachPicture(c.picture)
	c.papers()
	c.otherPapers()
	c.slips()
	c.texts()
	return c.problems
}

type checker struct {
	meeting   *Meeting
	directory Directory
	names     []string  // of all people, for suggestions
	computed  *Assembly // see method assembly
	problems  diag.List

	annexes []Annex // of the paper whose points are checked
}

func (c *checker) wrong(key, message, hint string) {
	c.problems = append(c.problems, diag.Problem{Key: key, Message: message, Hint: hint})
}

func (c *checker) warn(key, message, hint string) {
	c.problems = append(c.problems, diag.Problem{Severity: diag.Warning, Key: key, Message: message, Hint: hint})
}

// text requires a value that is not blank.
func (c *checker) text(key, value, message string) {
	if strings.TrimSpace(value) == "" {
		hint := ""
		if last := key[strings.LastIndexByte(key, '.')+1:]; !strings.HasSuffix(last, "]") {
			hint = "впишите: " + last + ` = "…"`
		}
		c.wrong(key, message, hint)
	}
}

func (c *checker) required() {
	m := c.meeting
	if m.Date.IsZero() && m.DateText == nil && !m.datedApart() {
		c.wrong("date", "не указана дата заседания",
			`добавьте строку вида: date = 2017-11-20; если в бумаге даты нет: date_text = ""`)
	}
	if headed := m.Letterhead != nil && !blank(m.Letterhead.Name); headed && m.WithoutMeeting() {
		// the letterhead names the body
	} else if m.onlyPapers() {
		if m.headless() {
			c.warn("papers", "над названием бумаги не сказано, чья она", "если это не так задумано, добавьте раздел "+
				"[council] со строкой name = \"…\", letterhead.name или subtitle бумаги")
		}
	} else if blank(m.Council.Name) && (!m.namesItself() || len(m.Joint) > 0) {
		c.wrong("council.name", "не указано название органа",
			"добавьте раздел [council] со строкой name = \"…\" или укажите council_file")
	}
	if m.WithoutMeeting() {
		c.namedIfGiven("chair", m.Chair)
		c.namedIfGiven("secretary", m.Secretary)
		return
	}
	if len(m.People) == 0 {
		c.wrong("people", "не указан ни один человек",
			"добавьте разделы [[people]] со строкой name = \"Фамилия Имя Отчество\"")
	}
	if len(m.Agenda) == 0 {
		c.wrong("agenda", "повестка дня пуста", "добавьте хотя бы один раздел [[agenda]] со строкой title = \"О …\"")
	}
	if m.Signers == nil || m.Chair != "" {
		c.role("chair", m.Chair, "не указано, кто вёл заседание",
			`добавьте строку вида: chair = "Фамилия Имя Отчество"`)
	}
	if m.Secretary != "" {
		c.role("secretary", m.Secretary, "не указано, кто вёл протокол", "если секретаря нет, уберите строку")
	}
}

// namedIfGiven requires a name, if any, to be that of one of the people.
func (c *checker) namedIfGiven(key, name string) {
	if !blank(name) {
		c.known(key, name)
	}
}

func (c *checker) role(key, name, missing, hint string) {
	if strings.TrimSpace(name) == "" {
		c.wrong(key, missing, hint)
		return
	}
	c.known(key, name)
}

// manyProblems is the number of problems above which Check no longer suggests
// names: comparing every name with every other takes time.
const manyProblems = 100

// known requires a name that identifies one of the people.
func (c *checker) known(key, name string) {
	if _, ok := c.directory.Person(name); ok {
		c.beyondName(key, name)
		return
	}
	if namesakes := c.directory.namesakes(name); len(namesakes) > 1 {
		c.wrong(key, fmt.Sprintf("фамилию «%s» носят несколько человек", name),
			"назовите полностью: "+strings.Join(namesakes, " или "))
		return
	}
	hint := "назовите человека так же, как в people, или добавьте раздел [[people]]"
	if len(c.problems) > manyProblems {
		c.wrong(key, fmt.Sprintf("среди people нет человека «%s»", name), hint)
		return
	}
	if people := c.several(name); people != "" {
		hint = "у каждого свои кавычки: " + people
	} else if near := c.directory.nearest(name, c.names); near != "" {
		hint = fmt.Sprintf("возможно, это %s", near)
	} else if russian.NamesRole(name) {
		hint = fmt.Sprintf("если имени нет, добавьте раздел [[people]] с name = \"%s\" и guest = true", name)
	}
	c.wrong(key, fmt.Sprintf("среди people нет человека «%s»", name), hint)
}

// several returns the people that a text names, each in quotation marks: «Рогова И. П., Ким О. С.». It is "" if one of
// them is not known.
func (c *checker) several(text string) string {
	names := strings.Split(strings.NewReplacer(";", ",", " и ", ",").Replace(text), ",")
	for i, name := range names {
		if _, known := c.directory.Person(strings.TrimSpace(name)); !known || len(names) < 2 {
			return ""
		}
		names[i] = `"` + strings.TrimSpace(name) + `"`
	}
	return strings.Join(names, ", ")
}

func (c *checker) people() {
	first := map[string]int{}
	for i, p := range c.meeting.People {
		key := fmt.Sprintf("people[%d]", i)
		c.text(key+".name", p.Name, "не указано имя")
		c.gender(key+".gender", p.Gender)
		c.position(key+".position", p.Position)
		c.position(key+".representative.position", p.Representative.Position)
		if blank(p.Name) {
			continue
		}
		read := c.directory.Name(i)
		name := read.Key()
		if _, again := first[name]; again {
			c.wrong(key+".name", fmt.Sprintf("%s уже есть среди people", p.Name), "каждого человека называют один раз")
			continue
		}
		first[name] = i
		c.organization(key, p, read)
		if !p.Body && p.Representative.Name != "" && (i == c.directory.find(c.meeting.Chair) ||
			i == c.directory.find(c.meeting.Secretary)) {
			c.warn(key+".representative",
				"ведёт заседание или протокол тот, кто пришёл, а здесь за него пришёл представитель",
				"назовите в chair или secretary того, кто был на заседании")
		}
	}
}

// presence checks the lists of people: everyone in one list only, and once.
func (c *checker) presence() {
	where := map[int]string{}
	add := func(key, name, list string) {
		c.known(key, name)
		i := c.directory.find(name)
		if i < 0 {
			return
		}
		if before, again := where[i]; again {
			c.wrong(key, fmt.Sprintf("%s уже назван: %s", c.meeting.People[i].Name, before),
				"человек бывает только в одном из списков")
		}
		where[i] = list
	}
	for i, name := range c.meeting.Present {
		add(fmt.Sprintf("present[%d]", i), name, "присутствует (present)")
	}
	if i := c.directory.find(c.meeting.Chair); i >= 0 && len(c.meeting.Present) > 0 && !c.meeting.leadersInHead() &&
		where[i] == "" {
		c.warn("present", fmt.Sprintf("%s ведёт заседание, но среди присутствующих не назван и не голосует",
			c.meeting.People[i].Name), "добавьте его в present")
	}
	for i, absent := range c.meeting.Absent {
		add(fmt.Sprintf("absent[%d].name", i), absent.Name, "отсутствует (absent)")
	}
	for i, name := range c.meeting.Invited {
		add(fmt.Sprintf("invited[%d]", i), name, "приглашён (invited)")
	}
	attendance := c.meeting.Attendance
	if len(c.meeting.People) > 0 && len(c.meeting.present(c.directory)) == 0 && attendance.Present == nil &&
		attendance.Votes.IsZero() {
		c.warn("present", "получается, что не присутствовал никто", "проверьте present, absent и guest")
	}
}

// number warns of an explicit number that differs from the count.
func (c *checker) number(key string, above []string, label, expected string) {
	switch {
	case slices.Contains(above, label):
		c.warn(key, fmt.Sprintf("номер «%s» поставлен вручную и повторяет номер пункта выше", label),
			fmt.Sprintf("по счёту здесь «%s»; если так в бумаге, ничего не меняйте", expected))
	case label != expected:
		c.warn(key, fmt.Sprintf("номер «%s» поставлен вручную, а по счёту здесь «%s»", label, expected),
			"если так в бумаге, ничего не меняйте")
	}
}

func (c *checker) table(key string, t *Table) {
	if t == nil {
		return
	}
	if len(t.Columns) == 0 {
		c.wrong(key+".columns", "у таблицы нет столбцов",
			`добавьте строку вида: columns = ["№", "Мероприятие", "Срок"]`)
		return
	}
	for i, column := range t.Columns {
		at := fmt.Sprintf("%s.columns[%d]", key, i)
		if column.Width < 0 {
			c.wrong(at+".width", "ширина не бывает меньше нуля", "")
		}
		if !slices.Contains([]string{"", "left", "center", "right"}, column.Align) {
			c.wrong(at+".align", fmt.Sprintf("неизвестное выравнивание «%s»", column.Align), "есть left, center, right")
		}
	}
	for i, row := range t.Rows {
		if len(row) != len(t.Columns) {
			c.wrong(fmt.Sprintf("%s.rows[%d]", key, i),
				fmt.Sprintf("в строке ячеек: %d, а столбцов: %d", len(row), len(t.Columns)),
				"пустая ячейка пишется так: \"\"")
		}
	}
}
