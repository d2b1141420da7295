package resolve

import (
	"cmp"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
	"protokol/generator/style"
)

// list resolves a list at a level, from 0. Indents of nested lists are relative
// to the list that contains them.
func (r *resolver) list(list document.List, level int, indent float64) *flow.List {
	levels := r.sheet.Lists[string(list.Kind)]
	format := levels[min(level, len(levels)-1)]
	resolved := &flow.List{Numbering: numbering(list.Kind), Items: make([]flow.Item, len(list.Items))}
	for i, item := range list.Items {
		text := indent + format.Text*mm
		if item.Label == "" && list.Kind != document.Plain {
			text = indent // a single item without a number is
		}
		resolved.Items[i] = r.item(item, format, level, indent, text)
	}
	return resolved
}

// numbering returns the attribute ListNumbering, which has no value for
// Cyrillic letters.
func numbering(kind document.ListKind) string {
	switch kind {
	case document.Decimal:
		return "Decimal"
	case document.Letter:
		return "LowerAlpha"
	case document.Dash:
		return "Disc"
	default:
		return "None"
	}
}

// item resolves an item whose text has an indent.
func (r *resolver) item(item document.Item, format style.List, level int, indent, text float64) flow.Item {
	resolved := flow.Item{Indent: indent + format.Label*mm}
	for i, block := range item.Blocks {
		switch b := block.(type) {
		case document.List:
			resolved.Blocks = append(resolved.Blocks, r.list(b, level+1, indent))
		case document.Paragraph:
			st := r.style(cmp.Or(b.Style, format.Style))
			if i > 0 || item.Label == "" {
				resolved.Blocks = append(resolved.Blocks, r.kept(b, st, text))
				continue
			}
			st.Indent, st.FirstLine = 0, 0 // the list determines the indent of text that shares
			p := r.kept(b, st, text)
			resolved.Blocks = append(resolved.Blocks, p)
			resolved.Label = []flow.Run{{Text: item.Label, Source: item.Source, Font: p.Font}}
		default:
			resolved.Blocks = append(resolved.Blocks, r.blocks([]document.Block{block}, text)...)
		}
	}
	return resolved
}

var frames = map[style.Frame]flow.Frame{
	style.Ruled: flow.Grid, style.Unruled: flow.NoFrame, style.Lines: flow.Underline,
}

// table resolves a table with the width of the text area. Without rules around
// its cells it is not tagged as a table, but as text in columns (ISO 14289-1,
// 7.5).
func (r *resolver) table(t document.Table) *flow.Table {
	format := r.sheet.TableStyle(t.Style)
	c := cells{r, format, t.Columns, r.edges(t.Columns)}
	resolved := &flow.Table{Role: flow.TableOf, Edges: c.edges, Frame: frames[format.Frame],
		Rule: format.Rule, Before: format.Before, After: format.After}
	caption := flow.Caption
	if !c.ruled() {
		resolved.Role, caption = flow.Div, flow.P
	}
	if len(t.Caption) > 0 {
		st := r.style(format.TitleStyle)
		st.KeepNext = true
		resolved.Caption = r.paragraph(caption, st, t.Caption, 0)
	}
	resolved.Header, resolved.Rows = c.rows(t.Header, true), c.rows(t.Rows, false)
	return resolved
}

// edges returns the edges of columns that share the width.
func (r *resolver) edges(columns []document.Column) []float64 {
	total := 0.0
	for _, c := range columns {
		total += c.Width
	}
	edges := make([]float64, 1, len(columns)+1)
	at := 0.0
	for _, c := range columns {
		at += c.Width
		edges = append(edges, r.width*at/total)
	}
	return edges
}

// cells resolves the cells of one table.
type cells struct {
	*resolver
	format  style.Table
	columns []document.Column
	edges   []float64
}

func (c *cells) ruled() bool { return c.format.Frame == style.Ruled }

func (c *cells) rows(rows []document.Row, head bool) []flow.Row {
	resolved := make([]flow.Row, len(rows))
	for i, row := range rows {
		resolved[i] = flow.Row{Role: flow.TR, Height: c.format.RowHeight * mm, Cells: make([]flow.Cell, len(row.Cells))}
		if !c.ruled() {
			resolved[i].Role = flow.Div
		}
		column := 0
		for j, cell := range row.Cells {
			next := min(column+max(1, cell.Span), len(c.columns))
			resolved[i].Cells[j] = c.cell(cell, column, next, head)
			column = next
		}
	}
	return resolved
}

// cell resolves a cell between two edges.
func (c *cells) cell(cell document.Cell, column, next int, head bool) flow.Cell {
	padding := c.format.Padding * mm
	resolved := flow.Cell{Span: cell.Span,
		Margins: flow.Margins{Top: c.format.Top * mm, Right: padding, Bottom: c.format.Bottom * mm, Left: padding}}
	resolved.Role, resolved.Scope = c.role(head, column)
	inner := resolver{sheet: c.sheet, width: c.edges[next] - c.edges[column] - 2*padding, hyphenate: c.hyphenate,
		inCell: true}
	for _, block := range cell.Blocks {
		p, ok := block.(document.Paragraph)
		if !ok || p.Style != "" {
			resolved.Blocks = append(resolved.Blocks, inner.blocks([]document.Block{block}, 0)...)
			continue
		}
		st := c.style(c.columns[column], head)
		st.KeepNext = st.KeepNext || p.Keep
		resolved.Blocks = append(resolved.Blocks, c.paragraph(flow.None, st, p.Inlines, 0))
	}
	if len(resolved.Blocks) == 0 {
		line := paragraph(flow.None, c.resolver.style(c.format.CellStyle), 0)
		resolved.Blocks = []flow.Block{&line}
	}
	return resolved
}

// style returns the default style of paragraphs in a cell: the style of cells
// with the alignment of the column, or the style of headers.
func (c *cells) style(column document.Column, head bool) style.Style {
	if head {
		return c.resolver.style(c.format.HeadStyle)
	}
	st := c.resolver.style(c.format.CellStyle)
	if column.Align != "" {
		st.Align = style.Align(column.Align)
	}
	return st
}

// role returns the role of a cell and its scope: the column in a header row,
// the row in a column of row headers.
func (c *cells) role(head bool, column int) (role flow.Role, scope string) {
	switch {
	case !c.ruled():
		return flow.Div, ""
	case head:
		return flow.TH, "Column"
	case c.columns[column].Head:
		return flow.TH, "Row"
	}
	return flow.TD, ""
}
