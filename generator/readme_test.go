package generator

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/compose"
)

// TestREADMEListsEveryPaper compares the README with the kinds of papers, and
// that of the templates with the facts of letters.
func TestREADMEListsEveryPaper(t *testing.T) {
	papers, facts := readme(t, ".."), readme(t, "../templates")
	for _, kind := range compose.Kinds {
		if !regexp.MustCompile("(?m)^\\| .*`" + kind.Name + "`.* \\|").MatchString(papers) {
			t.Errorf("the README lacks the paper %s", kind.Name)
		}
	}
	for _, name := range compose.FieldNames() {
		if !strings.Contains(facts, "{"+name+"}") {
			t.Errorf("the README lacks the field {%s}", name)
		}
	}
}

// TestREADMECallsTheInterface: the program in the README is the first example.
func TestREADMECallsTheInterface(t *testing.T) {
	_, program, _ := strings.Cut(readme(t, ".."), "```go\n")
	program, _, found := strings.Cut(program, "\n```")
	example, err := os.ReadFile("example_test.go")
	if err != nil || !found {
		t.Fatal(found, err)
	}
	for line := range strings.Lines(program) {
		call := regexp.MustCompile(`[a-z]+\.[A-Z]\w+\(.*\)`).FindString(line)
		call = strings.Replace(call, `"examples"`, `"../examples"`, 1)
		if call == "" || !strings.Contains(string(example), call) {
			t.Errorf("no example has %q", call)
		}
	}
}

func readme(t *testing.T, dir string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestDocListsEveryPackage compares the list of packages in doc.go with the
// folders.
func TestDocListsEveryPackage(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	rooms, err := filepath.Glob("internal/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, room := range append(rooms, "diag", "document", "style") {
		name := filepath.ToSlash(room)
		listed := regexp.MustCompile(`(?m)^//\t([a-z]+, )*` + path.Base(name) + `[ ,]`).Match(text)
		if !listed && !slices.Contains(testKits, "generator/"+name) {
			t.Errorf("doc.go lacks the room %s", name)
		}
	}
}
