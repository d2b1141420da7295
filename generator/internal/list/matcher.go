package list

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
)

// matcher assigns fields to columns.
type matcher struct {
	fields  []Field
	columns []Column
	matches []match // of the fields of the columns
	sample  []row   // below the headings
	// problems concern the columns and have no position. The caller knows the
	// name of the list.
	problems diag.List
}

// assignFields assigns fields to columns. Columns that the user has named for a field are its only ones; those that
// are named as unused have no field.
func assignFields(o Options, columns []Column, sample []row) ([]Column, diag.List) {
	if o.Exact {
		return exactFields(o.Fields, columns), nil
	}
	m := &matcher{fields: o.Fields, columns: slices.Clone(columns), matches: make([]match, len(columns)),
		sample: sample}
	taken := m.applyManual(o.Columns)
	for _, name := range o.Unused {
		taken = append(taken, m.findColumn(name))
	}
	for i := range m.columns {
		if slices.Contains(taken, i) {
			continue
		}
		if key, found := m.bestField(m.columns[i]); o.Columns[key] == "" {
			m.columns[i].Field, m.matches[i] = key, found
		}
	}
	m.readSpelledName(o.Columns, taken)
	m.refuseTwoTables(o.Columns)
	m.readBodiesTo(o.Columns)
	for _, field := range m.fields {
		m.resolveConflict(field)
	}
	m.refuseSides(o.Columns)
	m.readGivenName(o.Columns)
	m.readMunicipality(o.Columns)
	m.readNewer(o.Columns, taken)
	m.warnSameTitles()
	return m.columns, m.problems
}

// exactFields assigns fields to the columns that are named by their keys.
func exactFields(fields []Field, columns []Column) []Column {
	columns = slices.Clone(columns)
	for i, c := range columns {
		if slices.ContainsFunc(fields, func(f Field) bool { return f.Key == c.Title }) {
			columns[i].Field = c.Title
		}
	}
	return columns
}

// readMunicipality makes a column of municipalities beside their heads the one of
// organizations, if there is no other.
func (m *matcher) readMunicipality(manual map[string]string) {
	if columnOf(m.columns, "organization") >= 0 || columnOf(m.columns, "name", "surname") < 0 || manual["city"] != "" {
		return
	}
	for i, c := range m.columns {
		if words := headingWords(c.Title); c.Field == "city" && hasPrefix(words, []string{"муниципальн", "образован"}) {
			m.columns[i].Field = "organization"
			return
		}
	}
}

// readBodiesTo makes a column «Кому», «Адресат» or «Name» of organizations beside one of names that of
// organizations, if there is no other.
func (m *matcher) readBodiesTo(manual map[string]string) {
	if columnOf(m.columns, "organization") >= 0 || manual["organization"] != "" {
		return
	}
	isTo := func(c Column) bool {
		words := headingWords(c.Title)
		return c.Field == "name" && len(words) == 1 && hasStem([]string{"кому", "адресат", "name"}, words[0])
	}
	i := slices.IndexFunc(m.columns, isTo)
	isOther := func(c Column) bool { return (c.Field == "name" || c.Field == "surname") && !isTo(c) }
	if i < 0 || !slices.ContainsFunc(m.columns, isOther) || m.columns[i].Title == manual["name"] {
		return
	}
	if s := surveyColumn(i, m.sample); s.isMostly(s.bodies) {
		m.columns[i].Field = "organization"
	}
}

// bestField returns the field that matches a column best, or "" if two match
// equally well.
func (m *matcher) bestField(c Column) (key string, best match) {
	if c.under != "" {
		if key, best = m.bestMatch(c, c.under); key == "name" { // «ФИО» below «Контактное лицо»
			if whole, how := m.bestMatch(c, c.Title); whole == "contact" {
				return whole, how
			}
		}
		if key != "" {
			return key, best
		}
	}
	return m.bestMatch(c, c.Title)
}

