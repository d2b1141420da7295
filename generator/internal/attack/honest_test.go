package attack_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"software.sslmate.com/src/go-pkcs12"

	"protokol/generator"
	"protokol/generator/internal/attack"
	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/outside"
	"protokol/generator/internal/reader/readertest"
)

// signatures are how many signatures the files in testdata/honest have. Other
// programs signed them: iText 8.0, PDFBox 3.0, pyHanko 0.38, and OpenSSL 3 with a
// ГОСТ key in an update of an object stream, as CryptoPro writes. The first
// signature of ours-* is ours.
var signatures = map[string]int{
	"itext-twice": 2, "itext-own-fields": 2, "itext-certified": 2, "pdfbox-twice": 2, "pdfbox-field": 1,
	"ours-itext-pdfbox": 3, "pyhanko-twice": 2, "pyhanko-lta": 2, "pyhanko-certified": 1, "pyhanko-packed": 2,
	"gost-packed": 1,
}

// TestSignedByOthers: what other programs sign passes.
func TestSignedByOthers(t *testing.T) {
	g := newGenerator(t)
	files, err := filepath.Glob("testdata/honest/*.pdf")
	if err != nil || len(files) != len(signatures) {
		t.Fatal(len(files), err)
	}
	for _, name := range files {
		file, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		said, pass := judged(g, file)
		const unchanged, dated = "после подписания документ не меняли",
			"после подписания изменено только разрешённое: дата или программа в свойствах файла"
		count := strings.Count(said, "подпись верна; "+unchanged) + strings.Count(said, "подпись верна; "+dated)
		if want := signatures[strings.TrimSuffix(filepath.Base(name), ".pdf")]; !pass || count != want {
			t.Errorf("%s: pass %v, %d of %d signatures: %s", name, pass, count, want, said)
		}
		const unnamed = "сертификат не закреплён подписью"
		if isNamed := !strings.Contains(filepath.Base(name), "pdfbox"); strings.Contains(said, unnamed) == isNamed {
			t.Errorf("%s: names its certificate %v: %s", name, isNamed, said)
		}
	}
}

// TestHonestUpdates: what honest programs and people do with papers passes, and
// the papers still match their source.
func TestHonestUpdates(t *testing.T) {
	g := verifier(t)
	rsa := by(cmstest.RSA(t, "Чуранов", "Валерий Сергеевич"))
	other := by(cmstest.ECDSA(t, "Белокопытов", "Михаил Васильевич"))
	protocol := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
	consent := paper(t, g, "2026-03-12", generator.Request{Kind: "consent", Fillable: true}, "pdf")
	filled, err := readertest.FillForm(consent, map[string]string{"consent.subject.name": "Ёж"})
	if err != nil {
		t.Fatal(err)
	}
	sign := func(file []byte, s attack.Signer, o attack.Options) []byte {
		t.Helper()
		made, err := s.Sign(file, o)
		if err != nil {
			t.Fatal(err)
		}
		return made
	}
	edit := func(file []byte, change func(*attack.Editor)) []byte {
		t.Helper()
		made, err := attack.Edit(file, change)
		if err != nil {
			t.Fatal(err)
		}
		return made
	}
	own := ownSigned(t, g, protocol, cmstest.RSA(t, "Чуранов", "Валерий Сергеевич"), "chair")
	cryptoPro := attack.Options{Packed: true, Room: 24 << 10, SubFilter: "adbe.pkcs7.detached"}
	certified := sign(consent, rsa, attack.Options{Certify: 2})
	files := map[string][]byte{
		"ours":                    own,
		"ours and another":        sign(own, other, attack.Options{Field: "secretary"}),
		"ours, then by PDFBox":    sign(own, other, attack.Options{Field: "secretary", Shrink: true}),
		"ours and two others":     sign(sign(own, other, attack.Options{Field: "secretary"}), rsa, attack.Options{}),
		"update of streams":       sign(protocol, rsa, cryptoPro),
		"two updates of streams":  sign(sign(protocol, rsa, cryptoPro), other, cryptoPro),
		"ours, then streams":      sign(own, other, cryptoPro),
		"streams, then a table":   sign(sign(protocol, rsa, cryptoPro), other, attack.Options{}),
		"filled, then signed":     sign(filled, rsa, attack.Options{}),
		"certified":               sign(protocol, rsa, attack.Options{Certify: 1}),
		"certified, then signed":  sign(sign(protocol, rsa, attack.Options{Certify: 2}), other, attack.Options{}),
		"certified, then filled":  edit(certified, attack.Fill("consent.subject.name", "Yozh")),
		"fonts added":             edit(certified, attack.AddFonts),
		"black left out":          edit(certified, attack.OmitBlack),
		"properties left out":     edit(certified, attack.OmitInfo),
		"validation data":         edit(own, attack.AddValidationData),
		"line end after the end":  append(bytes.Clone(own), "\r\n"...),
		"empty field added":       edit(own, attack.AddEmptyField),
		"saved by another before": sign(rewritten(t, protocol), rsa, attack.Options{}),
	}
	for i, name := range slices.Sorted(maps.Keys(files)) {
		file := files[name]
		if said, pass := judged(g, file); !pass {
			t.Errorf("%s: does not pass: %s", name, said)
		}
		if !effort.Takes(i, len(files), 6) {
			continue // rendering takes a second
		}
		if said, pass := verified(t, g, file); !pass {
			t.Errorf("%s: does not match: %s", name, said)
		}
	}
}

