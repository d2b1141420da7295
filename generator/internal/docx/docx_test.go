package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/golden"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/outside"
	"protokol/generator/internal/picture"
	"protokol/generator/internal/shipped"
	"protokol/generator/style"
)

func text(s string) []document.Inline { return []document.Inline{document.Text{Value: s}} }

func para(s string) document.Block { return document.Paragraph{Inlines: text(s)} }

func item(label, s string, more ...document.Block) document.Item {
	return document.Item{Label: label, Blocks: append([]document.Block{para(s)}, more...)}
}

func list(kind document.ListKind, items ...document.Item) document.List {
	return document.List{Kind: kind, Items: items}
}

// every returns a document with all kinds of blocks and inlines.
func every() *document.Document {
	cell := func(s string) document.Cell { return document.Cell{Blocks: []document.Block{para(s)}} }
	prompts := document.Prompts{{Kind: document.Words}: "впишите",
		{Kind: document.Words, Required: true}: "впишите (обязательно)",
		{Kind: document.Date}:                  "выберите дату", {Kind: document.Choice}: "выберите или впишите"}
	return &document.Document{Kind: "test", Title: "Проба <&>", Prompts: prompts, Blocks: []document.Block{
		document.Heading{Level: 1, Style: "title", Inlines: text("ПРОТОКОЛ")},
		document.Paragraph{Style: "fact", Inlines: []document.Inline{
			document.Text{Value: "а <&> \u00a0б "}, document.Strong{Inlines: text("п")},
			document.Emphasis{Inlines: text("к")},
			document.Link{Target: "https://example.org/?a=1&b=2", Inlines: text("сайт")}, document.Break{},
			document.Checkbox{Checked: true}, document.Checkbox{}, document.Blank{Width: 30},
			document.Boxes{Count: 3, Text: "7А"}}},
		list(document.Decimal,
			item("1.", "один", list(document.Decimal, item("1.1.", "под", list(document.Decimal, item("1.1.1.", "под",
				list(document.Decimal, item("1.1.1.1.", "под"), item("1.1.1.2.", "под"))))))),
			item("4.", "четыре", list(document.Plain, item("", "строка")), list(document.Decimal, item("4.1.", "под"))),
			item("4.", "снова четыре"), item("5.", "пять"), item("5а", "вручную"), item("6.", "шесть")),
		list(document.Letter, item("а)", "а"), item("б)", "б")),
		list(document.Dash, item("—", "тире")),
		list(document.Decimal, item("", "единственный")),
		document.Table{Caption: text("Таблица"),
			Columns: []document.Column{{Width: 1, Align: document.AlignCenter}, {Width: 2}},
			Header:  []document.Row{{Cells: []document.Cell{{Span: 2, Blocks: []document.Block{para("Заголовок")}}}}},
			Rows:    []document.Row{{Cells: []document.Cell{cell("1"), {}}}}},
		document.Table{Style: "form", Columns: []document.Column{{Width: 1}, {Width: 2}},
			Rows: []document.Row{{Cells: []document.Cell{cell("ИНН"), {}}}}},
		document.Table{Style: "columns", Columns: []document.Column{{Width: 1}, {Width: 1}},
			Rows: []document.Row{{Cells: []document.Cell{cell("бланк"), cell("адресат")}}}},
		document.Figure{Path: "герб.png", Alt: "Герб", Width: 20},
		document.Figure{Path: "герб.png", Alt: "Герб", Width: 10, Height: 10, Caption: text("Рисунок 1")},
		para("Перед подписью."),
		document.Signature{Position: []document.Inline{document.Text{Value: "Председатель"}, document.Break{},
			document.Text{Value: "совета"}}, Name: "В.С.\u00a0Чуранов"},
		document.Signature{Position: text("Секретарь"), Name: "М.В.\u00a0Белокопытов"},
		document.PageBreak{},
		document.Heading{Level: 2, Style: "annex-title", Inlines: text("Приложение")},
		document.Table{Columns: []document.Column{{Width: 1}},
			Rows: []document.Row{{Cells: []document.Cell{cell("конец")}}}},
		document.Paragraph{Style: "form-line", Inlines: fields()},
		document.Table{Style: "form", Columns: []document.Column{{Width: 1}, {Width: 2}},
			Rows: []document.Row{{Cells: []document.Cell{cell("Адрес"),
				{Blocks: []document.Block{document.Paragraph{Inlines: []document.Inline{
					document.Input{Field: field("a.address"), Kind: document.Words, Lines: 2}}}}}}}}},
		document.Foot{Blocks: []document.Block{para("Исполнитель"), para("12-34-56")}},
	}}
}

