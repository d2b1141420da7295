package outside

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// VeraPDF checks with veraPDF that each file declares the given flavours, such as 3a
// and ua1, and conforms to them.
func VeraPDF(t testing.TB, flavours []string, files ...string) {
	t.Helper()
	declared := map[string][]string{}
	for _, file := range files {
		declared[file] = flavours
	}
	Conform(t, declared)
}

// Conform is VeraPDF for files of several flavours. Starting the program and parsing a
// file take longer than judging it once more, so that all flavours of all files are
// judged in one run.
func Conform(t testing.TB, declared map[string][]string) {
	t.Helper()
	files := slices.Sorted(maps.Keys(declared))
	out := Run(t, Program(t, "verapdf"), append([]string{"--format", "text", "-v"}, files...)...)
	for _, file := range files {
		for _, flavour := range declared[file] {
			if !strings.Contains("\n"+out, fmt.Sprintf("\nPASS %s %s\n", file, flavour)) {
				t.Errorf("%s does not conform to %s", file, flavour)
			}
		}
	}
	if t.Failed() {
		t.Log(out)
	}
}
