package web

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRestore checks that a file which was removed while its page was open is written again
// as it was, and that none is replaced.
func TestRestore(t *testing.T) {
	src := strings.ReplaceAll(meeting, "\n", "\r\n")
	p := open(t, map[string]string{"a/m.toml": src})
	if status, body := p.get("/edit/a/m.toml"); status != 200 {
		t.Fatal(body)
	}
	restore := func(file string) (int, string) {
		return p.post("/api/restore", map[string]any{"file": file, "text": meeting})
	}
	if status, _ := restore("a/m.toml"); status != 409 || p.file("a/m.toml") != src {
		t.Error("a file that is there:", status)
	}
	if err := os.RemoveAll(filepath.Join(p.dir, "a")); err != nil {
		t.Fatal(err)
	}
	if status, _ := p.get("/api/state?file=a/m.toml&version=x"); status != 404 {
		t.Error("a file that is not there:", status)
	}
	if status, body := restore("a/m.toml"); status != 200 || p.file("a/m.toml") != src {
		t.Errorf("%d %s\n%q", status, body, p.file("a/m.toml"))
	}
	for _, file := range []string{"../x.toml", "/x.toml", "x.exe", ".x.toml", "a/../../x.toml"} {
		if status, _ := restore(file); status != 404 {
			t.Errorf("%s: %d", file, status)
		}
	}
}

// TestSearch checks that words are found in other cases, and assignments by words, names
// and meetings.
func TestSearch(t *testing.T) {
	src := meeting + "\n[[agenda]]\ntitle = \"О смете\"\n[[agenda.decisions]]\n" +
		"text = \"Подготовить смету расходов\"\n" +
		"responsible = [\"Петрова А. С.\"]\ndue = 2026-04-01\n"
	p := open(t, map[string]string{"m.toml": src})
	for query, found := range map[string]bool{"смета": true, "сметы расходы": true, "12.03.2026": true,
		"петровой": true,
		"смех":     false} {
		for _, page := range []string{"/", "/tasks"} {
			_, body := p.get(page + "?q=" + url.QueryEscape(query))
			if strings.Contains(body, "Не прочитаны") {
				t.Fatal(body)
			}
			if got := strings.Contains(body, "/edit/m.toml"); got != found {
				t.Errorf("%s?q=%s: %v", page, query, got)
			}
		}
	}
}

// TestPrintChoices checks papers that are saved all at once, those with another number that
// remain, and that a paper which somebody edited is replaced only if asked.
func TestPrintChoices(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	print := func(more ...any) (int, string) {
		request := map[string]any{"file": "m.toml", "kinds": []string{"protocol"}}
		for i := 0; i < len(more); i += 2 {
			request[more[i].(string)] = more[i+1]
		}
		return p.post("/api/print", request)
	}
	for _, kinds := range [][]string{{"all"}, {"all", "protocol", "all"}} {
		if status, body := print("kinds", kinds); status != 200 || strings.Count(body, ".pdf") < 2 {
			t.Error(status, body)
		}
	}
	change := map[string]any{"file": "m.toml", "version": version([]byte(p.file("m.toml"))), "do": "set",
		"path": []any{"number"}, "value": "99"}
	if status, body := p.post("/api/edit", change); status != 200 {
		t.Fatal(body)
	}
	_, body := print()
	if others, saved, _ := strings.Cut(body, "saved"); !strings.Contains(saved, "№ 99") ||
		!strings.Contains(others, "№ 3 от 12.03.2026.pdf") || strings.Contains(others, "99") {
		t.Error(body)
	}
}

// TestHelpPage checks the reference of keys, the schemas and the licences.
func TestHelpPage(t *testing.T) {
	t.Parallel()
	p := open(t, nil)
	for path, want := range map[string]string{"/help": "С чего начать",
		"/help?q=" + url.QueryEscape("кворум"):    "Заседание → Кто участвовал",
		"/help?q=" + url.QueryEscape("ничегонет"): "ничего нет", "/help?all": "agenda", "/schema/meeting": "$schema",
		"/schema/settings": "pdf_profile"} {
		if status, body := p.get(path); status != 200 || !strings.Contains(body, want) {
			t.Errorf("%s: %d %s", path, status, body[:min(len(body), 300)])
		}
	}
	if status, _ := p.get("/schema/..%2fx"); status != 404 {
		t.Error(status)
	}
	for _, f := range fieldsAbout("") {
		if strings.Contains(f.Label+f.Where, "_") || strings.Contains(f.Label, "[") {
			t.Errorf("a key in place of a label: %+v", f)
		}
	}
}

// TestStarters checks that every beginning which the list offers makes a file.
func TestStarters(t *testing.T) {
	p := open(t, nil)
	more := moreStarters()
	if len(more) < 5 {
		t.Errorf("%v", more)
	}
	for _, o := range more {
		if _, err := p.server.start(o.Value); err != nil {
			t.Errorf("%s: %v", o.Value, err)
		}
	}
}

// TestSigners checks the names of signature fields.
func TestSigners(t *testing.T) {
	for text, want := range map[string]string{
		"место для подписи: chair, ещё не подписано":   "место для подписи: председатель, ещё не подписано",
		"подпись в поле «secretary2» недействительна":  "подпись в поле «секретарь 2» недействительна",
		"место для подписи: Signature1, ещё не занято": "место для подписи: Signature1, ещё не занято",
	} {
		if got := withSigners(text); got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
}
