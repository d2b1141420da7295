package mailing

import "testing"

// TestSeed checks that the seed is computed without the digest of the source, which takes long, and yet
// changes with a comment in the source: letters record that digest.
func TestSeed(t *testing.T) {
	m := open(t, "letter", "organization\nООО «Заря»\n")
	m.from.Digest = func() string {
		t.Error("the seed waits for the digest of the source")
		return ""
	}
	seed := func() string {
		s, err := m.Seed()
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	before := seed()
	if seed() != before {
		t.Error("equal letters have different seeds")
	}
	m.source.Files[0].Data = append(m.source.Files[0].Data, "# исправлено\n"...)
	if seed() == before {
		t.Error("the seed is the same after a change of a comment")
	}
}
