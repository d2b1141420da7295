package starter

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/tomlfile"
)

// Last is the last meeting, from whose file the next one is made.
type Last struct {
	Source []byte // its file, which has no errors
	Number string // "" if it has none
	Date   string // as it is printed; "" if it has none
	Open   []Task // what it assigned
}

// Task is an assignment that may still be open.
type Task struct{ Point, Text, Responsible, Control, Due string }

// protocol returns the name of the protocol in the genitive: «протокола № 3 от 17.03.2026».
func (l Last) protocol() string {
	text := "протокола"
	if l.Number != "" {
		text += " № " + l.Number
	}
	if l.Date != "" {
		text += " от " + l.Date
	}
	return text
}

// people returns the people responsible for a task.
func (t Task) people() string {
	if t.Control == "" {
		return t.Responsible
	}
	return strings.TrimPrefix(t.Responsible+"; контроль: "+t.Control, "; ")
}

// Next is the file of the next meeting. Standing facts are copied byte for byte, with their
// comments. Facts of one meeting are turned into comments or removed.
type Next struct {
	Text    []byte
	Number  string   // its number; "" if the file says nothing that can be counted on
	Removed []string // removed top-level keys
	Blank   []string // keys that have become comments, to be rewritten
	Years   []string // keys kept, whose values name a year
}

// NextFile makes the file of the next meeting.
func NextFile(last Last) Next {
	m := maker{last: last}
	source, mark := bytes.CutPrefix(last.Source, []byte("\uFEFF"))
	m.newline = "\n"
	if bytes.Contains(source, []byte("\r\n")) {
		m.newline = "\r\n"
	}
	list, rest := tomlfile.Expressions(source)
	for _, e := range list {
		m.add(e)
	}
	if !m.asked {
		m.agenda()
	}
	m.out.Write(rest)
	if m.gone && len(bytes.TrimSpace(rest)) == 0 { // no blank line at the end, which Taplo removes
		m.out.Truncate(len(bytes.TrimRight(m.out.Bytes(), " \t\r\n")))
		m.out.WriteString(m.newline)
	}
	m.next.Text = m.headed()
	if mark {
		m.next.Text = append([]byte("\uFEFF"), m.next.Text...)
	}
	return m.next
}

// maker writes the expressions of the next file.
type maker struct {
	last    Last
	newline string
	out     bytes.Buffer
	asked   bool // the new agenda is there
	gone    bool // the expression before was removed
	next    Next
}

// add writes an expression, a comment in its place, or nothing.
func (m *maker) add(e tomlfile.Expression) {
	path := strings.ReplaceAll(e.Path, `"`, "")
	fate := fateOf(path)
	for _, inner := range e.Inside {
		fate = max(fate, fateOf(inner))
	}
	switch {
	case path == "number":
		m.out.Write(e.Lead)
		m.number(e.Body)
	case fate == keep, fate == dated && !year.Match(e.Body):
		m.out.Write(e.Lead)
		m.out.Write(e.Body)
		if year.Match(e.Body) && path != "header.date" { // a sample of a date, whose year is any
			m.next.Years = appendNew(m.next.Years, path)
		}
	case fate != drop:
		m.out.Write(e.Lead)
		m.comment(e.Body)
		if table, _ := cutLast(path); !slices.Contains(m.next.Blank, table) {
			m.next.Blank = appendNew(m.next.Blank, path)
		}
	case path == "agenda" && e.Header && !m.asked:
		m.out.Write(e.Lead)
		m.agenda()
		m.next.Removed = appendNew(m.next.Removed, path)
	default:
		if !m.gone {
			m.out.Write(detached(e.Lead))
		}
		m.next.Removed = appendNew(m.next.Removed, strings.Split(path, ".")[0])
	}
	m.gone = fate == drop
}

// detached returns the lines above an expression up to the last blank one: comments above it are not about the
// expression.
func detached(lead []byte) []byte {
	end := 0
	for at := 0; at < len(lead); {
		n := bytes.IndexByte(lead[at:], '\n') + 1
		if len(bytes.TrimSpace(lead[at:at+n])) == 0 {
			end = at + n
		}
		at += n
	}
	return lead[:end]
}

// comment writes lines as comments.
func (m *maker) comment(body []byte) {
	for line := range bytes.Lines(body) {
		m.out.WriteString("# ")
		m.out.Write(line)
	}
}

var (
	year       = regexp.MustCompile(`\b(19|20)\d\d\b`)
	numberLine = regexp.MustCompile(`^(\s*number\s*=\s*)("[^"\\]*"|'[^']*')`)
	digits     = regexp.MustCompile(`\d+`)
)

// longestCount is the number of digits above which a number is an identifier
// that is given, not a count.
const longestCount = 5

// number writes the next number, or leaves room for it.
func (m *maker) number(body []byte) {
	parts := numberLine.FindSubmatchIndex(body)
	if parts == nil {
		m.comment(body)
		m.next.Blank = append(m.next.Blank, "number")
		return
	}
	old := string(body[parts[4]+1 : parts[5]-1])
	next, ok := nextNumber(old)
	if !ok {
		next = ""
		m.comment(body)
		m.next.Blank = append(m.next.Blank, "number")
	}
	m.next.Number = next
	m.out.Write(body[:parts[3]])
	m.out.WriteString(tomlfile.Quote(next))
	if ok {
		m.out.Write(body[parts[5]:])
	} else {
		m.out.WriteString(m.newline)
	}
}

// nextNumber returns the number after another: «15-пр» is followed by «16-пр».
// «б/н» and an empty number stay. It is false when several parts may grow, as in
// «7/2026-з», or when the number is too long to be a count.
func nextNumber(old string) (string, bool) {
	runs := digits.FindAllStringIndex(old, -1)
	if len(runs) == 0 {
		return old, true
	}
	count := old[runs[0][0]:runs[0][1]]
	n, err := strconv.Atoi(count)
	if len(runs) > 1 || len(count) > longestCount || err != nil {
		return "", false
	}
	return old[:runs[0][0]] + fmt.Sprintf("%0*d", len(count), n+1) + old[runs[0][1]:], true
}

// cutLast cuts a path before its last key.
func cutLast(path string) (table string, found bool) {
	i := strings.LastIndexByte(path, '.')
	return path[:max(i, 0)], i >= 0
}

func appendNew(list []string, word string) []string {
	if slices.Contains(list, word) {
		return list
	}
	return append(list, word)
}
