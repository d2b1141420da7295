package list

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"protokol/generator/diag"
)

// Column is a column of a list.
type Column struct {
	Letter string // as in a spreadsheet: A, B, … AA; the key in TOML
	Title  string // the heading with normalized spaces; may be empty
	Field  string // key of the known field that it holds, or ""
	Hidden bool   // hidden in the file; the author of the list may have overlooked it

	under string // the lowest of several headings above each other, if those above only group columns
}

// Name returns the name of the column for messages: «ИНН» (D).
func (c Column) Name() string {
	switch {
	case c.Title == "":
		return c.Letter
	case c.Letter == c.Title:
		return "«" + c.Title + "»"
	}
	return fmt.Sprintf("«%s» (%s)", truncate(c.Title, 40), c.Letter)
}

// columnOf returns the index of the column of the first of the fields that has one, or absent.
func columnOf(columns []Column, fields ...string) int {
	for _, field := range fields {
		if i := slices.IndexFunc(columns, func(c Column) bool { return c.Field == field }); i >= 0 {
			return i
		}
	}
	return absent
}

// match says how well a heading matches a field: the number of stems in the
// head it begins with and the number of other words. The zero value means no
// match.
// Of two heads with as many stems the longer one says more: «адресат», «адрес».
type match struct{ stems, others, length int }

func (m match) better(other match) bool {
	if m.stems != other.stems || m.others != other.others {
		return m.stems > other.stems || m.stems == other.stems && m.others < other.others
	}
	return m.length > other.length && other.length > 0 && m.stems == 1
}

// heading is a folded heading and the number of leading adjectives, which a
// head may follow.
type heading struct {
	words          []string
	adjectives     int
	transliterated *heading // nil unless the words are Latin
}

func newHeading(text string) heading {
	h := headingOf(headingWords(text))
	if words := transliterated(h.words); words != nil {
		russian := headingOf(words)
		h.transliterated = &russian
	}
	return h
}

func headingOf(words []string) heading {
	h := heading{words: words}
	for h.adjectives < len(h.words) && hasStem(adjectives, h.words[h.adjectives]) {
		h.adjectives++
	}
	return h
}

// match returns how well a heading matches the field.
func (f Field) match(h heading) match {
	if found := f.matchWords(h); found.stems > 0 || h.transliterated == nil {
		return found
	}
	return f.matchWords(*h.transliterated)
}

func (f Field) matchWords(h heading) match {
	best, seen := match{}, [2]rune{}
	for i, word := range h.words[:min(h.adjectives+1, len(h.words))] {
		first, _ := utf8.DecodeRuneInString(word)
		if slices.Contains(seen[:], first) {
			continue
		}
		seen[i%len(seen)] = first
		for _, head := range f.Heads[first] {
			if found := h.match(head, f); found.stems > 0 && (best.stems == 0 || found.better(best)) {
				best = found
			}
		}
	}
	return best
}

func (h heading) match(head string, field Field) match {
	first, _, _ := strings.Cut(head, " ")
	for skipped := range min(h.adjectives+1, len(h.words)) {
		if !isStem(first, h.words[skipped]) {
			continue
		}
		if stems := strings.Fields(head); hasPrefix(h.words[skipped:], stems) {
			if head == "кому" { // less than «ФИО»
				skipped++
				return countNeutral(h.words[len(stems)+skipped-1:], match{len(stems), skipped, len(head)}, field)
			}
			return countNeutral(h.words[skipped+len(stems):], match{len(stems), skipped, len(head)}, field)
		}
	}
	return match{}
}

// countNeutral adds the words after a head to a match. Words that may change
// the meaning of the column prevent it.
func countNeutral(others []string, found match, field Field) match {
	isPlace := func(word string) bool { return strings.HasPrefix(word, "мест") }
	if (field.Key == "organization" || field.Key == "name") && slices.Contains(others, "работы") &&
		!slices.ContainsFunc(others, isPlace) {
		return match{} // «Название работы» is that of an entry in a contest
	}
	if !slices.ContainsFunc(others, func(word string) bool { return !field.isNeutral(word) }) {
		found.others += len(others)
		return found
	}
	return match{}
}

// ownFields are those of the letter itself. A word for somebody changes the meaning of
// their headings: «Дата собрания», «Обращение заявителя».
var ownFields = []string{"number", "date", "salutation"}

// isNeutral reports whether a word after a head does not change the meaning of a column.
func (f Field) isNeutral(word string) bool {
	if len(word) == 1 && word[0] >= '1' && word[0] <= '9' { // «Контакт 1», but not «Школа № 1»
		return slices.Contains([]string{"contact", "phone", "email"}, f.Key)
	}
	return hasStem(f.Neutral, word) || !slices.Contains(ownFields, f.Key) &&
		(hasStem(neutralWords, word) || namesKind(word) || hasStem(eitherHeads, word))
}

// namesKind reports whether a word says what kind of organizations a column is about:
// «Наименование суда», «Председатель ТСЖ». A bank is rather that of an account.
func namesKind(word string) bool {
	return hasStem(bodyNouns, word) && !isStem("банк", word) || slices.Contains(legalForms, word)
}

// hasPrefix reports whether the words begin with the stems.
func hasPrefix(words, stems []string) bool {
	if len(words) < len(stems) {
		return false
	}
	for i, stem := range stems {
		if !isStem(stem, words[i]) {
			return false
		}
	}
	return true
}

func hasStem(stems []string, word string) bool {
	return slices.ContainsFunc(stems, func(stem string) bool { return isStem(stem, word) })
}

// isStem reports whether a word is a stem with an ending. A stem of up to three
// letters must be the whole word: «пол» does not match «полное».
func isStem(stem, word string) bool {
	const short, ending = 6, 10 // bytes: three and five Cyrillic letters
	if len(stem) <= short {
		return word == stem
	}
	return strings.HasPrefix(word, stem) && len(word)-len(stem) <= ending
}

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

// readBodiesTo makes a column «Кому» or «Адресат» of organizations beside one of names that of
// organizations, if there is no other.
func (m *matcher) readBodiesTo(manual map[string]string) {
	if columnOf(m.columns, "organization") >= 0 || manual["organization"] != "" {
		return
	}
	isTo := func(c Column) bool {
		words := headingWords(c.Title)
		return c.Field == "name" && len(words) == 1 && hasStem([]string{"кому", "адресат"}, words[0])
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
		if key, best = m.bestMatch(c, c.under); key != "" {
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
			m.fail(fmt.Sprintf("нет такого поля: %s", key), suggest(key, keys, "бывают: "+strings.Join(keys, ", ")))
			continue
		}
		i := m.findColumn(manual[key])
		switch {
		case i < 0:
			var titles []string
			for _, c := range m.columns {
				titles = append(titles, c.Title)
			}
			m.fail(fmt.Sprintf("нет столбца «%s» для поля %s", manual[key], key),
				suggest(manual[key], titles, "называют по одному столбцу, заголовком или буквой: "+key+"=D"))
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

func suggest(word string, among []string, otherwise string) string {
	if near := diag.Nearest(word, among); near != "" {
		return fmt.Sprintf("возможно, «%s»", near)
	}
	return otherwise
}

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
