package attack_test

import (
	"slices"
	"testing"

	"protokol/generator"
	"protokol/generator/internal/attack"
	"protokol/generator/internal/effort"
)

// TestWordCorners: no DOCX passes that says something twice, in alternatives, or to
// programs that read packages otherwise.
func TestWordCorners(t *testing.T) {
	g := newGenerator(t)
	check := func(plain []byte, list []attack.WordAttack) {
		t.Helper()
		if said, pass := verified(t, g, plain); !pass {
			t.Errorf("the paper does not pass: %s", said)
		}
		for i, a := range list {
			if !effort.Full() && i%4 > 0 {
				continue
			}
			altered, err := a.Apply(plain)
			if err != nil {
				t.Error(err)
				continue
			}
			if said, pass := verified(t, g, altered); pass != a.Told {
				t.Errorf("%s: pass %v: %s", a.Name, pass, said)
			} else {
				t.Logf("%s: %s", a.Name, said)
			}
		}
	}
	plain := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "docx")
	check(plain, attack.OnWordCorners("ПРОТОКОЛ"))
	check(paper(t, g, "2026-03-12", generator.Request{Kind: "protocol"}, "docx"), attack.OnWordPictures())
	check(paper(t, g, "2026-03-12", generator.Request{Kind: "attendance"}, "docx"), attack.OnWordRows())
	for _, a := range attack.OnArchive() {
		if said, pass := verified(t, g, a.Bytes(slices.Clone(plain))); pass {
			t.Errorf("%s: passes: %s", a.Name, said)
		} else {
			t.Logf("%s: %s", a.Name, said)
		}
	}
}
