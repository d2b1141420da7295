package compose

import (
	"bytes"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"protokol/generator/document"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/meeting"
)

// TestFoldersOfReleasedTemplates checks that templates of the rules 15, all of them or any one alone, go on printing:
// what the built-in ones call beside them must be in files that such a folder does not replace. A quick run prints with
// some.
func TestFoldersOfReleasedTemplates(t *testing.T) {
	released := os.DirFS("testdata/templates-15")
	whole, err := Load(laidOver(t, released))
	if err != nil {
		t.Fatal(err)
	}
	everyPaper(t, whole)
	files := layered(t, released)
	for i, name := range slices.Sorted(maps.Keys(files)) {
		if lacks := undefined(laidOver(t, fstest.MapFS{name: files[name]})); len(lacks) > 0 {
			t.Errorf("%s: no templates %v", name, lacks)
		}
		set, err := Load(laidOver(t, fstest.MapFS{name: files[name]}))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if effort.Takes(i, 25, 10) {
			everyPaper(t, set)
		}
	}
	if len(files) != 50 {
		t.Errorf("%d files of templates", len(files))
	}
}

// TestReleasedCandidates checks that an office's own words for candidates are those of all candidates of a list.
func TestReleasedCandidates(t *testing.T) {
	people := layered(t, os.DirFS("testdata/templates-15"))["partials/words-people.tmpl"]
	people.Data = bytes.Replace(people.Data, []byte(`{{define "candidate"}}`), []byte(`{{define "candidate"}}гр. `), 1)
	set, err := Load(laidOver(t, fstest.MapFS{"partials/words-people.tmpl": people}))
	if err != nil {
		t.Fatal(err)
	}
	m := bare()
	m.Elections = []meeting.Election{{Office: "староста", Elected: []string{"Ткач И. И."},
		Candidates: []meeting.Candidate{
			{Name: "Ткач И. И.", Vote: &meeting.Vote{Secret: true, For: heads(2)}},
			{Name: "Луч И. И.", Vote: &meeting.Vote{For: heads(1)}}}}}
	doc, _, err := set.Document(t.Context(), Request{Kind: "protocol"}, m)
	if err != nil {
		t.Fatal(err)
	}
	text, want := oneLine(document.PlainText(doc)), "1) гр. Ткач И.И. – «за» – 2; 2) гр. Луч И.И. – «за» – 1."
	if !strings.Contains(text, want) {
		t.Errorf("no %q in\n%s", want, text)
	}
}

// undefined returns the names that templates call and none of them defines. A set reports such a name only when a paper
// comes to the call.
func undefined(files fstest.MapFS) (names []string) {
	calls, defines := regexp.MustCompile(`{{-? *template "([^"]+)"`), regexp.MustCompile(`{{-? *define "([^"]+)"`)
	defined := map[string]bool{}
	for _, file := range files {
		for _, found := range defines.FindAllSubmatch(file.Data, -1) {
			defined[string(found[1])] = true
		}
	}
	for _, file := range files {
		for _, found := range calls.FindAllSubmatch(file.Data, -1) {
			if name := string(found[1]); !defined[name] {
				names = append(names, name)
			}
		}
	}
	return names
}
