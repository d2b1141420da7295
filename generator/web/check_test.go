package web

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"protokol/generator"
)

// head begins the doubtful meetings.
const head = `number = "7"
date = 2026-09-03
city = "Кострома"
place = "зал заседаний"
council = { name = "Учёный совет", genitive = "Учёного совета" }
chair = "Дзюба Л. О."
secretary = "Штельмах Ева Юрьевна"
[[people]]
name = "Дзюба Любомир Онуфриевич"
position = "ректор"
[[people]]
name = "Штельмах Ева Юрьевна"
`

// doubtful are meetings with what only some papers find wrong or doubtful. The values are
// the papers that must be named.
var doubtful = []struct {
	name, text string
	papers     []string
	onlyCheck  int // problems that belong to no paper
}{
	{"letter", head + `
[letter]
number = "1"
date = 2026-09-04
heading = "О практике"
text = ["Направляем решение."]
to = [{ name = "Гжегож Бженчишчикевич", position = "Вице-консул", organization = "Консульство" }]
[[agenda]]
title = "О практике студентов"
decisions = ["Одобрить."]
[[agenda]]
title = "О приёме"
`, []string{"письмо", "протокол"}, 0},
	{"to come", head + `
[notice]
number = "2"
date = 2026-09-01
to = ["Дзюба Л. О."]
[[agenda]]
title = "О практике студентов"
`, nil, 1},
	{"table", head + `
[invitation]
number = "3"
heading = "О встрече"
text = ["Приглашаем Вас."]
date = 2026-09-01
to = [{ name = "Ким Чен", organization = "ООО «Ёлочка»", position = "замзавлаб" }]
[[agenda]]
title = "О показателях"
decisions = ["Утвердить."]
[agenda.table]
columns = [` + strings.Repeat(`"Год", `, 60) + `]
rows = [[` + strings.Repeat(`"2026", `, 60) + `]]
`, []string{"протокол", "письмо-предложение"}, 0},
	{"law", "law = \"266/пр\"\n" + head + `
[[agenda]]
title = "Об избрании совета дома"
decisions = ["Избрать."]
`, nil, 1},
}

// TestSameProblems checks that the page answers, for all papers, what the command check
// finds, and that this has everything that is found when each paper is made.
func TestSameProblems(t *testing.T) {
	t.Parallel()
	files := map[string]string{}
	for _, d := range doubtful {
		files[d.name+".toml"] = d.text
	}
	p := open(t, files)
	for _, d := range doubtful {
		file := d.name + ".toml"
		m, read := p.server.base.Parse(os.DirFS(p.dir), file, []byte(d.text))
		if m == nil {
			t.Fatal(read)
		}
		found, err := p.server.base.Check(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		command := problemsOf(file, schemas()["meeting"], read.With(found.List...))
		generate, shown := read, map[string]bool{}
		for _, r := range m.Requests(generator.Plan{Kinds: []string{generator.AllKinds}}) {
			_, doubts, err := p.server.base.Make(t.Context(), m, r)
			if err != nil {
				t.Fatal(err)
			}
			generate = generate.With(doubts.List...)
			_, body := p.post("/api/preview", map[string]any{"file": file, "version": version([]byte(d.text)),
				"kind": r.Kind})
			maps.Copy(shown, textsOf(p.state(body).Problems))
		}
		page := p.checked(file)
		if !slices.EqualFunc(page, command, func(a, b Problem) bool { return a.Text == b.Text && a.Place == b.Place }) {
			t.Errorf("%s: the page has\n%v\nthe command\n%v", d.name, page, command)
		}
		all, made := textsOf(page), textsOf(problemsOf(file, schemas()["meeting"], generate))
		if !maps.Equal(made, shown) {
			t.Errorf("%s: the papers of the page have\n%v\nof the command\n%v", d.name, shown, made)
		}
		for text := range made {
			if !all[text] {
				t.Errorf("%s: a paper has %q, the check has not", d.name, text)
			}
		}
		if more := len(all) - len(made); len(all) == 0 || min(more, 1) != d.onlyCheck {
			t.Errorf("%s: %d of %d problems are found by the check only: %v", d.name, more, len(all), page)
		}
		for _, paper := range d.papers {
			if !slices.ContainsFunc(page, func(p Problem) bool { return strings.HasPrefix(p.Place, paper) }) {
				t.Errorf("%s: no problem names the paper «%s»: %v", d.name, paper, page)
			}
		}
	}
}

// checked returns the problems of all papers as the page receives them.
func (p *page) checked(file string) []Problem {
	p.Helper()
	status, body := p.get("/api/check?file=" + strings.ReplaceAll(file, " ", "%20") +
		"&version=" + version([]byte(p.file(file))))
	var c checked
	if err := json.Unmarshal([]byte(body), &c); err != nil || status != 200 {
		p.Fatal(file, status, body)
	}
	return c.Problems
}

// textsOf returns the keys and texts of problems.
func textsOf(list []Problem) map[string]bool {
	texts := map[string]bool{}
	for _, p := range list {
		texts[p.Key+": "+p.Text] = true
	}
	return texts
}

// TestCheckOfOldForm checks that a form of an older version of the file gets no problems, and
// that a file without papers gets none either.
func TestCheckOfOldForm(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting, "wrong.toml": "date = 2026-03-12\nagenda = 5\n"})
	for _, query := range []string{"m.toml", "m.toml&version=0",
		"wrong.toml&version=" + version([]byte(p.file("wrong.toml")))} {
		if status, body := p.get("/api/check?file=" + query); status != 204 || body != "" {
			t.Errorf("%s: %d %s", query, status, body)
		}
	}
}
