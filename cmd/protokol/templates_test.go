package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExampleTemplates fills the Word templates of the examples, which were typed in
// LibreOffice, without problems, and makes templates again from the papers.
func TestExampleTemplates(t *testing.T) {
	folder := absolute(t, "../../examples/templates")
	t.Chdir(t.TempDir())
	for _, name := range []string{"meeting.toml", "protocol.docx", "letter.docx", "application.docx"} {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, kind := range []string{"protocol", "letter", "application"} {
		command(t, "word", "check", "--strict", "--kind", kind, kind+".docx", "meeting.toml")
		command(t, "generate", "--strict", "--kind", kind, "--word", kind+".docx", "--name", "paper-"+kind,
			"meeting.toml")
		told := command(t, "word", "from", "--kind", kind, "paper-"+kind+".docx", "meeting.toml")
		if strings.Contains(told, "по бланку") {
			t.Errorf("the template made from the paper prints something else:\n%s", told)
		}
	}
}

// TestTemplateTraces checks that a batch names, as generate does, what every letter has
// from its template beside what is printed.
func TestTemplateTraces(t *testing.T) {
	folder := absolute(t, "../../examples/templates")
	t.Chdir(t.TempDir())
	letterWith(t, folder, `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>спросить шефа</w:t></w:r></w:p>`)
	told := command(t, "batch", "--kind", "letter", "--to", "list.csv", "--word", "t.docx",
		filepath.Join(folder, "meeting.toml"))
	if !strings.Contains(told, "в каждом DOCX из бланка: скрытый текст") {
		t.Error(told)
	}
}

// TestStrictBatch: a batch writes nothing with --strict if a letter is printed only approximately, and tells without
// writing which.
func TestStrictBatch(t *testing.T) {
	folder := absolute(t, "../../examples/templates")
	t.Chdir(t.TempDir())
	letterWith(t, folder, `<w:p><w:r><w:rPr><w:em w:val="dot"/></w:rPr><w:t>буква</w:t></w:r></w:p>`)
	for _, c := range []struct {
		flag, format string
		code         int
		told         bool
	}{{"--strict", "pdf", exitInput, true}, {"--strict", "docx,pdf", exitInput, true}, {"--dry-run", "pdf", 0, true},
		{"--dry-run", "docx", 0, false}, {"--strict", "docx", 0, false}} {
		var told bytes.Buffer
		code := run([]string{"protokol", "batch", c.flag, "--kind", "letter", "--to", "list.csv", "--format", c.format,
			"--out", "out", "--word", "t.docx", filepath.Join(folder, "meeting.toml")},
			strings.NewReader(""), &told, &told)
		if code != c.code || strings.Contains(told.String(), "знаки над буквами не печатаются") != c.told {
			t.Errorf("%s %s: code %d\n%s", c.flag, c.format, code, told.String())
		}
		if _, err := os.Stat("out"); c.told && err == nil {
			t.Errorf("%s %s: written", c.flag, c.format)
		}
	}
}

// letterWith writes t.docx, the letter of a folder with a paragraph more, and list.csv, to whom.
func letterWith(t *testing.T, folder, paragraph string) {
	t.Helper()
	mustForge(t, "markup", filepath.Join(folder, "letter.docx"), "t.docx", "word/document.xml", "<w:sectPr",
		paragraph+"<w:sectPr")
	list := "Организация;Руководитель;Должность\nООО «А»;Громов Олег Ильич;директор\n"
	if err := os.WriteFile("list.csv", []byte(list), 0o666); err != nil {
		t.Fatal(err)
	}
}

// command runs a command that succeeds, and returns what it prints.
func command(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	if code := run(append([]string{"protokol"}, args...), strings.NewReader(""), &out, &out); code != 0 {
		t.Fatalf("%s: %d\n%s", strings.Join(args, " "), code, out.String())
	}
	return out.String()
}

// TestTemplateIsKept: no paper and no template made from a paper replaces a template or another
// file, not even with --force.
func TestTemplateIsKept(t *testing.T) {
	folder := absolute(t, "../../examples/templates")
	t.Chdir(t.TempDir())
	for _, name := range []string{"meeting.toml", "protocol.docx"} {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil || os.WriteFile(name, data, 0o666) != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{
		{"generate", "--force", "--word", "protocol.docx", "--name", "protocol", "meeting.toml"},
		{"word", "from", "--force", "--out", "meeting.toml", "protocol.docx", "meeting.toml"},
	} {
		var told bytes.Buffer
		code := run(append([]string{"protokol"}, args...), strings.NewReader(""), &told, &told)
		if code != exitUsage || !strings.Contains(told.String(), "назовите") {
			t.Errorf("%s: code %d\n%s", args[0], code, told.String())
		}
	}
}
