package signature

import (
	"bytes"
	"crypto/x509"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"protokol/generator/document"
	"protokol/generator/internal/cms"
	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/layout"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/resolve"
	"protokol/generator/internal/shipped"
)

var moscow = time.FixedZone("MSK", 3*60*60)

// paper returns a protocol with two signature fields.
func paper(t testing.TB) []byte { return paperOf(t, pdf.A3a) }

// paperOf is paper of a profile of PDF/A.
func paperOf(t testing.TB, profile pdf.Profile) []byte {
	t.Helper()
	words := func(s string) []document.Inline { return []document.Inline{document.Text{Value: s}} }
	family := shipped.Family(t)
	doc := &document.Document{Title: "Протокол № 5", Blocks: []document.Block{
		document.Heading{Level: 1, Style: "title", Inlines: words("ПРОТОКОЛ")},
		document.Paragraph{Inlines: words(strings.Repeat("Решили утвердить план работы на 2026 год. ", 8))},
		document.Signature{Position: words("Председатель Координационного совета учебно-производственного кластера"),
			Name: "В.С.\u00a0Чуранов", Field: "chair"},
		document.Signature{Position: words("Секретарь"), Name: "М.В.\u00a0Белокопытов", Field: "secretary"},
	}}
	var b bytes.Buffer
	o := pdf.Options{Title: doc.Title, Producer: "protokol", Profile: profile,
		Date: time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC)}
	pages := layout.Pages(resolve.Document(doc, shipped.Sheet(t, "gost-2025")), family)
	if err := pdf.NewPrinter(family).Write(&b, pages, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func signer(p cmstest.Identity) cms.Signer {
	return cms.Signer{Key: p.Key, Certificate: p.Certificate, Chain: []*x509.Certificate{p.Issuer}}
}

func options(t testing.TB, p cmstest.Identity, field string) Options {
	return Options{
		Field:   field,
		Time:    time.Date(2026, 3, 13, 10, 20, 30, 0, moscow),
		Owner:   OwnerOf(p.Certificate),
		Printer: pdf.NewPrinter(shipped.Family(t)),
	}
}

func signed(t testing.TB, file []byte, p cmstest.Identity, field string) []byte {
	t.Helper()
	made, err := Sign(file, signer(p), options(t, p, field))
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// people returns the chair and the secretary.
func people(t testing.TB) (chair, secretary cmstest.Identity) {
	return cmstest.RSA(t, "Чуранов", "Валерий Сергеевич"), cmstest.ECDSA(t, "Белокопытов", "Михаил Васильевич")
}

// both returns a protocol signed by one person, and then by both.
func both(t testing.TB) (first, second []byte) {
	chair, secretary := people(t)
	first = signed(t, paper(t), chair, "chair")
	return first, signed(t, first, secretary, "secretary")
}

func report(t *testing.T, file []byte) *Report {
	t.Helper()
	r, err := Read(file, Policy{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestSign: each signature is appended, the second leaves the first valid, and the
// report says who signed, when, and what was not checked.
func TestSign(t *testing.T) {
	old := paper(t)
	first, second := both(t)
	if !bytes.HasPrefix(first, old) || !bytes.HasPrefix(second, first) {
		t.Error("bytes that were there changed")
	}
	r := report(t, second)
	if len(r.Signatures) != 2 || len(r.Free) != 0 {
		t.Fatalf("%+v", r)
	}
	for i, want := range []string{"Чуранов Валерий Сергеевич", "Белокопытов Михаил Васильевич"} {
		s := r.Signatures[i]
		if !s.Valid() || s.Owner.Name != want || s.Field != []string{"chair", "secretary"}[i] {
			t.Errorf("%+v", s)
		}
		if got := s.Time.Format(time.RFC3339); got != "2026-03-13T10:20:30+03:00" {
			t.Errorf("time %s", got)
		}
		const unchecked = "цепочка сертификата не проверялась дальше издателя: Испытательный центр"
		if s.Chain != unchecked || len(s.Unchecked)+len(s.Forbidden) > 0 {
			t.Errorf("%+v", s)
		}
		if got := s.String(); got != want+", 13.03.2026 10:20:30 +03:00; подпись верна; "+
			"после подписания документ не меняли; "+unchecked {
			t.Errorf("said %s", got)
		}
	}
	if r := report(t, first); !r.Signatures[0].Valid() || !slices.Equal(r.Free, []string{"secretary"}) {
		t.Errorf("after the first: %+v", r)
	}
	if IsSigned(old) || !IsSigned(first) || IsSigned(nil) || !IsSigned(first[:len(first)-10]) ||
		!IsSigned(append([]byte("\n"), first...)) {
		t.Error("IsSigned")
	}
}

// TestUnusualNames: names of certificates are normalized and lose invisible
// characters; a name that cannot be printed is an error.
func TestUnusualNames(t *testing.T) {
	odd := cmstest.ECDSA(t, "И\u0306ылдыз\u200b\u00ad", "Գևորգ\u202e")
	if o := OwnerOf(odd.Certificate); o.Name != "Йылдыз Գևորգ" {
		t.Errorf("%q", o.Name)
	}
	if s := report(t, signed(t, paper(t), odd, "chair")).Signatures[0]; !s.Valid() {
		t.Errorf("%s", s)
	}
	foreign := cmstest.ECDSA(t, "漢", "字")
	if _, err := Sign(paper(t), signer(foreign), options(t, foreign, "chair")); err == nil ||
		!strings.Contains(err.Error(), "стоит знак U+6F22") {
		t.Error(err)
	}
}

// TestErrors: each cause has an error of its own.
func TestErrors(t *testing.T) {
	chair, _ := people(t)
	first := signed(t, paper(t), chair, "chair")
	for want, test := range map[string]struct {
		file  []byte
		field string
	}{
		"нет поля подписи «boss»; есть: chair, secretary": {first, "boss"},
		"поле «chair» уже подписано":                      {first, "chair"},
		"это не PDF": {[]byte("x"), "chair"},
		"файл обрезан: нет startxref; или после конца PDF (%%EOF) стоит постороннее": {
			first[:len(first)/2], "secretary"},
	} {
		if _, err := Sign(test.file, signer(chair), options(t, chair, test.field)); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// TestOneByte checks that a change of any signed byte is detected.
func TestOneByte(t *testing.T) {
	first, second := both(t)
	for at := 20; at < len(second); at += len(second)/150 + 1 {
		broken := bytes.Clone(second)
		broken[at] ^= 1
		r, err := Read(broken, Policy{})
		if err != nil {
			continue
		}
		if len(r.Signatures) == 2 && r.Signatures[0].Valid() && r.Signatures[1].Valid() && at < len(first) {
			t.Errorf("byte %d of %d", at, len(second))
		}
	}
	broken := bytes.Replace(second, []byte("/Lang (ru-RU)"), []byte("/Lang (ru-BY)"), 1)
	for _, s := range report(t, broken).Signatures {
		if !slices.Equal(s.Problems, []string{"подпись сделана для другого файла"}) {
			t.Errorf("%+v", s)
		}
	}
}

// TestChanges: changes by an update of a signed file are listed; those by another
// signature are not.
func TestChanges(t *testing.T) {
	first, _ := both(t)
	for want, change := range map[string]func(f *cos.File, u *cos.Update){
		"изменено: содержание страницы 1": func(f *cos.File, u *cos.Update) {
			u.Put(page(f)["Contents"].(cos.Ref), &cos.Stream{Dict: cos.Dict{}, Data: []byte("0 0 m")})
		},
		"изменено: страница 1": func(f *cos.File, u *cos.Update) {
			u.Put(pageRef(f), page(f).With(cos.Dict{"Rotate": 180}))
		},
		"добавлено: пометка или поле, страница 1": func(f *cos.File, u *cos.Update) {
			note := u.Add(cos.Dict{"Type": cos.Name("Annot"), "Subtype": cos.Name("Square"),
				"Rect": cos.Array{0, 0, 500, 800}})
			u.Put(pageRef(f), page(f).With(cos.Dict{"Annots": append(slices.Clone(f.Array(page(f)["Annots"])), note)}))
		},
		"удалено: пометка или поле, страница 1": func(f *cos.File, u *cos.Update) {
			u.Put(pageRef(f), page(f).With(cos.Dict{"Annots": cos.Array{}}))
		},
		"изменено: поле подписи «secretary»": func(f *cos.File, u *cos.Update) {
			u.Put(fields(f)[1].ref, fields(f)[1].dict.With(cos.Dict{"AP": cos.Dict{}}))
		},
		"изменено: подпись в поле «chair»": func(f *cos.File, u *cos.Update) {
			u.Put(fields(f)[0].ref, fields(f)[0].dict.With(cos.Dict{"AP": cos.Dict{}}))
		},
		"изменено: каталог документа": func(f *cos.File, u *cos.Update) {
			script := cos.Dict{"S": cos.Name("JavaScript")}
			u.Put(f.Trailer["Root"].(cos.Ref), f.Root().With(cos.Dict{"OpenAction": script}))
		},
		"изменено: свойства файла": func(f *cos.File, u *cos.Update) {
			u.Put(f.Trailer["Info"].(cos.Ref), cos.Dict{"Title": cos.String("x")})
		},
		"изменено: структура документа": func(f *cos.File, u *cos.Update) {
			u.Put(f.Root()["StructTreeRoot"].(cos.Ref), cos.Dict{})
		},
		"": func(f *cos.File, u *cos.Update) { u.Add(cos.String("of no account")) },
	} {
		f, err := cos.Read(first)
		if err != nil {
			t.Fatal(err)
		}
		u := f.Update()
		change(f, u)
		changed := u.Bytes()
		s := report(t, changed).Signatures[0]
		if got := strings.Join(s.Changes, "; "); got != want || len(s.Problems) > 0 || s.Valid() != (want == "") {
			t.Errorf("changes %q, want %q; problems %v", got, want, s.Problems)
		}
	}
}

// TestManyChanges: ten thousand pages that share a list of fifty thousand
// annotations are changed after the signature; the report is fast and short.
func TestManyChanges(t *testing.T) {
	chair, secretary := people(t)
	f, err := cos.Read(paper(t))
	if err != nil {
		t.Fatal(err)
	}
	u := f.Update()
	root := f.Root()["Pages"].(cos.Ref)
	notes := cos.Array{}
	for range 50_000 {
		notes = append(notes, fields(f)[0].ref)
	}
	shared := u.Add(notes)
	kids := cos.Array{}
	for range 10_000 {
		kids = append(kids, u.Add(cos.Dict{"Type": cos.Name("Page"), "Parent": root, "Annots": shared}))
	}
	u.Put(root, f.Dict(root).With(cos.Dict{"Kids": kids, "Count": len(kids)}))
	large := u.Bytes()
	began := time.Now()
	first := signed(t, large, chair, "chair")
	if f, err = cos.Read(first); err != nil {
		t.Fatal(err)
	}
	u = f.Update()
	for _, kid := range kids {
		u.Put(kid.(cos.Ref), f.Dict(kid).With(cos.Dict{"Rotate": 180}))
	}
	changed := u.Bytes()
	s := report(t, signed(t, changed, secretary, "secretary")).Signatures[0]
	if len(s.Changes) > maxFound+2 || s.Changes[0] != "изменено: страница 1" ||
		s.Changes[len(s.Changes)-1] != "и другое" {
		t.Errorf("%q", s.Changes)
	}
	stamped(t, changed, detached(t, changed, chair))
	if took := time.Since(began); took > 30*time.Second {
		t.Errorf("it takes %v", took)
	}
}

func pageRef(f *cos.File) cos.Ref { return f.Array(f.Dict(f.Root()["Pages"])["Kids"])[0].(cos.Ref) }

func page(f *cos.File) cos.Dict { return f.Dict(pageRef(f)) }

// TestForgedRange: a signature that does not cover everything but itself is not
// valid.
func TestForgedRange(t *testing.T) {
	chair, _ := people(t)
	first := signed(t, paper(t), chair, "chair")
	at := bytes.Index(first, []byte("/ByteRange [")) + len("/ByteRange [")
	end := at + bytes.IndexByte(first[at:], ']')
	var a, b, c, d int
	fmt.Sscan(string(first[at:end]), &a, &b, &c, &d)
	for _, forged := range [][4]int{{1, b - 1, c, d}, {0, b - 1, c, d}, {0, b, c + 1, d - 1}, {0, b, c, d - 1},
		{0, b, c, d + 1}, {0, 0, 0, 0}, {0, b, c, -1}, {0, c, b, d}} {
		broken := bytes.Clone(first)
		copy(broken[at:end], fmt.Sprintf("%-*s", end-at,
			fmt.Sprintf("%d %d %d %d", forged[0], forged[1], forged[2], forged[3])))
		r, err := Read(broken, Policy{})
		if err == nil && (len(r.Signatures) != 1 || len(r.Signatures[0].Problems) == 0) {
			t.Errorf("%v: %+v", forged, r.Signatures)
		}
	}
}

// TestDamaged: a damaged file does not make the report panic, take long, or call
// changed bytes valid.
func TestDamaged(t *testing.T) {
	_, second := both(t)
	chance := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		broken := bytes.Clone(second)
		for range 1 + chance.IntN(4) {
			broken[chance.IntN(len(broken))] ^= byte(1 + chance.IntN(255))
		}
		if chance.IntN(3) == 0 {
			broken = append(broken[:chance.IntN(len(broken))], second[chance.IntN(len(broken)):]...)
		}
		began := time.Now()
		if r, err := Read(broken, Policy{}); err == nil {
			for _, s := range r.Signatures {
				if s.Valid() && !bytes.Equal(blank(t, broken[:s.end], second),
					blank(t, second[:min(s.end, len(second))], second)) && s.end > len(second)/2 {
					t.Errorf("valid: %s", s)
				}
			}
		}
		if took := time.Since(began); took > time.Second {
			t.Errorf("took %v", took)
		}
	}
}

// blank overwrites the signatures of a file in data, which may be a part of it or
// a damaged copy: parts of them, such as certificates of issuers, are not signed.
func blank(t *testing.T, data, file []byte) []byte {
	t.Helper()
	data = bytes.Clone(data)
	f, err := cos.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range fields(f) {
		contents, _, err := byteRange(f, field.signature)
		if err != nil {
			t.Fatal(err)
		}
		for i := contents.from; i < min(contents.to, len(data)); i++ {
			data[i] = 0
		}
	}
	return data
}

// tiny returns a small file with an invisible signature field.
func tiny(t testing.TB) []byte { return sheet(t, "/MediaBox [0 0 595 842]") }

// sheet returns a page with the given entries.
func sheet(t testing.TB, entries string) []byte {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	offsets := ""
	for i, o := range []string{
		"<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [4 0 R]>>>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Parent 2 0 R /Annots [4 0 R] " + entries + ">>",
		"<</FT /Sig /T (a) /Subtype /Widget /Rect [0 0 0 0]>>",
	} {
		offsets += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 5\n0000000000 65535 f \n%strailer\n<</Size 5 /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n",
		offsets, at)
	return b.Bytes()
}

// TestOver: signatures are not judged when the time for it is over.
func TestOver(t *testing.T) {
	chair, _ := people(t)
	file := signed(t, paper(t), chair, "chair")
	lookups := 0
	if _, err := Read(file, Policy{Over: func() bool { lookups++; return false }}); err != nil || lookups == 0 {
		t.Fatal(err, lookups)
	}
	for most := range lookups {
		left := most
		if r, err := Read(file, Policy{Over: func() bool { left--; return left < 0 }}); err == nil {
			t.Fatalf("after %d of %d lookups: %v", most, lookups, r.Signatures)
		}
		if most > 50 {
			break
		}
	}
}
