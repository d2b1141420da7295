package document

import (
	"fmt"
	"strings"
)

// Dump returns the tree as indented text, for tests and debugging.
func Dump(doc *Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "document %s %q\n", doc.Kind, doc.Title)
	dumpBlocks(&b, doc.Blocks, 1)
	return b.String()
}

func dumpBlocks(b *strings.Builder, blocks []Block, depth int) {
	indent := strings.Repeat("  ", depth)
	for _, block := range blocks {
		b.WriteString(indent)
		switch n := block.(type) {
		case Heading:
			fmt.Fprintf(b, "heading %d %s: %s\n", n.Level, n.Style, dumpInlines(n.Inlines))
		case Paragraph:
			fmt.Fprintf(b, "paragraph %s: %s\n", n.Style, dumpInlines(n.Inlines))
		case List:
			fmt.Fprintf(b, "list %s\n", n.Kind)
			for _, item := range n.Items {
				fmt.Fprintf(b, "%s  item %q\n", indent, item.Label)
				dumpBlocks(b, item.Blocks, depth+2)
			}
		case Table:
			fmt.Fprintf(b, "table %s%s: %s\n", n.Style, dumpColumns(n.Columns), dumpInlines(n.Caption))
			dumpRows(b, "header", n.Header, depth+1)
			dumpRows(b, "row", n.Rows, depth+1)
		case Signature:
			fmt.Fprintf(b, "signature %q [%s]: %s\n", n.Name, n.Field, dumpInlines(n.Position))
		case Figure:
			fmt.Fprintf(b, "figure %q %gx%g: %s\n", n.Path, n.Width, n.Height, n.Alt)
			if len(n.Caption) > 0 {
				fmt.Fprintf(b, "%s  caption: %s\n", indent, dumpInlines(n.Caption))
			}
		case PageBreak:
			if n.Landscape {
				b.WriteString("landscape ")
			}
			b.WriteString("page break\n")
		case Foot:
			b.WriteString("foot\n")
			dumpBlocks(b, n.Blocks, depth+1)
		default:
			panic(fmt.Sprintf("document: unknown block %T", block))
		}
	}
}

func dumpColumns(columns []Column) string {
	list := make([]string, len(columns))
	for i, c := range columns {
		head := ""
		if c.Head {
			head = " head"
		}
		list[i] = fmt.Sprintf("{%g %s%s}", c.Width, c.Align, head)
	}
	return "[" + strings.Join(list, " ") + "]"
}

func dumpRows(b *strings.Builder, name string, rows []Row, depth int) {
	indent := strings.Repeat("  ", depth)
	for _, row := range rows {
		fmt.Fprintf(b, "%s%s\n", indent, name)
		for _, cell := range row.Cells {
			fmt.Fprintf(b, "%s  cell %d\n", indent, max(1, cell.Span))
			dumpBlocks(b, cell.Blocks, depth+2)
		}
	}
}

// dumpInlines shows no-break spaces as ~.
func dumpInlines(inlines []Inline) string {
	var b strings.Builder
	for _, inline := range inlines {
		switch n := inline.(type) {
		case Text:
			b.WriteString(strings.ReplaceAll(n.Value, "\u00a0", "~"))
		case Strong:
			b.WriteString("*" + dumpInlines(n.Inlines) + "*")
		case Emphasis:
			b.WriteString("_" + dumpInlines(n.Inlines) + "_")
		case Link:
			b.WriteString("[" + dumpInlines(n.Inlines) + "](" + n.Target + ")")
		case Break:
			b.WriteString(" / ")
		case Checkbox:
			b.WriteString(dumpField(n.Field))
			b.WriteRune(n.Rune())
		case Blank:
			fmt.Fprintf(&b, "{%g mm", n.Width)
			if n.Signature != "" {
				b.WriteString(" [" + n.Signature + "]")
			}
			b.WriteByte('}')
		case Input:
			fmt.Fprintf(&b, "%s{%s %gx%d %q", dumpField(n.Field), n.Kind, n.Width, max(1, n.Lines), n.Value)
			if len(n.Options) > 0 {
				fmt.Fprintf(&b, " of %q", n.Options)
			}
			b.WriteByte('}')
		case Boxes:
			b.WriteString(dumpField(n.Field))
			if n.Postal {
				b.WriteString("postal:")
			}
			for _, sign := range n.Signs() {
				b.WriteString("[" + sign + "]")
			}
		default:
			panic(fmt.Sprintf("document: unknown inline %T", inline))
		}
	}
	return b.String()
}

// dumpField returns the name and the description of a field; * means required.
func dumpField(f Field) string {
	if f.Name == "" {
		return ""
	}
	mark := ""
	if f.Required {
		mark = "*"
	}
	return fmt.Sprintf("<%s%s: %s>", f.Name, mark, f.About)
}