func (m *matcher) bestMatch(c Column, text string) (key string, best match) {
	title, tied := newHeading(text), ""
	for _, field := range m.fields {
		switch found := field.match(title); {
		case found.stems == 0:
		case key == "" || found.better(best):
			key, best, tied = field.Key, found, ""
		case found == best:
			tied = field.Key
		}
	}
	switch {
	case key == "" && namesBothKinds(title.words):
		return "name", match{stems: 1, others: len(title.words) - 1}
	case key == "" && strings.Contains(text, " / "): // «Job title / Должность»
		return m.bestTranslation(c, strings.Split(text, " / "))
	case key == "name" && namesBodies(title.words):
		return "organization", best
	}
	if tied != "" {
		m.warn(fmt.Sprintf("столбец %s — это %s или %s?", c.Name(), key, tied),
			fmt.Sprintf("он не использован; скажите сами: %s=%s", key, c.Letter))
		return "", match{}
	}
	return key, best
}

// bestTranslation returns the field that all parts of a heading in several languages match.
func (m *matcher) bestTranslation(c Column, parts []string) (key string, best match) {
	for i, part := range parts {
		found, how := m.bestMatch(c, part)
		if found == "" || i > 0 && found != key {
			return "", match{}
		}
		key, best = found, how
	}
	return key, best
}

// warnSameTitles warns of columns with the same heading, since only the first
// is accessible by it.
func (m *matcher) warnSameTitles() {
	first := map[string]int{}
	for i, c := range m.columns {
		title := strings.Join(foldedWords(c.Title), " ")
		before, found := first[title]
		switch {
		case title == "" || c.Field != "":
		case found:
			m.warn(fmt.Sprintf("два столбца с одним заголовком: %s и %s", m.columns[before].Name(), c.Name()),
				"по заголовку доступен первый; переименуйте один из них")
		default:
			first[title] = i
		}
	}
}

func (m *matcher) warn(message, hint string) {
	m.problems = append(m.problems,
		diag.Problem{Severity: diag.Warning, Message: message, Hint: hint, Code: diag.CodeColumn})
}

// applyManual assigns fields that the user named, as in KEY=COLUMN with a
// heading, letter or number. It returns the indices of these columns.
func (m *matcher) applyManual(manual map[string]string) (taken []int) {
	keys := make([]string, len(m.fields))
	for i, field := range m.fields {
		keys[i] = field.Key
	}
	for _, key := range sortedKeys(manual) {
		if !slices.Contains(keys, key) {
			m.fail(fmt.Sprintf("нет такого поля: %s", key),
				diag.Suggest(key, keys, "бывают: "+strings.Join(keys, ", ")))
			continue
		}
		i := m.findColumn(manual[key])
		switch {
		case i < 0:
			var titles, names []string
			for _, c := range m.columns {
				titles, names = append(titles, c.Title), append(names, c.Name())
			}
			m.fail(fmt.Sprintf("нет столбца «%s» для поля %s", manual[key], key),
				diag.Suggest(manual[key], titles,
					fmt.Sprintf("называют по одному столбцу, заголовком или буквой: %s=%s; есть %s", key,
						m.columns[0].Letter, printable.Join(names))))
		case slices.Contains(taken, i):
			m.fail(fmt.Sprintf("столбец %s назван для двух полей: %s и %s",
				m.columns[i].Name(), m.columns[i].Field, key), "")
		default:
			m.columns[i].Field = key
			taken = append(taken, i)
		}
	}
	return taken
}

func (m *matcher) fail(message, hint string) {
	m.problems = append(m.problems, diag.Problem{Message: message, Hint: hint, Code: diag.CodeColumn})
}

// findColumn finds a column by its heading, or else by its letter or number.
func (m *matcher) findColumn(name string) int {
	folded := foldedWords(name)
	byTitle := func(c Column) bool { return slices.Equal(foldedWords(c.Title), folded) }
	if i := slices.IndexFunc(m.columns, byTitle); len(folded) > 0 && i >= 0 {
		return i
	}
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(m.columns) {
		return n - 1
	}
	return slices.IndexFunc(m.columns, func(c Column) bool { return strings.EqualFold(c.Letter, name) })
}

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
