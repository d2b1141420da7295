package layout

import (
	"fmt"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// valueOf returns the source of a text that is the value of a key.
type valueOf string

func (v valueOf) Spans(text string) []document.Span {
	return []document.Span{{End: len(text), Origin: &document.Origin{Kind: document.Value, Keys: []string{string(v)}},
		To: len(text)}}
}

// traced returns every run of the pages with the origins of its parts.
func traced(r *Result) []string {
	var list []string
	var origins Origins
	for _, page := range r.Pages {
		for i := range page.Lines {
			var b strings.Builder
			for j := range page.Lines[i].Runs {
				run := &page.Lines[i].Runs[j]
				text, at := run.Text, 0
				if run.Kind == FormField {
					text = run.Element.Field.Value
				}
				for _, s := range origins.Of(run) {
					b.WriteString(text[at:s.Start])
					name := fmt.Sprint(s.Origin.Kind)
					if s.Origin.Kind == document.Value {
						name = fmt.Sprintf("%s %d-%d", s.Origin.Keys[0], s.From, s.To)
					}
					fmt.Fprintf(&b, "[%s|%s]", text[s.Start:s.End], name)
					at = s.End
				}
				b.WriteString(text[at:])
			}
			list = append(list, b.String())
		}
	}
	return list
}

// TestOrigins: runs keep their origins through fallback fonts, labels, lines and
// fields.
func TestOrigins(t *testing.T) {
	from := func(key, text string) document.Text { return document.Text{Value: text, Source: valueOf(key)} }
	own := func(text string) document.Text { return document.Text{Value: text, Source: document.OwnWords} }
	for name, test := range map[string]struct {
		block document.Block
		want  []string
	}{
		"two texts in one run": {document.Paragraph{Style: "line",
			Inlines: []document.Inline{own("Место: "), from("place", "зал № 5"), own(".")}},
			[]string{"[Место: |1][зал № 5|place 0-12][.|1]"}},
		"another face": {document.Paragraph{Style: "line",
			Inlines: []document.Inline{from("a", "слово "),
				document.Strong{Inlines: []document.Inline{from("b", "дело")}}, from("c", " ☐ ₽ да")}},
			[]string{"[слово |a 0-11][дело|b 0-8][ |c 0-1][☐|c 1-4][ |c 4-5][₽|c 5-8][ да|c 8-13]"}},
		"label": {document.List{Kind: document.Decimal,
			Items: []document.Item{{Label: "1.", Source: document.Numbering,
				Blocks: []document.Block{document.Paragraph{Inlines: []document.Inline{from("a", "слово")}}}}}},
			[]string{"[1.|4] [слово|a 0-10]"}},
		"signature": {document.Signature{Position: []document.Inline{own("Председатель")}, Name: "А.Б. Вгд",
			Source: valueOf("chair")},
			[]string{"[Председатель|1] [А.Б. Вгд|chair 0-13]"}},
		"boxes": {document.Paragraph{Style: "line",
			Inlines: []document.Inline{document.Boxes{Count: 3, Text: "77", Source: valueOf("inn")}}},
			[]string{nbsp + "[7|inn 0-1]" + nbsp + nbsp + nbsp + "[7|inn 1-2]" + nbsp + nbsp + nbsp + nbsp + nbsp +
				nbsp}},
		"postal": {document.Paragraph{Style: "line",
			Inlines: []document.Inline{document.Boxes{Count: 2, Text: "14", Postal: true, Source: valueOf("index")}}},
			[]string{"[1|index 0-1][4|index 1-2]"}},
		"field": {document.Paragraph{Style: "line",
			Inlines: []document.Inline{own("Имя: "),
				document.Input{Field: fieldOf("a.name"), Width: 40, Value: "Иван", Source: valueOf("name")}}},
			[]string{"[Имя: |1][Иван|name 0-8]"}},
		"nobody knows": {document.Paragraph{Style: "line", Inlines: text("слово")}, []string{"слово"}},
	} {
		if got := traced(laid(t, test.block)); strings.Join(got, "\n") != strings.Join(test.want, "\n") {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

const nbsp = "\u00a0"

// TestOriginsOfLines: the lines of a paragraph cover its text in order, except
// for the spaces at their ends, even if a word is wider than a line.
func TestOriginsOfLines(t *testing.T) {
	for _, value := range []string{strings.TrimSpace(strings.Repeat(sentence, 3)),
		"а " + strings.Repeat("щ", 200) + " веб-отдел"} {
		r := laid(t, document.Paragraph{Inlines: []document.Inline{document.Text{Value: value, Source: valueOf("k")}}})
		var origins Origins
		at := 0
		for _, line := range r.Pages[0].Lines {
			for i := range line.Runs {
				run := &line.Runs[i]
				spans := origins.Of(run)
				text := strings.TrimSuffix(run.Text, SoftHyphen)
				if len(spans) != 1 || spans[0].Start != 0 || spans[0].End != len(text) ||
					value[spans[0].From:spans[0].To] != text {
					t.Fatalf("%q comes from %+v", run.Text, spans)
				}
				if between := value[at:spans[0].From]; between != "" && between != " " {
					t.Errorf("%q is on no line", between)
				}
				at = spans[0].To
			}
		}
		if at != len(value) {
			t.Errorf("%q is on no line", value[at:])
		}
	}
}

// TestOriginsOfRepeats: repeated headers and page numbers have origins.
func TestOriginsOfRepeats(t *testing.T) {
	word := cell(document.Paragraph{Inlines: []document.Inline{document.Text{Value: "Имя", Source: valueOf("head")}}})
	table := document.Table{Columns: []document.Column{{Width: 1}},
		Header: []document.Row{{Cells: []document.Cell{word}}}}
	for range 80 {
		table.Rows = append(table.Rows,
			document.Row{Cells: []document.Cell{cell(document.Paragraph{Inlines: text("строка")})}})
	}
	r := laid(t, table)
	var origins Origins
	lines := r.Pages[1].Lines
	head, number := origins.Of(&lines[0].Runs[0]), origins.Of(&lines[len(lines)-1].Runs[0])
	if len(head) != 1 || head[0].Origin.Keys[0] != "head" {
		t.Errorf("the header comes from %+v", head)
	}
	if len(number) != 1 || number[0].Origin.Kind != document.Generated {
		t.Errorf("the number of the page comes from %+v", number)
	}
}

// TestOriginsCostNoRuns: texts with origins are set in the same runs as those
// without.
func TestOriginsCostNoRuns(t *testing.T) {
	line := func(source document.Source) *flow.Paper {
		return &flow.Paper{Page: flow.Page{Width: 200, Height: 800},
			Blocks: []flow.Block{&flow.Paragraph{Role: flow.P, Spacing: 1, Font: flow.Font{Size: 12},
				Runs: []flow.Run{{Text: "Слово", Font: flow.Font{Size: 12}, Source: source},
					{Text: " и дело", Font: flow.Font{Size: 12}, Source: source}}}}}
	}
	family := shipped.Family(t)
	plain, marked := Pages(line(nil), family), Pages(line(valueOf("k")), family)
	if a, b := len(plain.Pages[0].Lines[0].Runs), len(marked.Pages[0].Lines[0].Runs); a != 1 || b != 1 {
		t.Errorf("%d runs, with origins %d", a, b)
	}
}
