package word_test

import (
	"fmt"
	"html"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/word"
)

// checkRanges checks that the ranges of a paper are in order and hold the texts of their
// sources.
func checkRanges(t testing.TB, paper *word.Paper) {
	t.Helper()
	parts := paper.Parts()
	for name, list := range paper.Ranges() {
		at := 0
		for _, r := range list {
			if r.Start < at || r.End > len(parts[name]) {
				t.Errorf("%s: a range of bytes %d–%d after %d", name, r.Start, r.End, at)
				break
			}
			at = r.End
			printed := html.UnescapeString(string(parts[name][r.Start:r.End]))
			if r.Text != "" && !strings.HasPrefix(r.Text[r.At:], printed) {
				t.Errorf("%s: a range holds %q, its source %q", name, printed, r.Text[r.At:])
			}
		}
	}
}

// TestRanges: where the words of a filled part come from.
func TestRanges(t *testing.T) {
	const head = `<w:tbl><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="5000"/></w:tblGrid>`
	for _, c := range []struct{ name, body, want string }{
		{"a value", p("№ {номер}."), "value[number] 12-п"},
		{"values in capitals", table(row("{участник.должность | заглавными}")),
			"value[people[0].position] ДИРЕКТОР; value[people[1].position] СПЕЦИАЛИСТ"},
		{"a date in words", p("{дата | прописью}"),
			"computed[date] двенадцатое марта две тысячи двадцать шестого года"},
		{"a name in a case", p("{председатель | кому | фамилия}"), "computed[people[0].name chair] Образцову"},
		{"words instead of a value", p("{тема | иначе «нет»}"), "computed[theme] нет"},
		{"words that a value chooses", p("{если номер = 12-п}да{иначе}нет{конец}!"), "computed[number] да"},
		{"a value inside of a condition", p("{если начало}в {номер}{конец}"),
			"computed[start] в; value[number start] 12-п"},
		{"names in a line", p("{участники | фамилия}"),
			"computed[people[0].name] Образцов; computed[present] ,; computed[people[1].name] Примерова"},
		{"cells that repeat", head + row("а", "{для каждого участника}", "{участник | фамилия}", "{конец}", "{номер}") +
			`</w:tbl>`, "computed[people[0].name] Образцов; computed[people[1].name] Примерова; value[number] 12-п"},
		{"a table that is left out", head + row("{для каждого пришедшего позже}") + row("{номер}") + row("{конец}") +
			`</w:tbl>` + p("{номер}"), "value[number] 12-п"},
	} {
		paper, slips, absent := open(t, c.body, nil).Fill(frame(t, rich, compose.Request{}))
		if paper == nil {
			t.Fatal(c.name, slips, absent)
		}
		checkRanges(t, paper)
		if got := rangesOf(paper); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// rangesOf returns the texts of the body that are not words of the template, with their
// origins.
func rangesOf(paper *word.Paper) string {
	var list []string
	data := string(paper.Parts()["word/document.xml"])
	for _, r := range paper.Ranges()["word/document.xml"] {
		text := tags.ReplaceAllString(data[r.Start:r.End], "")
		spans := r.Source.Spans(text)
		if r.Text != "" {
			spans = document.AppendSlice(nil, r.Source.Spans(r.Text), r.At, r.At+len(text), 0)
		}
		for _, s := range spans {
			if words := strings.TrimSpace(text[s.Start:s.End]); words != "" {
				kind := map[document.OriginKind]string{document.Value: "value", document.Computed: "computed",
					document.Template: "template", document.Generated: "generated"}[s.Origin.Kind]
				list = append(list, fmt.Sprintf("%s%q %s", kind, s.Origin.Keys, words))
			}
		}
	}
	return strings.NewReplacer(`"`, "", "\u00a0", " ").Replace(strings.Join(list, "; "))
}
