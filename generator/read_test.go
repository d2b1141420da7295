package generator

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// small is a meeting that names the council's file FILE.
const small = `council_file = "FILE"
date = 2026-01-15
chair = "Первый И. И."
secretary = "Вторая М. П."
council.name = "Координационный совет"
people = [{ name = "Первый Иван Иванович" }, { name = "Вторая Мария Петровна" }]
[[agenda]]
title = "О плане работы на 2026 год."
decisions = ["Утвердить план работы на 2026 год."]
`

// TestConfined: a meeting cannot open files outside of the root of its fs.FS.
func TestConfined(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{
		"council.toml":         "council.city = \"Смоленск\"\n",
		"meetings/near.toml":   "council.name = \"Совет\"\n",
		"meetings/a/meet.toml": strings.Replace(small, "FILE", "../near.toml", 1),
		"meetings/b/meet.toml": strings.Replace(small, "FILE", "../../council.toml", 1),
		"meetings/c/meet.toml": strings.Replace(small, "FILE", filepath.ToSlash(filepath.Join(dir, "council.toml")), 1),
	} {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	g := newTestGenerator(t, Config{})
	root, err := os.OpenRoot(filepath.Join(dir, "meetings"))
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for name, inside := range map[string]bool{"a/meet.toml": true, "b/meet.toml": false, "c/meet.toml": false} {
		_, problems := g.Read(root.FS(), name)
		if problems.Failed() == inside || !inside && !strings.Contains(problems.Error(), "не открывается файл") {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

// TestWrongNamedFile: a file that a meeting names and that cannot be read is an error at its key, without a quotation.
func TestWrongNamedFile(t *testing.T) {
	const letter = "[letter]\nword = \"FILE\"\nsigner = \"Первый И. И.\"\n" +
		"to = [{ name = \"Первый И. И.\" }]\ntext = [\"А.\"]\n"
	const picture = `pictures = [{ file = "FILE", alt = "план", width = 50 }]` + "\n"
	g := newTestGenerator(t, Config{})
	for key, source := range map[string]string{"council_file": small,
		"letter.word":                strings.Replace(small, "council_file = \"FILE\"\n", "", 1) + letter,
		"agenda[0].pictures[0].file": strings.Replace(small, "council_file = \"FILE\"\n", "", 1) + picture} {
		for _, name := range []string{"passwords", "pipe", "folder", "none", "link"} {
			files := fstest.MapFS{"m.toml": {Data: []byte(strings.Replace(source, "FILE", name, 1))},
				"passwords": {Data: []byte("root:$6$secret:19000:0:99999:7:::\n")}, "pipe": {Mode: fs.ModeNamedPipe},
				"folder/x": {}, "link": {Mode: fs.ModeSymlink, Data: []byte("passwords")}}
			m, problems := g.Read(files, "m.toml")
			if !problems.Failed() {
				var err error
				if problems, err = g.Check(t.Context(), m); err != nil {
					t.Errorf("%s, %s: %v", key, name, err)
				}
			}
			var printed strings.Builder
			problems.Print(&printed)
			text := printed.String()
			if !problems.Failed() || !strings.Contains(text, key) || strings.Contains(text, "secret") {
				t.Errorf("%s, %s:\n%s", key, name, text)
			}
		}
	}
}

// TestNoForeignExcerpt: excerpts never quote a file that is not part of a
// meeting, even if a meeting names it. They quote a council's file with an
// error.
func TestNoForeignExcerpt(t *testing.T) {
	g := newTestGenerator(t, Config{})
	for name, test := range map[string]struct {
		file   string
		quoted bool
	}{
		"passwords":   {"root:$6$secret:19000:0:99999:7:::\n", false},
		"environment": {"DB_PASSWORD=secret\nTOKEN=secret\n", false},
		"other TOML":  {"[database]\npassword = secret\n", false},
		"settings":    {"theme = \"dark\"\npassword = \"secret\"\n", false},
		"council":     {"[council]\nname = secret\n", true},
		"people":      {"[[people]]\nname = secret\n", true},
	} {
		files := fstest.MapFS{"m.toml": {Data: []byte(strings.Replace(small, "FILE", "other", 1))},
			"other": {Data: []byte(test.file)}}
		_, problems := g.Read(files, "m.toml")
		var printed strings.Builder
		problems.Print(&printed)
		if !problems.Failed() || strings.Contains(printed.String(), "secret") != test.quoted {
			t.Errorf("%s:\n%s", name, printed.String())
		}
	}
}

// TestPaperFileNames: no paper of a file has the name of its protocol where case is ignored.
func TestPaperFileNames(t *testing.T) {
	g := newTestGenerator(t, Config{})
	m, problems := g.Read(fstest.MapFS{"m.toml": {Data: []byte(`number = "1"
date = 2026-11-12
chair = "Первый И. И."
council.name = "Совет"
people = [{ name = "Первый Иван Ильич" }]
agenda = [{ title = "О плане", decisions = [] }]
[papers.counting]
title = "ПРОТОКОЛ"
number = "1"
[papers.jury]
title = "Протокол"
[papers.act]
title = "ПРОТОКОЛ ОСМОТРА"
`)}}, "m.toml")
	if problems.Failed() {
		t.Fatal(problems)
	}
	for kind, want := range map[string]string{
		"protocol": "Протокол № 1 от 12.11.2026",
		"counting": "Протокол счётной комиссии № 1 от 12.11.2026",
		"jury":     "Протокол от 12.11.2026 (jury)",
		"act":      "ПРОТОКОЛ ОСМОТРА от 12.11.2026",
	} {
		paper, problems, err := g.Make(t.Context(), m, Request{Kind: kind})
		if err != nil || problems.Failed() {
			t.Fatal(kind, err, problems)
		}
		if got := strings.ReplaceAll(paper.FileName(""), "\u00a0", " "); got != want {
			t.Errorf("%s: %q, want %q", kind, got, want)
		}
	}
}
