package batch

import (
	"encoding/csv"
	"strconv"
	"strings"
)

// Report is a table of what became of every record, as Russian Excel opens it:
// UTF-8 with a byte order mark, semicolons, CRLF (RFC 4180).
type Report struct {
	file  pending
	table *csv.Writer
}

// NewReport is a report of a name in a folder.
func NewReport(folder Folder, name string) *Report {
	return &Report{file: pending{folder: folder, name: name}}
}

// Begin writes the headings.
func (r *Report) Begin(int) error {
	if err := r.file.begin(); err != nil {
		return err
	}
	r.file.WriteString("\uFEFF")
	r.table = csv.NewWriter(r.file)
	r.table.Comma, r.table.UseCRLF = ';', true
	return r.table.Write([]string{"Строка", "Организация", "Файл", "Состояние", "Замечания"})
}

// Add tells of a record.
func (r *Report) Add(o Outcome) error {
	state := "готово"
	switch {
	case o.Problems.Failed():
		state = "ошибка"
	case len(o.Problems) > 0:
		state = "проверьте"
	}
	var files, remarks []string
	for _, file := range o.Files {
		files = append(files, file.Name)
	}
	for _, p := range o.Problems {
		remark := p.Message
		if p.Key != "" {
			remark = p.Key + ": " + remark
		}
		if p.Hint != "" {
			remark += " (" + p.Hint + ")"
		}
		remarks = append(remarks, remark)
	}
	return r.table.Write([]string{strconv.Itoa(o.Row), formulaSafe(o.Subject),
		strings.Join(files, "\n"), state, formulaSafe(strings.Join(remarks, "\n"))})
}

// formulaSafe keeps a value that came from outside from being run as a formula
// when the report is opened (OWASP, CSV injection).
func formulaSafe(value string) string {
	if value != "" && strings.ContainsRune("=+-@\t\r", rune(value[0])) {
		return "'" + value
	}
	return value
}

func (r *Report) drop() { r.file.drop() }

// Commit shows the report.
func (r *Report) Commit() error {
	r.table.Flush()
	if err := r.table.Error(); err != nil {
		return err
	}
	return r.file.commit()
}
