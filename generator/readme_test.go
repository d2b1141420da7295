package generator

import (
	"os"
	"strings"
	"testing"

	"protokol/generator/compose"
)

// TestREADMEListsEveryPaper holds the README to the kinds of papers and to the
// facts that a text can name.
func TestREADMEListsEveryPaper(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range compose.Kinds {
		if !strings.Contains(string(readme), "| `"+kind.Name+"` | ") {
			t.Errorf("the README lacks the paper %s", kind.Name)
		}
	}
	for _, name := range compose.FieldNames() {
		if !strings.Contains(string(readme), "{"+name+"}") {
			t.Errorf("the README lacks the field {%s}", name)
		}
	}
}
