package printing

import (
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/font"
	"protokol/generator/internal/pdftest"
)

// drawnText reads the letters of a drawing as a browser places them. PDFium cuts the
// widths of letters to thousandths of an em and drifts away to the left within a run.
type drawnText struct {
	press *Press
	spans []xml.StartElement // open elements
	end   pdftest.Letter     // where the last text ended, in its face
	drift float64            // of PDFium there
	list  []pdftest.Letter
	texts map[string]string // what is drawn of each key
}

func readDrawing(t *testing.T, press *Press, svg []byte) *drawnText {
	t.Helper()
	d := &drawnText{press: press, texts: map[string]string{}}
	decoder := xml.NewDecoder(strings.NewReader(string(svg)))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return d
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			for _, a := range token.Attr {
				if a.Name.Local == "style" || strings.HasPrefix(a.Name.Local, "on") {
					t.Errorf("attribute %s", a.Name.Local)
				}
			}
			d.spans = append(d.spans, token.Copy())
		case xml.EndElement:
			d.spans = d.spans[:len(d.spans)-1]
		case xml.CharData:
			d.add(t, string(token))
		}
	}
}

// attribute returns the innermost value of an attribute.
func (d *drawnText) attribute(name string) string {
	for _, e := range slices.Backward(d.spans) {
		for _, a := range e.Attr {
			if a.Name.Local == name {
				return a.Value
			}
		}
	}
	return ""
}

func (d *drawnText) number(name string) float64 {
	v, _ := strconv.ParseFloat(d.attribute(name), 64)
	return v
}

func (d *drawnText) add(t *testing.T, text string) {
	if d.attribute("font-size") == "" || d.attribute("data-field") != "" { // its text is not on the page of the PDF
		return
	}
	if key := d.attribute("data-key"); key != "" {
		d.texts[key] += text
	}
	face, size := d.face(t), d.number("font-size")
	x, y, scale := d.number("x"), d.number("y"), 1.0
	_, _ = fmt.Sscanf(d.attribute("transform"), "scale(%g 1)", &scale)
	if d.end.Text != face.Name || d.end.Y != y || math.Abs(d.end.X-scale*x) > 0.01 {
		d.drift = 0 // another run
	}
	for _, r := range text {
		if r != ' ' && r != '\u00a0' {
			d.list = append(d.list, pdftest.Letter{Text: string(r), X: scale * (x - d.drift), Y: y})
		} else {
			x += d.number("word-spacing")
		}
		width := face.Width(string(r), size)
		d.drift += width - math.Floor(width/size*1000+1e-6)*size/1000
		x += width
	}
	d.end = pdftest.Letter{Text: face.Name, X: scale * x, Y: y}
}

// face returns the face that the attributes select.
func (d *drawnText) face(t *testing.T) *font.Face {
	for i := range d.press.family.Len() {
		face := d.press.family.At(i)
		if face.Family == d.attribute("font-family") && face.Bold == (d.attribute("font-weight") == "bold") &&
			(face.ItalicAngle != 0) == (d.attribute("font-style") == "italic") {
			return face
		}
	}
	t.Fatalf("no face for %v", d.spans)
	return nil
}

// TestDrawingsEqualPDFs: every letter of a drawing is where the PDF has it, for
// every kind of paper, to a twentieth of a point.
func TestDrawingsEqualPDFs(t *testing.T) {
	letters, n := 0, 0
	for _, style := range styles {
		for _, file := range examplesIn(t, style) {
			press, all := papersIn(t, style, file)
			for name, paper := range fillable(t, press, file) {
				all[name] = paper
			}
			for _, kind := range slices.Sorted(maps.Keys(all)) {
				if n++; effort.Takes(n+1, 5, 1) {
					letters += compareDrawing(t, press, all[kind], fmt.Sprintf("%s, %s, %s", style, file, kind))
				}
			}
		}
	}
	t.Logf("%d letters", letters)
	if letters < 10_000 || effort.Gate() && letters < 30_000 {
		t.Errorf("%d letters were compared", letters)
	}
}

// compareDrawing returns the number of letters.
func compareDrawing(t *testing.T, press *Press, paper *Paper, name string) (letters int) {
	t.Helper()
	drawn, err := press.Draw(t.Context(), paper, nil)
	if err != nil {
		t.Fatal(err)
	}
	pages := pdftest.Letters(t, write(t, press, paper, "pdf"))
	if len(pages) != len(drawn) {
		t.Fatalf("%s: %d pages, %d drawings", name, len(pages), len(drawn))
	}
	for i, page := range drawn {
		got := readDrawing(t, press, page.SVG).list
		for at, want := range pages[i] {
			if at >= len(got) || got[at].Text != want.Text ||
				math.Abs(got[at].X-want.X) > 0.05 || math.Abs(got[at].Y-want.Y) > 0.05 {
				t.Fatalf("%s, page %d: letter %d is %v, not %v", name, i+1, at, got[min(at, len(got)-1)], want)
			}
		}
		if len(got) != len(pages[i]) {
			t.Errorf("%s, page %d: %d letters, not %d", name, i+1, len(got), len(pages[i]))
		}
		letters += len(got)
	}
	return letters
}

// TestDrawingsNameKeys: a value on a page names its key, in both directions.
func TestDrawingsNameKeys(t *testing.T) {
	press := newPress(t, DefaultStyle)
	file := examples(t)[1]
	m, _ := read(t, press, file)
	drawn, err := press.Draw(t.Context(), papers(t, press, file)["protocol"], nil)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, page := range drawn {
		for key, text := range readDrawing(t, press, page.SVG).texts {
			texts[key] += text
		}
	}
	for i, q := range m.Agenda {
		key := fmt.Sprintf("agenda[%d].title", i)
		if got := strings.Join(strings.Fields(texts[key]), " "); !strings.Contains(got, strings.Fields(q.Title)[0]) {
			t.Errorf("%s is drawn as %q", key, got)
		}
	}
}

// BenchmarkDraw draws the pages of a paper that is laid out.
func BenchmarkDraw(b *testing.B) {
	press := newPress(b, DefaultStyle)
	m, from := read(b, press, examples(b)[1])
	paper, err := press.Paper(b.Context(), compose.Request{Kind: "protocol"}, m, from)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := press.Draw(b.Context(), paper, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(len(paper.Layout.Pages)), "µs/page")
}
