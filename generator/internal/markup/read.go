package markup

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/trace"
)

// Read reads the output of a template, which name identifies in errors: unknown
// tags and attributes, misplaced tags, invalid values, text where only blocks
// are allowed. Empty paragraphs, items and lists are omitted. Origins resolves
// the markers of values; without it all origins are unknown.
func Read(name string, src []byte, origins *trace.Recorder) (*document.Document, diag.List) {
	p := parser{name: name, origins: origins}
	root := p.parse(src)
	if root == nil || p.problems.Failed() {
		return nil, p.problems
	}
	b := builder{parser: &p, names: map[string]string{}}
	doc := &document.Document{Kind: root.attributes["kind"], Title: strings.TrimSpace(root.attributes["title"])}
	doc.Blocks = b.blocks(root, 0, "")
	if p.problems.Failed() {
		return nil, p.problems.Sorted()
	}
	return doc, nil
}

// ReadPlain reads the output of a template that is a line of text without tags, references and spaces to be collapsed,
// as most facts in words are. It reports false for anything else, which needs Read.
func ReadPlain(src []byte, origins *trace.Recorder) (text string, source document.Source, ok bool) {
	if illegal(src, origins != nil) >= 0 || bytes.ContainsAny(src, "<>&\t\r\n") || bytes.Contains(src, []byte(unsafe)) {
		return "", nil, false
	}
	text, source, ok = origins.Read(string(src))
	line := collapser{spaced: true}
	return text, source, ok && line.isSpaced(text) && !line.spaced
}

// builder makes the tree from elements.
type builder struct {
	*parser
	broken bool // the line being read has the end of a paragraph

	names map[string]string // names of fields and their parents, with the first field of that name
}

func (b *builder) bad(e *element, hint, format string, args ...any) {
	b.wrong(e.at, hint, format, args...)
}

// blocks returns the blocks in a document, an item or a cell. In items and
// cells, text outside blocks is a paragraph. Depth is the number of enclosing
// lists, label that of the item.
func (b *builder) blocks(parent *element, depth int, label string) []document.Block {
	var blocks []document.Block
	var loose []*element
	listed := parent.tag.Name != "cell" // cells have small type
	flush := func() {
		line := b.line(loose)
		switch {
		case len(line) == 0:
		case !parent.tag.Text:
			first := slices.IndexFunc(loose, func(e *element) bool { return e.name != "" || e.hasText() })
			b.bad(loose[first], "возьмите его в <p>", "текст вне абзаца: %.40s", document.InlineText(line))
		default:
			blocks = b.paragraphs(blocks, line, "", depth, listed)
		}
		loose = nil
	}
	for _, kid := range parent.kids {
		if kid.tag.Name == "" || kid.tag.inline() {
			loose = append(loose, kid)
			continue
		}
		flush()
		if kid.tag.Name == "p" {
			if line := b.line(kid.kids); len(line) > 0 {
				blocks = b.paragraphs(blocks, line, kid.attributes["class"], depth, listed)
			}
			continue
		}
		if block := b.block(kid, depth, label); block != nil {
			blocks = append(blocks, block)
		}
	}
	flush()
	return blocks
}

// block returns one block, or nil for an empty one.
func (b *builder) block(e *element, depth int, label string) document.Block {
	class := e.attributes["class"]
	switch e.tag.Name {
	case "title":
		return b.heading(e, 1, cmp.Or(class, "title"))
	case "heading":
		return b.heading(e, b.integer(e, "level", 2, 2, 6), cmp.Or(class, "heading"))
	case "list":
		return b.list(e, depth, label)
	case "table":
		return b.table(e)
	case "signature":
		return document.Signature{Position: b.flat(b.line(e.kids)),
			Name: strings.Trim(e.attributes["name"], asciiSpace), Source: b.source(e, "name"),
			Field: b.signatureField(e)}
	case "figure":
		return b.figure(e)
	case "pagebreak":
		return document.PageBreak{Landscape: e.attributes["landscape"] == "true"}
	case "foot":
		if blocks := b.blocks(e, 0, ""); len(blocks) > 0 {
			return document.Foot{Blocks: blocks}
		}
		return nil
	}
	return nil // a misplaced tag, already reported
}

