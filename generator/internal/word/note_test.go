package word_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/opc/opctest"
)

// noteID finds the ids of notes and of references to them.
var noteID = regexp.MustCompile(`<w:footnote(?:Reference)? w:id="(-?\d+)"`)

func reference(id int) string {
	return fmt.Sprintf(`<w:r><w:footnoteReference w:id="%d"/></w:r>`, id)
}

// noted is a paragraph that ends with a reference to a note.
func noted(words string, id int) string {
	return strings.TrimSuffix(p(words), "</w:p>") + reference(id) + "</w:p>"
}

// withNotes returns the parts of a template with notes from 1, after a separator.
func withNotes(notes ...string) map[string]string {
	part := `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
		`<w:footnote w:id="-1">` + p("") + `</w:footnote>`
	for i, words := range notes {
		part += fmt.Sprintf(`<w:footnote w:id="%d">%s</w:footnote>`, i+1, p(words))
	}
	return map[string]string{"word/footnotes.xml": part + `</w:footnotes>`,
		"word/_rels/document.xml.rels": fmt.Sprintf(rels, relation("n", "footnotes", "footnotes.xml"))}
}

// TestNotes: a repetition prints a note for each item, with the facts of the item; a
// note goes with its reference.
func TestNotes(t *testing.T) {
	for _, c := range []struct {
		name, body string
		notes      []string
		want       string // of the notes
		refers     string
	}{
		{"row", table(row("{участник.№}", noted("{участник.имя}", 1))), []string{"{участник.должность}"},
			"-1 1 директор 2 специалист", "1 2"},
		{"block", p("{для каждого вопроса}") + noted("{вопрос.номер}", 1) + p("{конец}") + noted("", 2),
			[]string{"{вопрос.название}", "{номер}"}, "-1 1 О {дата} и планах 3 Разное 4 7", "1 3 4"},
		{"nested", p("{для каждого вопроса}") + p("{для каждого решения}") + noted("", 1) + p("{конец}") + p("{конец}"),
			[]string{"{вопрос.номер}, {решение.текст}"}, "-1 1 1, Первое 2 1, Второе 3 2, Третье 4 2, Четвёртое",
			"1 2 3 4"},
		{"one paragraph", `<w:p>` + bare("{для каждого участника}{участник.№}") + reference(1) + bare("{конец}") +
			`</w:p>`,
			[]string{"{участник.имя | фамилия}"}, "-1 1 Образцов 2 Примерова", "1 2"},
		{"left out", p("{если тема}") + noted("", 1) + p("{конец}"), []string{"{тема}"}, "-1", ""},
		{"left out of a paragraph", `<w:p>` + bare("{если тема}а") + reference(1) + bare("{иначе}б") + reference(2) +
			bare("{конец}") + `</w:p>`, []string{"{тема}", "{номер}"}, "-1 2 7", "2"},
		{"referred to twice", noted("", 1) + noted("", 1), []string{"{номер}"}, "-1 1 7", "1 1"},
	} {
		file := saved(t, open(t, c.body, withNotes(c.notes...)), frame(t, source, compose.Request{}))
		var refers []string
		for _, m := range noteID.FindAllStringSubmatch(opctest.Part(t, file, "word/document.xml"), -1) {
			refers = append(refers, m[1])
		}
		if got := strings.Join(refers, " "); got != c.refers {
			t.Errorf("%s: references %q, want %q", c.name, got, c.refers)
		}
		notes := noteID.ReplaceAllString(opctest.Part(t, file, "word/footnotes.xml"), ` $1 <`)
		notes = strings.ReplaceAll(notes, "\u00a0", " ")
		if got := strings.Join(strings.Fields(tags.ReplaceAllString(notes, "")), " "); got != c.want {
			t.Errorf("%s: notes %q, want %q", c.name, got, c.want)
		}
	}
}

// bare is a run.
func bare(words string) string {
	return strings.TrimSuffix(strings.TrimPrefix(p(words), "<w:p>"), "</w:p>")
}

// TestNoteSlips: a note has the lists of all places that refer to it.
func TestNoteSlips(t *testing.T) {
	body := p("{для каждого вопроса}") + noted("{вопрос.номер}", 1) + p("{конец}") + noted("", 1)
	tpl := open(t, body, withNotes("{вопрос.название}"))
	if slips := tpl.Slips(nil); len(slips) != 1 || !strings.Contains(slips[0].Message, "не повторяется") {
		t.Errorf("%v", slips)
	}
}
