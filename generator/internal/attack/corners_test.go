package attack_test

import (
	"bytes"
	"strings"
	"testing"

	"protokol/generator"
	"protokol/generator/internal/attack"
	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/cos"
)

// TestForged: a mark of a signature that nobody made does not pass, also when others sign
// beside it.
func TestForged(t *testing.T) {
	g := newGenerator(t)
	plain := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
	signer := by(cmstest.ECDSA(t, "Чуранов", "Валерий Сергеевич"))
	for _, a := range attack.Forged() {
		prepared, err := attack.Edit(plain, a.Edit)
		if err != nil {
			t.Fatal(a.Name, err)
		}
		signed, err := signer.Sign(prepared, attack.Options{Field: "chair", Mark: true})
		if err != nil {
			t.Fatal(a.Name, err)
		}
		if said, pass := judged(g, signed); pass {
			t.Errorf("%s: passes: %s", a.Name, said)
		}
	}
}

// TestLockAll: a signature that forbids all changes forbids later signatures.
func TestLockAll(t *testing.T) {
	g := newGenerator(t)
	file, err := attack.Edit(paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf"),
		attack.LockAll("chair"))
	if err != nil {
		t.Fatal(err)
	}
	signer := by(cmstest.ECDSA(t, "Чуранов", "Валерий Сергеевич"))
	for i, field := range []string{"chair", "secretary"} {
		if file, err = signer.Sign(file, attack.Options{Field: field}); err != nil {
			t.Fatal(err)
		}
		if said, pass := judged(g, file); pass != (i == 0) || i > 0 && !strings.Contains(said, "запрещает") {
			t.Errorf("signed by %d: pass %v: %s", i+1, pass, said)
		}
	}
}

// TestCertifiedTwice: a second certification is a change when the catalog names it; otherwise it can only forbid
// later changes.
func TestCertifiedTwice(t *testing.T) {
	g := newGenerator(t)
	plain := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
	signer := by(cmstest.RSA(t, "Чуранов", "Валерий Сергеевич"))
	const catalog, closed = "изменено: каталог документа", "запрещает любые изменения"
	for name, c := range map[string]struct {
		levels []int // of each signature; negative for one that the catalog does not name
		says   string
	}{
		"certified after an approval":     {[]int{0, 2}, catalog},
		"certified twice":                 {[]int{2, 2}, catalog},
		"certified twice for all changes": {[]int{2, 3}, catalog},
		"certified after no changes":      {[]int{1, 2}, closed},
		"a level aside":                   {[]int{2, -2, 0}, ""},
		"no changes aside":                {[]int{2, -1, 0}, closed},
		"no changes by an approval":       {[]int{0, -1, 0}, closed},
		"all changes by an approval":      {[]int{0, -3, 0}, ""},
	} {
		file := plain
		for _, level := range c.levels {
			var err error
			file, err = signer.Sign(file, attack.Options{Certify: max(level, -level), Aside: level < 0})
			if err != nil {
				t.Fatal(name, err)
			}
		}
		if said, pass := judged(g, file); pass != (c.says == "") || !strings.Contains(said, c.says) {
			t.Errorf("%s: pass %v: %s", name, pass, said)
		}
	}
}

// TestLockOfNoList: a lock whose names are no list locks all fields.
func TestLockOfNoList(t *testing.T) {
	g := newGenerator(t)
	signer := by(cmstest.RSA(t, "Чуранов", "Валерий Сергеевич"))
	for name, fields := range map[string]cos.Object{"one name": cos.String("secretary"), "none": nil,
		"a name that is no string": cos.Array{cos.Name("secretary")}} {
		file := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
		file, err := attack.Edit(file, attack.LockBy("chair", fields))
		for _, field := range []string{"chair", "secretary"} {
			if err == nil {
				file, err = signer.Sign(file, attack.Options{Field: field})
			}
		}
		if err != nil {
			t.Fatal(name, err)
		}
		if said, pass := judged(g, file); pass || !strings.Contains(said, "запрещает это поле менять") {
			t.Errorf("%s: pass %v: %s", name, pass, said)
		}
	}
}

// TestPlainCorners: no change passes of what a comparison passes over because programs
// rewrite it.
func TestPlainCorners(t *testing.T) {
	g := verifier(t)
	plain := paper(t, g, "2026-03-12", generator.Request{Kind: "application", Fillable: true}, "pdf")
	refuses(t, g, plain, attack.OnPlainCorners(), 36, 9)
}

// TestMetadataOfOthers: metadata written in another form of the same meaning pass.
func TestMetadataOfOthers(t *testing.T) {
	g := verifier(t)
	plain := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
	file, err := attack.Edit(plain, attack.ReferInMetadata)
	if err != nil {
		t.Fatal(err)
	}
	if said, pass := verified(t, g, file); !pass {
		t.Error(said)
	}
}

// TestTextsOfOthers: texts that a program writes in another encoding when it signs are no
// change, and the paper agrees with its source.
func TestTextsOfOthers(t *testing.T) {
	g := verifier(t)
	plain := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
	signed, err := by(cmstest.ECDSA(t, "Чуранов", "Валерий Сергеевич")).Sign(plain, attack.Options{Field: "chair"})
	if err != nil {
		t.Fatal(err)
	}
	file, err := attack.Edit(signed, attack.Reencode)
	if err != nil || bytes.Count(file, []byte("(meeting.toml)"))+bytes.Count(file, []byte("<6D656574")) == 0 {
		t.Fatal("nothing was written in another encoding", err)
	}
	if said, pass := judged(g, file); !pass || !strings.Contains(said, "после подписания документ не меняли") {
		t.Error(said)
	}
	if said, pass := verified(t, g, file); !pass {
		t.Error(said)
	}
}
