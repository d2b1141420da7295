package svg

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/layout"
	"protokol/generator/internal/picture"
	"protokol/generator/internal/shipped"
)

// hostile is text from a file that tries to become markup.
const hostile = `<script>alert('"1"')</script>&amp; ]]> ` + "\x01\xff"

// hostileSource is an origin whose key is hostile, too.
type hostileSource struct{}

func (hostileSource) Spans(text string) []document.Span {
	return []document.Span{{End: len(text), To: len(text),
		Origin: &document.Origin{Kind: document.Value, Keys: []string{`facts."><script x="1`, "title"}}}}
}

func paper(blocks ...flow.Block) *flow.Paper {
	page := flow.Page{Width: 400, Height: 300, Left: 20, Right: 20, Top: 20, Bottom: 20}
	return &flow.Paper{Page: page, Blocks: blocks}
}

func paragraph(runs ...flow.Run) *flow.Paragraph {
	for i := range runs {
		runs[i].Font = flow.Font{Size: 12}
	}
	return &flow.Paragraph{Role: flow.P, Font: flow.Font{Size: 12}, Spacing: 1, Runs: runs}
}

// draw draws a paper of one page.
func draw(t *testing.T, p *flow.Paper, o Options) string {
	t.Helper()
	family := shipped.Family(t)
	pages, err := Pages(t.Context(), layout.Pages(p, family), family, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) != 1 {
		t.Fatalf("%d pages", len(pages))
	}
	return string(pages[0])
}

// elements returns the elements of a drawing by name, all their attributes and text.
func elements(t *testing.T, svg string) (names map[string]int, attributes []xml.Attr, text string) {
	t.Helper()
	names = map[string]int{}
	decoder := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return names, attributes, text
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			names[token.Name.Local]++
			attributes = append(attributes, token.Copy().Attr...)
		case xml.CharData:
			text += string(token)
		}
	}
}

// TestHostileTexts: texts, keys, links, names of fields and pictures stay text.
func TestHostileTexts(t *testing.T) {
	field := &flow.Field{Name: hostile, Tooltip: hostile, Kind: flow.TextField, Value: hostile, Lines: 1}
	svg := draw(t, paper(
		paragraph(flow.Run{Text: hostile, Source: hostileSource{}}),
		paragraph(flow.Run{Text: "ссылка", Link: &flow.Link{Target: `https://example.org/"><script>`}}),
		paragraph(flow.Run{Kind: flow.FormField, Field: field, Width: 100}),
		&flow.Figure{Line: *paragraph(), Path: "p", Alt: hostile, Width: 10, Height: 10},
	), Options{PictureURL: func(string) string { return `x"><script>` }})
	names, attributes, text := elements(t, svg)
	want := map[string]int{"svg": 1, "rect": 2, "text": 3, "tspan": 3, "a": 1, "g": 1, "title": 1, "image": 1}
	for name, count := range names {
		if want[name] == 0 || name != "text" && name != "tspan" && count != want[name] {
			t.Errorf("%d elements %s", count, name)
		}
	}
	for _, a := range attributes {
		if a.Name.Local == "style" || a.Name.Local == "class" || strings.HasPrefix(a.Name.Local, "on") {
			t.Errorf("attribute %s", a.Name.Local)
		}
	}
	if !strings.Contains(text, "<script>alert('\"1\"')</script>&amp; ]]> \uFFFD") {
		t.Errorf("the text is %q", text)
	}
}

// TestKeys: a text has all its keys, the one to open first, and its place in the value.
func TestKeys(t *testing.T) {
	svg := draw(t, paper(paragraph(flow.Run{Text: "Слово", Source: hostileSource{}})), Options{})
	_, attributes, _ := elements(t, svg)
	got := map[string]string{}
	for _, a := range attributes {
		got[a.Name.Local] = a.Value
	}
	if got["data-key"] != `facts."><script%20x="1 title` || got["data-from"] != "0" || got["data-to"] != "10" {
		t.Errorf("%q", got)
	}
}

// TestSubstitutes: hyphens that browsers do not show are drawn as hyphens.
func TestSubstitutes(t *testing.T) {
	_, _, text := elements(t, draw(t, paper(paragraph(flow.Run{Text: "по\u2011русски ☑ ⇒"})), Options{}))
	if got := strings.Join(strings.Fields(text), " "); got != "по-русски ☑ ⇒" {
		t.Errorf("%q", got)
	}
}

// TestShapes: check boxes, postal digits and rules are paths.
func TestShapes(t *testing.T) {
	cell := flow.Cell{Role: flow.TD, Blocks: []flow.Block{paragraph(flow.Run{Text: "а"})}}
	svg := draw(t, paper(
		paragraph(flow.Run{Kind: flow.Checkbox, Text: "☑"}, flow.Run{Kind: flow.PostalDigit, Text: "3"},
			flow.Run{Kind: flow.WritingLine, Width: 50}),
		&flow.Table{Role: flow.TableOf, Edges: []float64{0, 100}, Rule: 0.5, Rows: []flow.Row{
			{Role: flow.TR, Cells: []flow.Cell{cell}}, {Role: flow.TR, Cells: []flow.Cell{cell}}}},
	), Options{})
	if names, _, _ := elements(t, svg); names["path"] != 4 {
		t.Errorf("%d paths in %s", names["path"], svg)
	}
}

