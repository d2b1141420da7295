package attack_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"protokol/generator"
	"protokol/generator/internal/attack"
	"protokol/generator/internal/cms"
	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/engine"
)

// now is the time of signing.
var now = time.Date(2026, 3, 13, 10, 20, 30, 0, time.UTC)

func by(p cmstest.Identity) attack.Signer {
	return attack.Signer{Signer: cms.Signer{Key: p.Key, Certificate: p.Certificate}, Time: now}
}

// newGenerator returns a generator of an hour after the signing, one for all tests: it
// keeps the PDF engine, and finds what it printed before.
func newGenerator(t *testing.T) *generator.Generator {
	t.Helper()
	g, err := generatorAfter()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

var generatorAfter = sync.OnceValues(func() (*generator.Generator, error) {
	return generator.New(generator.Config{Source: true, CacheDir: engine.Folder(),
		Now: func() time.Time { return now.Add(time.Hour) }})
})

// paper prints a paper of an example. Tests that attack the same paper share it, and
// must not change it in place.
func paper(t *testing.T, g *generator.Generator, example string, r generator.Request, format string) []byte {
	t.Helper()
	name := printed{g, fmt.Sprintf("%s %+v %s", example, r, format)}
	papers.Lock()
	defer papers.Unlock()
	if file := papers.made[name]; file != nil {
		return file
	}
	m, problems := g.Read(os.DirFS("../../../examples"), example+"/meeting.toml")
	if problems.Failed() {
		t.Fatal(problems)
	}
	p, problems, err := g.Make(t.Context(), m, r)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	var b bytes.Buffer
	if err := p.Write(&b, format); err != nil {
		t.Fatal(err)
	}
	papers.made[name] = slices.Clip(b.Bytes())
	return papers.made[name]
}

// papers are those of paper.
var papers = struct {
	sync.Mutex
	made map[printed][]byte
}{made: map[printed][]byte{}}

// printed is what a paper is printed by, and of.
type printed struct {
	by *generator.Generator
	of string
}

// judged returns what is said of the signatures of a file, and whether they pass.
func judged(g *generator.Generator, file []byte) (said string, pass bool) {
	r, err := g.Signatures(context.Background(), file)
	if err != nil {
		return err.Error(), false
	}
	var lines []string
	for _, f := range r.Fields {
		lines = append(lines, f.String())
	}
	lines = slices.Concat(lines, r.Problems, r.Remarks)
	if err := r.Err(); err != nil {
		return strings.Join(append(lines, err.Error()), "\n"), false
	}
	return strings.Join(lines, "\n"), true
}

// TestAttacks: no attack passes, and what is said names the change.
func TestAttacks(t *testing.T) {
	tryAttacks(t, newGenerator(t), by(cmstest.ECDSA(t, "Чуранов", "Валерий Сергеевич")), 6, 1)
}

// tryAttacks checks that no attack on a paper of the signer passes. One of quick or of gate
// attacks is tried (effort.Takes).
func tryAttacks(t *testing.T, g *generator.Generator, signer attack.Signer, quick, gate int) {
	t.Helper()
	plain := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
	usual := map[int][]byte{} // papers that nobody prepared, by the level of DocMDP
	for level := range 4 {
		signed, err := attack.Attack{Certify: level}.Sign(plain, signer)
		if err != nil {
			t.Fatal(err)
		}
		if said, pass := judged(g, signed); !pass {
			t.Errorf("the signed paper of level %d does not pass: %s", level, said)
		}
		usual[level] = signed
	}
	for i, a := range attack.All() {
		if !effort.Takes(i, quick, gate) {
			continue
		}
		signed := usual[a.Certify]
		if a.Prepare != nil {
			var err error
			if signed, err = a.Sign(plain, signer); err != nil {
				t.Fatal(a.Name, err)
			}
		}
		altered, err := a.Alter(signed)
		if err != nil {
			t.Errorf("%s: %v", a.Name, err)
			continue
		}
		if bytes.Equal(signed, altered) {
			t.Errorf("%s: nothing changed", a.Name)
		}
		said, pass := judged(g, altered)
		if pass || !strings.Contains(said, a.Says) {
			t.Errorf("%s: pass %v, want %q: %s", a.Name, pass, a.Says, said)
		} else {
			t.Logf("%s: %s", a.Name, said)
		}
	}
}

// TestFilledForms: nothing but answers may change in a form that was certified.
func TestFilledForms(t *testing.T) {
	g := newGenerator(t)
	plain := paper(t, g, "2026-03-12", generator.Request{Kind: "consent", Fillable: true}, "pdf")
	signer := by(cmstest.ECDSA(t, "Чуранов", "Валерий Сергеевич"))
	for _, a := range attack.OnFilled() {
		signed, altered, err := a.Apply(plain, signer)
		if err != nil {
			t.Fatal(err)
		}
		if said, pass := judged(g, signed); !pass {
			t.Errorf("%s: the signed paper does not pass: %s", a.Name, said)
		}
		if said, pass := judged(g, altered); pass || !strings.Contains(said, a.Says) {
			t.Errorf("%s: pass %v, want %q: %s", a.Name, pass, a.Says, said)
		}
	}
}

// TestTwoSignatures: attacks on papers that two people signed.
func TestTwoSignatures(t *testing.T) {
	g := newGenerator(t)
	chair, secretary := by(cmstest.RSA(t, "Чуранов", "Валерий")), by(cmstest.ECDSA(t, "Белокопытов", "Михаил"))
	first, err := chair.Sign(paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf"), attack.Options{})
	if err != nil {
		t.Fatal(err)
	}
	second, err := secretary.Sign(first, attack.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if said, pass := judged(g, second); !pass {
		t.Errorf("both: %s", said)
	}
	swapped, err := attack.Edit(second, attack.Swap)
	if err != nil {
		t.Fatal(err)
	}
	if said, pass := judged(g, swapped); pass || !strings.Contains(said, "подпись охватывает не весь документ") {
		t.Errorf("swapped: pass %v: %s", pass, said)
	}
	locked, err := attack.Edit(paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf"),
		attack.Lock("chair", "secretary"))
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range []string{"chair", "secretary"} {
		if locked, err = chair.Sign(locked, attack.Options{Field: field}); err != nil {
			t.Fatal(err)
		}
	}
	if said, pass := judged(g, locked); pass || !strings.Contains(said, "запрещает это поле менять") {
		t.Errorf("a locked field signed: pass %v: %s", pass, said)
	}
	painted, err := attack.Edit(first, attack.Targets)
	if err != nil {
		t.Fatal(err)
	}
	if painted, err = secretary.Sign(painted, attack.Options{}); err != nil {
		t.Fatal(err)
	}
	if said, pass := judged(g, painted); pass || !strings.Contains(said, "ПОСЛЕ ПОДПИСАНИЯ добавлено") {
		t.Errorf("changed between two signatures: pass %v: %s", pass, said)
	}
}

// TestCovered: a place for a signature over words is reported, and a mark that hides them once
// others have signed is a change.
func TestCovered(t *testing.T) {
	g := verifier(t)
	chair, boss := by(cmstest.ECDSA(t, "Чуранов", "Валерий")), by(cmstest.ECDSA(t, "Белокопытов", "Михаил"))
	plain := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
	prepared, err := attack.Edit(plain, attack.PlaceOver)
	if err != nil {
		t.Fatal(err)
	}
	if said, pass := judged(g, prepared); !pass || !strings.Contains(said, "стоит поверх напечатанного: «") {
		t.Errorf("a free place over words: pass %v: %s", pass, said)
	}
	signed, err := chair.Sign(prepared, attack.Options{Field: "chair", Mark: true})
	if err != nil {
		t.Fatal(err)
	}
	if said, pass := judged(g, signed); !pass {
		t.Errorf("signed beside it: %s", said)
	}
	hidden, err := boss.Sign(signed, attack.Options{Field: "over", Mark: true})
	if err != nil {
		t.Fatal(err)
	}
	if said, pass := judged(g, hidden); pass || !strings.Contains(said, "отметка подписи «over» закрыла напечатанное") {
		t.Errorf("words hidden by the second mark: pass %v: %s", pass, said)
	}
}
