package web

import (
	"html"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"protokol/generator/internal/effort"
)

// TestEveryKey walks the schema of a meeting by what the page offers: every key can be reached, and its
// field takes a value that the file then has.
func TestEveryKey(t *testing.T) {
	t.Parallel()
	p := open(t, map[string]string{"m.toml": "council_file = \"council.toml\"\n", "council.toml": "[council]\n"})
	w := walker{page: p, name: "m.toml", root: schemas()["meeting"], seen: map[string]bool{}}
	w.table(nil, shape{kind: kindTable, table: w.root})
	if w.fields < 300 {
		t.Errorf("only %d fields", w.fields)
	}
	_, form := p.get("/edit/council.toml")
	for _, key := range schemas()["council"].Properties {
		path := html.EscapeString(pathText([]any{key.Name}))
		if !strings.Contains(form, `data-path="`+path+`"`) && !strings.Contains(form, `<option value="`+path+`">`) {
			t.Errorf("the form of a council has no %s", key.Name)
		}
	}
}

type walker struct {
	*page
	name   string
	root   *schema
	seen   map[string]bool // definitions
	form   string          // as the page shows it now
	fields int
}

func (w *walker) table(path []any, of shape) {
	if of.name != "" && w.seen[of.name] {
		return
	}
	w.seen[of.name] = true
	for _, p := range of.table.Properties {
		inner := append(slices.Clone(path), p.Name)
		w.key(inner, shapeOf(p.Schema, w.root))
	}
}

// key reaches a key and what is in it.
func (w *walker) key(path []any, of shape) {
	w.fields++
	text := html.EscapeString(pathText(path))
	if w.form == "" {
		_, w.form = w.get("/edit/" + w.name)
	}
	if !strings.Contains(w.form, `data-path="`+text+`"`) && !strings.Contains(w.form, `<option value="`+text+`">`) {
		w.Errorf("%s: the form has no %v", w.name, path)
		return
	}
	if effort.Takes(w.fields, 4, 1) {
		status, field := w.get("/api/field?file=" + w.name + "&path=" + url.QueryEscape(pathText(path)))
		if status != 200 || !strings.Contains(field, `data-path="`+text+`"`) {
			w.Errorf("%s: no field for %v: %d", w.name, path, status)
			return
		}
	}
	switch of.kind {
	case kindTable:
		if !w.seen[of.name] {
			w.change("add", "", path...)
			w.table(path, of)
		}
	case kindTables:
		w.change("insert", "", append(path, 0)...)
		of.kind = kindTable
		w.table(append(slices.Clone(path), 0), of)
	case kindMap:
		w.change("add", "", append(path, "имя бумаги")...)
		of.kind = kindTable
		w.table(append(slices.Clone(path), "имя бумаги"), of)
	case kindTexts:
		w.change("insert", "", append(path, 0)...)
		w.change("set", "текст", append(path, 0)...)
		w.change("remove", "", append(path, 0)...)
	case kindGrid:
		w.change("insert", "", append(path, 0)...)
		w.change("insert", "", append(path, 0, 0)...)
	default:
		if effort.Takes(w.fields, 12, 1) {
			w.value(path, of)
		}
	}
}

func (w *walker) change(do, value string, path ...any) {
	if state := w.edit(w.name, do, value, path...); state.Form != "" {
		w.form = state.Form
	}
}

// value sets a value and takes it away.
func (w *walker) value(path []any, of shape) {
	value := map[string]string{kindText: "текст «в кавычках» \"и\" <b>", kindDate: "01.02.2026", kindTime: "12:30",
		kindNumber: "3", kindAmount: "12,5", kindVotes: "4", kindDue: "ежеквартально", kindFlag: "true"}[of.kind]
	if of.kind == kindChoice {
		value = of.enum[len(of.enum)-1]
	}
	before := w.file(w.name)
	w.change("set", value, path...)
	if w.file(w.name) == before {
		w.Errorf("%v does not take %q", path, value)
	}
	w.change("set", "", path...)
}

