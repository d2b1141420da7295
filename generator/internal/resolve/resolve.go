// Package resolve turns a document and a style sheet into a flow: every name of
// a style, a list kind or a table style becomes the properties that it stands for.
//
//	resolve.go  the paper, its blocks and their styles
//	list.go     lists and tables
//	columns.go  widths of columns
//	units.go    units in their titles
//	inline.go   inlines → runs
//	field.go    places to fill in on a screen
package resolve

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
	"protokol/generator/style"
)

const mm = flow.PointsPerMM

// Document resolves a document with the style sheet for its kind. The sheet
// must have all paragraph and table styles of the document.
func Document(doc *document.Document, sheet *style.Sheet) *flow.Paper {
	tight := sheet.TightSpacing()
	paper := &flow.Paper{
		Page:    pageOf(sheet),
		Closing: flow.Closing{Lines: sheet.Signature.Lines, Spacing: tight},
	}
	if n := sheet.PageNumber; n.Show {
		paper.Number = &flow.PageNumber{Font: flow.Font{Size: n.Size}, First: n.First, Align: aligns[n.Aligned()],
			Top: n.FromTop * mm, Bottom: n.FromBottom * mm, On: n.On}
	}
	if sheet.Page.OnePage {
		paper.OnePage = []float64{tight, 1}
	}
	r := &resolver{sheet: sheet, page: paper.Page, width: paper.Page.TextWidth(),
		hyphenate: sheet.Hyphenate && !doc.AsTyped}
	paper.Blocks = r.paper(doc, paper)
	return paper
}

// paper resolves the blocks of a paper. The picture that it begins with may be above the text; then the first page
// has another margin.
func (r *resolver) paper(doc *document.Document, paper *flow.Paper) []flow.Block {
	top := r.sheet.EmblemTop() * mm
	emblem, rest, ok := document.Emblem{}, doc.Blocks, false
	if top > 0 {
		emblem, rest, ok = doc.Emblem()
	}
	if !ok {
		return r.blocks(rest, 0)
	}
	paper.Page.First = top
	blocks := r.figure(nil, emblem.Figure, 0)
	figure := blocks[0].(*flow.Figure)
	figure.Line.Before, figure.Line.Right = 0, paper.Page.TextWidth()*(1-emblem.Share)
	figure.Line.After = max(figure.Line.After, paper.Page.Top-top-figure.Height)
	return append(blocks, r.blocks(rest, 0)...)
}

// pageOf returns the upright page.
func pageOf(sheet *style.Sheet) flow.Page {
	page := sheet.Page
	return flow.Page{Width: page.Width * mm, Height: page.Height * mm,
		Left: page.Left * mm, Right: page.Right * mm, Top: page.Top * mm, Bottom: page.Bottom * mm}
}

// resolver resolves the blocks of one paper.
type resolver struct {
	sheet *style.Sheet
	page  flow.Page // upright
	width float64   // of the container of the blocks
	level int       // of the last heading

	hyphenate bool // words may be divided
	inCell    bool
}

// blocks resolves blocks with an indent.
func (r *resolver) blocks(blocks []document.Block, indent float64) []flow.Block {
	resolved := make([]flow.Block, 0, len(blocks))
	for i, block := range blocks {
		switch b := block.(type) {
		case document.Heading:
			r.level = min(b.Level, r.level+1) // none is skipped (ISO 14289-1, 7.4.2)
			resolved = append(resolved, r.paragraph(headings[r.level-1], r.style(b.Style), b.Inlines, indent))
		case document.Paragraph:
			st := r.style(cmp.Or(b.Style, "body"))
			if r.inCell {
				st = st.InCell(r.width / mm)
			}
			resolved = append(resolved, r.kept(b, st, indent))
		case document.List:
			resolved = append(resolved, r.list(b, 0, indent))
		case document.Table:
			resolved = append(resolved, r.table(b))
		case document.Signature:
			_, follows := neighbour(blocks, i-1).(document.Signature)
			next := neighbour(blocks, i+1)
			s := r.signature(b, !follows, document.StaysWithSignature(next))
			if _, ends := next.(document.Paragraph); ends {
				s.Position.After = r.sheet.Signature.After
			}
			resolved = append(resolved, s)
		case document.Figure:
			resolved = r.figure(resolved, b, indent)
		case document.PageBreak:
			resolved = append(resolved, flow.PageBreak{Landscape: b.Landscape})
			if r.width = r.page.TextWidth(); b.Landscape {
				r.width = r.page.Turned().TextWidth()
			}
		case document.Foot:
			resolved = append(resolved, &flow.Foot{Blocks: r.blocks(b.Blocks, 0)})
		default:
			panic(fmt.Sprintf("resolve: unknown block %T", block))
		}
	}
	return resolved
}

