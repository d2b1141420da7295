package batch

import (
	"bufio"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// pending is a file that grows under a temporary name until it is committed.
type pending struct {
	folder          Folder
	temporary, name string
	file            io.WriteCloser
	*bufio.Writer
}

func newPending(folder Folder, name string) (*pending, error) {
	if err := folder.MkdirAll(private); err != nil {
		return nil, err
	}
	p := &pending{folder: folder, temporary: private + "/" + name, name: name}
	var err error
	if p.file, err = folder.Create(p.temporary); err != nil {
		return nil, err
	}
	p.Writer = bufio.NewWriterSize(p.file, 64<<10)
	return p, nil
}

// commit closes the file and shows it.
func (p *pending) commit() error {
	err := p.Flush()
	if closed := p.file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return p.folder.Rename(p.temporary, p.name)
}

// Report is a table of what became of every record, as Russian Excel opens it:
// UTF-8 with a byte order mark, semicolons, CRLF (RFC 4180).
type Report struct {
	file  *pending
	table *csv.Writer
}

// NewReport begins a report.
func NewReport(folder Folder, name string) (*Report, error) {
	file, err := newPending(folder, name)
	if err != nil {
		return nil, err
	}
	file.WriteString("\uFEFF")
	r := &Report{file, csv.NewWriter(file)}
	r.table.Comma, r.table.UseCRLF = ';', true
	return r, r.table.Write([]string{"Строка", "Организация", "Файл", "Состояние", "Замечания"})
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

// Commit shows the report.
func (r *Report) Commit() error {
	r.table.Flush()
	if err := r.table.Error(); err != nil {
		return err
	}
	return r.file.commit()
}
