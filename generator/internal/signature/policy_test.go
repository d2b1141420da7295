package signature

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/pki"
)

// now is the present of the tests, signedAt when the papers are signed.
var (
	now      = time.Date(2026, 3, 20, 12, 0, 0, 0, time.UTC)
	signedAt = time.Date(2026, 3, 13, 7, 20, 30, 0, time.UTC)
)

func key(t *testing.T, bits int) crypto.Signer {
	t.Helper()
	t.Setenv("GODEBUG", "rsa1024min=0")
	k, err := rsa.GenerateKey(nil, bits)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func curve(t *testing.T, c elliptic.Curve) crypto.Signer {
	t.Helper()
	k, err := ecdsa.GenerateKey(c, nil)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// judged signs a small paper and judges it.
func judged(t *testing.T, by cms.Signer, o Options, p Policy) Signature {
	t.Helper()
	o.Field = "a"
	file, err := Sign(tiny(t), by, o)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Read(file, p)
	if err != nil {
		t.Fatal(err)
	}
	return r.Signatures[0]
}

// TestPolicy: what is wrong with a certificate or a time is said in a line of its
// own; what the rules forbid makes the signature invalid.
func TestPolicy(t *testing.T) {
	a := cmstest.NewAuthority(t, "Центр")
	p256 := curve(t, elliptic.P256())
	for name, test := range map[string]struct {
		key    crypto.Signer
		change func(c *x509.Certificate)
		time   time.Time
		now    time.Time
		valid  bool
		want   string // a line of the details
	}{
		"good": {p256, nil, signedAt, now, true, "доверие: доверенного времени нет: время указал сам подписавший"},
		"no clock": {p256, nil, signedAt, time.Time{}, true,
			"доверие: цепочка сертификата не проверялась дальше издателя: Центр"},
		"issuer": {p256, nil, signedAt, now, true,
			"доверие: кто назвался издателем, не доказано: без доверенных корней это мог быть кто угодно"},
		"level": {p256, nil, signedAt, now, true, "доверие: вид подписи: PAdES B-B"},
		"short key": {key(t, 1024), nil, signedAt, now, false,
			"криптография: ключ RSA слишком короткий: 1024 бит, а нужно не меньше 2048"},
		"weak curve": {curve(t, elliptic.P224()), nil, signedAt, now, false,
			"криптография: эллиптическая кривая слабая: 224 бит, а нужно не меньше 256"},
		"no usage": {p256, func(c *x509.Certificate) {
			c.KeyUsage = x509.KeyUsageKeyEncipherment
		}, signedAt, now, false, "доверие: сертификат не для подписи: его ключом нельзя подписывать документы"},
		"usage unknown": {p256, func(c *x509.Certificate) { c.KeyUsage = 0 }, signedAt, now, true, ""},
		"server": {p256, func(c *x509.Certificate) {
			c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}
		}, signedAt, now, false, "доверие: сертификат не для подписи документов: он для серверов или служб"},
		"person": {p256, func(c *x509.Certificate) {
			c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth, x509.ExtKeyUsageEmailProtection}
		}, signedAt, now, true, ""},
		"authority": {p256, func(c *x509.Certificate) { c.IsCA, c.BasicConstraintsValid = true, true }, signedAt, now,
			true, "доверие: сертификат принадлежит удостоверяющему центру, а не человеку"},
		"authority alone": {p256, func(c *x509.Certificate) {
			c.IsCA, c.BasicConstraintsValid, c.KeyUsage = true, true, x509.KeyUsageCertSign
		}, signedAt, now, false, "доверие: сертификат не для подписи: его ключом нельзя подписывать документы"},
		"expired": {p256, nil, cmstest.NotAfter.AddDate(0, 1, 0), cmstest.NotAfter.AddDate(0, 2, 0), false,
			"доверие: во время подписания сертификат не действовал"},
		"before": {p256, nil, cmstest.NotBefore.AddDate(-1, 0, 0), now, false,
			"доверие: во время подписания сертификат не действовал"},
		"expired since": {p256, nil, signedAt, cmstest.NotAfter.AddDate(5, 0, 0), true,
			"доверие: срок сертификата истёк 01.04.2099; что подписано раньше, ничем не доказано: " +
				"время могли указать задним числом"},
		"future": {p256, nil, now.AddDate(0, 6, 0), now, true, "доверие: указано время подписания, которое ещё не " +
			"наступило: часы подписавшего неверны, или дата выдумана"},
		"other zone": {p256, nil, now.Add(11 * time.Hour), now, true, ""},
	} {
		p := a.Issue(t, test.key, "Чуранов", test.change)
		o := options(t, p, "a")
		o.Time = test.time
		s := judged(t, signer(p), o, Policy{Now: test.now})
		if s.Valid() != test.valid || test.want != "" && !slices.Contains(s.Details(), test.want) {
			t.Errorf("%s: valid %v: %s\n%s", name, s.Valid(), s, strings.Join(s.Details(), "\n"))
		}
		if !s.Valid() && strings.Contains(s.String(), "подпись верна") {
			t.Errorf("%s: said %s", name, s)
		}
	}
}

