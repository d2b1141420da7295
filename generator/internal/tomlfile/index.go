package tomlfile

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"
)

// indexer records the places of keys and values.
type indexer struct {
	*parser
	src    []byte
	clean  []byte // src with dates that exist
	reader unstable.Parser
	places map[string]place
	counts map[string]int // elements of every array of tables
	lines  []int          // offset of every line
	last   struct{ offset, column int }
	full   string // why indexing stopped
}

// index fills the places of a file and reports all dates and times that do not
// exist. It returns the source with valid dates in their places, so that the decoder
// can go on. A syntax error ends the index silently: the decoder will report it. The
// result is false if the file exceeds the limits of keys.
func (p *parser) index(src []byte, f *File) (clean []byte, ok bool) {
	x := indexer{
		parser: p,
		src:    src,
		clean:  bytes.Clone(src),
		places: f.places,
		counts: map[string]int{},
		lines:  []int{0},
	}
	for i, c := range src {
		if c == '\n' {
			x.lines = append(x.lines, i+1)
		}
	}
	x.last.column = 1
	x.reader.Reset(src)
	table := ""
	for x.full == "" && x.reader.NextExpression() {
		e := x.reader.Expression()
		switch e.Kind {
		case unstable.Table:
			table = x.path("", e.Key(), false)
			f.sections.add(table)
		case unstable.ArrayTable:
			table = x.path("", e.Key(), true)
			f.sections.add(table)
		case unstable.KeyValue:
			x.keyValue(table, e)
		}
	}
	if x.full != "" {
		p.at(src, 0, 1, "", x.full, "похоже, это не файл заседания: проверьте имя")
	}
	return x.clean, x.full == ""
}

// path resolves a key in a table and records its place. A part that names an array
// of tables means its last element; newItem begins the next one.
func (x *indexer) path(table string, key unstable.Iterator, newItem bool) string {
	path := table
	var first, last unstable.Range
	for n := 0; key.Next(); n++ {
		node := key.Node()
		if last = node.Raw; n == 0 {
			first = last
		}
		if path = join(path, string(node.Data)); len(path) > maxKey {
			x.full = fmt.Sprintf("есть ключ длиннее %d знаков", maxKey)
			return ""
		}
		switch count, isArray := x.counts[path]; {
		case newItem && key.IsLast():
			x.note(path, first, last, true)
			x.counts[path] = count + 1
			path = element(path, count)
		case isArray:
			path = element(path, count-1)
		case !key.IsLast():
			x.note(path, last, last, true) // a table implied by dotted keys
		}
	}
	x.note(path, first, last, false)
	return path
}

// note records the place of a key. An array of tables has the place of its first
// element.
func (x *indexer) note(path string, first, last unstable.Range, keep bool) {
	if _, known := x.places[path]; known && keep {
		return
	}
	from, to := int(first.Offset), int(last.Offset+last.Length)
	at := x.places[path]
	at.file = x.name
	at.line, at.column, at.width = x.position(from, to)
	x.places[path] = at
}

// position returns the place of a range of the source. It counts from the last
// position on the same line, because a line may be as long as the file.
func (x *indexer) position(from, to int) (line, column, width int) {
	low, high := 0, len(x.lines)
	for high-low > 1 {
		if middle := (low + high) / 2; x.lines[middle] <= from {
			low = middle
		} else {
			high = middle
		}
	}
	if x.last.offset < x.lines[low] || x.last.offset > from {
		x.last.offset, x.last.column = x.lines[low], 1
	}
	x.last.column += utf8.RuneCount(x.src[x.last.offset:from])
	x.last.offset = from
	text, _, _ := bytes.Cut(x.src[from:min(to, len(x.src))], []byte("\n"))
	return low + 1, x.last.column, utf8.RuneCount(text)
}

func (x *indexer) keyValue(table string, e *unstable.Node) {
	if path := x.path(table, e.Key(), false); x.full == "" {
		x.value(path, e.Value())
	}
}

// value records the places of a value and of all values in it.
func (x *indexer) value(path string, n *unstable.Node) {
	if len(x.places) > maxPlaces {
		x.full = fmt.Sprintf("в файле больше %d ключей и значений", maxPlaces)
		return
	}
	if n.Raw.Length > 0 {
		at := x.places[path]
		at.file = x.name
		from := int(n.Raw.Offset)
		at.valueLine, at.valueColumn, at.valueWidth = x.position(from, from+int(n.Raw.Length))
		if at.line == 0 {
			at.line, at.column, at.width = at.valueLine, at.valueColumn, at.valueWidth
		}
		x.places[path] = at
	}
	children := n.Children()
	switch n.Kind {
	case unstable.Array:
		for i := 0; x.full == "" && children.Next(); {
			if child := children.Node(); child.Kind != unstable.Comment {
				x.value(element(path, i), child)
				i++
			}
		}
	case unstable.InlineTable:
		for x.full == "" && children.Next() {
			if child := children.Node(); child.Kind == unstable.KeyValue {
				x.keyValue(path, child)
			}
		}
	case unstable.LocalDate, unstable.LocalTime, unstable.LocalDateTime, unstable.DateTime:
		x.date(path, n)
	}
}

var (
	datePart = regexp.MustCompile(`^(\d{4})-(\d\d)-(\d\d)`)
	timePart = regexp.MustCompile(`(\d\d):(\d\d)(?::(\d\d))?`)
)

// date reports a date or time that does not exist and replaces it by a valid one.
func (x *indexer) date(path string, n *unstable.Node) {
	from := int(n.Raw.Offset)
	raw := x.clean[from : from+int(n.Raw.Length)]
	if m := datePart.FindSubmatch(raw); m != nil {
		if message := wrongDate(atoi(m[1]), atoi(m[2]), atoi(m[3])); message != "" {
			x.at(x.src, from, from+10, path, message, "дата пишется так: год-месяц-день, например 2017-11-20")
			copy(raw, "2000-01-01")
		}
	}
	if m := timePart.FindSubmatchIndex(raw); m != nil {
		if atoi(raw[m[2]:m[3]]) > 23 || atoi(raw[m[4]:m[5]]) > 59 || m[6] >= 0 && atoi(raw[m[6]:m[7]]) > 59 {
			x.at(x.src, from, from+len(raw), path, fmt.Sprintf("времени %s не бывает", raw[m[0]:m[1]]),
				"часы от 00 до 23, минуты от 00 до 59")
			copy(raw[m[0]:], "00:00:00"[:m[1]-m[0]])
		}
	}
}

var months = [...]string{"январе", "феврале", "марте", "апреле", "мае", "июне",
	"июле", "августе", "сентябре", "октябре", "ноябре", "декабре"}

var daysText = map[int]string{28: "28 дней", 29: "29 дней", 30: "30 дней", 31: "31 день"}

// wrongDate says why a date does not exist, or returns "".
func wrongDate(year, month, day int) string {
	if month < 1 || month > 12 {
		return fmt.Sprintf("месяца %02d не бывает", month)
	}
	days := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	if day < 1 || day > days {
		return fmt.Sprintf("такой даты нет: в %s %d года %s", months[month-1], year, daysText[days])
	}
	return ""
}

func atoi(digits []byte) int {
	n, err := strconv.Atoi(string(digits))
	if err != nil {
		panic(err) // the pattern allows digits only
	}
	return n
}
