package attack_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"protokol/generator"
	"protokol/generator/internal/attack"
	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/engine"
)

// verifier returns a generator that keeps the compiled PDF engine.
func verifier(t *testing.T) *generator.Generator {
	t.Helper()
	return verifierOf(t, "")
}

// verifierOf is verifier for a profile of PDF/A.
func verifierOf(t *testing.T, profile string) *generator.Generator {
	t.Helper()
	verifiers.Lock()
	defer verifiers.Unlock()
	if g := verifiers.of[profile]; g != nil {
		return g
	}
	g, err := generator.New(generator.Config{Source: true, Now: time.Now, CacheDir: engine.Folder(), Profile: profile})
	if err != nil {
		t.Fatal(err)
	}
	verifiers.of[profile] = g
	return g
}

// verifiers are the generators of verifierOf. They find what they printed before.
var verifiers = struct {
	sync.Mutex
	of map[string]*generator.Generator
}{of: map[string]*generator.Generator{}}

// verified returns what verify says of a paper, and whether it passes.
func verified(t *testing.T, g *generator.Generator, file []byte) (said string, pass bool) {
	t.Helper()
	v, err := g.Verify(t.Context(), generator.File{Name: "a", Data: file})
	if err != nil {
		return err.Error(), false
	}
	var b strings.Builder
	if err := v.Write(&b); err != nil {
		t.Fatal(err)
	}
	if err := v.Err(); err != nil {
		return b.String() + err.Error(), false
	}
	return b.String(), true
}

// passes checks that verify finds nothing in a paper that nobody changed. It looks once at
// a paper of several tests.
func passes(t *testing.T, g *generator.Generator, plain []byte) {
	t.Helper()
	if _, known := passed.Load(&plain[0]); known {
		return
	}
	if said, pass := verified(t, g, plain); !pass {
		t.Fatalf("the paper does not pass: %s", said)
	}
	passed.Store(&plain[0], true)
}

// passed holds the papers that passes looked at, by where paper keeps them.
var passed sync.Map

// kinds are the kinds of papers under attack.
var kinds = map[string]generator.Request{
	"protocol": {}, "extract": {Items: []int{2}}, "notice": {}, "attendance": {}, "assignments": {}, "letter": {},
	"invitation": {}, "application": {}, "consent": {Fillable: true},
}

// TestVerify: no attack passes as the paper that its source prints, whatever kind
// of paper it is, signed or not.
func TestVerify(t *testing.T) {
	g := verifier(t)
	signer := by(cmstest.ECDSA(t, "Чуранов", "Валерий Сергеевич"))
	turn := 0
	for kind, request := range kinds {
		if !effort.Full() && kind != "consent" && kind != "letter" {
			continue
		}
		request.Kind = kind
		plain := paper(t, g, "2026-03-12", request, "pdf")
		passes(t, g, plain)
		for i, a := range attack.All() {
			sample := 280
			switch {
			case effort.Full() && (kind == "protocol" || kind == "consent"):
				sample = 1
			case effort.Full():
				sample = 7
			case effort.Gate():
				sample = 70
			}
			if turn++; turn%sample > 0 {
				continue // rendering takes a second
			}
			signed, altered, err := a.Apply(plain, signer)
			if err != nil {
				t.Errorf("%s, %s: %v", kind, a.Name, err)
				continue
			}
			if said, pass := verified(t, g, altered); pass {
				t.Errorf("%s, %s, signed: passes: %s", kind, a.Name, said)
			}
			if said, pass := judged(g, altered); pass {
				t.Errorf("%s, %s: passes: %s", kind, a.Name, said)
			}
			if i == 0 {
				if said, pass := verified(t, g, signed); !pass {
					t.Errorf("%s, signed, does not pass: %s", kind, said)
				}
			}
			if !strings.HasPrefix(a.Name, "isa ") || a.Edit == nil {
				continue // needs a signature
			}
			unsigned, err := attack.Edit(plain, a.Edit)
			if err != nil {
				t.Errorf("%s, %s: %v", kind, a.Name, err)
			} else if said, pass := verified(t, g, unsigned); pass {
				t.Errorf("%s, %s, not signed: passes: %s", kind, a.Name, said)
				keep(t, "plain-"+kind+"-"+strings.ReplaceAll(a.Name, " ", "-")+".pdf", unsigned)
			}
		}
	}
}

// TestWordAttacks: no DOCX that shows other words in Word than its source prints
// passes.
func TestWordAttacks(t *testing.T) {
	g := newGenerator(t)
	check := func(plain []byte, list []attack.WordAttack) {
		t.Helper()
		refusesWord(t, g, plain, list, 12, 3)
	}
	check(paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "docx"), attack.WordAttacks("ПРОТОКОЛ"))
	layout := attack.OnWordLayout("ПРОТОКОЛ")
	if !effort.Full() {
		layout = layout[:9]
	}
	check(paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "docx"), layout)
	check(paper(t, g, "2026-03-12", generator.Request{Kind: "attendance"}, "docx"), attack.OnWordTable())
	check(paper(t, g, "2026-03-12", generator.Request{Kind: "consent", Fillable: true}, "docx"),
		attack.OnWordForm("впишите (обязательно)"))
}

