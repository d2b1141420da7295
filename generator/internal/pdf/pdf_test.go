package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"protokol/generator/document"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/font"
	"protokol/generator/internal/layout"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/outside"
	"protokol/generator/internal/pdftest"
	"protokol/generator/internal/resolve"
	"protokol/generator/internal/shipped"
	"protokol/generator/internal/tagged"
)

func inline(s string) []document.Inline { return []document.Inline{document.Text{Value: s}} }

func para(s string) document.Block { return document.Paragraph{Inlines: inline(s)} }

// torture returns a document with all nodes: a table over several pages, a row
// taller than a page, four levels of lists, a link broken between lines, a
// picture.
func torture() *document.Document {
	cell := func(s string) document.Cell { return document.Cell{Blocks: []document.Block{para(s)}} }
	nested := document.List{Kind: document.Decimal,
		Items: []document.Item{{Label: "1.1.1.1.", Blocks: []document.Block{para("четвёртый")}}}}
	for _, label := range []string{"1.1.1.", "1.1.", "1."} {
		nested = document.List{Kind: document.Decimal,
			Items: []document.Item{{Label: label, Blocks: []document.Block{para("пункт"), nested}}}}
	}
	table := document.Table{Caption: inline("Таблица"), Columns: []document.Column{{Width: 1, Head: true}, {Width: 3}},
		Header: []document.Row{{Cells: []document.Cell{{Span: 2, Blocks: []document.Block{para("Общий")}}}},
			{Cells: []document.Cell{cell("№"), cell("Что")}}}}
	for i := range 90 {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{cell(fmt.Sprint(i)), cell("строка")}})
	}
	table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{{},
		cell(strings.Repeat("длинная ячейка ", 800))}})
	return &document.Document{Kind: "test", Title: "Испытание (№ 1)", Blocks: []document.Block{
		document.Heading{Level: 1, Style: "title", Inlines: inline("ИСПЫТАНИЕ")},
		document.Heading{Level: 2, Style: "heading", Inlines: inline("Заголовок")},
		document.Paragraph{Style: "body", Inlines: []document.Inline{
			document.Text{Value: "До ссылки "}, document.Link{Target: "https://example.org/(a)?b=1",
				Inlines: inline(strings.Repeat("очень длинная ссылка ", 8))},
			document.Text{Value: " после; "}, document.Strong{Inlines: inline("полужирный")},
			document.Text{Value: " "}, document.Emphasis{Inlines: inline("курсив")}, document.Break{},
			document.Text{Value: " 5 000 ₽ ₽ ⇒ ∅ "}, document.Strong{Inlines: inline("₸ ✓: ☒ ☐")},
			document.Emphasis{Inlines: inline("→⇒ ①")}, document.Break{},
			document.Checkbox{Checked: true}, document.Text{Value: " да "}, document.Checkbox{},
			document.Text{Value: " нет "}, document.Blank{Width: 30}}},
		nested,
		document.List{Kind: document.Letter, Items: []document.Item{{Label: "а)",
			Blocks: []document.Block{para("буква")}}}},
		document.List{Kind: document.Dash, Items: []document.Item{{Label: "—",
			Blocks: []document.Block{para("тире")}}}},
		document.List{Kind: document.Plain, Items: []document.Item{{Blocks: []document.Block{para("без знака")}}}},
		table,
		document.Figure{Path: "герб.png", Alt: "Герб", Width: 20, Height: 10},
		document.Figure{Path: "палитра.png", Alt: "Палитра", Width: 20, Height: 10},
		document.Figure{Path: "серый.png", Alt: "Серый", Width: 20, Height: 10, Caption: inline("Рисунок 1. Серый")},
		document.Figure{Path: "серый.jpg", Alt: "Снимок", Width: 20, Height: 10},
		document.Figure{Path: "цветной.jpg", Alt: "Снимок", Width: 20, Height: 10},
		document.Figure{Path: "краски.jpg", Alt: "Красный", Width: 20, Height: 10},
		document.Figure{Path: "герб.png", Alt: "Герб ещё раз", Width: 20, Height: 10},
		para("Текст перед подписью. Ещё текст."),
		document.Signature{Position: inline("Председатель"), Name: "В.С.\u00a0Чуранов", Field: "chair"},
		document.Signature{Position: inline("Секретарь"), Name: "М.В.\u00a0Белокопытов", Field: "secretary"},
		document.PageBreak{},
		para("Последняя страница: неразрывный‑дефис."),
	}}
}

func options(t testing.TB) Options {
	return Options{Title: "Испытание (№ 1)", Author: "Совет", Producer: "protokol",
		Date: time.Date(2017, 11, 20, 0, 0, 0, 0, time.UTC),
		Origin: origin.Origin{Files: []origin.File{{Role: origin.Source, Path: "meeting.toml",
			Data: []byte("a = 1\n")}}}, Pictures: pictures(t)}
}

