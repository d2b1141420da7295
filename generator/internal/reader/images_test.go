package reader_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/reader"
)

const blip = `<w:p><w:r><w:drawing><blip r:embed="media/a.png"/></w:drawing></w:r></w:p>`

// withPicture returns a DOCX that shows a picture.
func withPicture(t *testing.T, picture string) []byte {
	t.Helper()
	return docx(t, blip, map[string]string{
		"word/_rels/document.xml.rels": fmt.Sprintf(relationships, related("image", "media/a.png")),
		"word/media/a.png":             picture,
	})
}

// TestImages: a picture is read as a grid, unless it has too many pixels to decode.
func TestImages(t *testing.T) {
	for width, decoded := range map[int]bool{4: true, 4000: false} {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, width))); err != nil {
			t.Fatal(err)
		}
		words, err := reader.ReadWords(t.Context(), withPicture(t, b.String()))
		if err != nil || len(words.Images) != 1 || (words.Images[0].Grid != nil) != decoded {
			t.Errorf("%d pixels wide: %v, %v", width, words, err)
		}
	}
}

// TestImageEffects: all that changes the appearance of a picture is read, and where it stands.
func TestImageEffects(t *testing.T) {
	words, err := reader.ReadWords(t.Context(), docx(t,
		`<w:p><w:r><w:drawing><anchor behindDoc="1"><positionH relativeFrom="page">`+
			`<posOffset>3240000</posOffset></positionH><docPr descr="Герб" hidden="1"/><pic><cNvPr descr="C:\герб.png"/>`+
			`<blip r:embed="media/a.png"><duotone><prstClr val="black"/></duotone></blip><srcRect l="900"/>`+
			`<prstGeom prst="ellipse"/></pic></anchor></w:drawing></w:r></w:p>`, nil))
	if err != nil || len(words.Images) != 1 {
		t.Fatal(words, err)
	}
	want := []string{"снят со строки и может закрыть слова, behindDoc", "передвинут: positionH relativeFrom page",
		"скрыт", `назван для чтения вслух двумя именами: C:\герб.png`,
		"перекрашен: duotone ", "перекрашен: prstClr val black", "обрезан: l 900", "обрезан по фигуре: ellipse"}
	if got := words.Images[0]; !slices.Equal(got.Odd, want) || got.X != 90 {
		t.Errorf("%q, %d", got.Odd, got.X)
	}
}

// TestPictureBomb: a picture that unpacks to more than the limit is not unpacked.
func TestPictureBomb(t *testing.T) {
	plain := withPicture(t, "x")
	archive, err := zip.NewReader(bytes.NewReader(plain), int64(len(plain)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range archive.File {
		if strings.HasSuffix(f.Name, ".png") {
			f.UncompressedSize64 = 1 << 40
		}
		if err := w.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = reader.ReadWords(t.Context(), b.Bytes())
	if err == nil || !strings.Contains(err.Error(), "слишком велики") {
		t.Errorf("got %v", err)
	}
}

// TestReadWordsEnds: nothing is read, and no picture judged, when the time is over.
func TestReadWordsEnds(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 9, 9))); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if words, err := reader.ReadWords(ctx, withPicture(t, b.String())); err == nil {
		t.Error(words)
	}
}
