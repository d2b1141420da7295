package web

import (
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEdit(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	for _, c := range []struct {
		do, value string
		path      []any
		old, new  string
	}{
		{"set", "4-пр", []any{"number"}, `"3" #`, `"4-пр" #`},
		{"set", "13.03.2026", []any{"date"}, "2026-03-12", "2026-03-13"},
		{"set", "зал", []any{"place"}, "[council]", "place = \"зал\"\n\n[council]"},
		{"set", "", []any{"people", 0, "position"}, "position = \"директор\"\n", ""},
		{"expand", "", []any{"agenda", 0, "decisions", 0}, `"Утвердить план."`, `{ text = "Утвердить план." }`},
		{"set", "01.04.2026", []any{"agenda", 0, "decisions", 0, "due"}, `план." }`, `план.", due = 2026-04-01 }`},
		{"set", "5", []any{"agenda", 1, "vote", "for"}, "\"Разное\"\n", "\"Разное\"\n\n[agenda.vote]\nfor = 5\n"},
		{"insert", "", []any{"agenda", 2}, "for = 5\n", "for = 5\n\n[[agenda]]\n"},
		{"set", "true", []any{"seal"}, "place = \"зал\"\n", "place = \"зал\"\nseal = true\n"},
		{"empty", "", []any{"signers"}, "seal = true\n", "seal = true\nsigners = []\n"},
	} {
		before := p.file("m.toml")
		p.edit("m.toml", c.do, c.value, c.path...)
		got := strings.ReplaceAll(p.file("m.toml"), "\n\n", "\n")
		want := strings.ReplaceAll(strings.Replace(before, c.old, c.new, 1), "\n\n", "\n")
		if got != want || before == p.file("m.toml") {
			t.Errorf("%s %v:\n%s", c.do, c.path, p.file("m.toml"))
		}
	}
	info, err := os.Stat(filepath.Join(p.dir, "m.toml"))
	if err != nil || info.Mode().Perm() != 0o640 {
		t.Error("permissions:", info.Mode(), err)
	}
	if left, _ := filepath.Glob(filepath.Join(p.dir, ".protokol*")); len(left) > 0 {
		t.Error("left over:", left)
	}
}

func TestEditRefused(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	v := version([]byte(meeting))
	for _, c := range []map[string]any{
		{"do": "set", "path": []any{"unknown"}, "value": "x"},
		{"do": "set", "path": []any{"date"}, "value": "31.02.2026"},
		{"do": "set", "path": []any{"date"}, "value": "завтра"},
		{"do": "set", "path": []any{"agenda"}, "value": "x"},
		{"do": "set", "path": []any{"agenda", 9, "title"}, "value": "x"},
		{"do": "set", "path": []any{"agenda", 0, "minutes"}, "value": "десять"},
		{"do": "set", "path": []any{}, "value": "x"},
		{"do": "set", "path": []any{1.5}, "value": "x"},
		{"do": "move", "path": []any{"agenda", 0}, "to": 7},
		{"do": "drop", "path": []any{"agenda", 0}},
		{"do": "expand", "path": []any{"agenda", 0}},
	} {
		c["file"], c["version"] = "m.toml", v
		if status, body := p.post("/api/edit", c); status < 400 || status >= 500 {
			t.Errorf("%v: %d %s", c, status, body)
		}
	}
	if p.file("m.toml") != meeting {
		t.Error("the file has changed")
	}
}

func TestUndo(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	p.edit("m.toml", "set", "4", "number")
	now = now.Add(typing)
	p.edit("m.toml", "set", "50", "number")
	second := p.edit("m.toml", "set", "5", "number") // typed in one go
	if !second.Undo || second.Redo {
		t.Error("state", second.Undo, second.Redo)
	}
	for _, c := range []struct {
		redo bool
		want string
	}{{false, `"4"`}, {false, `"3"`}, {true, `"4"`}, {true, `"5"`}, {false, `"4"`}} {
		if status, body := p.post("/api/undo", map[string]any{"file": "m.toml", "redo": c.redo}); status != 200 {
			t.Fatal(status, body)
		}
		if !strings.Contains(p.file("m.toml"), "number = "+c.want) {
			t.Errorf("want %s:\n%s", c.want, p.file("m.toml"))
		}
	}
	// Work of another program is not undone.
	other := strings.Replace(meeting, "О плане", "О смете", 1)
	if err := os.WriteFile(filepath.Join(p.dir, "m.toml"), []byte(other), 0o666); err != nil {
		t.Fatal(err)
	}
	if status, _ := p.post("/api/undo", map[string]any{"file": "m.toml"}); status != http.StatusConflict {
		t.Error("undone:", status)
	}
	if p.file("m.toml") != other {
		t.Error("the work of another program is lost")
	}
}

// TestElsewhere changes the file in another program while the page shows an
// earlier content.
func TestElsewhere(t *testing.T) {
	write := func(p *page, old, text string) {
		data := strings.Replace(p.file("m.toml"), old, text, 1)
		if err := os.WriteFile(filepath.Join(p.dir, "m.toml"), []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	set := func(p *page, seen string, path ...any) (int, string) {
		return p.post("/api/edit", map[string]any{"file": "m.toml", "version": version([]byte(seen)), "do": "set",
			"path": path, "value": "моё"})
	}
	p := open(t, map[string]string{"m.toml": meeting})
	p.get("/edit/m.toml")
	write(p, "О плане", "О смете")
	if status, body := set(p, meeting, "agenda", 1, "title"); status != 200 || !strings.Contains(body, "смете") {
		t.Error("another place:", status, body)
	}
	if got := p.file("m.toml"); !strings.Contains(got, "О смете") || !strings.Contains(got, "моё") {
		t.Errorf("merged:\n%s", got)
	}
	status, body := set(p, meeting, "agenda", 0, "title")
	if status != http.StatusConflict || !strings.Contains(body, "О смете") {
		t.Error("the same place:", status, body)
	}
	if strings.Contains(p.file("m.toml"), `"О плане"`) || !strings.Contains(p.file("m.toml"), "О смете") {
		t.Error("overwritten")
	}
	if status, body := set(p, p.file("m.toml"), "agenda", 0, "title"); status != 200 {
		t.Error("by order:", status, body)
	}
	status, body = p.post("/api/edit", map[string]any{"file": "m.toml", "version": version([]byte(p.file("m.toml"))),
		"shown": version([]byte(meeting)), "do": "set", "path": []any{"agenda", 0, "title"}, "value": "по вопросу"})
	if state := p.state(body); status != 200 || !state.Merged || state.Form == "" {
		t.Error("by order, from a form that does not show all:", status, body)
	}
	write(p, "[[agenda]]", "[[agenda]]\ntitle = \"Первый\"\n[[agenda]]")
	if status, _ := set(p, meeting, "agenda", 1, "title"); status != http.StatusConflict {
		t.Error("a list of another length:", status)
	}
}

func TestText(t *testing.T) {
	windows := "\uFEFF" + strings.ReplaceAll(meeting, "\n", "\r\n")
	p := open(t, map[string]string{"m.toml": windows})
	text := strings.Replace(meeting, "Разное", "О разном", 1)
	status, body := p.post("/api/text", map[string]any{"file": "m.toml", "version": version([]byte(windows)),
		"text": text})
	if status != 200 || p.file("m.toml") != strings.Replace(windows, "Разное", "О разном", 1) {
		t.Errorf("%d %s\n%q", status, body, p.file("m.toml"))
	}
	status, _ = p.post("/api/text", map[string]any{"file": "m.toml", "version": version([]byte(windows)), "text": "x"})
	if status != http.StatusConflict {
		t.Error("an earlier content:", status)
	}
	status, body = p.post("/api/text", map[string]any{"file": "m.toml", "version": version([]byte(p.file("m.toml"))),
		"text": "date = \n"})
	if s := p.state(body); status != 200 || !s.Broken || len(s.Problems) == 0 || s.Form != "" {
		t.Error("a syntax error:", status, body)
	}
	if status, body := p.get("/edit/m.toml"); status != 200 || !strings.Contains(body, "В файле ошибка записи") {
		t.Error("page of a broken file:", status)
	}
}

// TestReplace: what another program saves between two tries to replace a file stays.
func TestReplace(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	temporary, err := p.server.write(".", 0o666, []byte("наше"))
	if err != nil {
		t.Fatal(err)
	}
	theirs := strings.Replace(meeting, "О плане", "О бюджете", 1)
	if err := os.WriteFile(filepath.Join(p.dir, "m.toml"), []byte(theirs), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := p.server.replace(temporary, "m.toml", []byte(meeting)); err == nil || p.file("m.toml") != theirs {
		t.Errorf("an older content: %v, %s", err, p.file("m.toml"))
	}
	if err := p.server.replace(temporary, "m.toml", []byte(theirs)); err != nil || p.file("m.toml") != "наше" {
		t.Errorf("the content as it was read: %v, %s", err, p.file("m.toml"))
	}
}

// TestOwnTyping: what a page has typed itself is not a change of somebody else, whether
// or not it has had the answer, but an earlier turn does not undo a later one.
func TestOwnTyping(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	p.get("/edit/m.toml")
	seen := version([]byte(meeting))
	steps := []struct {
		page   string
		turn   int
		value  string
		path   []any
		status int
		want   string
	}{
		{"А", 1, "О пла", []any{"agenda", 0, "title"}, 200, "О пла"},
		{"А", 2, "О планах", []any{"agenda", 0, "title"}, 200, "О планах"}, // the answer to 1 was lost
		{"А", 1, "О пла", []any{"agenda", 0, "title"}, 409, "О планах"},    // comes late
		{"А", 3, "4", []any{"number"}, 200, "4"},
		{"Б", 9, "О смете", []any{"agenda", 0, "title"}, 409, "О планах"},
		{"", 9, "О смете", []any{"agenda", 0, "title"}, 409, "О планах"},
		{"Б", 10, "зал", []any{"place"}, 200, "зал"},
		{"А", 11, "О плане", []any{"agenda", 0, "title"}, 409, "О планах"}, // since then, Б has changed the file
	}
	for i, c := range steps {
		status, body := p.post("/api/edit", map[string]any{"file": "m.toml", "version": seen, "do": "set",
			"path": c.path, "value": c.value, "page": c.page, "turn": c.turn})
		if status != c.status || !strings.Contains(p.file("m.toml"), `"`+c.want+`"`) {
			t.Errorf("%d: %d %s\n%s", i, status, body, p.file("m.toml"))
		}
	}
}

// TestTextNotUTF8: the letters of a file that the page cannot show are not written over.
func TestTextNotUTF8(t *testing.T) {
	old := "place = \"\xc7\xe0\xeb\"\n" // «Зал» in windows-1251
	p := open(t, map[string]string{"m.toml": old})
	for text, want := range map[string]int{"place = \"\uFFFD\uFFFD\uFFFD\"\n": 422, "place = \"Зал\"\n": 200} {
		if err := os.WriteFile(filepath.Join(p.dir, "m.toml"), []byte(old), 0o666); err != nil {
			t.Fatal(err)
		}
		status, body := p.post("/api/text", map[string]any{"file": "m.toml", "version": version([]byte(old)),
			"text": text})
		if status != want || (p.file("m.toml") == old) != (want != 200) {
			t.Errorf("%q: %d %s\n%q", text, status, body, p.file("m.toml"))
		}
	}
}

// TestReadOnly: a file that somebody has protected is not replaced.
func TestReadOnly(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	if err := os.Chmod(filepath.Join(p.dir, "m.toml"), 0o440); err != nil {
		t.Fatal(err)
	}
	status, body := p.post("/api/edit", map[string]any{"file": "m.toml", "version": version([]byte(meeting)),
		"do": "set", "path": []any{"number"}, "value": "4"})
	if status != http.StatusConflict || !strings.Contains(body, "только для чтения") || p.file("m.toml") != meeting {
		t.Error(status, body)
	}
}

// TestUnwritten checks that a folder without permission to write is named with what to do,
// and that the temporary file is not mentioned.
func TestUnwritten(t *testing.T) {
	p := open(t, nil)
	denied := &fs.PathError{Op: "openat", Path: ".protokol-1", Err: fs.ErrPermission}
	for folder, want := range map[string]string{".": filepath.Base(p.dir), "2026/март": "март"} {
		err := unprocessable(p.server.unwritten(folder, denied))
		if known, ok := errors.AsType[statusError](err); !ok || known.status != http.StatusConflict ||
			!strings.HasPrefix(known.text, "В папку «"+want+"» нельзя ничего записать: нет прав доступа. ") {
			t.Error(err)
		}
	}
	if full := errors.New("full"); p.server.unwritten(".", full) != full {
		t.Error("another error was replaced")
	}
	if err := os.WriteFile(filepath.Join(p.dir, "письма"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	_, err := p.server.folderFor("письма/m.toml", "", "")
	if err == nil || !strings.Contains(err.Error(), "переименуйте") {
		t.Error(err)
	}
}
