package resolve

import (
	"math"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

func text(s string) []document.Inline { return []document.Inline{document.Text{Value: s}} }

// near reports whether numbers are equal up to rounding errors.
func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

// TestParagraph checks that styles are converted to points and that emphasis
// selects the font of runs.
func TestParagraph(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2025")
	link := document.Link{
		Target:  "https://example.org/",
		Inlines: []document.Inline{document.Strong{Inlines: text("с")}, document.Break{}},
	}
	paper := Document(&document.Document{Blocks: []document.Block{document.Paragraph{Inlines: []document.Inline{
		document.Text{Value: "т"}, document.Emphasis{Inlines: []document.Inline{link}}}}}}, sheet)
	p, st := paper.Blocks[0].(*flow.Paragraph), sheet.Styles["body"]
	if p.Role != flow.P || p.Align != flow.Justify || p.Spacing != st.Line || !near(p.First, st.FirstLine*mm) ||
		p.Font.Size != st.Size {
		t.Errorf("body is %+v", p)
	}
	if len(p.Runs) != 3 {
		t.Fatalf("%d runs", len(p.Runs))
	}
	plain, strong, end := p.Runs[0], p.Runs[1], p.Runs[2]
	if plain.Link != nil || plain.Font.Bold || plain.Font.Italic {
		t.Errorf("plain text is %+v", plain)
	}
	if strong.Link == nil || strong.Link.Target != link.Target || !strong.Font.Bold || !strong.Font.Italic ||
		end.Link != strong.Link ||
		end.Kind != flow.LineBreak {
		t.Errorf("the link is %+v, %+v", strong, end)
	}
}

// TestHeadings checks that no heading level is skipped.
func TestHeadings(t *testing.T) {
	doc := &document.Document{}
	for _, level := range []int{1, 4, 2, 5, 1} {
		doc.Blocks = append(doc.Blocks, document.Heading{Level: level, Style: "heading", Inlines: text("З")})
	}
	var roles []string
	for _, block := range Document(doc, shipped.Sheet(t, "gost-2025")).Blocks {
		roles = append(roles, block.(*flow.Paragraph).Role)
	}
	if got := strings.Join(roles, " "); got != "H1 H2 H2 H3 H1" {
		t.Errorf("roles %s", got)
	}
}

// TestList checks the indents of labels, of text, of the blocks after the first
// and of nested lists.
func TestList(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2025")
	inner := document.List{
		Kind:  document.Decimal,
		Items: []document.Item{{Label: "1.1.", Blocks: []document.Block{document.Paragraph{Inlines: text("в")}}}},
	}
	list := document.List{Kind: document.Decimal, Items: []document.Item{
		{
			Label: "1.",
			Blocks: []document.Block{
				document.Paragraph{Inlines: text("а")},
				document.Paragraph{Inlines: text("б")},
				inner,
			},
		},
		{Blocks: []document.Block{document.Paragraph{Inlines: text("г")}}}}}
	l := Document(&document.Document{Blocks: []document.Block{list}}, sheet).Blocks[0].(*flow.List)
	levels := sheet.Lists["decimal"]
	first, second := l.Items[0], l.Items[1]
	if l.Numbering != "Decimal" || first.Label[0].Text != "1." || !near(first.Indent, levels[0].Label*mm) ||
		second.Label != nil {
		t.Errorf("items %+v", l.Items)
	}
	indent := sheet.Styles[levels[0].Style].Indent
	for i, want := range []float64{levels[0].Text, levels[0].Text + indent} {
		if p := first.Blocks[i].(*flow.Paragraph); !near(p.Indent, want*mm) {
			t.Errorf("block %d stands at %g, want %g", i, p.Indent, want*mm)
		}
	}
	if p := second.Blocks[0].(*flow.Paragraph); !near(p.Indent, indent*mm) {
		t.Errorf("an item without a number stands at %g", p.Indent)
	}
	if item := first.Blocks[2].(*flow.List).Items[0]; !near(item.Indent, levels[1].Label*mm) {
		t.Errorf("the inner label stands at %g", item.Indent)
	}
}

// TestTable checks the widths of columns, the roles and margins of cells, and
// that a table without rules is text in columns.
func TestTable(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2025")
	cell := func(s string) document.Cell {
		return document.Cell{Blocks: []document.Block{document.Paragraph{Inlines: text(s)}}}
	}
	table := document.Table{
		Caption: text("Т"),
		Columns: []document.Column{{Width: 1, Head: true}, {Width: 2, Align: document.AlignRight}},
		Header: []document.Row{
			{Cells: []document.Cell{cell("А"), cell("Б")}},
		},
		Rows: []document.Row{{Cells: []document.Cell{cell("1"), cell("2")}}, {Cells: []document.Cell{{Span: 2}}}},
	}
	roles := func(style string) (list []string) {
		table.Style = style
		resolved := Document(&document.Document{Blocks: []document.Block{table}}, sheet).Blocks[0].(*flow.Table)
		list = append(list, resolved.Role, resolved.Caption.Role)
		for _, row := range append(resolved.Header, resolved.Rows...) {
			list = append(list, row.Role)
			for _, c := range row.Cells {
				list = append(list, c.Role+c.Scope)
			}
		}
		return list
	}
	for style, want := range map[string]string{
		"":        "Table Caption TR THColumn THColumn TR THRow TD TR THRow",
		"columns": "Div P Div Div Div Div Div Div Div Div",
	} {
		if got := strings.Join(roles(style), " "); got != want {
			t.Errorf("%q has the roles %s, want %s", style, got, want)
		}
	}
	table.Style = ""
	resolved := Document(&document.Document{Blocks: []document.Block{table}}, sheet).Blocks[0].(*flow.Table)
	width := sheet.Page.TextWidth() * mm
	if e := resolved.Edges; len(e) != 3 || !near(e[1], width/3) || !near(e[2], width) {
		t.Errorf("edges %v of %g", e, width)
	}
	right, empty := resolved.Rows[0].Cells[1], resolved.Rows[1].Cells[0]
	if right.Blocks[0].(*flow.Paragraph).Align != flow.Right || !near(right.Margins.Left, sheet.Table.Padding*mm) {
		t.Errorf("the right cell is %+v", right)
	}
	if p := empty.Blocks[0].(*flow.Paragraph); empty.Span != 2 || len(p.Runs) != 0 ||
		p.Font.Size != sheet.Styles[sheet.Table.CellStyle].Size {
		t.Errorf("an empty cell is %+v", empty)
	}
}

// TestSignatures checks the space before the first of several signatures, that
// they are kept together, and the tooltip of the field.
func TestSignatures(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2025")
	sign := document.Signature{Position: text("Председатель"), Name: "А.Б. Вгд", Field: "chair"}
	blocks := Document(&document.Document{Blocks: []document.Block{sign, sign, document.PageBreak{}}}, sheet).Blocks
	first, second := blocks[0].(*flow.Signature), blocks[1].(*flow.Signature)
	if first.Position.Before != sheet.Signature.Before || second.Position.Before != sheet.Signature.Between {
		t.Errorf("spaces %g, %g", first.Position.Before, second.Position.Before)
	}
	if !first.Position.KeepNext || second.Position.KeepNext {
		t.Error("the keeps are wrong")
	}
	if f := first.Field; f == nil || f.Name != "chair" || f.Tooltip != "Электронная подпись: Председатель, А.Б. Вгд" {
		t.Errorf("the field is %+v", f)
	}
}

// TestMarks checks that marks of agreement are kept with the signature above them and apart from it, also with a sheet
// that does not know them, and that the indent of a mark of approval is meant for the page.
func TestMarks(t *testing.T) {
	for _, known := range []bool{true, false} {
		sheet := shipped.Sheet(t, "gost-2025")
		want := sheet.Tables["marks"].Before
		if !known {
			want = sheet.Tables["requisites"].Before
			delete(sheet.Tables, "marks")
		}
		if err := sheet.HasTables([]string{"marks"}); err != nil {
			t.Error(err)
		}
		mark := document.Paragraph{Style: "approval", Inlines: text("СОГЛАСОВАНО")}
		blocks := Document(&document.Document{Blocks: []document.Block{
			document.Signature{Position: text("Глава"), Name: "А.Б. Вгд"},
			document.Table{Style: "marks", Columns: []document.Column{{Width: 1}, {Width: 1}},
				Rows: []document.Row{{Cells: []document.Cell{{Blocks: []document.Block{mark}}, {}}}}}, mark,
		}}, sheet).Blocks
		table := blocks[1].(*flow.Table)
		cell := table.Rows[0].Cells[0].Blocks[0].(*flow.Paragraph)
		if !blocks[0].(*flow.Signature).Position.KeepNext || table.Before != want || cell.Indent != 0 ||
			blocks[2].(*flow.Paragraph).Indent == 0 {
			t.Errorf("%v, %g above, %g in the cell", blocks[0], table.Before, cell.Indent)
		}
	}
}

// known is a source with the given spans.
type known []document.Span

func (k known) Spans(string) []document.Span { return k }

// TestWrapPositions checks that lines of a position are parts of it with their
// origins.
func TestWrapPositions(t *testing.T) {
	from := &document.Origin{Kind: document.Value, Keys: []string{"k"}}
	position := document.Text{Value: "один два", Source: known{{End: 15, Origin: from, To: 15}}}
	doc := &document.Document{Blocks: []document.Block{document.Signature{Position: []document.Inline{position}}}}
	wrapped := WrapPositions(doc, shipped.Sheet(t, "gost-2025"),
		func(text string, _ flow.Font, _ float64) []string { return strings.Split(text, " ") })
	lines := wrapped.Blocks[0].(document.Signature).Position
	if len(lines) != 3 || len(doc.Blocks[0].(document.Signature).Position) != 1 {
		t.Fatalf("lines %v", lines)
	}
	second := lines[2].(document.Text)
	spans := document.Spans(second.Source, second.Value)
	if second.Value != "два" || len(spans) != 1 || spans[0].From != 9 || spans[0].To != 15 || spans[0].Start != 0 ||
		spans[0].End != 6 {
		t.Errorf("the second line is %+v from %+v", second, spans)
	}
}

// TestEveryNode resolves all kinds of blocks and inlines.
func TestEveryNode(t *testing.T) {
	field := document.Field{Name: "a.b", About: "а"}
	line := []document.Inline{
		document.Text{Value: "т"},
		document.Strong{Inlines: text("п")},
		document.Emphasis{Inlines: text("к")},
		document.Link{
			Target:  "https://example.org/",
			Inlines: text("с"),
		},
		document.Break{},
		document.Checkbox{Checked: true},
		document.Checkbox{Field: field},
		document.Blank{
			Width: 20,
		},
		document.Blank{Width: 20, Signature: "head"},
		document.Boxes{Count: 2, Text: "7"},
		document.Boxes{Count: 1, Text: "7", Postal: true},
		document.Boxes{
			Count: 2,
			Field: field,
		},
		document.Input{Field: field, Kind: document.Date},
		document.Input{Field: field, Kind: document.Choice},
	}
	blocks := Document(&document.Document{Blocks: []document.Block{document.Paragraph{Inlines: line},
		document.Figure{Path: "a", Alt: "а", Width: 10, Height: 10, Caption: text("р")}, document.PageBreak{},
		document.Foot{
			Blocks: []document.Block{document.Paragraph{Inlines: text("в")}},
		}}}, shipped.Sheet(t, "gost-2025")).Blocks
	kinds := map[flow.Kind]int{}
	fields := map[flow.FieldKind]int{}
	for _, r := range blocks[0].(*flow.Paragraph).Runs {
		kinds[r.Kind]++
		if r.Field != nil {
			fields[r.Field.Kind]++
		}
	}
	for _, kind := range []flow.Kind{
		flow.Letters, flow.LineBreak, flow.Checkbox, flow.PostalDigit, flow.WritingLine, flow.FormField,
	} {
		if kinds[kind] == 0 {
			t.Errorf("no run is of kind %d", kind)
		}
	}
	if len(fields) != 5 {
		t.Errorf("fields %v", fields)
	}
	if caption := blocks[2].(*flow.Paragraph); caption.Role != flow.Caption || !blocks[1].(*flow.Figure).Line.KeepNext {
		t.Error("the picture may stand on another page than its caption")
	}
	if foot, ok := blocks[4].(*flow.Foot); !ok || len(foot.Blocks) != 1 {
		t.Errorf("the foot is %+v", blocks[4])
	}
}

// TestWritingLines checks that lines of underscores are not widened.
func TestWritingLines(t *testing.T) {
	paper := Document(&document.Document{Blocks: []document.Block{
		document.Paragraph{Inlines: text("Ознакомлен ________")}, document.Paragraph{Inlines: text("Ознакомлен")},
		document.Paragraph{Style: "title", Inlines: text("________")},
	}}, shipped.Sheet(t, "gost-2025"))
	for i, want := range []flow.Align{flow.Left, flow.Justify, flow.Center} {
		if got := paper.Blocks[i].(*flow.Paragraph).Align; got != want {
			t.Errorf("paragraph %d: %v, want %v", i, got, want)
		}
	}
}
