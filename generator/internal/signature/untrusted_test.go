package signature

import (
	"crypto/elliptic"
	"crypto/x509"
	"strings"
	"testing"

	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/pki"
)

// TestUntrustedStamp: a time stamp of an authority that is not trusted proves nothing and harms nothing, in a signature
// and as one of the document.
func TestUntrustedStamp(t *testing.T) {
	a, other := cmstest.NewAuthority(t, "Центр"), cmstest.NewAuthority(t, "Чужой центр")
	p := a.Issue(t, curve(t, elliptic.P256()), "Чуранов", nil)
	server := cmstest.NewServer(t, other, signedAt)
	for _, filter := range []string{cades, docStamp} {
		o := options(t, p, "a")
		o.Time = signedAt
		prepared, err := Prepare(tiny(t), o)
		if err != nil {
			t.Fatal(err)
		}
		file := stampedAs(t, prepared, filter, server, signer(p))
		s := readOne(t, file, Policy{Now: now, Trusted: pki.Pool{Roots: []*x509.Certificate{a.Certificate}}})
		said := strings.Join(s.Details(), "\n")
		if !s.Valid() || !strings.Contains(said, "среди доверенных корней её корня нет") ||
			strings.Contains(said, "служба времени доверенная") {
			t.Errorf("%s: valid %v: %s", filter, s.Valid(), said)
		}
	}
}
