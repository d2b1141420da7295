package table

import (
	"fmt"
	"html"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/tdewolff/parse/v2"
	lexer "github.com/tdewolff/parse/v2/html"

	"protokol/generator/diag"
)

const webPage = "это страница (HTML), а не таблица, хотя Excel её и открывает"

// isHTML reports whether a text in lower case is a page. Accounting programs and
// sites save tables as such, with the extension .xls.
func isHTML(text string) bool {
	for _, start := range []string{"<html", "<!doctype", "<head", "<meta", "<style", "<body", "<table"} {
		if strings.HasPrefix(text, start) {
			return true
		}
	}
	return (strings.HasPrefix(text, "<!--") || strings.HasPrefix(text, "<?xml")) && strings.Contains(text, "<html")
}

// openHTML opens a page that has a single table of several rows and nothing in it that is ambiguous.
func openHTML(src Source, o Options) (*Table, diag.List, error) {
	if src.Size > maxSmall {
		return nil, nil, diag.Problem{Message: webPage, Hint: hintSave}
	}
	requested := o.Encoding
	if requested == "" {
		requested = htmlCharset(src)
	}
	encoding, err := src.charset(requested)
	if err != nil {
		return nil, nil, err
	}
	tables, err := readHTML(encoding.reader(src.Data, src.Size))
	if err != nil {
		return nil, nil, err
	}
	var found []*htmlTable
	for _, t := range tables {
		if len(t.rows) > 1 {
			found = append(found, t)
		}
	}
	switch {
	case len(found) == 1 && !found[0].isNested:
		t := &Table{}
		t.describe("страница HTML в кодировке %s (%s), в ней таблица из %d строк",
			encoding.name, encoding.why, len(found[0].rows))
		t.rows = func() (Reader, error) {
			return &htmlReader{rows: found[0].rows, merged: mergedCells{upcoming: found[0].merged}}, nil
		}
		return t, encoding.problems, nil
	case len(found) == 0:
		return nil, nil, diag.Problem{Message: webPage, Hint: hintSave + "; таблицы со строками в ней не видно"}
	}
	return nil, nil, diag.Problem{Message: webPage, Hint: hintSave + "; таблиц в ней несколько, оставьте одну"}
}

// htmlCharset returns the encoding that a page names: <meta charset=…>. It is
// empty if there is a byte order mark or if the encoding is not known.
func htmlCharset(src Source) string {
	head := make([]byte, min(headSize, src.Size))
	src.Data.ReadAt(head, 0) // an error shows when the page is read
	found := metaCharset.FindSubmatch(head)
	if found == nil || strings.HasPrefix(string(head), charsets[0].bom) {
		return ""
	}
	if _, err := (byteStats{}).namedCharset(string(found[1])); err != nil {
		return ""
	}
	return string(found[1])
}

var metaCharset = regexp.MustCompile(`(?i)<meta[^>]*charset\s*=\s*["']?([-\w]+)`)

// htmlTable is a table of a page.
type htmlTable struct {
	rows     []Row
	merged   []mergedRange
	isNested bool // is in another table or has one
	spans    []int
	struck   bool // the text of the last row is struck through
}

// Limits of a table of a page.
const (
	maxHTMLSpan  = 1000 // limit of HTML for colspan
	maxHTMLCells = 2_000_000
	maxHTMLDepth = 100 // tables in tables
)

// htmlBuilder builds the tables of a page from its tags. The tags </td> and
// </tr> may be missing.
type htmlBuilder struct {
	tables []*htmlTable
	open   []*htmlTable // the innermost last
	inCell bool
	text   strings.Builder
	span   htmlSpan // of the open cell
	hidden int      // elements without text that are open: style, script
	styles styles   // of the page
	struck []string // open elements whose text is struck through, in the open cell
	cell   Cell     // the open one
	cells  int
}

// htmlSpan is how many columns and rows a cell spans.
type htmlSpan struct{ columns, rows int }

// readHTML reads the tables of a page.
func readHTML(r io.Reader) ([]*htmlTable, error) {
	l := lexer.NewLexer(parse.NewInput(r))
	b := &htmlBuilder{}
	var tag string
	attributes := map[string]string{}
	for {
		kind, data := l.Next()
		switch kind {
		case lexer.ErrorToken:
			if l.Err() != io.EOF {
				return nil, l.Err()
			}
			b.endCell()
			return b.tables, nil
		case lexer.StartTagToken:
			tag = strings.ToLower(string(l.Text()))
			clear(attributes)
		case lexer.AttributeToken:
			value := strings.Trim(string(l.AttrVal()), `"'`)
			attributes[strings.ToLower(string(l.Text()))] = html.UnescapeString(value)
		case lexer.StartTagCloseToken, lexer.StartTagVoidToken:
			b.start(tag, attributes)
		case lexer.EndTagToken:
			b.end(strings.ToLower(string(l.Text())))
		case lexer.TextToken:
			b.write(tag, string(data))
		}
		if len(b.open) > maxHTMLDepth {
			return nil, diag.Problem{Message: fmt.Sprintf("в странице больше %d таблиц одна в другой", maxHTMLDepth),
				Hint: hintSave}
		}
		if b.cells > maxHTMLCells {
			return nil, diag.Problem{Message: fmt.Sprintf("в таблице больше %d ячеек", maxHTMLCells), Hint: hintSave}
		}
	}
}

