package list

import (
	"slices"
	"strings"

	"protokol/generator/internal/table"
)

// startsTable reports whether a row is the headings of another table.
func (f *rowFilter) startsTable(values []string, filled int, text string) bool {
	if filled < 2 || len(text) > 100 || strings.Contains(text, "«") || countDigits(text) > 0 ||
		!isKnown(f.fields, text) && !strings.Contains(text, "№") && len(codesIn(Column{Title: text})) < 2 ||
		hasData(values) {
		return false
	}
	sure := 0
	known := knownFields(values, f.fields)
	for _, i := range known {
		if !isValueWord(values[i]) {
			sure++
		}
	}
	return (sure > 1 || sure > 0 && f.repeatsTitle(values)) && len(known)*2 > filled
}

// repeatsTitle reports whether a value is the heading of its own column.
func (f *rowFilter) repeatsTitle(values []string) bool {
	for i, value := range values[:f.physical] {
		if value != "" && strings.EqualFold(value, f.Columns[i].Title) {
			return true
		}
	}
	return false
}

// positionsIn returns the positions of the columns of another table in the first one, or nil if it has other
// columns.
func (f *rowFilter) positionsIn(values []string) []int {
	moved := make([]int, f.physical)
	columns, _ := assignFields(Options{Fields: f.fields}, columnsOf(values[:f.physical]), nil)
	has := map[string]bool{}
	for i, c := range columns {
		moved[i] = absent
		has[c.Field] = true
		if c.Title == "" || strings.Contains(c.Title, "№") {
			continue
		}
		at, ok := f.position(c.Title)
		if c.Field != "" {
			at, ok = f.position(c.Field)
		}
		if !ok || slices.Contains(moved[:i], at) {
			return nil
		}
		moved[i] = at
	}
	for _, key := range []string{"organization", "name", "surname"} {
		if at, ok := f.position(key); ok && at < f.physical && !has[key] {
			return nil
		}
	}
	return moved
}

func columnsOf(titles []string) []Column {
	columns := make([]Column, len(titles))
	for i, title := range titles {
		columns[i] = Column{Letter: table.ColumnName(i), Title: title}
	}
	return columns
}
