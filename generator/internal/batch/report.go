package batch

import (
	"encoding/csv"
	"strconv"
	"strings"
)

// Report is a table of the outcomes of all records in the form that Russian
// Excel opens directly: UTF-8 with a byte order mark, semicolons, CRLF (RFC
// 4180).
type Report struct {
	file  pendingFile
	table *csv.Writer
}

// NewReport returns a Report that writes the named file to folder.
func NewReport(folder Folder, name string) *Report {
	return &Report{file: pendingFile{folder: folder, name: name}}
}

// Begin creates the file and writes the column headings.
func (r *Report) Begin(int) error {
	if err := r.file.create(); err != nil {
		return err
	}
	r.file.WriteString("\uFEFF")
	r.table = csv.NewWriter(r.file)
	r.table.Comma, r.table.UseCRLF = ';', true
	return r.table.Write([]string{"Строка", "Организация", "Файл", "Состояние", "Замечания"})
}

// Add writes the row of a record.
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
	return r.table.Write([]string{strconv.Itoa(o.Row), escapeFormula(withoutNoBreak(o.Subject)),
		escapeFormula(strings.Join(files, "\n")), state, escapeFormula(strings.Join(remarks, "\n"))})
}

// withoutNoBreak replaces the no-break spaces of typography: people search in the
// table.
func withoutNoBreak(text string) string { return strings.ReplaceAll(text, "\u00a0", " ") }

// escapeFormula prefixes an external value with an apostrophe if a spreadsheet
// would run it as a formula (OWASP, CSV injection).
func escapeFormula(value string) string {
	if value != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(value)[0]) {
		return "'" + value
	}
	return value
}

func (r *Report) discard() { r.file.discard() }

// Commit completes the report and gives it its final name.
func (r *Report) Commit() error {
	r.table.Flush()
	if err := r.table.Error(); err != nil {
		return err
	}
	return r.file.commit()
}
