package docx

import (
	"bytes"
	"cmp"
	"fmt"
	"strconv"

	"protokol/generator/document"
	"protokol/generator/style"
)

// body writes document.xml.
type body struct {
	sheet          *style.Sheet
	options        Options
	out            markup
	lists          numbering
	links          []string // link targets, in the order of their relationships
	pictures       []string // paths of pictures, in the order of their relationships
	drawn          int      // number of drawings, repetitions included
	controls       int      // number of content controls
	prompts        document.Prompts
	newPage        bool // page break before the next paragraph
	page           style.Page
	landscape      bool           // the pages of the section are turned
	sections       int            // finished sections
	next           document.Block // after the one that is written; nil inside of a paragraph's container
	afterTable     bool           // the previous block is a table
	after          float64        // space below the table, pt
	foot           bool           // writing the foot of the page
	size           float64        // of the letters of the paragraph, pt
	closing        int            // remaining paragraphs and rows before those kept with the signature
	bound          int            // remaining paragraphs and rows to keep with the signature
	boundRow       bool           // writing a row that is kept with the signature
	cellWidth      float64        // of the text of the cell that is written, mm; 0 outside of tables
	afterSignature bool           // the previous block is a signature
	flow           textFlow       // counts of LibreOffice
	emblem         []byte         // header of the first page with the picture that the paper begins with
}

func newBody(sheet *style.Sheet, o Options, out *bytes.Buffer) *body {
	return &body{sheet: sheet, page: sheet.Page, options: o, out: markup{out}, closing: -1, lists: newNumbering()}
}

func (b *body) document(doc *document.Document) error {
	b.prompts = doc.Prompts
	blocks, err := b.raised(doc)
	if err != nil {
		return err
	}
	if b.options.Closing > 0 {
		b.closing, b.bound = paragraphsBefore(blocks)-b.options.Closing, b.options.Closing
	}
	m := b.out
	m.WriteString(xmlHead)
	spaces := []string{"xmlns:w", nsWord, "xmlns:r", nsRelation}
	if len(b.options.Pictures) > 0 {
		spaces = append(spaces, "xmlns:wp", nsPlace, "xmlns:a", nsDrawing, "xmlns:pic", nsPicture)
	}
	if len(document.Fields(doc)) > 0 {
		spaces = append(spaces, "xmlns:mc", nsCompatible, "xmlns:w14", nsWord2010, "mc:Ignorable", "w14")
	}
	m.open("w:document", spaces...)
	m.open("w:body")
	if err := b.blocks(blocks, 0, ""); err != nil {
		return err
	}
	if b.afterTable {
		b.separator()
	}
	b.section()
	b.flow.remember(m.Buffer)
	m.close("w:body")
	m.close("w:document")
	return nil
}

// closes counts a paragraph or a row, and reports whether it is kept with the signature.
func (b *body) closes() bool {
	if b.closing > 0 {
		b.closing--
		return false
	}
	if b.closing < 0 || b.bound == 0 {
		return false
	}
	b.bound--
	return true
}

// paragraphsBefore counts the paragraphs before the first signature. Of tables the titles
// and the rows count: these are never split.
func paragraphsBefore(blocks []document.Block) (count int) {
	for _, block := range blocks {
		switch n := block.(type) {
		case document.Signature:
			return count
		case document.Heading, document.Paragraph:
			count++
		case document.Figure:
			count++
			if len(n.Caption) > 0 {
				count++
			}
		case document.Table:
			count += len(n.Header) + len(n.Rows)
			if len(n.Caption) > 0 {
				count++
			}
		case document.List:
			for _, item := range n.Items {
				count += paragraphsBefore(item.Blocks)
			}
		}
	}
	return count
}

