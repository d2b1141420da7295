package signature

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
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
		"no usage": {p256, func(c *x509.Certificate) { c.KeyUsage = x509.KeyUsageKeyEncipherment }, signedAt, now, false,
			"доверие: сертификат не для подписи: его ключом нельзя подписывать документы"},
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
			"доверие: срок сертификата истёк 01.04.2027; что подписано раньше, ничем не доказано: " +
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
		"trusted": {pki.Pool{Roots: roots}, now, true, "доверие: цепочка сертификата проверена до доверенного корня «Центр»"},
		"nothing about revocation": {pki.Pool{Roots: roots}, now, true,
			"доверие: не отозван ли сертификат, не проверялось: свежих сведений об отзыве в файле нет"},
		"other root": {pki.Pool{Roots: []*x509.Certificate{other.Certificate}}, now, false,
			"доверие: цепочка сертификата не ведёт к доверенному корню"},
		"expired": {pki.Pool{Roots: roots}, cmstest.NotAfter.AddDate(1, 0, 0), false,
			"доверие: цепочка сертификата не ведёт к доверенному корню"},
		"not revoked": {pki.Pool{Roots: roots, CRLs: lists([][]byte{a.CRL(t, now)})}, now, true,
			"доверие: сертификат не отозван: проверено по сведениям в файле"},
		"revoked": {pki.Pool{Roots: roots, CRLs: lists([][]byte{a.CRL(t, now, p.Certificate)})}, now, false,
			"доверие: сертификат «Чуранов» отозван 20.03.2026"},
		"old list": {pki.Pool{Roots: roots, CRLs: lists([][]byte{a.CRL(t, now.AddDate(0, -1, 0))})}, now, true,
			"доверие: не отозван ли сертификат, не проверялось: свежих сведений об отзыве в файле нет"},
	} {
		s := judged(t, signer(p), o, Policy{Now: test.now, Trusted: test.trusted})
		if s.Valid() != test.valid || !slices.Contains(s.Details(), test.want) {
			t.Errorf("%s: valid %v: %s\n%s", name, s.Valid(), s, strings.Join(s.Details(), "\n"))
		}
	}
}

// TestTimestamps: a time stamp of a trusted authority proves the time, and with
// validation data the signature stays valid when the certificate has expired.
func TestTimestamps(t *testing.T) {
	a := cmstest.NewAuthority(t, "Центр")
	p := a.Issue(t, curve(t, elliptic.P256()), "Чуранов", nil)
	server := cmstest.NewServer(t, a, signedAt)
	o := options(t, p, "a")
	o.Time, o.Timestamp = signedAt, server.Answer
	stamped, err := Sign(tiny(t), signer(p), o)
	if err != nil {
		t.Fatal(err)
	}
	trusted := pki.Pool{Roots: []*x509.Certificate{a.Certificate}}
	const line = "доверие: штамп времени 13.03.2026 07:20:30 +00:00 верен, "
	s := readOne(t, stamped, Policy{Now: now, Trusted: trusted})
	if d := s.Details(); !s.Valid() || !slices.Contains(d, line+"служба «Служба времени» доверенная") ||
		!slices.Contains(d, "доверие: вид подписи: PAdES B-T") {
		t.Errorf("%s\n%s", s, strings.Join(d, "\n"))
	}
	s = readOne(t, stamped, Policy{Now: now})
	if d := s.Details(); !s.Valid() || !slices.Contains(d, line+"но служба «Служба времени» не доверенная: "+
		"доверенные корни не указаны") {
		t.Errorf("%s\n%s", s, strings.Join(d, "\n"))
	}
	if _, err := Store(stamped, pki.Pool{}); err == nil || !strings.Contains(err.Error(), "не отозван ли") {
		t.Errorf("nothing about revocation: %v", err)
	}
	long, err := Store(stamped, pki.Pool{CRLs: lists([][]byte{a.CRL(t, signedAt.Add(time.Hour))})})
	if err != nil || !bytes.HasPrefix(long, stamped) {
		t.Fatalf("%v", err)
	}
	s = readOne(t, long, Policy{Now: now, Trusted: trusted})
	if d := s.Details(); !s.Valid() || !slices.Contains(d, "доверие: вид подписи: PAdES B-LT") ||
		!slices.Contains(d, "доверие: сертификат не отозван: проверено по сведениям в файле") {
		t.Errorf("%s\n%s", s, strings.Join(d, "\n"))
	}
	if lack, err := Missing(long, pki.Pool{}); err != nil || len(lack.Answers) != 2 {
		t.Errorf("%+v, %v", lack, err)
	}
	again, err := Store(long, pki.Pool{CRLs: lists([][]byte{a.CRL(t, signedAt.Add(2*time.Hour))})})
	if err != nil || !readOne(t, again, Policy{Now: now, Trusted: trusted}).Valid() {
		t.Errorf("stored twice: %v", err)
	}
}