// TestPlainPapers: no attack on a paper that nobody signed passes, and what is said
// names the change.
func TestPlainPapers(t *testing.T) {
	g := verifier(t)
	plain := paper(t, g, "2026-03-12", generator.Request{Kind: "application", Fillable: true}, "pdf")
	refuses(t, g, plain, attack.OnPlain(), 96, 12)
}

// refuses checks that a PDF passes and that no attack on it does. One of quick or of gate
// attacks is tried (effort.Takes), because rendering takes a second.
func refuses(t *testing.T, g *generator.Generator, plain []byte, list []attack.Attack, quick, gate int) {
	t.Helper()
	passes(t, g, plain)
	for i, a := range list {
		if !effort.Takes(i, quick, gate) {
			continue
		}
		altered, err := attack.Edit(plain, a.Edit)
		if err != nil {
			t.Fatal(a.Name, err)
		}
		if said, pass := verified(t, g, altered); pass || !strings.Contains(said, a.Says) {
			t.Errorf("%s: pass %v, want %q: %s", a.Name, pass, a.Says, said)
		}
	}
}

// refusesWord is refuses for a DOCX; what is only to be reported passes.
func refusesWord(t *testing.T, g *generator.Generator, plain []byte, list []attack.WordAttack, quick, gate int) {
	t.Helper()
	passes(t, g, plain)
	for i, a := range list {
		if a.Says == "" {
			t.Errorf("%s: states no sentence", a.Name)
		}
		if !effort.Takes(i, quick, gate) {
			continue
		}
		altered, err := a.Apply(plain)
		if err != nil {
			t.Fatal(a.Name, err)
		}
		if said, pass := verified(t, g, altered); pass != a.Remarked || !strings.Contains(said, a.Says) {
			t.Errorf("%s: pass %v, want %q: %s", a.Name, pass, a.Says, said)
		}
	}
}

// TestBeneath: no change of what stands beneath the pages passes.
func TestBeneath(t *testing.T) {
	g := verifier(t)
	plain := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
	passes(t, g, plain)
	for i, a := range attack.Beneath() {
		altered, err := attack.Edit(plain, a.Edit)
		if err != nil {
			t.Fatal(a.Name, err)
		}
		if strings.HasPrefix(a.Name, "place painted") {
			if said, pass := judged(g, altered); pass {
				t.Errorf("%s: the mark of no signature passes: %s", a.Name, said)
			}
		}
		if !effort.Takes(i, 120, 20) {
			continue // rendering takes a second
		}
		if said, pass := verified(t, g, altered); pass {
			t.Errorf("%s: passes: %s", a.Name, said)
		}
	}
}

// TestFields: no appearance of a field that shows something else than its value passes.
func TestFields(t *testing.T) {
	g := verifier(t)
	const field = "consent.subject.name"
	plain := paper(t, g, "2026-03-12", generator.Request{Kind: "consent", Fillable: true}, "pdf")
	for i, a := range attack.OnField(field) {
		if !effort.Takes(i, 30, 5) {
			continue // rendering takes a second
		}
		altered, err := attack.Edit(plain, a.Edit)
		if err != nil {
			t.Fatal(a.Name, err)
		}
		if said, pass := verified(t, g, altered); pass || !strings.Contains(said, a.Says) {
			t.Errorf("%s: pass %v, want %q: %s", a.Name, pass, a.Says, said)
		}
	}
}

// TestMarks: the mark of a signature that names another owner than the certificate does
// not pass.
func TestMarks(t *testing.T) {
	g := verifier(t)
	plain := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
	signer := by(cmstest.ECDSA(t, "Чуранов", "Валерий Сергеевич"))
	for owner, own := range map[string]bool{"Чуранов Валерий Сергеевич": true, "Белокопытов Михаил": false} {
		const words = "Сертификат 01 Владелец %s Действителен с 01.01.2026 по 01.01.2027"
		signed, err := signer.Sign(plain, attack.Options{Field: "chair", Mark: true, Says: fmt.Sprintf(words, owner)})
		if err != nil {
			t.Fatal(err)
		}
		if said, pass := verified(t, g, signed); pass != own || !own && !strings.Contains(said, "называет владельцем") {
			t.Errorf("%s: pass %v: %s", owner, pass, said)
		}
	}
}

// TestNamespaces: no change of what structure types mean passes in a paper of PDF 2.0.
func TestNamespaces(t *testing.T) {
	g := verifierOf(t, "a-4f")
	plain := paper(t, g, "2026-03-12", generator.Request{Kind: "consent"}, "pdf")
	passes(t, g, plain)
	for i, a := range attack.OnNamespaces() {
		if !effort.Full() && i%8 != 1 {
			continue // rendering takes a second
		}
		altered, err := attack.Edit(plain, a.Edit)
		if err != nil {
			t.Fatal(a.Name, err)
		}
		if said, pass := verified(t, g, altered); pass || !strings.Contains(said, a.Says) {
			t.Errorf("%s: pass %v, want %q: %s", a.Name, pass, a.Says, said)
		}
	}
}
