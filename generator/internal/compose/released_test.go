package compose

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"testing"
	"testing/fstest"

	"protokol/generator/internal/effort"
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
