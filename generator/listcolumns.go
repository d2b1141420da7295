package generator

import (
	"io"

	"protokol/generator/diag"
	"protokol/generator/internal/list"
	"protokol/generator/internal/table"
)

// ListColumn is a column of a list of recipients.
type ListColumn struct {
	Letter  string // as in a spreadsheet; the key in TOML
	Title   string // the heading; may be empty
	Field   string // the field it was recognized as, one of ListFields; may be empty
	Hidden  bool
	Samples []string // values of the first rows
}

// ListField is a field that a column of a list can hold.
type ListField struct{ Key, Title string }

// ListFields returns the fields that the columns of a list can hold.
func ListFields() (fields []ListField) {
	for _, f := range list.Recipients() {
		fields = append(fields, ListField{f.Key, f.Title})
	}
	return fields
}

const noKnownHeadings = "ни один заголовок не узнан: выберите, для чего столбцы; если заголовков нет вовсе, укажите это"

// refusals returns the problems of a list that was refused as warnings: somebody can now assign its columns.
func refusals(problems diag.List) (warnings diag.List) {
	for _, p := range problems {
		if p.Severity = diag.Warning; p.Code == diag.CodeHeading {
			p.Message, p.Hint = noKnownHeadings, ""
		}
		warnings = append(warnings, p)
	}
	return warnings
}

// ListColumns returns the columns of a list with the values of its first rows, so that a person can check and
// correct their fields. It does so for a list that OpenList refuses because a column is missing or no heading is
// known, too; a warning then says so.
func ListColumns(name string, data io.ReaderAt, size int64, o ListOptions, rows int) ([]ListColumn, Problems) {
	source := table.Source{Name: name, Data: data, Size: size}
	how := list.Options{Encoding: o.Encoding, Delimiter: o.Delimiter, Worksheet: o.Worksheet, Header: o.Header,
		Columns: o.Columns, Unused: o.Unused, SkipHidden: o.SkipHidden}
	opened, problems := list.Open(source, how)
	if opened == nil && len(o.Columns) == 0 {
		how.Review = true
		if opened, _ = list.Open(source, how); opened != nil {
			problems = refusals(problems)
		}
	}
	if opened == nil {
		return nil, Problems{List: problems}
	}
	columns := make([]ListColumn, len(opened.Columns))
	at := map[string]int{}
	for i, c := range opened.Columns {
		columns[i] = ListColumn{Letter: c.Letter, Title: c.Title, Field: c.Field, Hidden: c.Hidden}
		at[c.Letter] = i
	}
	for record, err := range opened.Records() {
		if rows--; err != nil || rows < 0 {
			break
		}
		for c, value := range record.All() {
			if i, ok := at[c.Letter]; ok {
				columns[i].Samples = append(columns[i].Samples, value)
			}
		}
	}
	return columns, Problems{List: problems}
}
