package list

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"protokol/generator/diag"
)

// Record is a recipient: a row of the list.
type Record struct {
	Row      int       // row number as in a spreadsheet, from 1; in TOML, the number of the table
	Line     int       // line of a text file, from 1; 0 in a spreadsheet
	Hidden   bool      // hidden in the file; the author of the list may have overlooked it
	Problems diag.List // problems of the row itself

	values  []string
	cells   []string // the values of the table if arrange has changed them; else nil
	split   bool     // a value is in the other of the two columns of an eitherColumn
	moved   []int    // the positions of the values in the row, if in other columns than the headings
	grouped bool     // the organization is that of the row above the group
	nobody  bool     // the cell of the organization says that there is none: «пенсионер»
	list    *List
}

// Get returns the value of a field by its key (inn), or of another column by its heading («Примечание»), regardless
// of case and punctuation. It returns "" if there is no such column. By its heading, a column of people and
// organizations returns both, and so does one of organizations and posts. If a name is split into three columns and
// the column of the whole name is missing or empty, "name" joins them.
func (r Record) Get(key string) string {
	i, ok := r.list.position(key)
	if ok && r.split && r.values[i] == "" && r.list.Columns[i].Field != key {
		return r.cells[i]
	}
	if w := r.list.workplace; ok && w != nil && r.cells != nil && i == w.from && r.list.Columns[i].Field != key {
		return r.cells[i]
	}
	if ok && (r.values[i] != "" || key != "name") {
		return r.values[i]
	}
	if key != "name" {
		return ""
	}
	var parts []string
	for _, part := range []string{"surname", "given_name", "patronymic"} {
		if i, ok := r.list.position(part); ok && r.values[i] != "" {
			parts = append(parts, r.values[i])
		}
	}
	return strings.Join(parts, " ")
}

// Heading returns the heading of the column of a field, or "".
func (r Record) Heading(key string) string {
	if i, ok := r.list.position(key); ok {
		return r.list.Columns[i].Title
	}
	return ""
}

// position returns the index of the column of a field or with a heading.
func (l *List) position(key string) (int, bool) {
	i, ok := l.positions[key]
	if !ok {
		i, ok = l.positions[strings.Join(foldedWords(key), " ")]
	}
	return i, ok && i != absent
}

// All iterates over the columns and values of the record.
func (r Record) All() iter.Seq2[Column, string] {
	return func(yield func(Column, string) bool) {
		for i, value := range r.values {
			if !yield(r.list.Columns[i], value) {
				return
			}
		}
	}
}

// Location returns the location of a value for messages: строка 17, столбец
// «ИНН» (D). If there is no column for the key, it is the row.
func (r Record) Location(key string) string {
	i, ok := r.list.position(key)
	if surname, split := r.list.position("surname"); key == "name" && split && (!ok || r.values[i] == "") {
		i, ok = surname, true
	}
	if ok && key != "" {
		return r.cellLocation(i)
	}
	return fmt.Sprintf("строка %d", r.Row)
}

func (r Record) cellLocation(i int) string {
	if r.list.locate != nil {
		return fmt.Sprintf("recipients[%d].%s", r.Row-1, r.list.Columns[i].Letter)
	}
	column := r.list.Columns[i]
	if at := slices.Index(r.moved, i); at >= 0 {
		column.Letter = columnLetters(at)
	}
	return fmt.Sprintf("строка %d, столбец %s", r.Row, column.Name())
}

// move puts the values of a row whose columns are in another order under the
// headings of the list.
func (r *Record) move(moved []int) {
	if moved == nil {
		return
	}
	values := make([]string, len(r.values))
	for i, at := range moved {
		if at != absent {
			values[at] = r.values[i]
		}
	}
	r.values, r.moved = values, moved
	for _, c := range r.list.combined {
		c.split(r.values)
	}
}

