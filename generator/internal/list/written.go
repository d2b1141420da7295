package list

import "iter"

// Written iterates over the cells of the table that say who the recipient is: those of fields, and the unit that
// completes the post. Their values are those before parts of them went to other columns.
func (r Record) Written() iter.Seq2[Column, string] {
	values := r.values
	if r.cells != nil {
		values = r.cells
	}
	return func(yield func(Column, string) bool) {
		for i, c := range r.list.Columns[:r.list.physical] {
			if c.Field == "" && i == r.list.legalForm {
				c.Field = "organization"
			}
			if i == r.list.unit && r.list.IsStaff() && !isInOther(foldedWords(r.Get("position")), values[i]) {
				c.Field = "organization"
			}
			if c.Field != "" && values[i] != "" && !yield(c, values[i]) {
				return
			}
		}
	}
}