var headings = [...]flow.Role{"H1", "H2", "H3", "H4", "H5", "H6"}

// neighbour returns the i-th block, or nil.
func neighbour(blocks []document.Block, i int) document.Block {
	if i < 0 || i >= len(blocks) {
		return nil
	}
	return blocks[i]
}

func (r *resolver) style(name string) style.Style {
	st, ok := r.sheet.Styles[name]
	if !ok {
		panic("resolve: no style " + name + "; the caller checks the names")
	}
	return st
}

var aligns = map[style.Align]flow.Align{
	style.Left: flow.Left, style.Center: flow.Center, style.Right: flow.Right, style.Justify: flow.Justify,
}

// paragraph returns a paragraph with a style, without runs.
func paragraph(role flow.Role, st style.Style, indent float64) flow.Paragraph {
	return flow.Paragraph{
		Role: role, Font: flow.Font{Size: st.Size, Bold: st.Bold, Italic: st.Italic}, Align: aligns[st.Align],
		Indent: indent + st.Indent*mm, Right: st.Right * mm, First: st.FirstLine * mm,
		Spacing: st.Line, Before: st.Before, After: st.After, KeepNext: st.KeepNext, KeepLines: st.KeepLines,
	}
}

func (r *resolver) paragraph(
	role flow.Role, st style.Style, inlines []document.Inline, indent float64,
) *flow.Paragraph {
	p := paragraph(role, st, indent)
	if p.Align == flow.Justify && document.HasWritingLine(inlines) {
		p.Align = flow.Left
	}
	p.Runs = runs(inlines, p.Font)
	p.Hyphenate = r.hyphenate && p.Align == flow.Justify && !slices.Contains(headings[:], role)
	return &p
}

// kept resolves a paragraph that the tree or its style may keep with the next.
func (r *resolver) kept(b document.Paragraph, st style.Style, indent float64) *flow.Paragraph {
	introduces := st.KeepNext
	st.KeepNext, st.KeepLines = st.KeepNext || b.Keep, st.KeepLines || b.Whole
	p := r.paragraph(flow.P, st, b.Inlines, indent)
	p.Introduces = introduces
	return p
}

// signature resolves a signature. First is true for the first of several in a
// row, keepNext if the next block must be on the same page.
func (r *resolver) signature(b document.Signature, first, keepNext bool) *flow.Signature {
	rule := r.sheet.Signature
	st := r.style(rule.Style)
	st.Align, st.KeepLines, st.KeepNext = style.Left, true, keepNext
	st.Indent, st.Right, st.FirstLine = 0, 0, 0
	st.Before = rule.Between
	if first {
		st.Before = rule.Before
	}
	s := &flow.Signature{Position: paragraph(flow.P, st, 0)}
	s.Position.Runs = runs(b.Position, s.Position.Font)
	s.Name = []flow.Run{{Text: b.Name, Source: b.Source, Font: s.Position.Font}}
	if b.Field != "" {
		// The text must be true before and after signing: changing it would
		// invalidate existing signatures (ISO 32000-1, 12.8.2.2).
		s.Field = &flow.Field{Name: b.Field, Kind: flow.SignatureField, Tooltip: "Электронная подпись: " +
			strings.ReplaceAll(document.InlineText(b.Position), "\n", " ") + ", " + b.Name}
	}
	return s
}

// figure appends a picture and its caption, which is kept on the same page.
func (r *resolver) figure(blocks []flow.Block, f document.Figure, indent float64) []flow.Block {
	line := paragraph(flow.FigureOf, r.style(document.FigureStyle), indent)
	line.KeepNext = line.KeepNext || len(f.Caption) > 0
	figure := &flow.Figure{Line: line, Path: f.Path, Alt: f.Alt, Width: f.Width * mm, Height: f.Height * mm}
	blocks = append(blocks, figure)
	if len(f.Caption) > 0 {
		blocks = append(blocks, r.paragraph(flow.Caption, r.style(document.CaptionStyle), f.Caption, indent))
	}
	return blocks
}