func laid(t testing.TB, doc *document.Document, f *font.Family) *layout.Result {
	t.Helper()
	return layout.Pages(resolve.Document(doc, shipped.Sheet(t, "gost-2025")), f)
}

func printed(t testing.TB, doc *document.Document) []byte { return printedAs(t, doc, options(t)) }

func printedAs(t testing.TB, doc *document.Document, o Options) []byte {
	t.Helper()
	f := shipped.Family(t)
	var b bytes.Buffer
	if err := NewPrinter(f).Write(&b, laid(t, doc, f), o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func saved(t *testing.T, doc *document.Document) string {
	t.Helper()
	return onDisk(t, printed(t, doc))
}

// flavours lists the standards each profile conforms to, by their names in
// veraPDF.
var flavours = map[Profile][]string{A1b: {"1b"}, A2a: {"2a", "ua1"}, A3a: {"3a", "ua1"},
	A4f: {"4f", "ua2", "wt1a", "wt1r"}}

// TestConforms checks all profiles with veraPDF.
func TestConforms(t *testing.T) {
	declared := map[string][]string{}
	for profile, standards := range flavours {
		o := options(t)
		o.Profile = profile
		declared[onDisk(t, printedAs(t, torture(), o))] = standards
	}
	outside.Conform(t, declared)
}

// TestProfiles checks the declared standards and that only PDF/A-3 and PDF/A-4f
// files contain the source.
func TestProfiles(t *testing.T) {
	f := shipped.Family(t)
	for profile, want := range map[Profile][]string{
		A1b: {"%PDF-1.4", "<pdfaid:part>1</pdfaid:part>\n<pdfaid:conformance>B<", "/CIDSet"},
		A2a: {"%PDF-1.7", "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A<", "<pdfuaid:part>1<"},
		A3a: {"%PDF-1.7", "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A<", "<pdfuaid:part>1<",
			"/AFRelationship /Source"},
		A4f: {"%PDF-2.0", "<pdfaid:part>4</pdfaid:part>\n<pdfaid:conformance>F<", "<pdfaid:rev>2020<",
			"<pdfuaid:part>2</pdfuaid:part>\n<pdfuaid:rev>2024<", "wtpdf#accessibility1.0", "wtpdf#reuse1.0",
			"/AFRelationship /Source", "/NS (http://iso.org/pdf2/ssn)"},
		"": {"<pdfaid:part>3<"},
	} {
		o := options(t)
		o.Profile = profile
		var b bytes.Buffer
		if err := NewPrinter(f).Write(&b, laid(t, torture(), f), o); err != nil {
			t.Fatal(err)
		}
		for _, part := range want {
			if !strings.Contains(b.String(), part) {
				t.Errorf("%q lacks %q", profile, part)
			}
		}
		if held := strings.Contains(b.String(), "/EmbeddedFile"); held != profile.Attaches() {
			t.Errorf("%q holds the source: %v", profile, held)
		}
		_, trailer, _ := strings.Cut(b.String(), "\ntrailer\n")
		if lacks := !strings.Contains(trailer, "/Info "); lacks != profile.isPDF2() {
			t.Errorf("%q has no Info: %v", profile, lacks)
		}
		if profile == A1b && strings.Contains(b.String(), "pdfuaid:part") {
			t.Error("PDF/A-1b claims PDF/UA")
		}
	}
	if p, err := ParseProfile(""); p != A3a || err != nil {
		t.Errorf("%q, %v", p, err)
	}
	if _, err := ParseProfile("a-4"); err == nil || !strings.Contains(err.Error(), "a-1b, a-2a, a-3a, a-4f") {
		t.Errorf("a-4: %v", err)
	}
}

// TestReadAloud checks that the text of the structure tree is that of the
// document, without page numbers, repeated headers and rules.
func TestReadAloud(t *testing.T) {
	doc := torture()
	checkSpoken(t, doc, tagged.Read(t, printed(t, doc)))
}

// TestReadAloudByPoppler does the same with a second reader. It takes seconds
// per page, so only a full run checks all blocks.
func TestReadAloudByPoppler(t *testing.T) {
	outside.Program(t, "pdfinfo")
	doc := torture()
	doc.Blocks = doc.Blocks[:len(doc.Blocks)-1] // poppler shows U+2011 as it is, see TestText
	if !effort.Full() {
		doc.Blocks = doc.Blocks[:4] // headings, a paragraph with a link, lists in lists
	}
	checkSpoken(t, doc, tagged.Poppler(t, printed(t, doc)))
}

func checkSpoken(t *testing.T, doc *document.Document, root *tagged.Element) {
	t.Helper()
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	want, got := squeeze(document.PlainText(doc)), squeeze(root.Text)
	if got != want {
		i := 0
		for i < min(len(got), len(want)) && got[i] == want[i] {
			i++
		}
		t.Errorf("differs at byte %d:\n got …%.120q\nwant …%.120q", i, got[max(0, i-40):], want[max(0, i-40):])
	}
}

// TestStructure checks the parents of all elements, that no heading level is
// skipped, and that a table over four pages is one element.
func TestStructure(t *testing.T) {
	doc := torture()
	doc.Blocks = append(doc.Blocks, document.Heading{Level: 4, Style: "heading", Inlines: inline("Глубже")})
	root := tagged.Read(t, printed(t, doc))
	tagged.Check(t, root)
	count := map[string]int{}
	root.Each(func(e, _ *tagged.Element) { count[e.Role]++ })
	for role, want := range map[string]int{"H1": 1, "H2": 1, "H3": 1, "Table": 1, "TR": 93, "TH": 94,
		"L": 7, "Figure": 7, "Caption": 2, "Link": 1} {
		if count[role] != want {
			t.Errorf("%d × %s, want %d", count[role], role, want)
		}
	}
}

// TestBookmarks checks the nesting and the pages of bookmarks; a single heading
// has none.
func TestBookmarks(t *testing.T) {
	heading := func(level int, s string) document.Block {
		return document.Heading{Level: level, Style: "heading", Inlines: inline(s)}
	}
	long := strings.Repeat("Очень длинный заголовок. ", 5)
	doc := &document.Document{Title: "Закладки", Blocks: []document.Block{
		heading(1, "Первый"), heading(2, long), document.PageBreak{}, heading(3, "Третий (№ 1)"),
		heading(3, "Четвёртый"), heading(2, "Пятый"), heading(1, "Шестой"),
	}}
	want := []string{"1 Первый", "  1 " + strings.TrimSpace(long), "    2 Третий (№ 1)", "    2 Четвёртый",
		"  2 Пятый", "2 Шестой"}
	if got := pdftest.Bookmarks(t, printed(t, doc)); !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	doc.Blocks = doc.Blocks[:1]
	if got := pdftest.Bookmarks(t, printed(t, doc)); len(got) > 0 {
		t.Errorf("one heading is listed: %q", got)
	}
}

// TestAddress checks the encoding of Cyrillic addresses.
func TestAddress(t *testing.T) {
	if got := ascii("https://пр.рф/(a) b"); got != "https://%D0%BF%D1%80.%D1%80%D1%84/(a)%20b" {
		t.Error(got)
	}
}

// TestText checks that text copied from a page is the original text, even for
// characters that share a glyph.
func TestText(t *testing.T) {
	pages := pdftest.Pages(t, printed(t, torture()), 19)
	last := pages[len(pages)-1]
	if len(last.Lines) != 1 || last.Lines[0] != "Последняя страница: неразрывный‑дефис." {
		t.Errorf("%q", last.Lines)
	}
}

// TestFallback checks that characters outside the family are drawn by fallback
// faces or as a path and can be copied.
func TestFallback(t *testing.T) {
	const line = "1 250 ₽, ⇒ ∅ ✓ ☐ нет ☑ да ☒"
	pages := pdftest.Pages(t, printed(t, &document.Document{Blocks: []document.Block{para(line)}}), 19)
	if len(pages[0].Lines) != 1 || pages[0].Lines[0] != line {
		t.Errorf("%q, want %q", pages[0].Lines, line)
	}
}

func TestReproducible(t *testing.T) {
	if !bytes.Equal(printed(t, torture()), printed(t, torture())) {
		t.Error("two files of one tree differ")
	}
}

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 1: "1", -1.5: "-1.5", 0.0004: "0", 12.345678: "12.346",
		0.05: "0.05", 3.007: "3.007", -0.25: "-0.25"} {
		if got := number(v); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
		if got := cos.Format(rounded(v)); got != want {
			t.Errorf("%v in a dictionary: %s, want %s", v, got, want)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	f := shipped.Family(b)
	doc := &document.Document{Title: "Письмо", Blocks: []document.Block{
		para(strings.Repeat("Просим принять участие в заседании Координационного совета. ", 20)),
		document.Signature{Position: inline("Председатель"), Name: "В.С. Чуранов"}}}
	pages, o, p := laid(b, doc, f), options(b), NewPrinter(f)
	size := 0
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := p.Write(&out, pages, o); err != nil {
			b.Fatal(err)
		}
		size = out.Len()
	}
	b.ReportMetric(float64(size), "bytes/paper")
}