// blocks writes blocks at an indent, mm.
func (b *body) blocks(blocks []document.Block, indent float64, fallback string) error {
	follows := b.next
	for i, block := range blocks {
		if _, ok := block.(document.Signature); !ok {
			b.afterSignature = false
		}
		if b.next = at(blocks, i+1); b.next == nil {
			b.next = follows
		}
		switch n := block.(type) {
		case document.Heading:
			b.paragraph(paragraph{style: n.Style, outline: n.Level, indent: indent, inlines: n.Inlines})
		case document.Paragraph:
			b.paragraph(paragraph{style: cmp.Or(n.Style, cmp.Or(fallback, "body")), indent: indent, keepNext: n.Keep,
				whole: n.Whole, inlines: n.Inlines})
		case document.List:
			if err := b.list(n, 0, indent, "", uncounted); err != nil {
				return err
			}
		case document.Table:
			if err := b.table(n); err != nil {
				return err
			}
		case document.Signature:
			b.signature(n, at(blocks, i+1))
		case document.Figure:
			if err := b.figure(n); err != nil {
				return err
			}
		case document.PageBreak:
			b.turn(n.Landscape)
		case document.Foot:
			if err := b.footer(n); err != nil {
				return err
			}
		default:
			panic(fmt.Sprintf("docx: unknown block %T", block))
		}
	}
	return nil
}

func at(blocks []document.Block, i int) document.Block {
	if i >= len(blocks) {
		return nil
	}
	return blocks[i]
}

// paragraph is the properties of a paragraph in addition to its style.
type paragraph struct {
	style    string
	outline  int     // level of a heading, from 1
	number   int     // numbering instance; 0 for none
	level    int     // of the list
	label    string  // literal text before the paragraph
	indent   float64 // mm; 0 for that of the style
	hanging  float64 // mm, of the first line
	align    style.Align
	keepNext bool // in addition to the style
	whole    bool // the same
	picture  bool // has a picture and no text
	inlines  []document.Inline
}

func (b *body) paragraph(p paragraph) {
	m := b.out
	if b.sheet.Styles[p.style].Align == style.Justify && p.align == "" && document.HasWritingLine(p.inlines) {
		p.align = style.Left
	}
	breaks := b.newPage
	m.open("w:p")
	keeps := b.properties(p)
	if p.label != "" {
		m.WriteString("<w:r>")
		m.text(p.label)
		m.WriteString("<w:tab/></w:r>")
	}
	b.size = b.sheet.Styles[p.style].Size
	b.inlines(p.inlines, format{})
	b.ends(keeps, breaks)
}

// ends ends a paragraph. Those at the foot of the page are in a frame.
func (b *body) ends(keeps, breaks bool) {
	if !b.foot {
		b.flow.paragraph(b.out.Len(), keeps, breaks)
	}
	b.out.close("w:p")
}

// properties writes w:pPr, whose elements have a fixed order (ECMA-376,
// 17.3.1.26), and reports whether the paragraph is kept with the next one.
func (b *body) properties(p paragraph) (keeps bool) {
	m := b.out
	m.open("w:pPr")
	st := b.sheet.Styles[p.style]
	third := p.isThirdHeading() && differOnlyInSpacing(st, b.sheet.Styles[thirdHeading])
	if third {
		m.value("w:pStyle", thirdHeadingID)
	} else {
		m.value("w:pStyle", styleID(p.style))
	}
	spaced := b.afterTable && !b.newPage
	bound := b.closes()
	keeps = bound || b.boundRow || p.keepNext
	if keeps {
		m.empty("w:keepNext")
	}
	if bound || p.whole || third && st.KeepLines {
		m.empty("w:keepLines")
	}
	if b.newPage {
		b.newPage = false
		m.empty("w:pageBreakBefore")
	}
	if b.foot {
		b.frame()
	}
	if p.number > 0 {
		m.open("w:numPr")
		m.value("w:ilvl", strconv.Itoa(p.level))
		m.value("w:numId", strconv.Itoa(p.number))
		m.close("w:numPr")
	}
	b.spacing(st, spaced, third && p.style != thirdHeading)
	b.afterTable = false
	if inCell := st.InCell(b.cellWidth); b.cellWidth > 0 && inCell.Indent != st.Indent {
		m.indent(p.indent, st.Right, st.FirstLine)
	} else if p.indent != 0 || p.hanging != 0 {
		first := st.FirstLine
		if p.hanging != 0 {
			first = -p.hanging
		}
		m.indent(st.Indent+p.indent, st.Right, first)
	}
	if p.align != "" {
		m.value("w:jc", justification(p.align))
	}
	if p.outline > 0 && p.outline != headings[p.style] && !third {
		m.value("w:outlineLvl", strconv.Itoa(p.outline-1))
	}
	if p.picture { // otherwise the paragraph mark increases the height of the line
		m.WriteString(`<w:rPr><w:sz w:val="2"/></w:rPr>`)
	}
	m.close("w:pPr")
	return keeps || st.KeepNext
}