// arrange puts people among organizations into their column, legal forms before names, and the parts of addresses
// together. The row keeps its values, because the next ones are compared with it.
func (r *Record) arrange() {
	if len(r.list.either) == 0 && r.list.legalForm == absent && r.list.parts == nil &&
		r.list.workplace == nil && r.list.staffUnit == absent && !r.hasFormBehind() &&
		!r.hasNumberOnly() && r.list.post == nil {
		return
	}
	r.cells, r.values = r.values, slices.Clone(r.values)
	if r.list.workplace != nil {
		r.list.workplace.split(r)
	}
	if r.list.staffUnit != absent {
		r.readStaffUnit()
	}
	if r.list.post != nil {
		r.list.post.fill(r.values)
	}
	r.joinLegalForm()
	r.moveForm()
	r.nameKind()
	if r.list.parts != nil {
		r.list.parts.complete(r)
	}
	for _, c := range r.list.either {
		r.split = c.split(r.list.Columns, r.values) || r.split
	}
}

// Problem returns a problem about a value of the record, with its location.
func (r Record) Problem(severity diag.Severity, key, message, hint string) diag.Problem {
	return r.problemAt(r.Location(key), severity, message, hint)
}

func (r Record) problemAt(place string, severity diag.Severity, message, hint string) diag.Problem {
	p := diag.Problem{Severity: severity, File: r.list.name, Key: place, Message: message, Hint: hint}
	switch {
	case r.list.locate != nil:
		p.Key = strings.Replace(p.Key, "строка ", "recipients ", 1)
		return r.list.locate(p)
	case r.Line > 0:
		p.Line, p.Column = r.Line, 1
	}
	return p
}

// newRecord converts a row and reports whether it has any value.
func (l *List) newRecord(r row) (record Record, filled bool) {
	record = Record{Row: r.number, Line: r.line, Hidden: r.hidden, list: l, values: make([]string, len(l.Columns))}
	if missing := l.lastTitled - len(r.cells); missing > 0 && r.line > 0 && len(r.cells) > 0 {
		record.addProblem(fmt.Sprintf("строка %d", r.number), diag.Warning,
			fmt.Sprintf("ячеек меньше, чем столбцов: %d из %d", len(r.cells), l.lastTitled),
			"проверьте, не разорвана ли строка переносом: такую ячейку берут в кавычки")
	}
	for i, c := range r.cells {
		text, problem, isError := normalize(unwrapText(c.text))
		if plain, marked := withoutMarkup(text); marked && !isError {
			text, problem = plain, "в ячейке были остатки HTML, они убраны"
		}
		if c.problem != "" {
			problem, isError = c.problem, c.isError
		}
		if i >= l.physical {
			if text != "" {
				record.addProblem(fmt.Sprintf("строка %d, столбец %s", r.number, columnLetters(i)), diag.Error,
					"ячейка правее последнего заголовка",
					"дайте столбцу заголовок или уберите лишнее; в CSV проверьте, не разорвана ли ячейка разделителем")
			}
			continue
		}
		text = l.stripRowMarks(i, r.number, text)
		filled = filled || text != ""
		if long := l.tooLong(i, text); long != "" && !isError {
			text, problem, isError = truncate(text, longestPrinted), long, true
		}
		record.values[i] = text
		if isTableError(text) && problem == "" {
			problem, isError = tableErrorIn+text, true
		}
		if problem == "" && c.struck && text != "" {
			problem = "текст в ячейке зачёркнут: если адресата исключили, удалите строку"
		}
		if problem == "" && isScientific(text) {
			problem, isError = "число записано с E+, как его показал Excel: часть цифр потеряна", true
		}
		if text != "" && l.Columns[i].Title == "" && l.Columns[i].Field == "" {
			l.notes.countUntitled(l.Columns[i], r.number)
		}
		if problem == "" {
			continue
		}
		severity := diag.Warning
		if isError {
			severity = diag.Error
		}
		record.addProblem(record.cellLocation(i), severity, problem, cellHint(problem, text))
	}
	for _, c := range l.combined {
		c.split(record.values)
	}
	l.readMarks(&record)
	l.doubtComments(&record, r)
	return record, filled || record.Problems.Failed()
}

// tableErrorIn begins the problem of a cell that shows an error of its formula.
const tableErrorIn = "в ячейке ошибка таблицы "

// cellHint says how to resolve the problem of a cell, or what was read.
func cellHint(problem, text string) string {
	switch {
	case strings.HasPrefix(problem, tableErrorIn):
		return "исправьте формулу или впишите значение"
	case text == "":
		return ""
	}
	return "прочитано так: «" + truncate(text, 60) + "»"
}

