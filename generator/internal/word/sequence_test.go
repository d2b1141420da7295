package word_test

import (
	"strings"
	"testing"
)

// TestCaptions: the numbers of captions count on where some repeat; others stay.
func TestCaptions(t *testing.T) {
	simple := func(name, number, after string) string {
		return `<w:p><w:r><w:t xml:space="preserve">` + name + ` </w:t></w:r><w:fldSimple w:instr=" SEQ ` + name +
			` \* ARABIC "><w:r><w:t>` + number + `</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> ` + after +
			`</w:t></w:r></w:p>`
	}
	complexField := `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> SEQ Т \* ARABIC </w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>` +
		run(" {вопрос}") + `</w:p>`
	body := simple("Р", "4", "стоит") + p("{для каждого вопроса}") + complexField + p("{конец}") +
		simple("Т", "2", "после")
	want := "Р 4 стоит\n SEQ Т \\* ARABIC 1 О ремонте\n SEQ Т \\* ARABIC 2 Разное\nТ 3 после" // with the codes
	if got := filled(t, body, nil, "word/document.xml"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	body = simple("Т", "5", "начало") + p("{для каждого вопроса}") + complexField + p("{конец}")
	body = strings.Replace(body, ` SEQ Т \* ARABIC "`, ` SEQ Т \r 5 \* ARABIC "`, 1)
	want = "Т 5 начало\n SEQ Т \\* ARABIC 1 О ремонте\n SEQ Т \\* ARABIC 1 Разное"
	if got := filled(t, body, nil, "word/document.xml"); got != want {
		t.Errorf("numbers that begin anew: %q, want %q", got, want)
	}
}
