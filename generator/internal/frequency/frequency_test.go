package frequency

import (
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// TestLetters compares the codes with golang.org/x/text.
func TestLetters(t *testing.T) {
	const letters = "оеаинтсрвлОЕАИНТСРВЛ"
	for codes, table := range map[string]*charmap.Charmap{
		Windows1251: charmap.Windows1251,
		KOI8R:       charmap.KOI8R,
		CP866:       charmap.CodePage866,
	} {
		if got, err := table.NewDecoder().String(codes); got != letters || err != nil {
			t.Errorf("%v: %q, %v", table, got, err)
		}
	}
}
