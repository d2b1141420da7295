package tomlfile

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestComposed checks every pair of the characters that are passed over, alone and
// followed by a mark: they are in form NFC, and a text with a mark is not passed over.
func TestComposed(t *testing.T) {
	var passed []rune
	for r := rune(1); r < 0x3000; r++ {
		if isComposed(string(r)) {
			passed = append(passed, r)
		}
	}
	if len(passed) < 250 {
		t.Fatal(len(passed))
	}
	for _, a := range passed {
		for _, b := range passed {
			if text := string([]rune{a, b}); !norm.NFC.IsNormalString(text) {
				t.Fatalf("%q is not composed", text)
			}
		}
		for _, mark := range "\u0301\u0306\u0308\u0483" {
			if isComposed(string([]rune{a, mark})) {
				t.Fatalf("%U with %U", a, mark)
			}
		}
	}
	if normalize("и\u0306 а\r\nб") != "й а\nб" {
		t.Error(normalize("и\u0306 а\r\nб"))
	}
}
