package printing

import (
	"fmt"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/wordml"
	"protokol/generator/internal/wordml/wordmltest"
)

// TestRelowerLost: a paper whose file would lose content is not printed again.
func TestRelowerLost(t *testing.T) {
	lost := wordmltest.Body(t, `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900" cy="900"/>`+
		`<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="none"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>`+
		`</wp:inline></w:drawing></w:r></w:p>`)
	for want, file := range map[string][]byte{"": wordmltest.Body(t, "<w:p/>"), "рисунок": lost} {
		if _, err := wordml.Open(file); err != nil {
			t.Fatal(err)
		}
		_, _, err := Relower(t.Context(), origin.Origin{Profile: "a-3a", Files: []origin.File{{
			Role: origin.Source, Path: "a.docx",
			Data: file}}})
		if (err != nil) != (want != "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", want, err)
		}
	}
}

// TestEarlierNotes: footnotes of papers of rules before 9 are not divided between pages.
func TestEarlierNotes(t *testing.T) {
	const note = `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
		`<w:footnote w:id="1">`
	body := strings.Repeat("<w:p><w:r><w:t>а</w:t></w:r></w:p>", 30) +
		`<w:p><w:r><w:t>б</w:t><w:footnoteReference w:id="1"/></w:r></w:p>`
	doc, err := wordml.Open(wordmltest.File(t, body, map[string]string{"footnotes.xml": note +
		strings.Repeat("<w:p><w:r><w:t>в</w:t></w:r></w:p>", 40) + "</w:footnote></w:footnotes>"}))
	if err != nil {
		t.Fatal(err)
	}
	printer, err := NewWordPrinter()
	if err != nil {
		t.Fatal(err)
	}
	lines := map[int]int{} // of the first page, by the rules
	for _, rules := range []int{0, 8, 9} {
		paper, err := printer.layBy(t.Context(), rules, doc, wordml.Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		lines[rules] = len(paper.Layout.Pages[0].Lines)
	}
	if lines[8] != 30 || lines[9] <= 31 || lines[0] != lines[9] {
		t.Errorf("lines of the first page: %v", lines)
	}
}

// TestEarlierBullets: a bullet of a font that is not there is a dot, in papers of rules before 11 the sign that another
// font has for it.
func TestEarlierBullets(t *testing.T) {
	body := `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>`
	level := `<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:suff w:val="nothing"/>` +
		`<w:lvlText w:val="` + "\uF004" + `"/><w:rPr><w:rFonts w:ascii="starbats" w:hAnsi="starbats"/></w:rPr></w:lvl>`
	doc, err := wordml.Open(wordmltest.File(t, body, map[string]string{
		"numbering": `<w:abstractNum w:abstractNumId="0">` + level + `</w:abstractNum>` +
			`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`}))
	if err != nil {
		t.Fatal(err)
	}
	printer, err := NewWordPrinter()
	if err != nil {
		t.Fatal(err)
	}
	for rules, want := range map[int]string{0: "•", 11: "•", 10: "\uF004", 7: "\uF004"} {
		paper, err := printer.layBy(t.Context(), rules, doc, wordml.Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := paper.Layout.Pages[0].Lines[0].Runs[0].Text; got != want {
			t.Errorf("rules %d: %+q", rules, got)
		}
	}
}

// TestEarlierHidden: hidden shapes are printed in papers of rules before 13, but for drawings in hidden runs.
func TestEarlierHidden(t *testing.T) {
	const text = `<w:txbxContent><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:txbxContent>`
	const vanish = `<w:rPr><w:vanish/></w:rPr>`
	vml := `<w:pict><v:rect style="width:90pt;height:30pt;%s"><v:textbox>` + text + `</v:textbox></v:rect></w:pict>`
	shape := `<wps:wsp><wps:cNvPr id="2" name=""%s/><wps:spPr/><wps:txbx>` + text + `</wps:txbx></wps:wsp>`
	drawing := `<w:drawing><wp:anchor><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name=""%s/><a:graphic>` +
		`<a:graphicData>%s</a:graphicData></a:graphic></wp:anchor></w:drawing>`
	group := fmt.Sprintf(`<wpg:wgp>`+shape+`</wpg:wgp>`, ` hidden="1"`, "в группе")
	content := ""
	for _, run := range []string{
		fmt.Sprintf(vml, "visibility:hidden", "надпись"),
		vanish + fmt.Sprintf(vml, "", "в прогоне"),
		fmt.Sprintf(drawing, ` hidden="1"`, fmt.Sprintf(shape, "", "рисунок")),
		fmt.Sprintf(drawing, "", group),
		vanish + fmt.Sprintf(drawing, "", fmt.Sprintf(shape, "", "никогда")),
	} {
		content += `<w:p><w:r>` + run + `</w:r></w:p>`
	}
	doc, err := wordml.Open(wordmltest.Body(t, content))
	if err != nil {
		t.Fatal(err)
	}
	printer, err := NewWordPrinter()
	if err != nil {
		t.Fatal(err)
	}
	const all = "надпись|в прогоне|рисунок|в группе|"
	for rules, want := range map[int]string{0: "", 13: "", 12: all, 1: all} {
		paper, err := printer.layBy(t.Context(), rules, doc, wordml.Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		flow.EachRun(paper.Flow.Blocks, func(r *flow.Run) { got += r.Text + "|" })
		if got != want {
			t.Errorf("rules %d: %q, want %q", rules, got, want)
		}
	}
}
