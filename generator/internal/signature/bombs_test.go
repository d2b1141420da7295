//go:build linux

package signature

import (
	"crypto/elliptic"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/pki"
)

// TestBombs: what a file brings to judge its signature by takes bounded time: a large revocation list,
// certificates with thousands of names and extensions, and constraints on names without end. What was not
// looked at does not count as checked.
func TestBombs(t *testing.T) {
	a := cmstest.NewAuthority(t, "Центр")
	key := curve(t, elliptic.P256())
	names := func(c *x509.Certificate) {
		for i := range 2000 {
			c.DNSNames = append(c.DNSNames, "a"+strings.Repeat("a", i%50)+".example.org")
			c.ExtraExtensions = append(c.ExtraExtensions, pkix.Extension{
				Id: asn1.ObjectIdentifier{1, 2, 3, i}, Value: []byte{5, 0}})
		}
	}
	constraints := func(c *x509.Certificate) {
		names(c)
		c.IsCA, c.BasicConstraintsValid = true, true
		c.PermittedDNSDomainsCritical = true
		for i := range 2000 {
			c.ExcludedDNSDomains = append(c.ExcludedDNSDomains, "b"+strings.Repeat("b", i%50)+".org")
		}
	}
	p := a.Issue(t, key, "Чуранов", nil)
	long := a.ChangedCRL(t, signedAt, func(list *x509.RevocationList) {
		list.ExtraExtensions = []pkix.Extension{{Id: asn1.ObjectIdentifier{1, 2, 3}, Value: make([]byte, 14<<20)}}
	}, p.Certificate)
	many := slices.Repeat([]*x509.Certificate{a.Issue(t, key, "Центр", constraints).Certificate}, 20)
	const unknown = "свежих сведений об отзыве в файле нет"
	for name, test := range map[string]struct {
		person cmstest.Identity
		others []*x509.Certificate
		crl    []byte
		want   string // a part of the details
	}{
		"long list":   {p, nil, long, "сертификат «Чуранов» отозван 13.03.2026"},
		"names":       {a.Issue(t, key, "Чуранов", names), nil, nil, unknown},
		"constraints": {p, many, nil, unknown},
	} {
		by := cms.Signer{Key: key, Certificate: test.person.Certificate, Chain: test.others}
		o := options(t, test.person, "a")
		o.Time = signedAt
		file, err := Sign(tiny(t), by, o)
		if err != nil {
			t.Fatal(err)
		}
		if test.crl != nil {
			file = withList(t, file, test.crl)
		}
		began := used()
		s := readOne(t, file, Policy{Now: now, Trusted: pki.Pool{Roots: []*x509.Certificate{a.Certificate}}})
		took := used() - began
		const most = 4 * time.Second // of a busy processor, with collecting garbage
		if details := strings.Join(s.Details(), "\n"); took > most || !strings.Contains(details, test.want) {
			t.Errorf("%s takes %v: %s", name, took, details)
		}
	}
}

func used() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// withList adds a revocation list to a signed file.
func withList(t *testing.T, file, crl []byte) []byte {
	t.Helper()
	f, err := cos.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	u := f.Update()
	list := u.Add(&cos.Stream{Dict: cos.Dict{}, Data: crl})
	u.Put(f.Trailer["Root"].(cos.Ref), f.Root().With(cos.Dict{"DSS": cos.Dict{"CRLs": cos.Array{list}}}))
	return u.Bytes()
}

// TestCopiesOfList: a revocation list that a file carries many times is parsed once, so that copies do not use up the
// work for other lists.
func TestCopiesOfList(t *testing.T) {
	a := cmstest.NewAuthority(t, "Центр")
	first, second := a.CRL(t, now), cmstest.NewAuthority(t, "Другой").CRL(t, now)
	e := newEvidence()
	before := *e.pool.Budget
	lists := e.lists(append(slices.Repeat([][]byte{first}, 50), second, []byte("x"), []byte("x")))
	if len(lists) != 2 || before-*e.pool.Budget > pki.ListCost*(len(first)+len(second)+1) {
		t.Errorf("%d lists, %d of work", len(lists), before-*e.pool.Budget)
	}
	e.pool.CRLs = lists
	made := &cms.Signature{Evidence: cms.Evidence{CRLs: slices.Repeat([][]byte{second}, 50)}}
	if pool := e.with(made); len(pool.CRLs) != 2 {
		t.Errorf("%d lists with those of a signature", len(pool.CRLs))
	}
}
