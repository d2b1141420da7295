package attack_test

import (
	"os"
	"slices"
	"testing"

	"protokol/generator"
	"protokol/generator/internal/attack"
	"protokol/generator/internal/effort"
)

// TestWordCorners: no DOCX passes that says something twice, in alternatives, or to
// programs that read packages otherwise.
func TestWordCorners(t *testing.T) {
	g := newGenerator(t)
	lists := 0
	check := func(plain []byte, list []attack.WordAttack) {
		t.Helper()
		if lists++; !effort.Takes(lists, 3, 1) {
			return
		}
		refusesWord(t, g, plain, list, 16, 4)
	}
	plain := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "docx")
	check(plain, attack.OnWordCorners("ПРОТОКОЛ"))
	check(paper(t, g, "2026-03-12", generator.Request{Kind: "protocol"}, "docx"), attack.OnWordPictures())
	check(paper(t, g, "2026-03-12", generator.Request{Kind: "attendance"}, "docx"), attack.OnWordRows())
	check(plain, attack.OnWordGaps("ПРОТОКОЛ"))
	check(paper(t, g, "2026-03-12", generator.Request{Kind: "protocol"}, "docx"), attack.OnWordShapes())
	check(paper(t, g, "2026-03-12", generator.Request{Kind: "attendance"}, "docx"), attack.OnWordCells())
	check(paper(t, g, "2026-03-12", generator.Request{Kind: "consent", Fillable: true}, "docx"), attack.OnWordForms())
	check(paper(t, g, "2026-03-12", generator.Request{Kind: "application", Blank: true}, "docx"),
		attack.OnWordColumns())
	check(plain, attack.OnWordValues("ПРОТОКОЛ"))
	check(plain, attack.OnWordFields("ПРОТОКОЛ"))
	check(paper(t, g, "2026-03-12", generator.Request{Kind: "attendance"}, "docx"), attack.OnWordMeasures())
	check(paper(t, g, "2026-03-12", generator.Request{Kind: "protocol"}, "docx"), attack.OnWordPictureValues())
	check(plain, attack.OnWordTogether("ПРОТОКОЛ"))
	check(paper(t, g, "2026-03-12", generator.Request{Kind: "attendance"}, "docx"), attack.OnWordGrid())
	check(paper(t, g, "2026-03-12", generator.Request{Kind: "protocol"}, "docx"), attack.OnWordDrawings())
	check(paper(t, g, "2026-03-12", generator.Request{Kind: "protocol"}, "docx"), attack.OnWordAlternatives())
	check(plain, attack.OnWordThemes("ПРОТОКОЛ"))
	for _, a := range attack.OnArchive() {
		if said, pass := verified(t, g, a.Bytes(slices.Clone(plain))); pass {
			t.Errorf("%s: passes: %s", a.Name, said)
		}
	}
}

// TestWordTemplate: no change of what only an office's own template has passes.
func TestWordTemplate(t *testing.T) {
	template, err := os.ReadFile("../../../examples/templates/protocol.docx")
	if err != nil {
		t.Fatal(err)
	}
	if template, err = attack.FurnishedTemplate(template); err != nil {
		t.Fatal(err)
	}
	g, err := generator.New(generator.Config{Source: true, Word: &generator.File{Name: "a.docx", Data: template}})
	if err != nil {
		t.Fatal(err)
	}
	made := paper(t, g, "templates", generator.Request{Kind: "protocol"}, "docx")
	refusesWord(t, g, made, attack.OnWordTemplate(), 8, 2)
}

// TestUpdatedByWord: a paper whose fields a person updated in Word still matches.
func TestUpdatedByWord(t *testing.T) {
	g := newGenerator(t)
	file, err := attack.Updated(paper(t, g, "2026-03-12", generator.Request{Kind: "protocol"}, "docx"))
	if err != nil {
		t.Fatal(err)
	}
	if said, pass := verified(t, g, file); !pass {
		t.Error(said)
	}
}
