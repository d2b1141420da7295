package wordml

import "protokol/generator/internal/flow"

// tag gives the table its structure types. Without borders between its cells and
// without a header it is text in columns, not a table of data (ISO 14289-1, 7.5).
func (t *table) tag(made *flow.Table) {
	if len(made.Header) == 0 && !ruled(made.Rows) {
		made.Role = flow.Div
		for i := range made.Rows {
			made.Rows[i].Role = flow.Div
			for j := range made.Rows[i].Cells {
				made.Rows[i].Cells[j].Role = flow.Div
			}
		}
		return
	}
	heads := made.Header
	if len(heads) == 0 && t.options.firstRow && t.hasCondition("firstRow") && len(made.Rows) > 1 {
		heads = made.Rows[:1]
	}
	for i := range heads {
		for j := range heads[i].Cells {
			heads[i].Cells[j].Role, heads[i].Cells[j].Scope = flow.TH, "Column"
		}
	}
}

func (t *table) hasCondition(kind string) bool {
	for _, s := range t.styles {
		if condition(s.table, kind) != nil {
			return true
		}
	}
	return false
}

// ruled reports whether most cells have borders at two sides or more.
func ruled(rows []flow.Row) bool {
	ruled, all := 0, 0
	for _, row := range rows {
		for _, c := range row.Cells {
			sides := 0
			for _, b := range []flow.Border{c.Borders.Top, c.Borders.Right, c.Borders.Bottom, c.Borders.Left} {
				if b.Kind != flow.NoLine {
					sides++
				}
			}
			all++
			if sides >= 2 || c.Shade != 0 {
				ruled++
			}
		}
	}
	return 2*ruled > all && all > 1
}