func (r *Record) addProblem(place string, severity diag.Severity, message, hint string) {
	r.add(r.problemAt(place, severity, message, hint))
}

func (r *Record) add(p diag.Problem) {
	const maxProblems = 20 // per row
	if len(r.Problems) < maxProblems {
		r.Problems = append(r.Problems, p)
	}
}

// Clean normalizes external text in the same way as values of a list.
func Clean(text string) string {
	text, _, _ = normalize(text)
	return text
}

// unwrapText removes the notations that keep a spreadsheet from interpreting a
// text: the formula ="0123", which preserves leading zeros, and the apostrophe
// in front, which programs export as part of the text.
func unwrapText(text string) string {
	if inner, ok := strings.CutPrefix(text, `="`); ok && strings.IndexByte(inner, '"') == len(inner)-1 && inner != "" {
		return inner[:len(inner)-1]
	}
	if rest, ok := strings.CutPrefix(text, "'"); ok && rest != "" && !strings.Contains(rest, "'") {
		return rest
	}
	return text
}

// normalize trims spaces, converts line ends to \n, composes letters (NFC;
// macOS decomposes й) and removes invisible characters. The problem says if
// something was unreadable or was removed.
func normalize(text string) (cleaned, problem string, isError bool) {
	if isNormalized(text) {
		return text, "", false
	}
	text = oneLineEnd.Replace(strings.TrimFunc(text, unicode.IsSpace))
	if isNormalized(text) { // it had spaces around it
		return text, "", false
	}
	text = norm.NFC.String(text)
	rejected, invisible := rune(0), false
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
		case unicode.IsControl(r), r == utf8.RuneError, unicode.Is(unicode.Noncharacter_Code_Point, r):
			rejected = r
			return -1
		case isInvisible(r):
			invisible = true
			return -1
		}
		return r
	}, text)
	text = strings.TrimFunc(text, unicode.IsSpace)
	switch {
	case rejected == utf8.RuneError:
		return text, "в ячейке знаки, которые не удалось прочитать", true
	case rejected != 0:
		return text, fmt.Sprintf("в ячейке управляющий символ U+%04X", rejected), true
	case invisible:
		return text, "в ячейке были невидимые знаки, они убраны", false
	}
	return text, "", false
}

// oneLineEnd writes every line end as \n, and a tab as the space it looks like.
var oneLineEnd = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ")

// isScientific reports whether a text is a long number that Excel saved as
// displayed: 7,70708E+09.
func isScientific(text string) bool {
	mantissa, exponent, found := strings.Cut(text, "E+")
	return found && mantissa != "" && exponent != "" && strings.Trim(exponent, "0123456789") == "" &&
		strings.Trim(mantissa, "0123456789,.") == ""
}

// isNormalized quickly reports that there is nothing to normalize, which holds for most texts: they consist of
// ASCII, Russian letters and common punctuation.
func isNormalized(text string) bool {
	if text != "" && (text[0] == ' ' || text[len(text)-1] == ' ') {
		return false
	}
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c < ' ', c == 0x7F:
			return false
		case c < utf8.RuneSelf:
			i++
		case c == 0xD0 && i+1 < len(text) && text[i+1]&0xC0 == 0x80,
			c == 0xD1 && i+1 < len(text) && text[i+1]&0xC0 == 0x80 && text[i+1] <= 0x91: // Ѐ–ё
			i += 2
		default:
			r, size := utf8.DecodeRuneInString(text[i:])
			if !strings.ContainsRune("«»№–—", r) {
				return false
			}
			i += size
		}
	}
	return true
}

// isInvisible reports whether a character has no width: soft hyphen, zero-width
// spaces and joiners, direction marks, byte order marks.
func isInvisible(r rune) bool {
	return r == 0xAD || r >= 0x200B && r <= 0x200F || r >= 0x2028 && r <= 0x202E ||
		r >= 0x2060 && r <= 0x2069 || r == 0xFEFF
}

// truncate shortens a text for a message.
func truncate(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most]) + "…"
}
