package word_test

import (
	"strings"
	"testing"

	"protokol/generator/internal/opc/opctest"
)

// TestMergedCells: a cell that is merged with those below and says something for the first
// item only continues for others; a cell that depends on something else does not.
func TestMergedCells(t *testing.T) {
	const start, onward = `<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>`, `<w:tc><w:tcPr><w:vMerge/></w:tcPr>`
	row := func(question string) string {
		return `<w:tbl><w:tr>` + tc(p("{для каждого вопроса}")) + `</w:tr><w:tr>` + start + question + `</w:tc>` +
			tc(p("{решение.текст}")) + `</w:tr><w:tr>` + tc(p("{конец}")) + `</w:tr></w:tbl>`
	}
	made := func(cells ...string) (s string) {
		for n, decision := range []string{"Первое", "Второе", "Третье", "Четвёртое"} {
			s += `<w:tr>` + cells[n%len(cells)] + `</w:tc>` + tc(p(decision)) + `</w:tr>`
		}
		return `<w:tbl>` + s + `</w:tbl>`
	}
	for _, test := range []struct{ name, question, want string }{
		{"a paragraph", p("{если решение.№ = 1}Вопрос{конец}"), made(start+p("Вопрос"), onward+p(""))},
		{"blocks", p("{если решение.№ = 1}") + p("А") + p("Б") + p("{конец}"),
			made(start+p("А")+p("Б"), onward+`<w:p/>`)},
		{"words outside", p("{если решение.№ = 1}Вопрос{конец}!"), made(start+p("Вопрос!"), start+p("!"))},
		{"other items", p("{если решение.№ = 2}Вопрос{конец}"), made(start+p(""), start+p("Вопрос"))},
		{"another choice", p("{если решение.№ = 1}А{иначе}Б{конец}"), made(start+p("А"), start+p("Б"))},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := fill(t, row(test.question)); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// TestFromMergedCells: the template of a paper has merged cells, also where the first
// question has one row.
func TestFromMergedCells(t *testing.T) {
	one := strings.Replace(source, `"Первое", { text = "Второе", due = 2026-04-01 }`, `"Первое"`, 1)
	if one == source {
		t.Fatal("the meeting has other decisions")
	}
	row := func(merge, question, decision string) string {
		return `<w:tr><w:tc><w:tcPr>` + merge + `</w:tcPr>` + p(question) + `</w:tc>` + tc(p(decision)) + `</w:tr>`
	}
	const start = `<w:vMerge w:val="restart"/>`
	d := sampled(t, one, `<w:tbl>`+row("", `О {дата} и планах`, "Первое")+row(start, "Разное", "Третье")+
		row(`<w:vMerge/>`, "", "Четвёртое")+`</w:tbl>`, nil)
	want := `<w:tbl>` + `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1"/></w:tcPr>` // of the marker
	got := between(opctest.Part(t, d.File, "word/document.xml"))
	named := row(start, "{если решение.№ = 1}{вопрос.название}{конец}", "{решение.текст}")
	if !strings.Contains(got, named) || !strings.HasPrefix(got, want) {
		t.Error(got)
	}
}
