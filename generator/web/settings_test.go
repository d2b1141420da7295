package web

import (
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"protokol/generator"
)

// TestSettings: the settings of a folder decide how and where papers are made.
func TestSettings(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting, "sub/deep/m.toml": meeting,
		"protokol.toml": "out = \"готовое\"\nname = \"{number} {date}\"\nformats = [\"pdf\"]\n"})
	status, body := p.post("/api/print", map[string]any{"file": "m.toml", "kinds": []string{"protocol"}})
	if _, err := os.Stat(filepath.Join(p.dir, "готовое", "3 12.03.2026.pdf")); status != 200 || err != nil ||
		strings.Contains(body, "docx") {
		t.Error(status, body, err)
	}
	if _, body := p.get("/api/row?file=m.toml"); !strings.Contains(body, "напечатан") {
		t.Error("the row:", body)
	}
	if status, body := p.post("/api/print", map[string]any{"file": "sub/deep/m.toml",
		"kinds": []string{"protocol"}}); status != 200 ||
		!strings.Contains(body, protocol+".docx") {
		t.Error("a folder without settings:", status, body)
	}
	if _, page := p.get("/edit/protokol.toml"); !strings.Contains(page, "Папка для готовых бумаг") {
		t.Error("the form of the settings")
	}
	state := p.edit("protokol.toml", "set", "нет.toml", "style")
	if state.Broken || len(state.Problems) != 1 || state.Problems[0].Key != "style" {
		t.Errorf("%+v", state)
	}
	if status, body := p.post("/api/print", map[string]any{"file": "m.toml", "kinds": []string{"protocol"}}); status !=
		http.StatusUnprocessableEntity || !strings.Contains(body, "нет.toml") {
		t.Error("a missing style sheet:", status, body)
	}
	if state := p.edit("protokol.toml", "set", "../x", "out"); len(state.Problems) != 1 {
		t.Errorf("%+v", state.Problems)
	}
	if status, _ := p.post("/api/print", map[string]any{"file": "m.toml", "kinds": []string{"protocol"}}); status !=
		http.StatusUnprocessableEntity {
		t.Error("papers outside of the folder:", status)
	}
}

// TestWrongSettings: the page of the settings shows what is wrong with them beside its field, and a meeting names the
// field.
func TestWrongSettings(t *testing.T) {
	for text, want := range map[string]struct{ key, field, message string }{
		`out = "../x"`:                 {"out", "«Папка для готовых бумаг»: ", "Путь должен вести"},
		`templates = "нет"`:            {"templates", "", "Папка с шаблонами не открывается"},
		`fonts = "нет"`:                {"fonts", "", "Нет папки со шрифтами нет"},
		`style = "нет.toml"`:           {"style", "", "Нет файла нет.toml"},
		`style = "gost"`:               {"style", "", "Нет таблицы стилей «gost»"},
		`style = "моя.toml"`:           {"style", "", "«моя.toml», строка 2: "},
		`name = "{x}"`:                 {"name", "«Имя файлов без расширения»: ", "Нет поля {x}"},
		`formats = ["odt"]`:            {"formats", "«Форматы бумаг»: ", "Неизвестный формат «odt»"},
		`pdf_profile = "2u"`:           {"pdf_profile", "«Профиль PDF/A»: ", "Неизвестный профиль PDF «2u»"},
		`word = "x.docx"`:              {"word", "«word»: ", "Неизвестный ключ"},
		"name = '{number}'\nпапка = 1": {"папка", "«папка»: ", "Ключ написан русскими буквами"},
	} {
		p := open(t, map[string]string{"m.toml": meeting, "protokol.toml": text + "\n",
			"моя.toml": "[page]\nширина = 1\n"})
		_, body := p.post("/api/preview", map[string]any{"file": "protokol.toml"})
		found := p.state(body).Problems
		if len(found) != 1 || found[0].Key != want.key || !strings.HasPrefix(found[0].Text, want.message) {
			t.Errorf("%s: %+v", text, found)
		}
		_, body = p.post("/api/preview", map[string]any{"file": "m.toml"})
		found = p.state(body).Problems
		if len(found) != 1 || !strings.HasPrefix(found[0].Text, "Настройки protokol.toml: "+want.field+want.message) {
			t.Errorf("the meeting with %s: %+v", text, found)
		}
	}
}

// TestStyles: the form offers the built-in style sheets, all of them.
func TestStyles(t *testing.T) {
	files, err := generator.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, f := range files {
		name, isStyle := strings.CutPrefix(strings.TrimSuffix(f.Path, ".toml"), "styles/")
		if isStyle && !strings.HasPrefix(name, "label-") && !strings.HasPrefix(name, "envelope-") {
			want = append(want, name)
		}
	}
	whole := shape{kind: kindTable, table: schemas()["settings"]}
	got := slices.Sorted(slices.Values(whole.key("style").Examples))
	if slices.Sort(want); len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
