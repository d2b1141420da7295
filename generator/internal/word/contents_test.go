package word_test

import (
	"strings"
	"testing"

	"protokol/generator/internal/compose"
)

// contents is a table of contents of one line and the heading that it repeats.
func contents(line, heading string) string {
	mark := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	run := func(s string) string { return `<w:r><w:t>` + s + `</w:t></w:r>` }
	return `<w:p>` + mark("begin") + `<w:r><w:instrText> TOC \o "1-3" </w:instrText></w:r>` + mark("separate") +
		`<w:hyperlink w:anchor="_Toc1">` + run(line) + `<w:r><w:tab/></w:r>` + run("2") + `</w:hyperlink></w:p><w:p>` +
		mark("end") + `</w:p>` + `<w:p><w:bookmarkStart w:id="1" w:name="_Toc1"/>` + run(heading) +
		`<w:bookmarkEnd w:id="1"/></w:p>`
}

// TestContents: a slip in a heading is reported there and not in the table of contents,
// which only Word makes anew.
func TestContents(t *testing.T) {
	const stale = "абзац «{место} 2»: оглавление программа не обновляет: слова и номера страниц в нём – из бланка"
	for _, c := range []struct {
		name, body string
		want       []string
	}{
		{"no slips", contents("{место}", "{место}"), []string{stale}},
		{"in both", contents("{мсто}", "{мсто}"), []string{strings.Replace(stale, "место", "мсто", 1),
			"абзац «{мсто}»: нет имени {мсто}"}},
		{"only in the contents", contents("{мсто}", "Место"), []string{strings.Replace(stale, "место", "мсто", 1),
			"абзац «{мсто} 2»: нет имени {мсто}"}},
		{"a list", strings.Replace(contents("{вопрос}", "{вопрос}"), `</w:p><w:p><w:bookmark`,
			`</w:p>`+p("{для каждого вопроса}")+`<w:p><w:bookmark`, 1) + p("{конец}"),
			[]string{strings.Replace(stale, "место", "вопрос", 1),
				"абзац «{вопрос} 2»: {вопрос.название} повторяется в тексте, а в оглавлении — нет"}},
	} {
		tpl := open(t, c.body, nil)
		var got []string
		for _, problem := range tpl.Problems(tpl.Slips(nil)) {
			got = append(got, problem.Message)
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
	tpl := open(t, contents("{тема}", "{тема}"), nil)
	_, _, absent := tpl.Fill(frame(t, source, compose.Request{}))
	if list := tpl.Absent(absent, "protocol"); len(list) != 1 || strings.Contains(list[0].Message, "{тема} 2") {
		t.Errorf("%v", list)
	}
}