// TestFilledByOthers: a form with a list and a check box matches after programs filled it
// in that leave the drawing to readers, or write borders that are not seen.
func TestFilledByOthers(t *testing.T) {
	g := verifier(t)
	plain := paper(t, g, "2026-03-12", generator.Request{Kind: "application", Blank: true, Fillable: true}, "pdf")
	const field = "applicant.short_name"
	for name, change := range map[string]func(e *attack.Editor){
		"drawn anew": func(e *attack.Editor) {
			attack.Fill(field, "Yozh")(e)
			attack.WriteBorders(e)
			attack.DrawAnew(e)
		},
		"pdf-lib":           attack.FillInFont(field, "Yozh", "Helvetica-8371532", "/Helvetica-8371532 10"),
		"pdf-lib by a tag":  attack.FillInFont(field, "Yozh", "F0", "/F0 10"),
		"pdf-lib by a name": attack.FillInFont(field, "Yozh", "F0", "/Helvetica 10"),
		"in a missing font": func(e *attack.Editor) {
			attack.FillInFont(field, "Yozh", "F0", "/Helv 0")(e)
			attack.DrawAnew(e)
		},
	} {
		filled, err := attack.Edit(plain, change)
		if err != nil {
			t.Fatal(err)
		}
		said, pass := verified(t, g, filled)
		if !pass || !strings.Contains(said, "заполнено: «Yozh»") {
			t.Errorf("%s: pass %v: %s", name, pass, said)
		}
		if isMissing := name == "in a missing font"; strings.Contains(said, "вид полей формы не сверен") != isMissing {
			t.Errorf("%s: %s", name, said)
		}
	}
}

// TestProgramIsNamed: a program that wrote the file after the signature is named, as a
// sentence may pass for one.
func TestProgramIsNamed(t *testing.T) {
	g := newGenerator(t)
	plain := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
	signed, err := by(cmstest.ECDSA(t, "Чуранов", "Валерий")).Sign(plain, attack.Options{Field: "chair"})
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*attack.Editor){"Void 1.0": attack.SetProducer("Void 1.0"),
		"Void 2.0": attack.SetProducerInMetadata("Void 2.0")} {
		file, err := attack.Edit(signed, change)
		if err != nil {
			t.Fatal(err)
		}
		want := "изменено только разрешённое: дата или программа в свойствах файла: «" + name
		if said, pass := judged(g, file); !pass || !strings.Contains(said, want) {
			t.Errorf("%s: pass %v: %s", name, pass, said)
		}
	}
}

// ownSigned signs a protocol as this program does.
func ownSigned(t *testing.T, g *generator.Generator, file []byte, p cmstest.Identity, field string) []byte {
	t.Helper()
	container, err := pkcs12.Modern.Encode(p.Key, p.Certificate, nil, "x")
	if err != nil {
		t.Fatal(err)
	}
	key, err := generator.OpenKey(container, "x")
	if err != nil {
		t.Fatal(err)
	}
	made, err := g.Sign(file, key, generator.SignRequest{Field: field, Time: now})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func rewritten(t *testing.T, file []byte) []byte {
	t.Helper()
	made, err := readertest.Rewrite(file)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// TestSignedAfterQPDF: a linearized or packed file can be signed.
func TestSignedAfterQPDF(t *testing.T) {
	qpdf := outside.Program(t, "qpdf")
	g := newGenerator(t)
	plain := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
	in, out := filepath.Join(t.TempDir(), "in.pdf"), filepath.Join(t.TempDir(), "out.pdf")
	if err := os.WriteFile(in, plain, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, options := range [][]string{{"--linearize"}, {"--object-streams=generate"}, {"--qdf"},
		{"--linearize", "--object-streams=generate"}} {
		outside.Run(t, qpdf, append(options, in, out)...)
		file, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if said, pass := judged(g, file); !pass {
			t.Errorf("%v, not signed: %s", options, said)
		}
		for _, packed := range []bool{false, true} {
			signed, err := by(cmstest.RSA(t, "Чуранов", "Валерий")).Sign(file, attack.Options{Packed: packed})
			if err != nil {
				t.Fatal(err)
			}
			if said, pass := judged(g, signed); !pass {
				t.Errorf("%v, packed %v: %s", options, packed, said)
			}
		}
	}
}

// TestFieldAppearance: a field that shows other words than its value is named, however
// it shows them.
func TestFieldAppearance(t *testing.T) {
	g := verifier(t)
	consent := paper(t, g, "2026-03-12", generator.Request{Kind: "consent", Fillable: true}, "pdf")
	const field = "consent.subject.name"
	for name, change := range map[string]func(*attack.Editor){
		"на листе видно «900», а в данных поля «100»": attack.Show(field, "100", "900"),
		"на листе видно «900», а в данных поля «»":    attack.Show(field, "", "900"),
		"на листе видно «», а в данных поля «100»":    attack.Show(field, "100", ""),
		"": attack.Show(field, "100", "100"),
	} {
		altered, err := attack.Edit(consent, change)
		if err != nil {
			t.Fatal(err)
		}
		if said, pass := verified(t, g, altered); pass != (name == "") || !strings.Contains(said, name) {
			t.Errorf("%s: pass %v: %s", name, pass, said)
		}
	}
}
