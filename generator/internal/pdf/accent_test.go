package pdf

import (
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/pdftest"
	"protokol/generator/internal/shipped"
)

// TestStressMarks checks that a stress mark stands over the middle of its letter and
// close to it, and that the word around it stays one word for readers.
func TestStressMarks(t *testing.T) {
	const words = "О́ба А́нна И́рис Ю́жный Ы́р а́на о́на и́на ю́на я́на э́на"
	doc := &document.Document{Title: "-", Blocks: []document.Block{para(words)}}
	if got := pdftest.Pages(t, printed(t, doc), 0)[0].Lines; strings.Join(got, " ") != words {
		t.Errorf("read as %q", got)
	}
	family := shipped.Family(t)
	for i := range family.Len() {
		if family.IsFallback(i) {
			continue
		}
		face := family.At(i)
		mark, _ := face.Glyph(acute)
		under, _ := face.Bounds(mark)
		for _, letter := range "аоеиуыэюяАОЕИУЫЭЮЯ" {
			base, _ := face.Glyph(letter)
			over, _ := face.Bounds(base)
			dx, dy := stress(face, letter)
			foot := face.Advance(base) + under.Left + dx
			middle := (over.Left + over.Right) / 2
			if low := under.Bottom + dy - over.Top; low < face.Em/40 || low > face.Em/10 {
				t.Errorf("%s: the mark of %c is %d units above it", face.Name, letter, low)
			}
			if foot > middle || foot+under.Right-under.Left < middle {
				t.Errorf("%s: the mark of %c starts at %d, its middle is %d", face.Name, letter, foot, middle)
			}
		}
	}
}
