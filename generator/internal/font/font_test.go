package font_test

import (
	"bytes"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"protokol/fonts"
	own "protokol/generator/internal/font"
)

func files(t testing.TB) [][]byte {
	t.Helper()
	family, err := fonts.Find(fonts.Default)
	if err != nil {
		t.Fatal(err)
	}
	return family[:4]
}

// TestMetrics compares glyph indexes and advances of the Basic Multilingual
// Plane with those of golang.org/x/image.
func TestMetrics(t *testing.T) {
	for _, data := range files(t) {
		face, err := own.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		other, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		var buffer sfnt.Buffer
		if name, _ := other.Name(&buffer, sfnt.NameIDPostScript); name != face.Name {
			t.Errorf("name %q, want %q", face.Name, name)
		}
		for r := rune(1); r < 0x10000; r++ {
			want, err := other.GlyphIndex(&buffer, r)
			if err != nil {
				t.Fatal(err)
			}
			glyph, ok := face.Glyph(r)
			if sfnt.GlyphIndex(glyph) != want || ok != (want != 0) {
				t.Fatalf("%s: U+%04X is glyph %d, want %d", face.Name, r, glyph, want)
			}
			advance, err := other.GlyphAdvance(&buffer, want, fixed.I(face.Em), font.HintingNone)
			if err != nil {
				t.Fatal(err)
			}
			if got := face.Advance(glyph); got != advance.Round() {
				t.Fatalf("%s: U+%04X advances %d, want %d", face.Name, r, got, advance.Round())
			}
		}
	}
}

// TestSubset compares the outlines of a subset with those of the face, as read
// by golang.org/x/image; й and Ё are composite.
func TestSubset(t *testing.T) {
	runes := []rune(" \u00a0Абвгйё№«»Ё—\u2011")
	eachSubset(t, runes, func(data []byte, face *own.Face, subset *own.Subset) {
		if len(subset.Data) > 30_000 {
			t.Errorf("%s: a subset of %d bytes", face.Name, len(subset.Data))
		}
		again, err := face.Subset(runes)
		if err != nil || !bytes.Equal(subset.Data, again.Data) {
			t.Errorf("%s: two subsets differ, %v", face.Name, err)
		}
		compareOutlines(t, data, withCmap(t, subset), runes, face)
	})
}

// eachSubset calls visit with a subset of every face.
func eachSubset(t *testing.T, runes []rune, visit func(data []byte, face *own.Face, subset *own.Subset)) {
	t.Helper()
	for _, data := range files(t) {
		face, err := own.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		subset, err := face.Subset(runes)
		if err != nil {
			t.Fatal(err)
		}
		visit(data, face, subset)
	}
}

// withCmap parses a subset after adding the tables that font parsers require.
func withCmap(t *testing.T, subset *own.Subset) *sfnt.Font {
	t.Helper()
	f, err := sfnt.Parse(own.Complete(subset.Data))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func compareOutlines(t *testing.T, whole []byte, subset *sfnt.Font, runes []rune, face *own.Face) {
	t.Helper()
	original, err := sfnt.Parse(whole)
	if err != nil {
		t.Fatal(err)
	}
	var a, b sfnt.Buffer
	for i, r := range runes {
		glyph, _ := face.Glyph(own.Substitute(r))
		want, err := original.LoadGlyph(&a, sfnt.GlyphIndex(glyph), fixed.I(face.Em), nil)
		if err != nil {
			t.Fatal(err)
		}
		got, err := subset.LoadGlyph(&b, sfnt.GlyphIndex(i+1), fixed.I(face.Em), nil)
		if err != nil {
			t.Fatalf("%s: U+%04X: %v", face.Name, r, err)
		}
		if len(got) != len(want) {
			t.Fatalf("%s: U+%04X has %d segments, want %d", face.Name, r, len(got), len(want))
		}
		for j := range got {
			if got[j] != want[j] {
				t.Fatalf("%s: U+%04X differs in segment %d", face.Name, r, j)
			}
		}
	}
}

func TestMissing(t *testing.T) {
	face, err := own.Parse(files(t)[0])
	if err != nil {
		t.Fatal(err)
	}
	if _, err := face.Subset([]rune("☐")); err == nil {
		t.Error("a character that the face lacks was embedded")
	}
	for _, r := range []rune{'☐', 0x1F600, -1, 0x10FFFF} {
		if _, ok := face.Glyph(r); ok {
			t.Errorf("U+%04X is in the face", r)
		}
	}
}

// FuzzParse checks that damaged faces never cause a panic.
func FuzzParse(f *testing.F) {
	f.Add(files(f)[0][:5000])
	f.Add([]byte{0, 1, 0, 0, 0, 1})
	f.Fuzz(func(t *testing.T, data []byte) {
		face, err := own.Parse(data)
		if err != nil {
			return
		}
		for _, r := range "аbЁ№ " {
			if g, ok := face.Glyph(r); ok {
				face.Advance(g)
				face.Subset([]rune{r})
			}
		}
	})
}

func BenchmarkSubset(b *testing.B) {
	face, err := own.Parse(files(b)[0])
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := face.Subset([]rune("абвгдеёжзийклмнопрстуфхцчшщъыьэюя ,.")); err != nil {
			b.Fatal(err)
		}
	}
}