func (b *builder) heading(e *element, level int, style string) document.Block {
	line := b.flat(b.line(e.kids))
	if len(line) == 0 {
		return nil
	}
	return document.Heading{Level: level, Style: style, Inlines: line}
}

func (b *builder) list(e *element, depth int, parent string) document.Block {
	if depth >= document.MaxListDepth {
		b.bad(e, "", "списки вложены глубже %d уровней", document.MaxListDepth)
		return nil
	}
	kind := document.ListKind(cmp.Or(e.attributes["kind"], string(document.Plain)))
	if !slices.Contains([]document.ListKind{document.Decimal, document.Letter, document.Dash, document.Plain}, kind) {
		b.bad(e, "есть decimal, letter, dash, plain", "неизвестный вид списка «%s»", kind)
		return nil
	}
	list := document.List{Kind: kind}
	count := 0
	for _, kid := range b.only(e, "item") {
		count++
		label, byHand := kid.attributes["label"]
		source := b.source(kid, "label")
		if !byHand {
			label = document.Label(kind, count, parent)
			source = document.Numbering
		} else if n, ok := document.CountFrom(label, parent); ok {
			count = n
		}
		if blocks := b.blocks(kid, depth+1, label); len(blocks) > 0 {
			list.Items = append(list.Items, document.Item{Label: label, Source: source, Blocks: blocks})
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return list
}

// only returns the children of an element with one of the names. Text between
// them is an error.
func (b *builder) only(e *element, names ...string) []*element {
	var kids []*element
	for _, kid := range e.kids {
		switch {
		case slices.Contains(names, kid.tag.Name):
			kids = append(kids, kid)
		case kid.hasText():
			b.bad(kid, "", "в теге <%s> не бывает текста: %.40s", e.tag.Name, strings.TrimSpace(trace.Strip(kid.text)))
		}
	}
	return kids
}

func (b *builder) table(e *element) document.Block {
	t := document.Table{Style: e.attributes["class"]}
	for _, kid := range b.only(e, "caption", "columns", "head", "row") {
		switch kid.tag.Name {
		case "caption":
			t.Caption = b.flat(b.line(kid.kids))
		case "columns":
			for _, col := range b.only(kid, "col") {
				t.Columns = append(t.Columns, b.column(col))
			}
		case "head":
			for _, row := range b.only(kid, "row") {
				t.Header = append(t.Header, b.row(row))
			}
		case "row":
			t.Rows = append(t.Rows, b.row(kid))
		}
	}
	if len(t.Columns) == 0 {
		b.bad(e, "добавьте <columns><col width=\"1\"/>…</columns>", "у таблицы нет столбцов")
		return nil
	}
	for _, row := range slices.Concat(t.Header, t.Rows) {
		width := 0
		for _, cell := range row.Cells {
			width += max(1, cell.Span)
		}
		if width != len(t.Columns) {
			b.bad(e, "", "в строке таблицы ячеек: %d, а столбцов: %d", width, len(t.Columns))
		}
	}
	return t
}

func (b *builder) column(e *element) document.Column {
	align := document.Align(cmp.Or(e.attributes["align"], string(document.AlignLeft)))
	if !slices.Contains([]document.Align{document.AlignLeft, document.AlignCenter, document.AlignRight}, align) {
		b.bad(e, "есть left, center, right", "неизвестное выравнивание «%s»", align)
	}
	return document.Column{Width: b.length(e, "width", 1), Align: align, Head: e.attributes["head"] == "true"}
}

func (b *builder) row(e *element) document.Row {
	var row document.Row
	for _, cell := range b.only(e, "cell") {
		c := document.Cell{Blocks: b.blocks(cell, 0, "")}
		if _, ok := cell.attributes["span"]; ok {
			c.Span = b.integer(cell, "span", 1, 1, 100)
		}
		row.Cells = append(row.Cells, c)
	}
	return row
}

func (b *builder) figure(e *element) document.Block {
	f := document.Figure{
		Path: e.attributes["path"], Alt: strings.TrimSpace(e.attributes["alt"]), Source: b.source(e, "alt"),
		Width: b.length(e, "width", 0), Height: b.length(e, "height", 0),
	}
	if f.Path == "" || f.Alt == "" || f.Width == 0 {
		b.bad(e, "", "рисунку нужны path, alt и width")
	}
	for _, kid := range b.only(e, "caption") {
		f.Caption = b.flat(b.line(kid.kids))
	}
	return f
}

// line returns the inlines of a line.
func (b *builder) line(elements []*element) []document.Inline {
	return collapse(b.inlines(elements))
}

func (b *builder) inlines(elements []*element) []document.Inline {
	var line []document.Inline
	for _, e := range elements {
		switch e.tag.Name {
		case "":
			if strings.Contains(e.text, unsafe) {
				b.bad(e, "", "значение отброшено как небезопасное")
			}
			text, source := b.unmark(e.text, e.at)
			line = append(line, document.Text{Value: b.breakLines(text, source), Source: source})
		case "b":
			line = append(line, document.Strong{Inlines: b.inlines(e.kids)})
		case "i":
			line = append(line, document.Emphasis{Inlines: b.inlines(e.kids)})
		case "a":
			line = append(line, document.Link{Target: b.target(e), Inlines: b.inlines(e.kids)})
		case "br":
			line = append(line, document.Break{})
		case "checkbox":
			line = append(line, b.checkbox(e))
		case "blank":
			signature := b.uniqueSignature(e.attributes["signature"], e)
			line = append(line, document.Blank{Width: b.length(e, "width", 40), Signature: signature})
		case "boxes":
			line = append(line, b.boxes(e))
		case "input":
			line = append(line, b.input(e))
		}
	}
	return line
}

func (b *builder) checkbox(e *element) document.Checkbox {
	return document.Checkbox{Field: b.field(e), Checked: e.attributes["checked"] == "true",
		Source: b.source(e, "checked")}
}

// source returns the source of an attribute.
func (b *builder) source(e *element, name string) document.Source {
	if s, marked := e.sources[name]; marked {
		return s
	}
	return b.origins.OwnWords()
}

func (b *builder) boxes(e *element) document.Boxes {
	boxes := document.Boxes{Field: b.field(e), Count: b.integer(e, "count", 10, 1, 40), Text: e.attributes["value"],
		Source: b.source(e, "value"), Postal: e.attributes["postal"] == "true"}
	if n := utf8.RuneCountInString(boxes.Text); n > boxes.Count {
		b.bad(e, "", "клеток %d, а знаков в значении %d", boxes.Count, n)
	}
	return boxes
}

// target returns the address of a link, which must be absolute and must not be
// a script.
func (b *builder) target(e *element) string {
	to := e.attributes["to"]
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if strings.HasPrefix(to, scheme) && !strings.ContainsFunc(to, unicode.IsSpace) {
			return to
		}
	}
	b.bad(e, "адрес начинается с https://, http:// или mailto:", "ссылка ведёт неизвестно куда: «%s»", to)
	return ""
}

// integer returns the value of an attribute that is an integer between two
// bounds.
func (b *builder) integer(e *element, name string, otherwise, low, high int) int {
	value, ok := e.attributes[name]
	if !ok {
		return otherwise
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < low || n > high {
		b.bad(e, fmt.Sprintf("нужно целое число от %d до %d", low, high), "неверное значение %s=«%s»", name, value)
		return otherwise
	}
	return n
}

// length returns the value of an attribute that is a positive number.
func (b *builder) length(e *element, name string, otherwise float64) float64 {
	value, ok := e.attributes[name]
	if !ok {
		return otherwise
	}
	v, err := strconv.ParseFloat(value, 64)
	if err != nil || !(v > 0 && v < 10000) {
		b.bad(e, "нужно число больше нуля", "неверное значение %s=«%s»", name, value)
		return otherwise
	}
	return v
}
