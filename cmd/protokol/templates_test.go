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

// command runs a command that succeeds, and returns what it prints.
func command(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	if code := run(append([]string{"protokol"}, args...), strings.NewReader(""), &out, &out); code != 0 {
		t.Fatalf("%s: %d\n%s", strings.Join(args, " "), code, out.String())
	}
	return out.String()
}
