package word_test

import (
	"fmt"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/opc/opctest"
)

// TestCommentNames: names of the meeting are filled in comments of the template; what
// is none is a warning.
func TestCommentNames(t *testing.T) {
	comments := `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
		`<w:comment w:id="0">` + p(`Сверено с № {номер}, тема {тема}, {вопрос.название}, {кто-то}, \{так\}`) +
		`</w:comment></w:comments>`
	tpl := open(t, p("{дата}"), map[string]string{"word/comments.xml": comments,
		"word/_rels/document.xml.rels": fmt.Sprintf(rels, relation("c", "comments", "comments.xml"))})
	slips := tpl.Slips(nil)
	if len(slips) != 2 || slips[0].Severity != diag.Warning || slips[1].Severity != diag.Warning ||
		!strings.Contains(tpl.Problems(slips)[1].Message, "примечание Word, абзац") {
		t.Errorf("%v", tpl.Problems(slips))
	}
	file := saved(t, tpl, frame(t, source, compose.Request{}))
	const want = "Сверено с № 7, тема {тема}, {вопрос.название}, {кто-то}, {так}"
	if got := strings.TrimSpace(text(opctest.Part(t, file, "word/comments.xml"))); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