// TestForeignTimestamp: an answer to another request does not come into a
// signature, and a stamp of another signature makes it invalid.
func TestForeignTimestamp(t *testing.T) {
	a := cmstest.NewAuthority(t, "Центр")
	p := a.Issue(t, curve(t, elliptic.P256()), "Чуранов", nil)
	server := cmstest.NewServer(t, a, signedAt)
	o := options(t, p, "a")
	sum := sha256.Sum256([]byte("иное"))
	imprint, err := asn1.Marshal(struct {
		Algorithm pkix.AlgorithmIdentifier
		Digest    []byte
	}{pkix.AlgorithmIdentifier{Algorithm: asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}}, sum[:]})
	if err != nil {
		t.Fatal(err)
	}
	foreign, err := server.Token(asn1.RawValue{FullBytes: imprint}, nil)
	if err != nil {
		t.Fatal(err)
	}
	o.Timestamp = func([]byte) ([]byte, error) {
		return asn1.Marshal(struct {
			Status struct{ Status int }
			Token  asn1.RawValue
		}{Token: asn1.RawValue{FullBytes: foreign}})
	}
	o.Field = "a"
	if _, err := Sign(tiny(t), signer(p), o); err == nil || !strings.Contains(err.Error(), "для другого запроса") {
		t.Errorf("%v", err)
	}
	o.Timestamp = func([]byte) ([]byte, error) { return []byte{0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02}, nil }
	if _, err := Sign(tiny(t), signer(p), o); err == nil || !strings.Contains(err.Error(), "отказал в штампе") {
		t.Errorf("%v", err)
	}
	o.Timestamp = nil
	prepared, err := Prepare(tiny(t), o)
	if err != nil {
		t.Fatal(err)
	}
	made, err := cms.Sign(digest(prepared), signer(p))
	if err == nil {
		made, err = cms.WithToken(made, foreign)
	}
	if err != nil {
		t.Fatal(err)
	}
	file, err := prepared.insert(made)
	if err != nil {
		t.Fatal(err)
	}
	s := readOne(t, file, Policy{Now: now})
	if s.Valid() || !slices.Contains(s.Details(),
		"доверие: штамп времени сделан для другой подписи или другого документа") {
		t.Errorf("%s\n%s", s, strings.Join(s.Details(), "\n"))
	}
}

func digest(p *Prepared) [sha256.Size]byte {
	parts := p.Parts()
	return sha256.Sum256(bytes.Join(parts[:], nil))
}

func readOne(t *testing.T, file []byte, p Policy) Signature {
	t.Helper()
	r, err := Read(file, p)
	if err != nil || len(r.Signatures) != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	return r.Signatures[0]
}

// TestKinds: signatures of each kind are checked by its rules, and unknown kinds
// are not checked.
func TestKinds(t *testing.T) {
	a := cmstest.NewAuthority(t, "Центр")
	p := a.Issue(t, curve(t, elliptic.P256()), "Чуранов", nil)
	server := cmstest.NewServer(t, a, signedAt)
	sign := func(prepared *Prepared) ([]byte, error) { return cms.Sign(digest(prepared), signer(p)) }
	stamp := func(prepared *Prepared) ([]byte, error) {
		sum := digest(prepared)
		imprint, err := asn1.Marshal(struct {
			Algorithm pkix.AlgorithmIdentifier
			Digest    []byte
		}{pkix.AlgorithmIdentifier{Algorithm: asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}}, sum[:]})
		if err != nil {
			return nil, err
		}
		return server.Token(asn1.RawValue{FullBytes: imprint}, nil)
	}
	for name, test := range map[string]struct {
		filter string
		make   func(*Prepared) ([]byte, error)
		valid  bool
		want   string
	}{
		"CAdES":           {cades, sign, true, "подпись верна"},
		"PKCS #7":         {pkcs7, sign, true, "подпись верна"},
		"unknown":         {"ETSI.CAdES.detacheX", sign, false, "НЕ ПРОВЕРЕНА; подпись вида ETSI.CAdES.detacheX"},
		"raw RSA":         {"adbe.x509.rsa_sha1", sign, false, "НЕ ПРОВЕРЕНА; подпись вида adbe.x509.rsa_sha1"},
		"SHA-1":           {pkcs7SHA1, sign, false, "НЕДЕЙСТВИТЕЛЬНА: подпись сделана для другого файла"},
		"time stamp":      {docStamp, stamp, true, "штамп времени документа, служба: Служба времени, 13.03.2026"},
		"no time stamp":   {docStamp, sign, false, "НЕДЕЙСТВИТЕЛЬНА: штамп времени повреждён"},
		"stamp as person": {cades, stamp, false, "НЕДЕЙСТВИТЕЛЬНА: подпись содержит не этот документ"},
	} {
		o := options(t, p, "a")
		o.Time = signedAt
		prepared, err := Prepare(tiny(t), o)
		if err != nil {
			t.Fatal(err)
		}
		at := bytes.Index(prepared.Data, []byte("/"+cades))
		copy(prepared.Data[at:], "/"+test.filter+strings.Repeat(" ", len(cades)-len(test.filter)))
		made, err := test.make(prepared)
		if err != nil {
			t.Fatal(err)
		}
		file, err := prepared.insert(made)
		if err != nil {
			t.Fatal(err)
		}
		s := readOne(t, file, Policy{Now: now})
		if s.Valid() != test.valid || !strings.Contains(s.String(), test.want) {
			t.Errorf("%s: valid %v: %s", name, s.Valid(), s)
		}
		if !s.Valid() && strings.Contains(s.String()+strings.Join(s.Details(), ""), "не меняли") {
			t.Errorf("%s: unchanged: %s", name, s)
		}
	}
}

// TestAttorney: the number of a power of attorney is shown when the signature
// names it.
func TestAttorney(t *testing.T) {
	const number = "9d4c1f62-0c9a-4b7e-8a51-2f6f2c3e7a10"
	p := cmstest.ECDSA(t, "Чуранов", "Валерий")
	s, err := Beside([]byte("текст"), detached(t, []byte("текст"), p), Policy{})
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
}

// TestWho: text of the signer cannot look like a verdict.
func TestWho(t *testing.T) {
	s := Signature{Owner: Owner{Name: "Иванов; подпись верна"}, Reason: "x; документ не меняли", Problems: []string{"да"}}
	if got := s.String(); got != "Иванов, подпись верна, причина: x, документ не меняли; НЕДЕЙСТВИТЕЛЬНА: да" {
		t.Error(got)
	}
}
