package generator

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"protokol/generator/internal/origin"
)

// TestUnpackedPaths: each file of a paper gets a path of its own in the folder, whatever its name is, which every file
// system accepts.
func TestUnpackedPaths(t *testing.T) {
	long := strings.Repeat("ж", 125)
	cut := strings.Repeat("ж", 100)
	for name, test := range map[string]struct{ names, want []string }{
		"outside": {[]string{"../x", "/etc/x", `..\..\y`, `C:\z`, "..", "."},
			[]string{"x", "x (2)", "y", "C-/z", "файл", "файл (2)"}},
		"of Windows": {[]string{"CON", "NUL.txt", "a:b", "a.txt "},
			[]string{"_CON", "_NUL.txt", "a-b", "a.txt"}},
		"invisible":         {[]string{"\u202egnp.exe"}, []string{"gnp.exe"}},
		"long":              {[]string{long + ".png", long + "ж.png"}, []string{cut + ".png", cut + " (2).png"}},
		"long for no type":  {[]string{long + ".a b"}, []string{cut}},
		"case":              {[]string{"a.TXT", "A.txt", "ſ", "S"}, []string{"a.TXT", "A (2).txt", "ſ", "S (2)"}},
		"normalization":     {[]string{"й", "и\u0306"}, []string{"й", "й (2)"}},
		"a number":          {[]string{"a", "a (2)", "A"}, []string{"a", "a (2)", "A (3)"}},
		"a file, a folder":  {[]string{"a", "A/b", "a/b"}, []string{"a", "b", "b (2)"}},
		"a folder, a file":  {[]string{"a/b", "A", "a/c"}, []string{"a/b", "A (2)", "a/c"}},
		"a file in between": {[]string{"a/b", "a/b/c/d", "c"}, []string{"a/b", "d", "c"}},
	} {
		paths := unpacked{map[string]int{}, map[string]bool{}}
		var got []string
		for _, name := range test.names {
			got = append(got, paths.free(pathOf(origin.File{Path: name})))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %s", name, cmp.Diff(test.want, got))
		}
	}
}
