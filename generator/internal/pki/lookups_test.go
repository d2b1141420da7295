package pki_test

import (
	"crypto/x509"
	"math/big"
	"testing"

	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/pki"
)

// TestLookups: a certificate is looked for once in a list, whose signature is checked once, whatever times are asked
// about; too little work leaves no answer.
func TestLookups(t *testing.T) {
	a := cmstest.NewAuthority(t, "Центр")
	c, revoked := a.Issue(t, newKey(t), "Человек", nil).Certificate, a.Issue(t, newKey(t), "Другой", nil).Certificate
	crl := a.ChangedCRL(t, at, func(list *x509.RevocationList) {
		for i := range 3000 {
			list.RevokedCertificateEntries = append(list.RevokedCertificateEntries,
				x509.RevocationListEntry{SerialNumber: big.NewInt(int64(1_000_000 + i)), RevocationTime: at})
		}
	}, revoked)
	const enough = 1 << 30
	left := enough
	p := pki.Pool{CRLs: lists(t, crl), Budget: &left, Lookups: pki.NewLookups()}
	ask := func(c *x509.Certificate, want bool) (cost int) {
		before := left
		for _, time := range []int{0, 1, 2} {
			r := p.Revocation(c, a.Certificate, at.AddDate(0, 0, time))
			if !r.Known || r.Revoked.IsZero() == want {
				t.Errorf("%s: %+v", c.Subject, r)
			}
		}
		return before - left
	}
	scan := pki.ListCost * len(crl)
	if first, most := ask(c, false), scan+1<<20+len(crl); first > most || first < most-2000 {
		t.Errorf("looking for one costs %d, want %d", first, most)
	}
	if second := ask(revoked, true); second > scan {
		t.Errorf("looking for the second costs %d, want %d", second, scan)
	}
	if again := ask(c, false) + ask(revoked, true); again > 0 {
		t.Errorf("looking again costs %d", again)
	}
	stranger := *a.Certificate
	stranger.Raw = append([]byte{}, revoked.Raw...)
	stranger.PublicKey = revoked.PublicKey
	if r := p.Revocation(c, &stranger, at); r.Known {
		t.Error("a list of another issuer counts")
	}
	for _, left = range []int{0, scan} {
		p.Lookups = pki.NewLookups()
		if r := p.Revocation(c, a.Certificate, at); r.Known || !p.IsExhausted() {
			t.Errorf("%d left: %+v", left, r)
		}
	}
}
