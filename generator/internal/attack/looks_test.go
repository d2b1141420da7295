package attack_test

import (
	"strings"
	"testing"

	"protokol/generator"
	"protokol/generator/internal/attack"
	"protokol/generator/internal/cms/cmstest"
)

// TestLooks: an answer whose letters are drawn so that people see others is a change. Honest ways of drawing are not.
func TestLooks(t *testing.T) {
	g := newGenerator(t)
	plain := paper(t, g, "2026-03-12", generator.Request{Kind: "consent", Fillable: true}, "pdf")
	signer := by(cmstest.ECDSA(t, "Чуранов", "Валерий Сергеевич"))
	signed, err := attack.Attack{Certify: 2, Prepare: attack.PrepareSum}.Sign(plain, signer)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range attack.OnLooks() {
		altered, err := a.Alter(signed)
		if err != nil {
			t.Fatal(a.Name, err)
		}
		if said, pass := judged(g, altered); pass || !strings.Contains(said, a.Says) {
			t.Errorf("%s: pass %v, want %q: %s", a.Name, pass, a.Says, said)
		}
	}
	for name, c := range map[string][2]string{
		"with a space":       {"1 234", "q 1 1 98 18 re W n BT /F 10 Tf 0 Tc 0 Tw 100 Tz 0 Ts 2 5 Td (1 234) Tj ET Q"},
		"in pieces":          {"AVA", "BT 0 0 0 rg /F 10 Tf 1 0 0 1 2 5 Tm [(A) 80 (V) 74 (A)] TJ ET"},
		"cell by cell":       {"123", "BT /F 10 Tf 0 g 5 5 Td (1) Tj 30 0 Td (2) Tj 30 0 Td (3) Tj ET"},
		"as a letter slants": {"100", "BT /F 10 Tf 0 g 1 0 0.3 1 2 5 Tm (100) Tj ET"},
		"as a phone":         {"8 800 555-35-35", "BT /F 10 Tf 0 g 2 5 Td (8 800 555-35-35) Tj ET"},
	} {
		altered, err := attack.Edit(signed, attack.Look(c[0], c[1], nil))
		if err != nil {
			t.Fatal(name, err)
		}
		if said, pass := judged(g, altered); !pass {
			t.Errorf("%s: does not pass: %s", name, said)
		}
	}
}
