package markup

import (
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/trace"
)

// TestLinesOfValues checks that paragraphs and lists typed in a value survive,
// and that line feeds of the template and of a sentence broken by hand do not.
func TestLinesOfValues(t *testing.T) {
	for _, test := range []struct{ name, template, value, want string }{
		{"one paragraph each", "<p class=\"letter\">VALUE</p>", "Первое.\nВторое.\n\nТретье",
			"paragraph letter: Первое.|paragraph letter: Второе.|paragraph letter: Третье"},
		{"a sentence on two lines", "<p>VALUE</p>", "срок до 15\nапреля, в\nзале",
			"paragraph : срок до 15 апреля, в зале"},
		{"line feeds of the template", "<p>VALUE\n  <b>после</b></p>", "до", "paragraph : до *после*"},
		{"numbers", "<p class=\"letter\">Иванов – VALUE</p>", "сообщил:\n1. Первое;\n2. Второе.\nИтог.",
			"paragraph letter: Иванов – сообщил:|list decimal|  item \"1.\"|    paragraph letter-point: Первое;|" +
				"  item \"2.\"|    paragraph letter-point: Второе.|paragraph letter: Итог."},
		{"nested", "<p>VALUE</p>", "Состав:\n1. Члены:\n– один;\n- два;\n2. Гости:\nа) три",
			"paragraph : Состав:|list decimal|  item \"1.\"|    paragraph : Члены:|    list dash|      item \"–\"|" +
				"        paragraph : один;|      item \"—\"|        paragraph : два;|  item \"2.\"|    paragraph : Гости:|" +
				"    list letter|      item \"а)\"|        paragraph : три"},
		{"levels", "<p>VALUE</p>", "1. Первое\n1.1. Часть\n2) Не то же\n3. Второе",
			"list decimal|  item \"1.\"|    paragraph : Первое|    list decimal|      item \"1.1.\"|" +
				"        paragraph : Часть|        list decimal|          item \"2)\"|            paragraph : Не то же|" +
				"  item \"3.\"|    paragraph : Второе"},
		{"a date is no number", "<p>VALUE</p>", "Даты:\n12.05.2017 собрание\n2017 г. был трудным",
			"paragraph : Даты:|paragraph : 12.05.2017 собрание|paragraph : 2017 г. был трудным"},
		{"a heading is one line", "<heading>VALUE</heading>", "О плане.\nО бюджете",
			"heading 2 heading: О плане. О бюджете"},
		{"a cell has no lists", "<table><columns><col/></columns><row><cell>VALUE</cell></row></table>",
			"Итого:\n1. Одно",
			"table [{1 left}]: |  row|    cell 1|      paragraph : Итого:|      paragraph : 1. Одно"},
		{"bold", "<p><b>VALUE</b> и всё</p>", "Одно.\nДругое.", "paragraph : *Одно.*|paragraph : *Другое.* и всё"},
	} {
		origins := trace.New()
		source := strings.ReplaceAll(test.template, "VALUE", origins.Value("agenda[0].title", test.value))
		doc, problems := Read("t.tmpl", []byte("<document title=\"-\">"+source+"</document>"), origins)
		if problems.Failed() {
			t.Errorf("%s: %v", test.name, problems)
			continue
		}
		_, got, _ := strings.Cut(strings.TrimSpace(document.Dump(doc)), "\n")
		lines := strings.Split(got, "\n")
		for i := range lines {
			lines[i] = strings.TrimPrefix(lines[i], "  ")
		}
		if got = strings.Join(lines, "|"); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
		document.Texts(doc, func(text string, source document.Source) {
			for _, span := range document.Spans(source, text) {
				if span.Origin.Kind == document.Value && span.To-span.From == span.End-span.Start {
					if was := test.value[span.From:span.To]; was != text[span.Start:span.End] &&
						strings.ReplaceAll(was, "\n", " ") != text[span.Start:span.End] {
						t.Errorf("%s: %q is said to be %q of the value", test.name, text[span.Start:span.End], was)
					}
				}
			}
		})
	}
}
