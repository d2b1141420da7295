package printing

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"protokol/generator/internal/input"
)

// TestMarksInInput: the characters that origins are marked with are refused in a
// meeting, typed or escaped.
func TestMarksInInput(t *testing.T) {
	press := newPress(t, DefaultStyle)
	file := examples(t)[0]
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, mark := range []string{"\uFDD0", "\uFDEF", `\uFDD1`} {
		spoilt := bytes.Replace(src, []byte("place = \""), []byte("place = \""+mark), 1)
		if bytes.Equal(spoilt, src) {
			t.Fatalf("%s has no place", file)
		}
		m, problems := input.Read(file, spoilt, press.Reading(os.ReadFile))
		if m != nil || !strings.Contains(problems.Error(), "place: символа") {
			t.Errorf("%+q: %v", mark, problems)
		}
	}
}
