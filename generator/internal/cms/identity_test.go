package cms

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"crypto/x509"
	"encoding/asn1"
	"strings"
	"testing"

	"protokol/generator/internal/cms/cmstest"
)

// TestIdentity: when the certificate of a signature that does not name it may be another one,
// nobody is named as the signer.
func TestIdentity(t *testing.T) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), nil)
	if err != nil {
		t.Fatal(err)
	}
	a, other := cmstest.NewAuthority(t, "Центр"), cmstest.NewAuthority(t, "Другой")
	p, clerk := a.Issue(t, key, "Чуранов", nil), cmstest.ECDSA(t, "Белая", "Мария")
	renewed, elsewhere := a.Issue(t, key, "Чуранов", nil), other.Issue(t, key, "Чуранов", nil)
	longer := a.Issue(t, key, "Чуранов", func(c *x509.Certificate) {
		c.SerialNumber, c.NotAfter = p.Certificate.SerialNumber, c.NotAfter.AddDate(1, 0, 0)
	})
	forged := other.Issue(t, key, "Лапин", nil)
	rival, borrowed := "другой сертификат того же ключа", "в самой подписи нет сертификата"
	for name, test := range map[string]struct {
		bag, more []*x509.Certificate
		want      string
	}{
		"alone":                  {[]*x509.Certificate{p.Certificate}, nil, ""},
		"with its issuer":        {[]*x509.Certificate{p.Certificate, a.Certificate}, nil, ""},
		"with other people":      {[]*x509.Certificate{p.Certificate, clerk.Certificate}, nil, ""},
		"twice":                  {[]*x509.Certificate{p.Certificate, p.Certificate}, nil, ""},
		"renewed":                {[]*x509.Certificate{p.Certificate, renewed.Certificate}, nil, ""},
		"renewed elsewhere":      {[]*x509.Certificate{p.Certificate}, []*x509.Certificate{elsewhere.Certificate}, ""},
		"stored as well":         {[]*x509.Certificate{p.Certificate}, []*x509.Certificate{p.Certificate}, ""},
		"another person":         {[]*x509.Certificate{p.Certificate, forged.Certificate}, nil, rival},
		"another person, first":  {[]*x509.Certificate{forged.Certificate, p.Certificate}, nil, rival},
		"another person, stored": {[]*x509.Certificate{p.Certificate}, []*x509.Certificate{forged.Certificate}, rival},
		"the same number":        {[]*x509.Certificate{p.Certificate, longer.Certificate}, nil, rival},
		"stored only":            {nil, []*x509.Certificate{p.Certificate}, borrowed},
	} {
		s, err := Parse(p.Unnamed(t, content, test.bag), test.more...)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		err = s.VerifyContent(content)
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", name, err, test.want)
		}
	}
	named, err := Sign(sha256.Sum256(content), Signer{Key: key, Certificate: p.Certificate,
		Chain: []*x509.Certificate{forged.Certificate}})
	if err != nil {
		t.Fatal(err)
	}
	if s, err := Parse(named); err != nil || s.VerifyContent(content) != nil {
		t.Errorf("a signature that names its certificate: %v", err)
	}
}

// TestMoreStamps checks that a signature reports time stamps that are not read.
func TestMoreStamps(t *testing.T) {
	p := cmstest.ECDSA(t, "Белая", "Мария")
	token := cmstest.Attribute(oidTimestamp, []int{1})
	for name, test := range map[string]struct {
		unsigned [][]byte
		tokens   int
		more     bool
	}{
		"none":           {nil, 0, false},
		"one":            {[][]byte{token}, 1, false},
		"three":          {[][]byte{token, token, token}, 3, false},
		"four":           {[][]byte{token, token, token, token}, 3, true},
		"archive":        {[][]byte{token, cmstest.Attribute(asn1.ObjectIdentifier{0, 4, 0, 1733, 2, 4}, 1)}, 1, true},
		"other":          {[][]byte{cmstest.Attribute(asn1.ObjectIdentifier{1, 2, 3}, 1)}, 0, false},
		"several values": {[][]byte{signedAttribute(t, oidTimestamp, []int{1}, []int{2})}, 2, false},
		"many values":    {[][]byte{signedAttribute(t, oidTimestamp, []int{1}, []int{2}, []int{3}, []int{4})}, 3, true},
	} {
		s, err := Parse(p.Unnamed(t, content, []*x509.Certificate{p.Certificate}, test.unsigned...))
		if err != nil || len(s.Tokens) != test.tokens || s.MoreStamps != test.more {
			t.Errorf("%s: %d tokens, more %v: %v", name, len(s.Tokens), s.MoreStamps, err)
		}
	}
}