// TestPictures: a picture is embedded unless it has an address.
func TestPictures(t *testing.T) {
	figure := &flow.Figure{Line: *paragraph(), Path: "logo.png", Alt: "Герб", Width: 10, Height: 10}
	family := shipped.Family(t)
	laid := layout.Pages(paper(figure), family)
	if _, err := Pages(t.Context(), laid, family, Options{}); err == nil {
		t.Error("a missing picture is drawn")
	}
	o := Options{Pictures: map[string]*picture.Picture{"logo.png": {Format: picture.PNG, File: []byte("abc")}}}
	if svg := draw(t, paper(figure), o); !strings.Contains(svg, `aria-label="Герб" href="data:image/png;base64,YWJj"`) {
		t.Errorf("%s", svg)
	}
	o.PictureURL = func(path string) string { return "pictures/" + path }
	if svg := draw(t, paper(figure), o); !strings.Contains(svg, `href="pictures/logo.png"`) {
		t.Errorf("%s", svg)
	}
}

// fromWord returns a paper of one paragraph as it is lowered from Word.
func fromWord(runs ...flow.Run) *flow.Paper {
	p := paper()
	p.Word = true
	p.Blocks = []flow.Block{&flow.Section{Page: p.Page}, paragraph(runs...)}
	return p
}

// TestInlines: tabs and pictures in lines, also such as belong to no content.
func TestInlines(t *testing.T) {
	image := flow.Run{Kind: flow.Picture, Image: &flow.Image{Path: "p", Alt: "Герб", Width: 30, Height: 20}}
	p := fromWord(flow.Run{Text: "до"}, flow.Run{Kind: flow.TabStop}, image, flow.Run{Text: "после"})
	p.Blocks[0].(*flow.Section).Heads.Default = []flow.Block{paragraph(image)}
	svg := draw(t, p, Options{PictureURL: func(string) string { return "p" }})
	names, _, text := elements(t, svg)
	if names["image"] != 2 || strings.Join(strings.Fields(text), " ") != "до после" ||
		strings.Count(svg, `aria-label="Герб"`) != 1 {
		t.Errorf("%s", svg)
	}
}

// TestCrop: what is cut away of a picture is outside of an inner drawing.
func TestCrop(t *testing.T) {
	image := &flow.Image{Path: "p", Alt: "п", Width: 30, Height: 20,
		Crop: flow.Crop{Left: 0.25, Right: 0.25, Bottom: 0.5}}
	o := Options{PictureURL: func(string) string { return "p" }}
	svg := draw(t, fromWord(flow.Run{Kind: flow.Picture, Image: image}), o)
	const want = ` width="30" height="20"><image preserveAspectRatio="none" x="-15" y="0" width="60" height="40"`
	if !strings.Contains(svg, want) || strings.Count(svg, "</svg>") != 2 {
		t.Errorf("%s", svg)
	}
	elements(t, svg)
}

// TestCanceled: drawing stops with its context.
func TestCanceled(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	why := errors.New("the page is closed")
	cancel(why)
	family := shipped.Family(t)
	laid := layout.Pages(paper(paragraph()), family)
	if _, err := Pages(ctx, laid, family, Options{}); !errors.Is(err, why) {
		t.Errorf("%v", err)
	}
}

// TestNumbers: three decimals, no exponents.
func TestNumbers(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", -0.0001: "0", 1.5: "1.5", 0.05: "0.05", -12.3456: "-12.346", 841.89: "841.89", 1e6: "1000000",
	} {
		if got := string(appendNumber(nil, v)); got != want {
			t.Errorf("%v is %s, not %s", v, got, want)
		}
	}
}

// TestTurnedLines: the lines of a turned cell are drawn in a frame of their own.
func TestTurnedLines(t *testing.T) {
	for turn, want := range map[flow.Turn]string{flow.TurnUp: "matrix(0 -1 1 0 ", flow.TurnDown: "matrix(0 1 -1 0 ",
		flow.NoTurn: ""} {
		cell := flow.Cell{Turn: turn, Blocks: []flow.Block{paragraph(flow.Run{Text: "слово"})}}
		table := &flow.Table{Frame: flow.Sides, Edges: []float64{0, 30}, Rows: []flow.Row{{Cells: []flow.Cell{cell}}}}
		drawn := draw(t, paper(table), Options{})
		if got := strings.Contains(drawn, "<g transform"); got != (want != "") || !strings.Contains(drawn, want) {
			t.Errorf("%v: %s", turn, drawn)
		}
		elements(t, drawn)
	}
}

// TestCutLines: a line that is cut off is drawn inside of an area that ends there.
func TestCutLines(t *testing.T) {
	cell := flow.Cell{Blocks: []flow.Block{paragraph(flow.Run{Text: "слово"})}}
	table := &flow.Table{Frame: flow.Sides, Edges: []float64{0, 30}, Rows: []flow.Row{{Height: 4,
		Cells: []flow.Cell{cell}}}}
	drawn := draw(t, paper(table), Options{})
	if !regexp.MustCompile(`<svg width="100%" height="[0-9.]+"><text`).MatchString(drawn) {
		t.Error(drawn)
	}
	elements(t, drawn)
}