func field(name string) document.Field {
	return document.Field{Name: name, About: "Поле «" + name + "»"}
}

// fields returns fields of all kinds, with and without values.
func fields() []document.Inline {
	required := field("a.name")
	required.Required = true
	return []document.Inline{
		document.Input{Field: required, Kind: document.Words, Width: 30},
		document.Input{Field: field("a.short"), Kind: document.Words, Value: "ООО «А & Б»"},
		document.Input{Field: field("a.date"), Kind: document.Date},
		document.Input{Field: field("b.date"), Kind: document.Date, Value: "12.03.2026"},
		document.Input{Field: field("a.basis"), Kind: document.Choice, Options: []string{"Устава", "доверенности"}},
		document.Checkbox{Field: field("a.same"), Checked: true}, document.Text{Value: " тот же "},
		document.Checkbox{Field: field("a.other")},
		document.Boxes{Field: document.Field{Name: "a.inn", About: strings.Repeat("длинно ", 20)}, Count: 12,
			Text: "7707083893"}, document.Blank{Width: 20, Signature: "head"},
	}
}

func pictures(t testing.TB) map[string]*picture.Picture {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 4, 2))); err != nil {
		t.Fatal(err)
	}
	p, err := picture.Read(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return map[string]*picture.Picture{"герб.png": p}
}

func options(t testing.TB) Options {
	return Options{
		Date: time.Date(2017, 11, 20, 0, 0, 0, 0, time.UTC), Author: "Совет", Closing: 1,
		Origin: origin.Origin{Files: []origin.File{{Role: origin.Source, Path: "meeting.toml",
			Data: []byte("a = 1\n")}}}, Pictures: pictures(t),
	}
}

