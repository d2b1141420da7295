package pki_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ocsp"

	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/outside"
	"protokol/generator/internal/pki"
)

var at = cmstest.NotBefore.AddDate(0, 2, 0)

func newKey(t *testing.T) *ecdsa.PrivateKey {
	t.Helper()
	k, err := ecdsa.GenerateKey(elliptic.P256(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// authority returns an authority with a certificate that is issued by another.
func authority(t *testing.T, by *cmstest.Authority, name string, change func(*x509.Certificate)) *cmstest.Authority {
	k := newKey(t)
	return &cmstest.Authority{Key: k, Certificate: by.Issue(t, k, name, change).Certificate}
}

func isCA(c *x509.Certificate) {
	c.IsCA, c.BasicConstraintsValid, c.KeyUsage = true, true, x509.KeyUsageCertSign|x509.KeyUsageCRLSign
}

// TestChain: a chain ends at a root, each issuer may issue certificates, and all
// are valid at the time.
func TestChain(t *testing.T) {
	root, other := cmstest.NewAuthority(t, "Корень"), cmstest.NewAuthority(t, "Корень")
	middle := authority(t, root, "Центр", isCA)
	person := authority(t, root, "Не центр", nil)
	usage := authority(t, root, "Не для сертификатов", func(c *x509.Certificate) {
		isCA(c)
		c.KeyUsage = x509.KeyUsageDigitalSignature
	})
	short := authority(t, root, "Последний", func(c *x509.Certificate) { isCA(c); c.MaxPathLenZero = true })
	below, next := authority(t, short, "Лишний", isCA), authority(t, short, "Последний", isCA) // with its next key
	roots := []*x509.Certificate{other.Certificate, root.Certificate}
	leaf := func(a *cmstest.Authority) *x509.Certificate {
		return a.Issue(t, newKey(t), "Человек", nil).Certificate
	}
	for name, test := range map[string]struct {
		leaf   *x509.Certificate
		roots  []*x509.Certificate
		at     time.Time
		length int
		want   string
	}{
		"root":           {leaf(root), roots, at, 2, ""},
		"middle":         {leaf(middle), roots, at, 3, ""},
		"middle trusted": {leaf(middle), []*x509.Certificate{middle.Certificate}, at, 2, ""},
		"itself":         {root.Certificate, roots, at, 1, ""},
		"no root":        {leaf(root), []*x509.Certificate{other.Certificate}, at, 0, "корня нет"},
		"no roots":       {leaf(root), nil, at, 0, "корня нет"},
		"early":          {leaf(root), roots, cmstest.NotBefore.AddDate(0, 0, -1), 0, "срок сертификата"},
		"late":           {leaf(root), roots, cmstest.NotAfter.AddDate(0, 0, 1), 0, "срок сертификата"},
		"person":         {leaf(person), roots, at, 0, "не вправе выдавать"},
		"usage":          {leaf(usage), roots, at, 0, "не вправе выдавать"},
		"depth":          {leaf(below), roots, at, 0, "только людям, а не центрам"},
		"next key":       {leaf(next), roots, at, 4, ""},
	} {
		p := pki.Pool{Roots: test.roots, Others: []*x509.Certificate{middle.Certificate, person.Certificate,
			usage.Certificate, short.Certificate, below.Certificate, next.Certificate, root.Certificate}}
		chain, err := p.Chain(test.leaf, test.at)
		if len(chain) != test.length || (err == nil) != (test.want == "") ||
			err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %d, %v", name, len(chain), err)
		}
	}
}

// TestRestricted checks that restrictions by an issuer hold, and that a chain with an
// unsupported critical extension is not valid.
func TestRestricted(t *testing.T) {
	root := cmstest.NewAuthority(t, "Корень")
	extended := func(id int, critical bool, value ...byte) pkix.Extension {
		return pkix.Extension{Id: asn1.ObjectIdentifier{2, 5, 29, id}, Critical: critical, Value: value}
	}
	policy := func(last byte) pkix.Extension { return extended(32, false, 0x30, 6, 0x30, 4, 0x06, 2, 0x2A, last) }
	anyPolicy := extended(32, false, 0x30, 8, 0x30, 6, 0x06, 4, 0x55, 0x1D, 0x20, 0)
	noneForAll, oneForAll := extended(54, true, 2, 1, 0), extended(54, true, 2, 1, 1)
	required := extended(36, true, 0x30, 3, 0x80, 1, 0)
	soon := extended(36, true, 0x30, 3, 0x80, 1, 1)
	names := []byte{0x30, 6, 0xA0, 4, 0x30, 2, 0xA4, 0} // a directory name
	list := func(e ...pkix.Extension) []pkix.Extension { return e }
	for name, test := range map[string]struct {
		issuer, leaf []pkix.Extension
		want         string
	}{
		"names":              {list(extended(30, true, names...)), nil, "обязательные расширения"},
		"names not critical": {list(extended(30, false, names...)), nil, "ограничен в именах"},
		"unknown":            {list(extended(99, true, 0x30, 0)), nil, "обязательные расширения"},
		"unknown of leaf":    {nil, list(extended(99, true, 0x30, 0)), "обязательные расширения"},
		"unknown, free":      {list(extended(99, false, 0x30, 0)), list(extended(98, false, 0x30, 0)), ""},
		"policies, free":     {list(policy(3)), list(policy(4)), ""},
		"policy":             {list(required, policy(3)), list(policy(3)), ""},
		"any of issuer":      {list(required, anyPolicy), list(policy(3)), ""},
		"any of leaf":        {list(required, policy(3)), list(anyPolicy), ""},
		"no policy":          {list(required, policy(3)), nil, "общей политики"},
		"other policy":       {list(required, policy(3)), list(policy(4)), "общей политики"},
		"none of issuer":     {list(required), list(policy(3)), "общей политики"},
		"any forbidden":      {list(required, policy(3), noneForAll), list(anyPolicy), "общей политики"},
		"any twice":          {list(required, anyPolicy, noneForAll), list(anyPolicy), "общей политики"},
		"any for one more":   {list(required, policy(3), oneForAll), list(anyPolicy), ""},
		"any forbidden, own": {list(required, policy(3), noneForAll), list(policy(3)), ""},
		"one later":          {list(soon, policy(3)), list(policy(4)), "общей политики"},
	} {
		issuer := authority(t, root, "Центр", func(c *x509.Certificate) { isCA(c); c.ExtraExtensions = test.issuer })
		leaf := issuer.Issue(t, newKey(t), "Человек", func(c *x509.Certificate) { c.ExtraExtensions = test.leaf })
		p := pki.Pool{Roots: []*x509.Certificate{root.Certificate}, Others: []*x509.Certificate{issuer.Certificate}}
		_, err := p.Chain(leaf.Certificate, at)
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", name, err, test.want)
		}
	}
}

func lists(t *testing.T, ders ...[]byte) (parsed []*x509.RevocationList) {
	t.Helper()
	for _, der := range ders {
		one, err := x509.ParseRevocationList(der)
		if err != nil {
			t.Fatal(err)
		}
		parsed = append(parsed, one)
	}
	return parsed
}

// TestBudget: the work for a hostile set of certificates is bounded.
func TestBudget(t *testing.T) {
	a := cmstest.NewAuthority(t, "Центр")
	budget := 20 << 20
	p := pki.Pool{Roots: []*x509.Certificate{cmstest.NewAuthority(t, "Корень").Certificate}, Budget: &budget}
	for range 100 {
		p.Others = append(p.Others, authority(t, a, "Центр", isCA).Certificate)
	}
	c := a.Issue(t, newKey(t), "Человек", nil).Certificate
	p.Others = append(p.Others, a.Certificate)
	if _, err := p.Chain(c, at); err == nil || !strings.Contains(err.Error(), "так много") || budget > 0 {
		t.Errorf("%v, %d left", err, budget)
	}
}

// producedAt returns a response as it would be of another time (RFC 6960, 4.2.1).
func producedAt(t *testing.T, der []byte, key *ecdsa.PrivateKey, at time.Time) []byte {
	t.Helper()
	var outer struct {
		Status asn1.Enumerated
		Bytes  struct {
			Type asn1.ObjectIdentifier
			Data []byte
		} `asn1:"explicit,tag:0"`
	}
	var basic struct {
		Data         asn1.RawValue
		Algorithm    pkix.AlgorithmIdentifier
		Signature    asn1.BitString
		Certificates []asn1.RawValue `asn1:"explicit,tag:0,optional"`
	}
	const form, mark = "20060102150405Z", "\x18\x0f" // GeneralizedTime
	_, err := asn1.Unmarshal(der, &outer)
	if err == nil {
		_, err = asn1.Unmarshal(outer.Bytes.Data, &basic)
	}
	first := bytes.Index(basic.Data.FullBytes, []byte(mark))
	if err != nil || first < 0 {
		t.Fatal(err, first)
	}
	copy(basic.Data.FullBytes[first+len(mark):], at.Format(form))
	sum := sha256.Sum256(basic.Data.FullBytes)
	basic.Data = asn1.RawValue{FullBytes: basic.Data.FullBytes}
	if basic.Signature.Bytes, err = ecdsa.SignASN1(rand.Reader, key, sum[:]); err != nil {
		t.Fatal(err)
	}
	basic.Signature.BitLength = 8 * len(basic.Signature.Bytes)
	if outer.Bytes.Data, err = asn1.Marshal(basic); err != nil {
		t.Fatal(err)
	}
	if der, err = asn1.Marshal(outer); err != nil {
		t.Fatal(err)
	}
	return der
}

// TestRevocation: answers of the issuer and of those it charged count, when they
// are about the time.
func TestRevocation(t *testing.T) {
	a, other := cmstest.NewAuthority(t, "Центр"), cmstest.NewAuthority(t, "Центр")
	c := a.Issue(t, newKey(t), "Человек", nil).Certificate
	later, muchLater := at.AddDate(0, 0, 3), at.AddDate(0, 2, 0)
	hold := func(list *x509.RevocationList) { list.RevokedCertificateEntries[0].ReasonCode = ocsp.CertificateHold }
	part := func(id int) func(*x509.RevocationList) { // a list of some certificates or changes only
		return func(list *x509.RevocationList) {
			list.ExtraExtensions = []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, id}, Critical: true,
				Value: []byte{0x30, 0}}}
		}
	}
	others := func(list *x509.RevocationList) { // an entry about a certificate of another issuer
		list.RevokedCertificateEntries[0].ExtraExtensions = []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 29},
			Critical: true, Value: []byte{0x30, 0}}}
	}
	changed := func(change func(*x509.RevocationList), revoked ...*x509.Certificate) pki.Pool {
		return pki.Pool{CRLs: lists(t, a.ChangedCRL(t, at, change, revoked...))}
	}
	response := func(status int, by *x509.Certificate, k *ecdsa.PrivateKey, produced ...time.Time) []byte {
		template := ocsp.Response{Status: status, SerialNumber: c.SerialNumber, ThisUpdate: at, RevokedAt: at,
			NextUpdate: at.AddDate(0, 0, 1)}
		if by != a.Certificate {
			template.Certificate = by
		}
		der, err := ocsp.CreateResponse(a.Certificate, by, template, k)
		if err != nil {
			t.Fatal(err)
		}
		return producedAt(t, der, k, append(produced, at)[0])
	}
	k := newKey(t)
	charged := a.Issue(t, k, "OCSP", func(c *x509.Certificate) {
		c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageOCSPSigning}
	}).Certificate
	expired := a.Issue(t, k, "OCSP", func(c *x509.Certificate) {
		c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageOCSPSigning}
		c.NotAfter = at.AddDate(0, 0, -1)
	}).Certificate
	renewed := a.Issue(t, k, "OCSP", func(c *x509.Certificate) {
		c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageOCSPSigning}
		c.NotBefore = at.Add(time.Hour)
	}).Certificate
	anyone := a.Issue(t, k, "Не OCSP", nil).Certificate
	for name, test := range map[string]struct {
		pool           pki.Pool
		at             time.Time
		known, revoked bool
	}{
		"nothing":          {pki.Pool{}, at, false, false},
		"list":             {pki.Pool{CRLs: lists(t, a.CRL(t, at))}, later, true, false},
		"later list":       {pki.Pool{CRLs: lists(t, a.CRL(t, at))}, at.AddDate(0, -1, 0), true, false},
		"old list":         {pki.Pool{CRLs: lists(t, a.CRL(t, at))}, at.AddDate(0, 1, 0), false, false},
		"revoked":          {pki.Pool{CRLs: lists(t, a.CRL(t, at, c))}, later, true, true},
		"revoked later":    {pki.Pool{CRLs: lists(t, a.CRL(t, at, c))}, at.AddDate(0, 0, -3), true, false},
		"revoked, old":     {pki.Pool{CRLs: lists(t, a.CRL(t, at, c))}, muchLater, true, true},
		"held":             {changed(hold, c), later, true, true},
		"held, old":        {changed(hold, c), muchLater, false, false},
		"part":             {changed(part(28)), later, false, false},
		"part, revoked":    {changed(part(28), c), later, true, true},
		"changes":          {changed(part(27)), later, false, false},
		"changes, revoked": {changed(part(27), c), later, true, true},
		"of others":        {changed(others, c), later, false, false},
		"critical entry":   {changed(others, other.Certificate, c), later, false, false},
		"forged, old":      {pki.Pool{CRLs: lists(t, other.CRL(t, at, c))}, muchLater, false, false},
		"both":             {pki.Pool{CRLs: lists(t, a.CRL(t, at, c), a.CRL(t, at))}, later, true, true},
		"of another":       {pki.Pool{CRLs: lists(t, other.CRL(t, at))}, later, false, false},
		"damaged":          {pki.Pool{OCSPs: [][]byte{{1}}}, later, false, false},
		"response":         {pki.Pool{OCSPs: [][]byte{response(ocsp.Good, a.Certificate, a.Key)}}, at, true, false},
		"revoked response": {pki.Pool{OCSPs: [][]byte{response(ocsp.Revoked, a.Certificate, a.Key)}}, at, true, true},
		"unknown":          {pki.Pool{OCSPs: [][]byte{response(ocsp.Unknown, a.Certificate, a.Key)}}, at, false, false},
		"charged":          {pki.Pool{OCSPs: [][]byte{response(ocsp.Good, charged, k)}}, at, true, false},
		"charged earlier":  {pki.Pool{OCSPs: [][]byte{response(ocsp.Good, expired, k)}}, at, false, false},
		"renewed": {pki.Pool{OCSPs: [][]byte{response(ocsp.Good, renewed, k, at.Add(2*time.Hour))}}, at, true,
			false},
		"charged later": {pki.Pool{OCSPs: [][]byte{response(ocsp.Good, renewed, k)}}, at, false, false},
		"renewed, revoked": {pki.Pool{OCSPs: [][]byte{response(ocsp.Revoked, renewed, k, at.Add(2*time.Hour))}}, at,
			true, true},
		"not charged": {pki.Pool{OCSPs: [][]byte{response(ocsp.Good, anyone, k)}}, at, false, false},
		"revoked, old response": {pki.Pool{OCSPs: [][]byte{response(ocsp.Revoked, a.Certificate, a.Key)}}, later,
			true, true},
		"old response": {pki.Pool{OCSPs: [][]byte{response(ocsp.Good, a.Certificate, a.Key)}}, later, false, false},
	} {
		r := test.pool.Revocation(c, a.Certificate, test.at)
		if r.Known != test.known || r.Revoked.IsZero() == test.revoked {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

// TestAnswers: a response counts when it is about a certificate of this issuer, also with the certificate of an issuer
// that is no root.
func TestAnswers(t *testing.T) {
	root := cmstest.NewAuthority(t, "Корень")
	a, sibling := authority(t, root, "Центр", isCA), authority(t, root, "Другой центр", isCA)
	c := a.Issue(t, newKey(t), "Человек", nil).Certificate
	for name, test := range map[string]struct {
		about   *cmstest.Authority // whose certificate has the number
		carries *x509.Certificate
		known   bool
	}{
		"alone":            {a, nil, true},
		"with its own":     {a, a.Certificate, true},
		"of another":       {sibling, nil, false},
		"of another, with": {sibling, a.Certificate, false},
	} {
		template := ocsp.Response{Status: ocsp.Revoked, SerialNumber: c.SerialNumber, ThisUpdate: at, RevokedAt: at,
			NextUpdate: at.AddDate(0, 0, 1), Certificate: test.carries}
		der, err := ocsp.CreateResponse(test.about.Certificate, a.Certificate, template, a.Key)
		if err != nil {
			t.Fatal(err)
		}
		r := pki.Pool{OCSPs: [][]byte{der}}.Revocation(c, a.Certificate, at)
		if r.Known != test.known || r.Revoked.IsZero() == test.known {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

// TestRussianAnswers: responses with Russian keys of both sizes are checked: by the issuer, good and revoked, by a
// service that it charged, and by somebody else. OpenSSL made them with its engine gost.
func TestRussianAnswers(t *testing.T) {
	for _, size := range []string{"256", "512"} {
		file, err := os.ReadFile(filepath.Join("testdata", "gost"+size+".pem"))
		if err != nil {
			t.Fatal(err)
		}
		p, err := pki.Parse(file)
		if err != nil || len(p.Others) != 2 || len(p.OCSPs) != 4 {
			t.Fatal(size, len(p.Others), len(p.OCSPs), err)
		}
		issuer, c := p.Others[0], p.Others[1]
		at := c.NotBefore.Add(time.Minute)
		for i, want := range []struct{ known, revoked bool }{{true, false}, {true, true}, {true, true}, {}} {
			r := pki.Pool{OCSPs: p.OCSPs[i : i+1]}.Revocation(c, issuer, at)
			if r.Known != want.known || r.Revoked.IsZero() == want.revoked {
				t.Errorf("%s, %d: %+v", size, i, r)
			}
			changed := slices.Clone(p.OCSPs[i])
			changed[bytes.Index(changed, issuer.RawSubject)+len(issuer.RawSubject)+20] ^= 1
			if r := (pki.Pool{OCSPs: [][]byte{changed}}).Revocation(c, issuer, at); r.Known {
				t.Errorf("%s, %d, changed: %+v", size, i, r)
			}
		}
	}
}

// TestParse: files hold certificates and answers, in DER or PEM, and nothing else.
func TestParse(t *testing.T) {
	a := cmstest.NewAuthority(t, "Центр")
	block := func(kind string, der []byte) []byte { return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}) }
	certificate, crl := block("CERTIFICATE", a.Certificate.Raw), block("X509 CRL", a.CRL(t, at))
	for name, test := range map[string]struct {
		file                []byte
		certificates, lists int
		good                bool
	}{
		"DER":       {a.Certificate.Raw, 1, 0, true},
		"two":       {slices.Concat(a.Certificate.Raw, a.Certificate.Raw), 2, 0, true},
		"PEM":       {slices.Concat(certificate, []byte("# текст\n"), certificate, crl), 2, 1, true},
		"list":      {a.CRL(t, at), 0, 1, true},
		"key":       {block("PRIVATE KEY", []byte{1}), 0, 0, false},
		"text":      {[]byte("привет"), 0, 0, false},
		"no length": {nil, 0, 0, false},
	} {
		p, err := pki.Parse(test.file)
		if (err == nil) != test.good || len(p.Others) != test.certificates || len(p.CRLs) != test.lists {
			t.Errorf("%s: %d, %d, %v", name, len(p.Others), len(p.CRLs), err)
		}
	}
}

// TestGOST: chains with Russian keys are checked.
func TestGOST(t *testing.T) {
	openssl := outside.Program(t, "openssl")
	outside.Engine(t, openssl, "gost")
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	for _, size := range []string{"256", "512"} {
		outside.Run(t, openssl, "req", "-engine", "gost", "-x509", "-newkey", "gost2012_"+size, "-pkeyopt",
			"paramset:A", "-nodes", "-keyout", in("ca.key"), "-out", in("ca.crt"), "-days", "30", "-subj", "/CN=CA")
		outside.Run(t, openssl, "req", "-engine", "gost", "-newkey", "gost2012_"+size, "-pkeyopt", "paramset:A",
			"-nodes", "-keyout", in("a.key"), "-out", in("a.csr"), "-subj", "/CN=A")
		outside.Run(t, openssl, "x509", "-engine", "gost", "-req", "-in", in("a.csr"), "-CA", in("ca.crt"), "-CAkey",
			in("ca.key"), "-CAcreateserial", "-out", in("a.crt"), "-days", "20")
		var pool pki.Pool
		for _, name := range []string{"ca.crt", "a.crt"} {
			file, err := os.ReadFile(in(name))
			if err != nil {
				t.Fatal(err)
			}
			found, err := pki.Parse(file)
			if err != nil {
				t.Fatal(err)
			}
			pool.Others = append(pool.Others, found.Others...)
		}
		root, leaf := pool.Others[0], pool.Others[1]
		pool.Roots = []*x509.Certificate{root}
		if chain, err := pool.Chain(leaf, leaf.NotBefore.Add(time.Hour)); err != nil || len(chain) != 2 {
			t.Errorf("%s: %v", size, err)
		}
		leaf.Signature[3] ^= 1
		if _, err := pool.Chain(leaf, leaf.NotBefore.Add(time.Hour)); !errors.Is(err, pki.ErrNoRoot) {
			t.Errorf("%s, damaged: %v", size, err)
		}
	}
}
