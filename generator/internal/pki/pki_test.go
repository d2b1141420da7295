package pki_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
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
