package word_test

import (
	"strings"
	"testing"

	"protokol/generator/internal/compose"
)

// TestOtherTexts: names in equations, phonetic guides and watermarks are filled, in
// repetitions, too.
func TestOtherTexts(t *testing.T) {
	equation := `<w:p><m:oMath><m:r><m:t>{но</m:t></m:r><m:r><m:t>мер} + {x, y}</m:t></m:r></m:oMath></w:p>`
	watermark := `<w:p><w:r><w:pict><v:shape><v:textpath style="a" string="Проект {место}"/></v:shape></w:pict></w:r></w:p>`
	ruby := `<w:p><w:r><w:ruby><w:rt><w:r><w:t>а</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>{номер}</w:t></w:r></w:rubyBase>` +
		`</w:ruby></w:r></w:p>`
	for name, c := range map[string]struct{ body, want string }{
		"equation": {equation, `<m:t xml:space="preserve">12-п</m:t></m:r>` +
			`<m:r><m:t xml:space="preserve"> + {x, y}</m:t>`},
		"watermark": {watermark, `string="Проект зал"`},
		"ruby":      {ruby, `<w:rubyBase><w:r><w:t xml:space="preserve">12-п</w:t>`},
		"row": {table(`<w:tr><w:tc>` + strings.ReplaceAll(equation, "{но</m:t></m:r><m:r><m:t>мер}",
			"{вопрос}") + `</w:tc></w:tr>`), `Разное + {x, y}`},
	} {
		tpl := open(t, c.body, nil)
		paper, slips, absent := tpl.Fill(frame(t, rich, compose.Request{}))
		if paper == nil {
			t.Fatal(name, tpl.Problems(append(slips, absent...)))
		}
		if got := between(written(t, paper, "word/document.xml")); !strings.Contains(got, c.want) {
			t.Errorf("%s: %s", name, got)
		}
	}
	quoted := strings.Replace(rich, `place = "зал"`, `place = 'зал "А" & <Б>'`, 1)
	paper, _, _ := open(t, watermark, nil).Fill(frame(t, quoted, compose.Request{}))
	got := written(t, paper, "word/document.xml")
	if strings.Contains(got, `зал "А"`) || strings.Contains(got, "& <Б") {
		t.Errorf("a value leaves its attribute: %s", between(got))
	}
}
