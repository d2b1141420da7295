package list

import (
	"fmt"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"protokol/generator/diag"
)

// Record is one recipient: a row of the list.
type Record struct {
	Row      int       // number of the row as a spreadsheet shows it, from 1; of the table in TOML
	Line     int       // line of a text file, from 1; 0 in a spreadsheet
	Hidden   bool      // in the file: whoever made the list may not see it
	Problems diag.List // what is wrong with the row itself

	values []string
	list   *List
}

// Get is a value: of a known field by its key (inn), of another column by its
// heading («Примечание»), whatever its case and punctuation. What the list has
// not is "". A name in three columns is put together.
func (r Record) Get(key string) string {
	i, ok := r.list.position(key)
	if ok {
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

// position is the column of a field or of a heading.
func (l *List) position(key string) (int, bool) {
	i, ok := l.positions[key]
	if !ok {
		i, ok = l.positions[strings.Join(words(key), " ")]
	}
	return i, ok && i != absent
}

// All are the columns with the values of the record.
func (r Record) All() iter.Seq2[Column, string] {
	return func(yield func(Column, string) bool) {
		for i, value := range r.values {
			if !yield(r.list.Columns[i], value) {
				return
			}
		}
	}
}

// Place is where a value stands: строка 17, столбец «ИНН» (D). Without a key,
// or with one the list has not, it is the row.
func (r Record) Place(key string) string {
	if i, ok := r.list.position(key); ok && key != "" {
		return r.place(i)
	}
	return fmt.Sprintf("строка %d", r.Row)
}

func (r Record) place(i int) string {
	if r.list.locate != nil {
		return fmt.Sprintf("recipients[%d].%s", r.Row-1, r.list.Columns[i].Letter)
	}
	return fmt.Sprintf("строка %d, столбец %s", r.Row, r.list.Columns[i].Name())
}

// Problem is a problem about a value of the record, with its place.
func (r Record) Problem(severity diag.Severity, key, message, hint string) diag.Problem {
	return r.at(r.Place(key), severity, message, hint)
}

func (r Record) at(place string, severity diag.Severity, message, hint string) diag.Problem {
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

// record makes a record of a row; any is false for a row without a value.
func (l *List) record(r row) (record Record, any bool) {
	record = Record{Row: r.number, Line: r.line, Hidden: r.hidden, list: l, values: make([]string, len(l.Columns))}
	if short := l.titled - len(r.cells); short > 0 && r.line > 0 && len(r.cells) > 0 {
		record.add(fmt.Sprintf("строка %d", r.number), diag.Warning, fmt.Sprintf("ячеек меньше, чем столбцов: %d из %d", len(r.cells), l.titled),
			"проверьте, не разорвана ли строка переносом: такую ячейку берут в кавычки")
	}
	for i, c := range r.cells {
		text, flaw, serious := clean(literal(c.text))
		if c.flaw != "" {
			flaw, serious = c.flaw, c.serious
		}
		if i >= len(l.Columns) {
			if text != "" {
				record.add(fmt.Sprintf("строка %d, столбец %s", r.number, letters(i)), diag.Error, "ячейка правее последнего заголовка",
					"дайте столбцу заголовок или уберите лишнее; в CSV проверьте, не разорвана ли ячейка разделителем")
			}
			continue
		}
		any = any || text != ""
		record.values[i] = text
		if flaw == "" && isRounded(text) {
			flaw, serious = "число записано с E+, как его показал Excel: часть цифр потеряна", true
		}
		if text != "" && l.Columns[i].Title == "" && l.Columns[i].Field == "" {
			l.notes.seeUntitled(l.Columns[i], r.number)
		}
		if flaw == "" {
			continue
		}
		severity := diag.Warning
		if serious {
			severity = diag.Error
		}
		record.add(record.place(i), severity, flaw, "прочитано так: «"+shorten(text, 60)+"»")
	}
	return record, any || record.Problems.Failed()
}

func (r *Record) add(place string, severity diag.Severity, message, hint string) {
	const enough = 20 // problems of one row
	if len(r.Problems) < enough {
		r.Problems = append(r.Problems, r.at(place, severity, message, hint))
	}
}

// Clean puts a text from outside in order as those of lists are.
func Clean(text string) string {
	text, _, _ = clean(text)
	return text
}

// literal is the text in ="0123", a formula by which people keep the zeros of
// a code from Excel, and behind the apostrophe by which they keep a text from
// being taken for a formula.
func literal(text string) string {
	if inner, ok := strings.CutPrefix(text, `="`); ok && strings.IndexByte(inner, '"') == len(inner)-1 && inner != "" {
		return inner[:len(inner)-1]
	}
	if rest, ok := strings.CutPrefix(text, "'"); ok && rest != "" && strings.Contains("=+-@", rest[:1]) {
		return rest
	}
	return text
}

// clean puts a text in order: no spaces around it, line ends as \n, letters as
// one character each (NFC; macOS writes й as two), no marks without width. The
// flaw is told when something could not be read or was taken away.
func clean(text string) (cleaned, flaw string, serious bool) {
	if isPlain(text) {
		return text, "", false
	}
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ").Replace(text)
	text = norm.NFC.String(text)
	bad, invisible := rune(0), false
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
		case unicode.IsControl(r), r == utf8.RuneError, unicode.Is(unicode.Noncharacter_Code_Point, r):
			bad = r
			return -1
		case isInvisible(r):
			invisible = true
			return -1
		}
		return r
	}, text)
	text = strings.TrimFunc(text, unicode.IsSpace)
	switch {
	case bad == utf8.RuneError:
		return text, "в ячейке знаки, которые не удалось прочитать", true
	case bad != 0:
		return text, fmt.Sprintf("в ячейке управляющий символ U+%04X", bad), true
	case invisible:
		return text, "в ячейке были невидимые знаки, они убраны", false
	}
	return text, "", false
}

// isRounded is true of long numbers that Excel saved as it showed them:
// 7,70708E+09.
func isRounded(text string) bool {
	mantissa, exponent, found := strings.Cut(text, "E+")
	return found && mantissa != "" && exponent != "" && strings.Trim(exponent, "0123456789") == "" && strings.Trim(mantissa, "0123456789,.") == ""
}

// isPlain is true of most texts: Latin, Russian, digits, single spaces. Bytes
// of UTF-8 tell.
func isPlain(text string) bool {
	if text != "" && (text[0] == ' ' || text[len(text)-1] == ' ') {
		return false
	}
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c < ' ', c == 0x7F:
			return false
		case c < utf8.RuneSelf:
			i++
		case c == 0xD0 && i+1 < len(text) && text[i+1]&0xC0 == 0x80, c == 0xD1 && i+1 < len(text) && text[i+1]&0xC0 == 0x80 && text[i+1] <= 0x91: // Ѐ–ё
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

// isInvisible is true of marks without width: soft hyphen, zero-width spaces
// and joiners, marks that turn the direction of text, byte order marks.
func isInvisible(r rune) bool {
	return r == 0xAD || r >= 0x200B && r <= 0x200F || r >= 0x2028 && r <= 0x202E || r >= 0x2060 && r <= 0x2069 || r == 0xFEFF
}

// shorten cuts a text for a message.
func shorten(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most]) + "…"
}