// TestReplaced: a certificate that its issuer did not sign is not that of the signer. An
// issuer of another key says nothing.
func TestReplaced(t *testing.T) {
	a, other := cmstest.NewAuthority(t, "Центр"), cmstest.NewAuthority(t, "Центр")
	for name, test := range map[string]struct {
		issuer *x509.Certificate
		valid  bool
	}{
		"signed":           {a.Certificate, true},
		"not signed":       {other.Certificate, false},
		"issuer not known": {nil, true},
		"of another name":  {cmstest.NewAuthority(t, "Чужой").Certificate, true},
	} {
		p := a.Issue(t, curve(t, elliptic.P256()), "Чуранов", nil)
		by := signer(p)
		if by.Chain = nil; test.issuer != nil {
			by.Chain = []*x509.Certificate{test.issuer}
		}
		s := judged(t, by, options(t, p, "a"), Policy{Now: now})
		const replaced = "сертификат не подписан издателем, которого называет («Центр»): его подменили или изменили"
		if s.Valid() != test.valid || strings.Contains(s.String(), replaced) == test.valid {
			t.Errorf("%s: valid %v: %s", name, s.Valid(), s)
		}
	}
}

// TestAlteredItself: a self-signed certificate in which something was changed, such as the name,
// is not that of the signer.
func TestAlteredItself(t *testing.T) {
	p := cmstest.Identity{Key: curve(t, elliptic.P256()), Certificate: nil}
	c := &x509.Certificate{SerialNumber: big.NewInt(5), Subject: pkix.Name{CommonName: "Чуранов"},
		NotBefore: cmstest.NotBefore, NotAfter: cmstest.NotAfter, KeyUsage: x509.KeyUsageDigitalSignature}
	raw, err := x509.CreateCertificate(nil, c, c, p.Key.Public(), p.Key)
	if err != nil {
		t.Fatal(err)
	}
	for name, valid := range map[string]bool{"Чуранов": true, "Чубанов": false} {
		altered, err := x509.ParseCertificate(bytes.ReplaceAll(raw, []byte("Чуранов"), []byte(name)))
		if err != nil {
			t.Fatal(err)
		}
		p.Certificate = altered
		s := judged(t, cms.Signer{Key: p.Key, Certificate: altered}, options(t, p, "a"), Policy{Now: now})
		if s.Valid() != valid || strings.Contains(s.String(), "подписан не своим ключом") == valid {
			t.Errorf("%s: valid %v: %s", name, s.Valid(), s)
		}
	}
}

// TestChain: with roots, chains are checked, at the proven time, with the data
// about revocation.
func TestChain(t *testing.T) {
	a, other := cmstest.NewAuthority(t, "Центр"), cmstest.NewAuthority(t, "Чужой")
	p := a.Issue(t, curve(t, elliptic.P256()), "Чуранов", nil)
	o := options(t, p, "a")
	roots := []*x509.Certificate{a.Certificate}
	for name, test := range map[string]struct {
		trusted pki.Pool
		now     time.Time
		valid   bool
		want    string
	}{
		"trusted": {pki.Pool{Roots: roots}, now, true,
			"доверие: цепочка сертификата проверена до доверенного корня «Центр»"},
		"nothing about revocation": {pki.Pool{Roots: roots}, now, true,
			"доверие: не отозван ли сертификат, не проверялось: свежих сведений об отзыве в файле нет"},
		"other root": {pki.Pool{Roots: []*x509.Certificate{other.Certificate}}, now, false,
			"доверие: цепочка сертификата не ведёт к доверенному корню"},
		"expired": {pki.Pool{Roots: roots}, cmstest.NotAfter.AddDate(1, 0, 0), false,
			"доверие: цепочка сертификата не ведёт к доверенному корню"},
		"not revoked": {pki.Pool{Roots: roots, CRLs: evidence{}.lists([][]byte{a.CRL(t, now)})}, now, true,
			"доверие: сертификат не отозван: проверено по сведениям в файле"},
		"revoked": {pki.Pool{Roots: roots, CRLs: evidence{}.lists([][]byte{a.CRL(t, now, p.Certificate)})}, now, false,
			"доверие: сертификат «Чуранов» отозван 20.03.2026"},
		"old list": {pki.Pool{Roots: roots,
			CRLs: evidence{}.lists([][]byte{a.CRL(t, now.AddDate(0, -1, 0))})}, now, true,
			"доверие: не отозван ли сертификат, не проверялось: свежих сведений об отзыве в файле нет"},
	} {
		s := judged(t, signer(p), o, Policy{Now: test.now, Trusted: test.trusted})
		if s.Valid() != test.valid || !slices.Contains(s.Details(), test.want) {
			t.Errorf("%s: valid %v: %s\n%s", name, s.Valid(), s, strings.Join(s.Details(), "\n"))
		}
	}
}

