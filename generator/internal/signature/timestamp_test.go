package signature

import (
	"bytes"
	"crypto/elliptic"
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
	revoked := evidence{}.lists([][]byte{a.CRL(t, signedAt.Add(-time.Hour), p.Certificate)})
	if _, err := Store(stamped, pki.Pool{CRLs: revoked}); err == nil || !strings.Contains(err.Error(), "отозван 13") {
		t.Errorf("revoked before: %v", err)
	}
	long, err := Store(stamped, pki.Pool{CRLs: evidence{}.lists([][]byte{a.CRL(t, signedAt.Add(time.Hour))})})
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
	again, err := Store(long, pki.Pool{CRLs: evidence{}.lists([][]byte{a.CRL(t, signedAt.Add(2*time.Hour))})})
	if err != nil || !readOne(t, again, Policy{Now: now, Trusted: trusted}).Valid() {
		t.Errorf("stored twice: %v", err)
	}
}

// TestRevoked: a revocation counts from its time on, which only a time stamp by an authority that
// was not revoked itself can show to be later than the signature.
func TestRevoked(t *testing.T) {
	a := cmstest.NewAuthority(t, "Центр")
	p := a.Issue(t, curve(t, elliptic.P256()), "Чуранов", nil)
	server := cmstest.NewServer(t, a, signedAt)
	before, after := signedAt.Add(-time.Hour), signedAt.Add(time.Hour)
	for name, test := range map[string]struct {
		stamped     bool
		own, server time.Time // of revocation; zero for none
		want        string    // "" for a valid signature
	}{
		"never":                         {true, time.Time{}, time.Time{}, ""},
		"before":                        {true, before, time.Time{}, "отозван"},
		"after":                         {true, after, time.Time{}, ""},
		"after, not stamped":            {false, after, time.Time{}, "отозван"},
		"after, stamp revoked before":   {true, after, before, "отозван"},
		"after, stamp revoked after":    {true, after, after, "отозван"},
		"the stamp alone, after":        {true, time.Time{}, after, ""},
		"before, and the stamp as well": {true, before, before, "отозван"},
	} {
		o := options(t, p, "a")
		if o.Time = signedAt; test.stamped {
			o.Timestamp = server.Answer
		}
		file, err := Sign(tiny(t), signer(p), o)
		if err != nil {
			t.Fatal(err)
		}
		list := evidence{}.lists([][]byte{a.ChangedCRL(t, now, func(list *x509.RevocationList) {
			for c, at := range map[*x509.Certificate]time.Time{p.Certificate: test.own,
				server.Certificate: test.server} {
				if !at.IsZero() {
					list.RevokedCertificateEntries = append(list.RevokedCertificateEntries,
						x509.RevocationListEntry{SerialNumber: c.SerialNumber, RevocationTime: at})
				}
			}
		})})
		policy := Policy{Now: now, Trusted: pki.Pool{Roots: []*x509.Certificate{a.Certificate}, CRLs: list}}
		s := readOne(t, file, policy)
		if s.Valid() != (test.want == "") || !strings.Contains(s.String(), test.want) {
			t.Errorf("%s: valid %v: %s\n%s", name, s.Valid(), s, strings.Join(s.Details(), "\n"))
		}
	}
}

// TestLargeLists: the work of parsing the revocation lists of a file is bounded, and leaves
// enough for chains.
func TestLargeLists(t *testing.T) {
	a := cmstest.NewAuthority(t, "Центр")
	var crls [][]byte
	for i := range 4 {
		crls = append(crls, a.CRL(t, signedAt.Add(time.Duration(i)*time.Hour)))
	}
	e := newEvidence()
	*e.pool.Budget = budget/2 + pki.ListCost*(len(crls[0])+len(crls[1])+len(crls[2]))
	if list := e.lists(crls); len(list) != 3 || *e.pool.Budget != budget/2 || !*e.large {
		t.Errorf("%d lists, %d left, large %t", len(list), *e.pool.Budget, *e.large)
	}
}

