package wordml

import (
	"testing"

	"protokol/generator/internal/flow"
)

// TestWordArt: letters that fill a shape become a line of text of about its size, with
// its face and its colour as it looks on paper.
func TestWordArt(t *testing.T) {
	p := body(t, `<w:p><w:r><w:pict><v:shape style="position:absolute;width:300pt;height:60pt" fillcolor="silver">`+
		`<v:fill opacity=".5"/><v:textpath style="font-family:&quot;Arial&quot;;font-weight:bold" string=" ДА  да "/>`+
		`</v:shape></w:pict></w:r></w:p>`)
	f := paragraphs(p.Flow.Blocks)[0].Floats[0]
	made := f.Blocks[0].(*flow.Paragraph)
	run := made.Runs[0]
	if run.Text != "ДА да" || run.Font.Size != 50 || !run.Font.Bold || made.Align != flow.Center {
		t.Errorf("%+v", made)
	}
	if want := flow.Solid | 0xDFDFDF; run.Effects == nil || run.Effects.Color != want {
		t.Errorf("colour %+v, want %x", run.Effects, want)
	}
	for _, c := range []struct {
		text          string
		width, height float64
		want          float64
	}{{"АБ", 30, 100, 20}, {"аб", 116, 24, 20}, {"а", 0, 0, 4}} {
		if got := fillingSize(c.text, c.width, c.height); got != c.want {
			t.Errorf("%q in %g × %g: %g, want %g", c.text, c.width, c.height, got, c.want)
		}
	}
}
