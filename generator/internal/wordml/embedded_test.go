package wordml

import (
	"strings"
	"testing"

	"protokol/generator/internal/picture"
)

// otherFace finds another family for all fonts.
type otherFace struct{}

func (otherFace) Find(string) Face { return Face{Finding: "заменён"} }

// TestEmbedded: a font inside the file that another stands for is named.
func TestEmbedded(t *testing.T) {
	run := func(font string) string {
		return p("", r(`<w:rFonts w:ascii="`+font+`" w:hAnsi="`+font+`"/>`, "слово"))
	}
	f := file{body: run("Устав") + run("Другой"), parts: map[string]string{
		"fontTable": `<w:font w:name="Устав"><w:embedBold r:id="r1" w:fontKey="{0}"/></w:font>` +
			`<w:font w:name="Другой"/>`}}
	d, err := Open(f.bytes(t))
	if err != nil {
		t.Fatal(err)
	}
	paper, err := d.Lower(Options{Faces: otherFace{}, Images: &picture.Cache{}})
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for _, f := range paper.Report.Findings {
		if strings.Contains(f.Construct, "встроенный в документ шрифт не используется") && f.Place == "абзац 1" {
			named++
		}
	}
	if named != 1 {
		t.Errorf("%+v", paper.Report.Findings)
	}
}