// list writes the items of a list. Word numbers them; a label that no numbering
// produces is written as text.
func (b *body) list(list document.List, level int, indent float64, parent string, above int) error {
	format := b.sheet.Lists[string(list.Kind)][min(level, 3)]
	c := b.lists.begin(list, level, parent, above)
	follows := b.next
	for i, item := range list.Items {
		if b.next = nil; i == len(list.Items)-1 {
			b.next = follows
		}
		p, printed := paragraph{level: level}, uncounted
		switch {
		case item.Label != "" && list.Kind != document.Plain:
			var literal bool
			if p.number, literal = b.lists.item(&c, item.Label); literal {
				p.label, p.indent, p.hanging = item.Label, indent+format.Text, format.Text-format.Label
				break
			}
			printed = c.definition
		case list.Kind == document.Plain:
			p.indent = indent + format.Text
		}
		text := indent
		if item.Label != "" || list.Kind == document.Plain {
			text += format.Text
		}
		if err := b.item(item, p, format.Style, text, indent, printed); err != nil {
			return err
		}
	}
	return nil
}

// item writes the blocks of an item. The first paragraph has the number, the
// others are indented like its text.
func (b *body) item(item document.Item, first paragraph, fallback string, text, indent float64, printed int) error {
	follows := b.next
	for i, block := range item.Blocks {
		if b.next = at(item.Blocks, i+1); b.next == nil {
			b.next = follows
		}
		switch n := block.(type) {
		case document.List:
			if err := b.list(n, first.level+1, indent, item.Label, printed); err != nil {
				return err
			}
		case document.Paragraph:
			p := paragraph{indent: text}
			if i == 0 {
				p = first
			}
			p.style, p.keepNext, p.whole, p.inlines = cmp.Or(n.Style, fallback), n.Keep, n.Whole, n.Inlines
			b.paragraph(p)
		default:
			if err := b.blocks([]document.Block{block}, text, fallback); err != nil {
				return err
			}
		}
	}
	return nil
}

// signature writes a signature: a right tab aligns the name with the margin. A
// long position is already broken into lines.
func (b *body) signature(s document.Signature, next document.Block) {
	rule, width := b.sheet.Signature, b.page.TextWidth()
	before := rule.Before
	if b.afterSignature {
		before = rule.Between
	}
	b.afterSignature, b.afterTable = true, false
	m := b.out
	keeps, breaks := document.StaysWithSignature(next), b.newPage
	m.open("w:p")
	m.open("w:pPr")
	m.value("w:pStyle", styleID(rule.Style))
	if keeps {
		m.empty("w:keepNext")
	}
	m.empty("w:keepLines")
	if b.newPage {
		b.newPage = false
		m.empty("w:pageBreakBefore")
	}
	m.open("w:tabs")
	m.empty("w:tab", "w:val", "right", "w:pos", twips(width))
	m.close("w:tabs")
	spacing := []string{"w:before", twipsOfPoints(before)}
	switch n := next.(type) {
	case document.Paragraph:
		if rule.After > 0 {
			spacing = append(spacing, "w:after", twipsOfPoints(rule.After))
		}
	case document.Table:
		if len(n.Caption) == 0 {
			spacing = append(spacing, "w:after", twipsOfPoints(b.sheet.TableStyle(n.Style).Before))
		}
	}
	m.empty("w:spacing", spacing...)
	m.close("w:pPr")
	b.size = b.sheet.Styles[rule.Style].Size
	b.inlines(s.Position, format{})
	m.WriteString("<w:r><w:tab/>")
	m.text(s.Name)
	m.WriteString("</w:r>")
	b.ends(keeps, breaks)
}