// TestChoices: every value that can be chosen has words for it, Russian ones unless it is the
// name of a format, and no two are the same.
func TestChoices(t *testing.T) {
	formats := []string{"PDF/A-1b", "PDF/A-2a", "PDF/A-3a", "PDF/A-4f", "PDF", "Word (DOCX)"}
	var check func(place string, s *schema)
	check = func(place string, s *schema) {
		if s == nil {
			return
		}
		if len(s.Choices) != len(s.Enum) {
			t.Fatalf("%s: %q, %q", place, s.Enum, s.Choices)
		}
		for i, words := range s.Choices {
			isRussian := strings.ContainsFunc(words, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
			if !isRussian && !slices.Contains(formats, words) ||
				slices.Contains(s.Choices[:i], words) {
				t.Errorf("%s = %q: %q", place, s.Enum[i], words)
			}
		}
		for _, one := range s.Properties {
			check(place+"."+one.Name, one.Schema)
		}
		for name, one := range s.Definitions {
			check(name, one)
		}
		for _, one := range slices.Concat(s.OneOf, s.AnyOf, []*schema{s.Items, s.Additional.Schema}) {
			check(place, one)
		}
	}
	for kind, root := range schemas() {
		check(kind, root)
	}
	vote, _, _ := schemaAt(schemas()["meeting"], []any{"agenda", 0, "vote", "base"})
	if list := options(vote, "", "voted"); list[3] != (Option{"voted", "от поданных голосов", true}) {
		t.Error(list)
	}
}

func TestLabels(t *testing.T) {
	for _, c := range []struct{ description, label, help string }{
		{"Место проведения: конференц-зал, адрес.", "Место проведения", "Конференц-зал, адрес."},
		{"true — место для печати под подписями.", "Место для печати под подписями", ""},
		{"Номер протокола — любой текст: 1, б/н.", "Номер протокола", "Любой текст: 1, б/н."},
		{"Город.", "Город", ""},
		{"Тема (необязательно).", "Тема", "(необязательно)."},
	} {
		if got := label(c.description, "key"); got != c.label {
			t.Errorf("label of %q: %q", c.description, got)
		}
		if got := help(c.description); got != c.help {
			t.Errorf("help of %q: %q", c.description, got)
		}
	}
	broken := regexp.MustCompile(`^\([^)]*\) ?[а-яё,]`) // the label ends in the middle of the sentence
	for kind, root := range schemas() {
		for name, table := range root.Definitions {
			for _, p := range table.Properties {
				if broken.MatchString(help(p.Schema.Description)) {
					t.Errorf("%s, %s.%s: %q", kind, name, p.Name, p.Schema.Description)
				}
			}
		}
		for _, p := range root.Properties {
			if broken.MatchString(help(p.Schema.Description)) {
				t.Errorf("%s, %s: %q", kind, p.Name, p.Schema.Description)
			}
		}
	}
	for _, g := range groupsOf("meeting") {
		if g.ID == "rest" {
			t.Errorf("give these keys a place: %v", g.keys)
		}
	}
}

// TestLines: a text of several lines gets a field that keeps them.
func TestLines(t *testing.T) {
	p := open(t, map[string]string{"m.toml": "place = \"\"\"Зал\nсовета\"\"\"\n" + strings.Replace(meeting,
		"[\"Утвердить план.\"]", "[\"Утвердить\\nплан.\", \"Создать комиссию.\"]", 1)})
	_, form := p.get("/edit/m.toml")
	for _, text := range []string{"Зал\nсовета", "Утвердить\nплан."} {
		if !strings.Contains(form, ">\n"+text+"</textarea>") {
			t.Errorf("no textarea for %q", text)
		}
	}
}

// TestUnknownChoices: a field shows what the file has, even if that is not a choice.
func TestUnknownChoices(t *testing.T) {
	p := open(t, map[string]string{"protokol.toml": "formats = [\"PDF\", \"odt\", \"\", \"docx\"]\n",
		"m.toml": "form = \"коротко\"\n" + meeting})
	_, settings := p.get("/edit/protokol.toml")
	_, form := p.get("/edit/m.toml")
	selected := regexp.MustCompile(`(?s)data-key="formats\[\d\]".*?<option value="([^"]*)" selected>`)
	var got []string
	for _, m := range selected.FindAllStringSubmatch(settings, -1) {
		got = append(got, m[1])
	}
	if want := []string{"PDF", "odt", "", "docx"}; !slices.Equal(got, want) {
		t.Errorf("selected: %q, want %q", got, want)
	}
	if !strings.Contains(form, `<option value="коротко" selected>коротко</option>`) {
		t.Error("an unknown form of the protocol is not shown")
	}
}
