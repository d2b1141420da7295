package list

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"protokol/generator/diag"
)

// Column is a column of a list.
type Column struct {
	Letter string // as a spreadsheet shows it: A, B, … AA; the key in TOML
	Title  string // the heading, its spaces put in order; may be empty
	Field  string // the key of the known field it holds, or ""
	Hidden bool   // in the file: whoever made the list may not see it
}

// Name is what a person calls the column: «ИНН» (D).
func (c Column) Name() string {
	switch {
	case c.Title == "":
		return c.Letter
	case c.Letter == c.Title:
		return "«" + c.Title + "»"
	}
	return fmt.Sprintf("«%s» (%s)", shorten(c.Title, 40), c.Letter)
}

// words folds a heading: small letters, е for ё, no punctuation.
func words(heading string) []string {
	heading = strings.ReplaceAll(strings.ToLower(heading), "ё", "е")
	return strings.FieldsFunc(heading, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// fit is how well a heading is a field: the words of the head it begins with,
// then as few others as can be. Zero is not at all.
type fit struct{ head, others int }

func (f fit) better(g fit) bool { return f.head > g.head || f.head == g.head && f.others < g.others }

// heading is the words of a heading, folded, and how many adjectives it begins
// with that a head may stand behind.
type heading struct {
	words []string
	lead  int
}

func newHeading(text string) heading {
	h := heading{words: words(text)}
	for h.lead < len(h.words) && hasStem(adjectives, h.words[h.lead]) {
		h.lead++
	}
	return h
}

// fits tells how well a heading is a field.
func (f Field) fits(h heading) fit {
	best := fit{}
	for _, head := range f.Heads {
		if found := h.fits(head); found.head > 0 && (best.head == 0 || found.better(best)) {
			best = found
		}
	}
	return best
}

func (h heading) fits(head string) fit {
	first, _, _ := strings.Cut(head, " ")
	for skipped := range min(h.lead+1, len(h.words)) {
		if !isStem(first, h.words[skipped]) {
			continue
		}
		if stems := strings.Fields(head); begins(h.words[skipped:], stems) {
			return neutralBeside(h.words[skipped+len(stems):], fit{len(stems), skipped})
		}
	}
	return fit{}
}

// neutralBeside counts the words behind a head, which must not change what the
// column holds.
func neutralBeside(others []string, found fit) fit {
	for _, word := range others {
		if !hasStem(neutral, word) {
			return fit{}
		}
	}
	found.others += len(others)
	return found
}

// begins reports whether the words begin with the stems.
func begins(words, stems []string) bool {
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

// isStem reports whether a word is the stem with an ending. A stem of three
// letters or fewer is the whole word: «пол» is not «полное».
func isStem(stem, word string) bool {
	const short, ending = 6, 10 // bytes: three and five Russian letters
	if len(stem) <= short {
		return word == stem
	}
	return strings.HasPrefix(word, stem) && len(word)-len(stem) <= ending
}

// matcher gives columns their fields.
type matcher struct {
	fields  []Field
	columns []Column
	fits    []fit // of each column's field
	// problems are doubts about the columns. They have no place: whoever has
	// the list knows its name.
	problems diag.List
}

// maxHeading is longer than any heading, in bytes: what is longer is a text, not
// worth taking apart into words.
const maxHeading = 400

// recognised is how many headings of a row are known fields.
func recognised(fields []Field, titles []string) (count int) {
	for _, title := range titles {
		if len(title) > maxHeading {
			continue
		}
		h := newHeading(title)
		if slices.ContainsFunc(fields, func(f Field) bool { return f.fits(h).head > 0 }) {
			count++
		}
	}
	return count
}

// match gives every column its field. What the user maps by hand comes first.
func match(fields []Field, columns []Column, byHand map[string]string) ([]Column, diag.List) {
	m := &matcher{fields: fields, columns: slices.Clone(columns), fits: make([]fit, len(columns))}
	taken := m.byHand(byHand)
	for i := range m.columns {
		if m.columns[i].Field == "" && !slices.Contains(taken, i) {
			m.columns[i].Field, m.fits[i] = m.best(m.columns[i])
		}
	}
	for _, field := range m.fields {
		m.settle(field, byHand)
	}
	m.namesakes()
	return m.columns, m.problems
}

// best is the field that fits a column best. Two that fit alike are none.
func (m *matcher) best(c Column) (key string, best fit) {
	title, alike := newHeading(c.Title), ""
	for _, field := range m.fields {
		switch found := field.fits(title); {
		case found.head == 0:
		case key == "" || found.better(best):
			key, best, alike = field.Key, found, ""
		case found == best:
			alike = field.Key
		}
	}
	if alike != "" {
		m.doubt(fmt.Sprintf("столбец %s — это %s или %s?", c.Name(), key, alike),
			fmt.Sprintf("он не использован; скажите сами: %s=%s", key, c.Letter))
		return "", fit{}
	}
	return key, best
}

// settle leaves a field one column: the one whose heading says little else.
func (m *matcher) settle(field Field, byHand map[string]string) {
	chosen, said := -1, byHand[field.Key] != ""
	for i, c := range m.columns {
		if c.Field != field.Key {
			continue
		}
		if chosen < 0 {
			chosen = i
			continue
		}
		rest := i
		if m.fits[i].better(m.fits[chosen]) && !said {
			chosen, rest = i, chosen
		}
		m.columns[rest].Field = ""
		if !said {
			m.doubt(fmt.Sprintf("на %s похожи два столбца: взят %s, а не %s", field.Key, m.columns[chosen].Name(), m.columns[rest].Name()),
				fmt.Sprintf("если нужен другой: %s=%s", field.Key, m.columns[rest].Letter))
		}
	}
}

// namesakes tells of columns with one heading: only the first can be called.
func (m *matcher) namesakes() {
	first := map[string]int{}
	for i, c := range m.columns {
		title := strings.Join(words(c.Title), " ")
		before, again := first[title]
		switch {
		case title == "" || c.Field != "":
		case again:
			m.doubt(fmt.Sprintf("два столбца с одним заголовком: %s и %s", m.columns[before].Name(), c.Name()), "по заголовку доступен первый; переименуйте один из них")
		default:
			first[title] = i
		}
	}
}

func (m *matcher) doubt(message, hint string) {
	m.problems = append(m.problems, diag.Problem{Severity: diag.Warning, Message: message, Hint: hint})
}

// byHand gives columns the fields that the user said: KEY=COLUMN, a heading, a
// letter or a number. It returns the columns that are given.
func (m *matcher) byHand(byHand map[string]string) (taken []int) {
	keys := make([]string, len(m.fields))
	for i, field := range m.fields {
		keys[i] = field.Key
	}
	for _, key := range sortedKeys(byHand) {
		if !slices.Contains(keys, key) {
			m.wrong(fmt.Sprintf("нет такого поля: %s", key), nearest(key, keys, "бывают: "+strings.Join(keys, ", ")))
			continue
		}
		i := m.column(byHand[key])
		switch {
		case i < 0:
			var titles []string
			for _, c := range m.columns {
				titles = append(titles, c.Title)
			}
			m.wrong(fmt.Sprintf("нет столбца «%s» для поля %s", byHand[key], key),
				nearest(byHand[key], titles, "столбец называют заголовком или буквой: "+key+"=D"))
		case slices.Contains(taken, i):
			m.wrong(fmt.Sprintf("столбец %s назван для двух полей: %s и %s", m.columns[i].Name(), m.columns[i].Field, key), "")
		default:
			m.columns[i].Field = key
			taken = append(taken, i)
		}
	}
	return taken
}

func (m *matcher) wrong(message, hint string) {
	m.problems = append(m.problems, diag.Problem{Message: message, Hint: hint})
}

// column finds a column by its heading, else by its letter or number.
func (m *matcher) column(name string) int {
	folded := words(name)
	if i := slices.IndexFunc(m.columns, func(c Column) bool { return len(folded) > 0 && slices.Equal(words(c.Title), folded) }); i >= 0 {
		return i
	}
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(m.columns) {
		return n - 1
	}
	return slices.IndexFunc(m.columns, func(c Column) bool { return strings.EqualFold(c.Letter, name) })
}

func nearest(word string, among []string, otherwise string) string {
	if near := diag.Nearest(word, among); near != "" {
		return fmt.Sprintf("возможно, «%s»", near)
	}
	return otherwise
}

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
