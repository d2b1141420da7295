package starter

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/tomlfile"
)

// TaskColumns are the columns of the table of tasks of the last meetings. The last one is for
// their outcome.
var TaskColumns = []string{"Пункт", "Поручение", "Ответственный", "Срок", "Исполнение"}

// agenda writes the agenda to be filled in: the outcome of the tasks of the last meeting, and
// a question.
func (m *maker) agenda() {
	m.asked = true
	if len(m.last.Open) > 0 {
		m.tasks()
	}
	m.lines(
		"[[agenda]]",
		"# О чём вопрос: «О …», «Об …».",
		`title = ""`,
		"# Что решили; голосование, обсуждение и прочее — в справочнике ключей.",
		`decisions = [""]`,
	)
}

// tasks writes a question about the tasks of the last meeting.
func (m *maker) tasks() {
	columns := make([]string, len(TaskColumns))
	for i, title := range TaskColumns {
		width := 3
		if title == "Поручение" {
			width = 8
		}
		columns[i] = fmt.Sprintf("{ title = %s, width = %d }", tomlfile.Quote(title), width)
	}
	m.lines(
		"# Поручения "+m.last.protocol()+" и те, что остались от прежних. Впишите, что исполнено. Следующее",
		"# заседание возьмёт отсюда строки, где последняя графа пуста. Вопрос не нужен — удалите его весь.",
		"[[agenda]]",
		"title = "+tomlfile.Quote("Об исполнении поручений "+m.last.protocol()+"."),
		`decisions = [""]`,
		"",
		"[agenda.table]",
		"columns = [",
	)
	for _, column := range columns {
		m.lines("  " + column + ",")
	}
	m.lines("]", "rows = [")
	for _, task := range m.last.Open {
		m.row(task.Point, task.Text, task.people(), task.Due, "")
	}
	m.lines("]", "")
}

// row writes a row of a table as Taplo formats it, by default 80 characters wide.
func (m *maker) row(cells ...string) {
	const most = 80
	for i, cell := range cells {
		cells[i] = tomlfile.Quote(cell)
	}
	if line := "  [" + strings.Join(cells, ", ") + "]"; utf8.RuneCountInString(line) <= most {
		m.lines(line + ",")
		return
	}
	m.lines("  [")
	for _, cell := range cells {
		m.lines("    " + cell + ",")
	}
	m.lines("  ],")
}

func (m *maker) lines(lines ...string) {
	if text := m.out.Bytes(); len(text) > 0 && text[len(text)-1] != '\n' {
		m.out.WriteString(m.newline)
	}
	for _, line := range lines {
		m.out.WriteString(line + m.newline)
	}
}

// headed returns the file with a comment at its top that says what it is. The
// line that names the schema stays the first.
func (m *maker) headed() []byte {
	text := m.out.Bytes()
	schema := 0
	if bytes.HasPrefix(text, []byte("#:schema")) {
		schema = bytes.IndexByte(text, '\n') + 1
	}
	lines := []string{"# Следующее заседание, по файлу " + m.last.protocol() + ".",
		"# Что стояло в прошлый раз и нужно вписать заново, — после знака #."}
	if len(m.next.Removed) > 0 {
		lines = append(lines, "# Убрано: "+strings.Join(m.next.Removed, ", ")+".")
	}
	head := strings.Join(append(lines, "", ""), m.newline)
	return append(append(append([]byte{}, text[:schema]...), head...), text[schema:]...)
}
