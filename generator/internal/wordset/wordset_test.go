package wordset

import "testing"

func TestWords(t *testing.T) {
	is := Words("января февраля", "марта")
	for word, want := range map[string]bool{"января": true, "марта": true, "март": false, "": false, " ": false} {
		if is(word) != want {
			t.Errorf("%q: %v", word, !want)
		}
	}
}

func TestEndings(t *testing.T) {
	is := Endings("ами ого", "ь")
	for word, want := range map[string]bool{
		"домами": true, "ами": true, "конь": true, "ого": true, "ог": false, "": false, "\xd1\x8c": true, "\x8c": false,
	} {
		if is(word) != want {
			t.Errorf("%q: %v", word, !want)
		}
	}
}
