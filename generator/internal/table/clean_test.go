package table

import (
	"strings"
	"testing"
)

// TestUnwrapText checks the notations that keep Excel from interpreting a text.
func TestUnwrapText(t *testing.T) {
	for text, want := range map[string]string{
		`="0123"`: "0123", `=""`: "", `="a`: `="a`, `="a"&"b"`: `="a"&"b"`,
		"'+7 910": "+7 910", "'-": "-", "'а": "а", "'": "'", "'а'": "'а'",
	} {
		if got := unwrapText(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// TestSpacesAround checks that spaces around a text change nothing else.
func TestSpacesAround(t *testing.T) {
	for text, want := range map[string]string{
		" а ": "а", "\tа\tб\n": "а б", "\r\nа\r\nб ": "а\nб", "\u00a0а\u00ad ": "а",
	} {
		if got := Clean(text); got != want || strings.TrimSpace(got) != got {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}
