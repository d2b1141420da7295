package input

import (
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/internal/tomlfile"
)

// TestLimit checks that a long list of problems keeps its first, an error, and
// the number of the rest.
func TestLimit(t *testing.T) {
	many := make(diag.List, 250)
	for i := range many {
		many[i] = diag.Problem{Severity: diag.Warning, File: "m.toml", Line: i + 1, Message: "странно"}
	}
	if got := limit(many[:maxProblems]); len(got) != maxProblems || got[99].Message != "странно" {
		t.Errorf("a hundred: %v", got[len(got)-1])
	}
	got := limit(many)
	last := got[len(got)-1]
	if len(got) != maxProblems || got.Failed() || last.Message != "и ещё замечаний: 151" || got[98].Line != 99 {
		t.Errorf("%d problems, last %v", len(got), last)
	}
	many[200].Severity = diag.Error
	got = limit(many)
	if len(got) != maxProblems || !got.Failed() || got[98].Line != 201 || many[98].Line != 99 {
		t.Errorf("the error is lost: %v", got[98])
	}
}

// TestExplained checks that a value of a wrong type hides what is said about
// its key, about what it would hold and about what holds it, and nothing else.
func TestExplained(t *testing.T) {
	known := newExplained(diag.List{{Key: "agenda[1].decisions[0].due"}, {Key: "council"}},
		diag.List{{Key: "letter.date", Severity: diag.Error}, {Message: "no key", Severity: diag.Error}})
	for key, want := range map[string]bool{
		"agenda": true, "agenda[1]": true, "agenda[1].decisions[0]": true, "agenda[1].decisions[0].due": true,
		"council.name": true, "council": true, "letter.date": true,
		"letter": false, "agenda[1].decisions[0].due[3]": true,
		"agenda[10]": false, "agenda[1].decisions[1]": false, "councillor": false, "": false, "council_file": false,
	} {
		if known.has(key) != want {
			t.Errorf("%q: %v", key, !want)
		}
	}
}

// TestMisspelled: a key that is probably another one is not also missing, and a section
// of the file under another name is all that is said.
func TestMisspelled(t *testing.T) {
	for key, missing := range map[string]string{"Date": "date", "people[0].job": "people[0].position"} {
		near := missing[strings.LastIndexByte(missing, '.')+1:]
		found := diag.List{{Key: key, Message: tomlfile.Unknown, Hint: tomlfile.NearHint + near}}
		if known := newExplained(found, nil); !known.has(missing) || known.has("chair") {
			t.Errorf("%s: missing %v, chair %v", key, known.has(missing), known.has("chair"))
		}
	}
	found := diag.List{{Key: "person", Message: tomlfile.Unknown}, {Key: "people[0].job", Message: tomlfile.Unknown}}
	translate(found, nil)
	if found[0].Hint != tomlfile.NearHint+"people" || found[1].Hint != tomlfile.NearHint+"position" {
		t.Errorf("hints: %v", found)
	}
	if !newExplained(found, nil).has("chair") {
		t.Error("the chair is among the people of the misspelled section")
	}
}
