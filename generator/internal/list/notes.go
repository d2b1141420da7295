package list

import (
	"fmt"
	"slices"
	"strconv"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
	"protokol/generator/internal/table"
)

// notes counts observations about an iteration as a whole.
type notes struct {
	hidden, formulas, filled, untitled, ditto, sections occurrences
	numbersBefore, footnotes, formsBehind, nobodies     occurrences
	column                                              string // first column without a heading that has a value

	comments     int           // at cells
	firstComment table.Comment // of them

	leftOut []leftOut // rows that are not recipients, by reason
}

// leftOut are the rows that were left out for a reason.
type leftOut struct {
	reason string
	text   string // the first value of the first row
	rows   []int
	more   int // rows beyond those
}

// maxLeftOut is how many rows are named for a reason. A list repeats its headings
// on every page at most.
const maxLeftOut = 10_000

func (n *notes) leaveOut(reason, text string, row int) {
	i := slices.IndexFunc(n.leftOut, func(l leftOut) bool { return l.reason == reason })
	if i < 0 {
		i = len(n.leftOut)
		n.leftOut = append(n.leftOut, leftOut{reason: reason, text: text})
	}
	if l := &n.leftOut[i]; len(l.rows) < maxLeftOut {
		l.rows = append(l.rows, row)
	} else {
		l.more++
	}
}

// message names the rows: «строки 2, 4–7 пропущены (итог): первая — «Итого»».
func (l leftOut) message() string {
	if len(l.rows) == 1 {
		return fmt.Sprintf("строка %d пропущена (%s): «%s»", l.rows[0], l.reason, printable.Excerpt(l.text, 60))
	}
	text := joinRows(l.rows)
	if l.more > 0 {
		text += fmt.Sprintf(" и ещё %d", l.more)
	}
	return fmt.Sprintf("строки %s пропущены (%s): первая — «%s»", text, l.reason, printable.Excerpt(l.text, 60))
}

// occurrences counts an observation and remembers the first row.
type occurrences struct{ count, first int }

func (m *occurrences) add(row int) {
	if m.count++; m.count == 1 {
		m.first = row
	}
}

func (n *notes) countRow(r table.Row, filled bool) {
	if r.Hidden && filled {
		n.hidden.add(r.Number)
	}
	for i, c := range r.Cells {
		if c.Comment != "" {
			if n.comments++; n.comments == 1 {
				cell := table.ColumnName(i) + strconv.Itoa(r.Number)
				n.firstComment = table.Comment{Cell: cell, Row: r.Number, Text: c.Comment}
			}
		}
		if c.Formula {
			n.formulas.add(r.Number)
		}
		if c.MergedFrom > 0 {
			n.filled.add(r.Number)
		}
	}
}

// countUntitled counts a value in a column without a heading.
func (n *notes) countUntitled(c Column, row int) {
	if n.untitled.add(row); n.column == "" {
		n.column = c.Letter
	}
}

func (n notes) problems(file string, skipped bool) (list diag.List) {
	warn := func(hint, format string, values ...any) {
		list = append(list, diag.Problem{Severity: diag.Warning, File: file,
			Message: fmt.Sprintf(format, values...), Hint: hint})
	}
	switch {
	case n.hidden.count > 0 && skipped:
		warn("", "скрытых строк: %d, первая — %d; они пропущены", n.hidden.count, n.hidden.first)
	case n.hidden.count > 0:
		warn("если их скрыли нарочно, пропустите скрытые строки или удалите их",
			"скрытых строк: %d, первая — %d; они прочитаны вместе с остальными", n.hidden.count, n.hidden.first)
	}
	if n.comments > 0 {
		p := unreadComments(n.comments, n.firstComment)
		warn(p.Hint, "%s", p.Message)
	}
	if n.untitled.count > 0 {
		warn("дайте столбцу заголовок",
			"значений в столбцах без заголовка: %d, первое — столбец %s, строка %d; они не использованы",
			n.untitled.count, n.column, n.untitled.first)
	}
	for _, l := range n.leftOut {
		warn("если это адресат, дополните строку: номер, организация, имя или адрес", "%s", l.message())
	}
	for _, note := range n.values() {
		if note.count > 0 {
			warn(note.hint, note.format, note.count, note.first)
		}
	}
	return list
}

// valueNote is a note about values that were not used unchanged. Its format takes their number and the row of the
// first.
type valueNote struct {
	occurrences
	hint, format string
}

func (n notes) values() []valueNote {
	return []valueNote{
		{n.formulas, "если список после этого не пересчитывали, откройте его и сохраните заново",
			"ячеек с формулами: %d, первая — в строке %d; взяты значения, вычисленные при последнем сохранении"},
		{n.sections, "если это не их организация, впишите её в каждую строку",
			"строк, организация которых взята из строки над ними: %d; первая такая строка — %d"},
		{n.ditto, "", "знаков повтора: %d, первый — в строке %d; взято значение из строки выше"},
		{n.numbersBefore, "", "номеров строк перед значениями («1. …»): %d, первый — в строке %d; они убраны"},
		{n.footnotes, "прочитайте сноску: в письме её не будет",
			"знаков сносок после значений: %d, первый — в строке %d; они убраны"},
		{n.formsBehind, "",
			"названий с формой в конце («Заря ООО»): %d, первое — в строке %d; форма поставлена впереди"},
		{n.nobodies, "", "значений «физ. лицо», «пенсионер» и подобных в столбце организаций: %d, первое — " +
			"в строке %d; письмо человеку, без организации"},
		{n.filled, "", "объединённых ячеек, растянутых на несколько строк: %d, первая — в строке %d; " +
			"значение взято в каждую из строк"},
	}
}

// joinRows joins the numbers of rows: 2, 4–7.
func joinRows(rows []int) string {
	var ranges []string
	for i := 0; i < len(rows); {
		end := i
		for end+1 < len(rows) && rows[end+1] == rows[end]+1 {
			end++
		}
		if end > i {
			ranges = append(ranges, fmt.Sprintf("%d–%d", rows[i], rows[end]))
		} else {
			ranges = append(ranges, strconv.Itoa(rows[i]))
		}
		i = end + 1
	}
	return printable.Join(ranges)
}