func written(t testing.TB, doc *document.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := new(Printer).Write(&b, doc, shipped.Sheet(t, "gost-2025"), options(t)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestParts compares every part, indented, with a golden file.
func TestParts(t *testing.T) {
	file := written(t, every())
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var all bytes.Buffer
	for _, f := range archive.File {
		if strings.HasSuffix(f.Name, ".png") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&all, "-- %s --\n%s", f.Name, indented(t, data))
	}
	golden.Compare(t, filepath.Join("testdata", "parts.txtar"), all.Bytes())
}

// indented returns XML with one tag per line; it fails if the XML is not
// well-formed.
func indented(t testing.TB, data []byte) string {
	t.Helper()
	var b strings.Builder
	d := xml.NewDecoder(bytes.NewReader(data))
	depth := 0
	for {
		start := d.InputOffset()
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		raw := string(data[start:d.InputOffset()])
		switch token.(type) {
		case xml.StartElement:
			if raw != "" {
				fmt.Fprintf(&b, "%s%s\n", strings.Repeat(" ", depth), raw)
			}
			depth++
		case xml.EndElement:
			depth--
			if raw != "" {
				fmt.Fprintf(&b, "%s%s\n", strings.Repeat(" ", depth), raw)
			}
		case xml.CharData:
			if strings.TrimSpace(raw) != "" {
				fmt.Fprintf(&b, "%s%q\n", strings.Repeat(" ", depth), raw)
			}
		}
	}
}

// TestRowHeight: rows of fixed height have exactly that height, in twips, and
// cell margins.
func TestRowHeight(t *testing.T) {
	sheet := *shipped.Sheet(t, "gost-2025")
	sheet.Table.RowHeight, sheet.Table.Top, sheet.Table.Bottom = 25.4, 12.7, 2.54
	cell := document.Cell{Blocks: []document.Block{para("а")}}
	b := newBody(&sheet, Options{}, new(bytes.Buffer))
	err := b.document(&document.Document{Blocks: []document.Block{document.Table{Columns: []document.Column{{Width: 1}},
		Rows: []document.Row{{Cells: []document.Cell{cell}}}}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<w:trPr><w:cantSplit/><w:trHeight w:val="1440" w:hRule="exact"/></w:trPr>`,
		`<w:tblCellMar><w:top w:w="720" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="144" ` +
			`w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>`} {
		if !strings.Contains(b.out.String(), want) {
			t.Errorf("no %s in\n%s", want, b.out.String())
		}
	}
}

// TestWritingLines checks that lines of underscores are not widened to the margin.
func TestWritingLines(t *testing.T) {
	for words, want := range map[string]bool{"Ознакомлен ________": true, "Ознакомлен": false} {
		b := newBody(shipped.Sheet(t, "gost-2025"), Options{}, new(bytes.Buffer))
		if err := b.document(&document.Document{Blocks: []document.Block{para(words)}}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(b.out.String(), `<w:jc w:val="left"/>`); got != want {
			t.Errorf("%s is flush left: %v", words, got)
		}
	}
}

// TestBlanks: a line to write on has its width by the size of its paragraph, and does not end with spaces, which
// LibreOffice would not underline.
func TestBlanks(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2025")
	for _, class := range []string{"body", "form-line"} {
		b := newBody(sheet, Options{}, new(bytes.Buffer))
		line := document.Paragraph{Style: class, Inlines: []document.Inline{document.Blank{Width: 50}}}
		if err := b.document(&document.Document{Blocks: []document.Block{line}}); err != nil {
			t.Fatal(err)
		}
		spaces := float64(strings.Count(b.out.String(), "\u00a0"))
		width := spaces * sheet.Styles[class].Size / 4 / flow.PointsPerMM
		if width < 48 || width > 50 || !strings.Contains(b.out.String(), "\u00a0</w:t></w:r>"+wordJoiner) {
			t.Errorf("%s: %.1f mm in\n%s", class, width, b.out.String())
		}
	}
}

// TestEveryNode: the sample holds every node. Unknown nodes panic.
func TestEveryNode(t *testing.T) {
	seen := map[string]bool{}
	var inlines func([]document.Inline)
	inlines = func(list []document.Inline) {
		for _, i := range list {
			seen[fmt.Sprintf("%T", i)] = true
			switch n := i.(type) {
			case document.Strong:
				inlines(n.Inlines)
			}
		}
	}
	document.Walk(every(), func(b document.Block) {
		seen[fmt.Sprintf("%T", b)] = true
		if p, ok := b.(document.Paragraph); ok {
			inlines(p.Inlines)
		}
	})
	for _, node := range []string{"Heading", "Paragraph", "List", "Table", "Signature", "Figure", "PageBreak", "Foot",
		"Text", "Strong", "Emphasis", "Link", "Break", "Checkbox", "Blank", "Boxes"} {
		if !seen["document."+node] {
			t.Errorf("the sample lacks %s", node)
		}
	}
	written(t, every())
}

func TestReproducible(t *testing.T) {
	first := written(t, every())
	for range 5 {
		if !bytes.Equal(first, written(t, every())) {
			t.Fatal("two files of one tree differ")
		}
	}
}

func TestMissingPicture(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{document.Figure{Path: "нет.png", Alt: "а", Width: 1}}}
	var b bytes.Buffer
	if err := new(Printer).Write(&b, doc, shipped.Sheet(t, "gost-2025"), Options{}); err == nil || b.Len() > 0 {
		t.Errorf("error %v, %d bytes written", err, b.Len())
	}
}

// TestOpenXMLValidator validates every node with Microsoft's SDK.
func TestOpenXMLValidator(t *testing.T) {
	validator := outside.Program(t, "ooxml-validator")
	name := filepath.Join(t.TempDir(), "every.docx")
	if err := os.WriteFile(name, written(t, every()), 0o666); err != nil {
		t.Fatal(err)
	}
	if out := outside.Run(t, validator, name); !strings.Contains(out, `"ok": true`) {
		t.Error(out)
	}
}

func BenchmarkWrite(b *testing.B) {
	doc, s, o := every(), shipped.Sheet(b, "gost-2025"), options(b)
	b.ReportAllocs()
	var p Printer
	for b.Loop() {
		if err := p.Write(io.Discard, doc, s, o); err != nil {
			b.Fatal(err)
		}
	}
}

// TestTablesStandApart: a table in an item has the space of the sheet below;
// tables never touch, and none ends the text or a cell.
func TestTablesStandApart(t *testing.T) {
	table := document.Table{Columns: []document.Column{{Width: 1}},
		Rows: []document.Row{{Cells: []document.Cell{{Blocks: []document.Block{
			document.Paragraph{Inlines: text("ячейка")}}}}}}}
	nested := document.Table{Columns: table.Columns,
		Rows: []document.Row{{Cells: []document.Cell{{Blocks: []document.Block{table}}}}}}
	items := document.List{Kind: document.Plain, Items: []document.Item{
		{Blocks: []document.Block{document.Paragraph{Inlines: text("первый")},
			table}}, {Blocks: []document.Block{document.Paragraph{Inlines: text("второй")}}}}}
	for name, test := range map[string]struct {
		blocks            []document.Block
		separators, space int
	}{
		"in an item": {[]document.Block{items}, 0, 1},
		"two tables": {[]document.Block{table, table, document.Paragraph{Inlines: text("после")}}, 1, 1},
		"at the end": {[]document.Block{table}, 1, 0},
		"on a new page": {[]document.Block{table, document.PageBreak{}, document.Paragraph{Inlines: text("после")}}, 0,
			0},
		"in a cell":      {[]document.Block{nested, document.Paragraph{Inlines: text("после")}}, 1, 1},
		"with signature": {[]document.Block{table, document.Signature{Position: text("а"), Name: "б"}}, 0, 0},
	} {
		b := newBody(shipped.Sheet(t, "gost-2025"), Options{}, new(bytes.Buffer))
		if err := b.document(&document.Document{Blocks: test.blocks}); err != nil {
			t.Fatal(err)
		}
		body := b.out.String()
		if n := strings.Count(body, `w:lineRule="exact"`); n != test.separators {
			t.Errorf("%s: %d separators, want %d", name, n, test.separators)
		}
		if n := strings.Count(body, `<w:spacing w:before="160"/>`); n != test.space {
			t.Errorf("%s: %d paragraphs with space above, want %d", name, n, test.space)
		}
	}
}

// TestNumbersAfterFixedText: Word counts the points of the third question as
// «3.1.», and those of an explicit number after it.
func TestNumbersAfterFixedText(t *testing.T) {
	items := func(labels ...string) document.List {
		l := document.List{Kind: document.Decimal}
		for _, label := range labels {
			l.Items = append(l.Items, document.Item{Label: label})
		}
		return l
	}
	n := newNumbering()
	top := n.begin(items("3.1.", "3.2."), 0, "", uncounted)
	if _, literal := n.item(&top, "3.1."); literal {
		t.Error("«3.1.» is written out")
	}
	kids := n.begin(items("3.1.1."), 1, "3.1.", top.definition)
	if _, literal := n.item(&kids, "3.1.1."); literal || kids.definition != top.definition {
		t.Error("«3.1.1.» does not count on")
	}
	byHand := n.begin(items("2а1."), 1, "2а", uncounted)
	if _, literal := n.item(&byHand, "2а1."); literal {
		t.Error("«2а1.» is written out")
	}
	sheet := &style.Sheet{Lists: map[string][]style.List{"decimal": make([]style.List, 2),
		"letter": make([]style.List, 1), "dash": make([]style.List, 1)}}
	part := n.part(sheet)
	for _, want := range []string{`w:val="3.%1."`, `w:val="3.%1.%2."`, `w:val="2а%2."`} {
		if !bytes.Contains(part, []byte(want)) {
			t.Errorf("numbering.xml lacks %s", want)
		}
	}
}