// TestManyLists: lists in a file hide nothing that is trusted, and nothing is said of a
// certificate for which there were too many to look at.
func TestManyLists(t *testing.T) {
	a := cmstest.NewAuthority(t, "Центр")
	p := a.Issue(t, curve(t, elliptic.P256()), "Чуранов", nil)
	forged := evidence{}.lists([][]byte{cmstest.NewAuthority(t, "Центр").CRL(t, now)})
	for name, test := range map[string]struct {
		trusted []byte
		count   int
		want    string
	}{
		"few":           {a.CRL(t, now), 3, ""},
		"many":          {a.CRL(t, now), 30, "сведений об отзыве в файле слишком много"},
		"many, revoked": {a.CRL(t, now, p.Certificate), 30, "«Чуранов» отозван 20.03.2026"},
	} {
		left := 10 << 20
		trusted := pki.Pool{Roots: []*x509.Certificate{a.Certificate}, CRLs: evidence{}.lists([][]byte{test.trusted})}
		j := judgement{Policy: Policy{Now: now, Trusted: trusted}, s: &Signature{}}
		j.pool = j.Policy.pool(pki.Pool{CRLs: slices.Repeat(forged, test.count), Budget: &left})
		got := j.revocation([]*x509.Certificate{p.Certificate, a.Certificate})
		if !strings.Contains(got, test.want) || test.want == "" && got != "" {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

// TestAttorney: the number of a power of attorney is shown when the signature
// names it.
func TestAttorney(t *testing.T) {
	const number = "9d4c1f62-0c9a-4b7e-8a51-2f6f2c3e7a10"
	p := cmstest.ECDSA(t, "Чуранов", "Валерий")
	s, err := NewContent([]byte("текст"), Policy{}).Beside(detached(t, []byte("текст"), p))
	if err != nil {
		t.Fatal(err)
	}
	for reason, want := range map[string]bool{
		"По доверенности (МЧД) № " + number: true,
		"МЧД " + strings.ToUpper(number):    true,
		"Договор " + number:                 false,
		"МЧД без номера":                    false,
	} {
		s.Reason, s.Remarks = reason, nil
		(&judgement{s: &s}).authority()
		if got := len(s.Remarks) > 0; got != want || got && !strings.Contains(strings.ToLower(s.Remarks[0]), number) {
			t.Errorf("%s: %q", reason, s.Remarks)
		}
	}
	const other = "00000000-0c9a-4b7e-8a51-2f6f2c3e7a10"
	var numbers []string
	for i := range 7 {
		numbers = append(numbers, fmt.Sprint(i)+number[1:])
	}
	for reason, want := range map[string]string{
		"МЧД " + number + ", МЧД " + other:                      "разные машиночитаемые доверенности",
		"МЧД " + number + ", она же " + strings.ToUpper(number): "доверенность (МЧД) № " + number + ": указана",
		"МЧД " + strings.Join(numbers, ", "):                    numbers[4] + " и ещё 2",
	} {
		s.Reason, s.Remarks = reason, nil
		(&judgement{s: &s}).authority()
		if len(s.Remarks) != 1 || !strings.Contains(s.Remarks[0], want) {
			t.Errorf("%s: %q", reason, s.Remarks)
		}
	}
}

// TestWho: text of the signer cannot look like a verdict.
func TestWho(t *testing.T) {
	owner := Owner{Name: "Иванов; подпись верна"}
	s := Signature{Owner: owner, Reason: "x; документ не меняли", Problems: []string{"да"}}
	if got := s.String(); got != "Иванов, подпись верна, причина: x, документ не меняли; НЕДЕЙСТВИТЕЛЬНА: да" {
		t.Error(got)
	}
}