// write adds text to the open cell, or to the styles of the page.
func (b *htmlBuilder) write(tag, text string) {
	switch {
	case b.hidden > 0 && tag == "style":
		b.styles.read(text)
	case b.inCell && b.hidden == 0 && b.text.Len() < maxCell:
		b.text.WriteString(html.UnescapeString(text))
		b.cell.struck = b.cell.struck || len(b.struck) > 0 && strings.TrimSpace(text) != ""
	}
}

func (b *htmlBuilder) table() *htmlTable {
	if len(b.open) == 0 {
		return nil
	}
	return b.open[len(b.open)-1]
}

func (b *htmlBuilder) start(tag string, attributes map[string]string) {
	switch tag {
	case "table":
		b.endCell()
		t := &htmlTable{isNested: len(b.open) > 0}
		for _, outer := range b.open {
			outer.isNested = true
		}
		b.tables, b.open = append(b.tables, t), append(b.open, t)
	case "tr":
		if b.endCell(); b.table() != nil {
			b.table().addRow(b.styles.hide(attributes), b.styles.strike(tag, attributes))
		}
	case "td", "th":
		if b.endCell(); b.table() != nil && len(b.table().rows) > 0 {
			b.inCell = true
			b.span = htmlSpan{htmlCount(attributes["colspan"]), htmlCount(attributes["rowspan"])}
			b.cell, b.struck = Cell{}, b.struck[:0]
			if b.table().struck || b.styles.strike(tag, attributes) {
				b.struck = append(b.struck, tag)
			}
		}
	case "br", "p", "div":
		if b.inCell && b.text.Len() > 0 {
			b.text.WriteByte(lineBreak)
		}
	case "style", "script":
		b.hidden++
	}
	if tag != "td" && tag != "th" && tag != "tr" && b.inCell && b.styles.strike(tag, attributes) {
		b.struck = append(b.struck, tag)
	}
}

func (b *htmlBuilder) end(tag string) {
	switch tag {
	case "table":
		if b.endCell(); len(b.open) > 0 {
			b.open = b.open[:len(b.open)-1]
		}
	case "td", "th", "tr":
		b.endCell()
	case "style", "script":
		b.hidden = max(b.hidden-1, 0)
	}
	if n := len(b.struck); n > 0 && b.struck[n-1] == tag {
		b.struck = b.struck[:n-1]
	}
}

// lineBreak stands for a line break until the spaces are collapsed.
const lineBreak = 0x1E

// endCell adds the open cell to its row.
func (b *htmlBuilder) endCell() {
	if !b.inCell {
		return
	}
	b.inCell = false
	lines := strings.Split(b.text.String(), string(rune(lineBreak)))
	for i, line := range lines {
		lines[i] = strings.Join(strings.Fields(line), " ")
	}
	b.text.Reset()
	b.cell.Text = strings.TrimSpace(strings.Join(lines, "\n"))
	b.cells += b.table().addCell(b.cell, b.span)
}

func (t *htmlTable) addRow(hidden, struck bool) {
	t.struck = struck
	for i := range t.spans {
		t.spans[i] = max(t.spans[i]-1, 0)
	}
	t.rows = append(t.rows, Row{Number: len(t.rows) + 1, Hidden: hidden})
}

// addCell adds a cell to the last row, after the cells that reach into it from
// above. It returns the number of cells added.
func (t *htmlTable) addCell(c Cell, span htmlSpan) (added int) {
	r := &t.rows[len(t.rows)-1]
	before := len(r.Cells)
	for len(r.Cells) < len(t.spans) && t.spans[len(r.Cells)] > 0 {
		r.Cells = append(r.Cells, Cell{})
	}
	left := len(r.Cells)
	if left+span.columns > maxColumns {
		return maxHTMLCells + 1
	}
	r.Cells = append(r.Cells, c)
	r.Cells = append(r.Cells, make([]Cell, span.columns-1)...)
	for len(t.spans) < len(r.Cells) {
		t.spans = append(t.spans, 0)
	}
	for i := left; i < len(r.Cells); i++ {
		t.spans[i] = span.rows
	}
	if span.rows > 1 {
		t.merged = append(t.merged, mergedRange{left: left, top: r.Number, right: left, bottom: r.Number +
			span.rows - 1})
	}
	return len(r.Cells) - before
}

func htmlCount(text string) int {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil {
		return 1
	}
	return min(max(n, 1), maxHTMLSpan)
}

// htmlReader reads the rows of a table of a page.
type htmlReader struct {
	rows   []Row
	merged mergedCells
	cells  []Cell
}

func (h *htmlReader) Next() (Row, error) {
	if len(h.rows) == 0 {
		return Row{}, io.EOF
	}
	r := h.rows[0]
	h.rows = h.rows[1:]
	h.cells = h.merged.fill(r.Number, append(h.cells[:0], r.Cells...))
	r.Cells = h.cells
	return r, nil
}
