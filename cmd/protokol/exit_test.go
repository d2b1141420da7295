package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"protokol/templates"
)

// TestExitCodes: 1 for an error in a file of the user, 2 in the command line, 3
// for the file system.
func TestExitCodes(t *testing.T) {
	good := "../../examples/2026-03-12/meeting.toml"
	out := t.TempDir()
	sheet, err := templates.Files.ReadFile("styles/gost-2025.toml")
	if err != nil {
		t.Fatal(err)
	}
	low := filepath.Join(out, "low.toml") // style sheet with rows too low for any text
	if err := os.WriteFile(low, bytes.Replace(sheet, []byte("[tables.form]"), []byte("[tables.form]\nrow_height = 3"),
		1), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		want int
		args []string
		in   string
	}{
		{0, []string{"check", good}, ""},
		{0, []string{"generate", good, "--out", out}, ""},
		{1, []string{"check", "-"}, "x = 1"},
		{1, []string{"generate", "-", "--out", out}, "x ="},
		{1, []string{"pdf", good, good + "/"}, ""}, // one paper named twice
		{2, []string{"pdf", good, filepath.Join(out, "none.docx")}, ""},
		{1, []string{"generate", good, "--style", "label-70x37", "--out", out}, ""},
		{1, []string{"generate", good, "--kind", "application", "--blank", "--style", low, "--out", out}, ""},
		{2, []string{"generate"}, ""},
		{2, []string{"generate", good, "--kind", "lettre", "--out", out}, ""},
		{2, []string{"frobnicate"}, ""},
		{2, []string{"check", filepath.Join(out, "none.toml")}, ""},
		{3, []string{"generate", good, "--out", "main.go/out"}, ""},
	} {
		var stdout, stderr bytes.Buffer
		got := run(append([]string{"protokol"}, test.args...), strings.NewReader(test.in), &stdout, &stderr)
		if got != test.want {
			t.Errorf("%v: exit code %d, want %d\n%s", test.args, got, test.want, stderr.String())
		}
		if got != 0 && (stdout.Len() > 0 || stderr.Len() == 0) {
			t.Errorf("%v: stdout %q, stderr %q", test.args, stdout.String(), stderr.String())
		}
	}
}

// faulty is a reader that panics.
type faulty struct{}

func (faulty) Read([]byte) (int, error) { panic("a fault") }

// TestPanic: a panic is reported in Russian, with exit code 3.
func TestPanic(t *testing.T) {
	var stderr bytes.Buffer
	if code := run([]string{"protokol", "check", "-"}, faulty{}, nil, &stderr); code != exitFault {
		t.Errorf("exit code %d", code)
	}
	if !strings.HasPrefix(stderr.String(), "protokol: внутренняя ошибка программы: ") {
		t.Error(stderr.String())
	}
}

// full is a standard output on a full disk.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

// TestFullOutput checks that every command fails when it cannot print its result.
func TestFullOutput(t *testing.T) {
	out := t.TempDir()
	good := "../../examples/2026-03-12/meeting.toml"
	if err := os.WriteFile(filepath.Join(out, "p.pdf"), onePage(t, t.TempDir()), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"generate", good, "--out", out}, {"forms", good}, {"schema"}, {"licenses"}, {"completion", "bash"},
		{"man"}, {"templates", "list"}, {"--help"}, {"--version"}, {"generate", "--help"}, {},
		{"init", filepath.Join(out, "new")},
		{"source", filepath.Join(out, "p.pdf")}, {"verify", filepath.Join(out, "p.pdf")},
		{"sign", "--list", filepath.Join(out, "p.pdf")},
	} {
		var stderr bytes.Buffer
		code := run(append([]string{"protokol"}, args...), strings.NewReader(""), full{}, &stderr)
		if code != exitFault || !strings.Contains(stderr.String(), "no space left on device") {
			t.Errorf("%v: exit code %d, %s", args, code, stderr.String())
		}
	}
}