// TestManyIssuers: the work of looking for the issuer is bounded, and nothing counts as checked
// that was not looked at.
func TestManyIssuers(t *testing.T) {
	a := cmstest.NewAuthority(t, "Центр")
	made := &cms.Signature{Certificate: a.Issue(t, curve(t, elliptic.P256()), "Чуранов", nil).Certificate,
		Others: slices.Repeat([]*x509.Certificate{a.Certificate}, 30)}
	for left, valid := range map[int]bool{budget: true, 10 << 20: false} {
		j := judgement{s: &Signature{made: made}, pool: pki.Pool{Budget: &left}}
		j.chain()
		if got := len(j.s.Forbidden) == 0; got != valid {
			t.Errorf("%d left: %q", left, j.s.Forbidden)
		}
	}
}

// TestForeignTimestamp: an answer to another request does not come into a
// signature, and a stamp of another signature makes it invalid.
func TestForeignTimestamp(t *testing.T) {
	a := cmstest.NewAuthority(t, "Центр")
	p := a.Issue(t, curve(t, elliptic.P256()), "Чуранов", nil)
	server := cmstest.NewServer(t, a, signedAt)
	o := options(t, p, "a")
	foreign, err := token(server, sha256.Sum256([]byte("иное")))
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

// TestStampTime: a time stamp, in a signature or of the document, names a time that has come, at which the certificate
// of its authority was valid.
func TestStampTime(t *testing.T) {
	a := cmstest.NewAuthority(t, "Центр")
	p := a.Issue(t, curve(t, elliptic.P256()), "Чуранов", nil)
	for name, test := range map[string]struct {
		stamp, now time.Time
		want       string
	}{
		"in time":          {signedAt, now, ""},
		"of an unset zone": {now.Add(wrongClock / 2), now, ""},
		"in the future":    {now.Add(2 * wrongClock), now, "ещё не наступило"},
		"too early":        {cmstest.NotBefore.Add(-time.Hour), now, "сертификат его службы не действовал"},
		"too late":         {cmstest.NotAfter.Add(time.Hour), cmstest.NotAfter.AddDate(1, 0, 0), "его службы не"},
	} {
		server := cmstest.NewServer(t, a, test.stamp)
		for _, filter := range []string{cades, docStamp} {
			o := options(t, p, "a")
			o.Time = signedAt
			prepared, err := Prepare(tiny(t), o)
			if err != nil {
				t.Fatal(err)
			}
			file := stampedAs(t, prepared, filter, server, signer(p))
			for _, trusted := range []pki.Pool{{}, {Roots: []*x509.Certificate{a.Certificate}}} {
				s := readOne(t, file, Policy{Now: test.now, Trusted: trusted})
				said := strings.Join(s.Details(), "\n") + s.String()
				proves := test.want == "" || name == "in the future" && trusted.Roots == nil
				if s.Valid() != proves || !strings.Contains(said, test.want) {
					t.Errorf("%s, %s: valid %v: %s", name, filter, s.Valid(), said)
				}
			}
		}
	}
}

// stampedAs inserts a signature with a time stamp, or a time stamp of the document.
func stampedAs(t *testing.T, prepared *Prepared, filter string, server cmstest.Server, by cms.Signer) []byte {
	t.Helper()
	at := bytes.Index(prepared.Data, []byte("/"+cades))
	copy(prepared.Data[at:], "/"+filter+strings.Repeat(" ", len(cades)-len(filter)))
	made, err := token(server, digest(prepared))
	if filter == cades {
		var stamp, signature []byte
		if signature, err = cms.Sign(digest(prepared), by); err == nil {
			stamp, err = tokenOf(server, signature)
		}
		if err == nil {
			made, err = cms.WithToken(signature, stamp)
		}
	}
	if err == nil {
		made, err = prepared.insert(made)
	}
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// tokenOf returns a time-stamp token for a signature.
func tokenOf(server cmstest.Server, made []byte) ([]byte, error) {
	parsed, err := cms.Parse(made)
	if err != nil {
		return nil, err
	}
	request, err := parsed.TimestampRequest()
	if err != nil {
		return nil, err
	}
	var r struct {
		Version int
		Imprint asn1.RawValue
	}
	if _, err := asn1.Unmarshal(request, &r); err != nil {
		return nil, err
	}
	return server.Token(r.Imprint, nil)
}

// token returns a time-stamp token for a digest.
func token(server cmstest.Server, sum [sha256.Size]byte) ([]byte, error) {
	imprint, err := asn1.Marshal(struct {
		Algorithm pkix.AlgorithmIdentifier
		Digest    []byte
	}{pkix.AlgorithmIdentifier{Algorithm: asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}}, sum[:]})
	if err != nil {
		return nil, err
	}
	return server.Token(asn1.RawValue{FullBytes: imprint}, nil)
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
	stamp := func(prepared *Prepared) ([]byte, error) { return token(server, digest(prepared)) }
	unnamed := func(bag ...*x509.Certificate) func(*Prepared) ([]byte, error) {
		return func(prepared *Prepared) ([]byte, error) {
			parts := prepared.Parts()
			return p.Unnamed(t, bytes.Join(parts[:], nil), bag), nil
		}
	}
	forged := cmstest.NewAuthority(t, "Другой").Issue(t, p.Key, "Лапин", nil)
	for name, test := range map[string]struct {
		filter string
		make   func(*Prepared) ([]byte, error)
		valid  bool
		want   string
	}{
		"CAdES":         {cades, sign, true, "подпись верна"},
		"PKCS #7":       {pkcs7, sign, true, "подпись верна"},
		"unknown":       {"ETSI.CAdES.detacheX", sign, false, "НЕ ПРОВЕРЕНА; подпись вида ETSI.CAdES.detacheX"},
		"raw RSA":       {"adbe.x509.rsa_sha1", sign, false, "НЕ ПРОВЕРЕНА; подпись вида adbe.x509.rsa_sha1"},
		"SHA-1":         {pkcs7SHA1, sign, false, "НЕДЕЙСТВИТЕЛЬНА: подпись сделана для другого файла"},
		"time stamp":    {docStamp, stamp, true, "штамп времени документа, служба: Служба времени, 13.03.2026"},
		"no time stamp": {docStamp, sign, false, "НЕДЕЙСТВИТЕЛЬНА: штамп времени повреждён"},
		"CAdES, unnamed": {cades, unnamed(p.Certificate), false,
			"НЕДЕЙСТВИТЕЛЬНА: в подписи вида ETSI.CAdES.detached нет обязательного атрибута signing-certificate"},
		"PKCS #7, unnamed": {pkcs7, unnamed(p.Certificate, a.Certificate), true, "подпись верна"},
		"PKCS #7, two people": {pkcs7, unnamed(p.Certificate, forged.Certificate), false,
			"НЕДЕЙСТВИТЕЛЬНА: кто подписал, не установить"},
		"stamp, unnamed":  {docStamp, unnamed(p.Certificate), false, "НЕДЕЙСТВИТЕЛЬНА: штамп времени повреждён"},
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

// TestUnreadStamps: time stamps of more than the signature are remarked on, wherever they are.
func TestUnreadStamps(t *testing.T) {
	token := [][]byte{{1}}
	for name, test := range map[string]struct {
		isToken bool
		s       cms.Signature
		want    string
	}{
		"a signature":            {false, cms.Signature{Tokens: token}, ""},
		"more in a signature":    {false, cms.Signature{MoreStamps: true}, "в подписи есть ещё"},
		"a time stamp":           {true, cms.Signature{}, ""},
		"nested in a time stamp": {true, cms.Signature{Tokens: token}, "в штампе времени есть ещё"},
		"more in a time stamp":   {true, cms.Signature{MoreStamps: true}, "в штампе времени есть ещё"},
	} {
		j := judgement{s: &Signature{made: &test.s, Stamp: test.isToken}}
		j.moreStamps(&test.s)
		got := strings.Join(j.s.Remarks, "")
		if !strings.HasPrefix(got, test.want) || (got == "") != (test.want == "") {
			t.Errorf("%s: %q", name, got)
		}
	}
}
