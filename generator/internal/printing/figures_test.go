package printing

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/picture"
)

// TestFigures: a figure takes its height from its picture; without a picture
// there is no paper; the tree that was given stays as it was.
func TestFigures(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	press := newPress(t, DefaultStyle)
	first, err := press.Reading(nil).Prepare(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := press.Reading(nil).Prepare(b.Bytes()); again != first {
		t.Error("a press prepared a picture twice")
	}
	doc := &document.Document{Blocks: []document.Block{document.Figure{Path: "a.png", Alt: "а", Width: 60},
		document.Figure{Path: "a.png", Alt: "а", Width: 60, Height: 10}}}
	paper, err := press.Lay(doc, Origin{Pictures: map[string]*picture.Picture{"a.png": first}})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{45, 10} {
		if f := paper.Document.Blocks[i].(document.Figure); f.Height != want {
			t.Errorf("figure %d is %g high, want %g", i, f.Height, want)
		}
	}
	if doc.Blocks[0].(document.Figure).Height != 0 {
		t.Error("the tree was changed")
	}
	if _, err := press.Lay(doc, Origin{}); err == nil {
		t.Error("a paper without its picture")
	}
}
