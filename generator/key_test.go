package generator

import (
	"crypto/x509"
	"testing"

	"software.sslmate.com/src/go-pkcs12"

	"protokol/generator/internal/cms/cmstest"
)

// TestOpenKey: the certificate of a container is that of its key, wherever it stands among
// those of the issuers; programs export them in any order.
func TestOpenKey(t *testing.T) {
	root := cmstest.NewAuthority(t, "Корень")
	p := root.Issue(t, cmstest.ECDSA(t, "Чуранов", "Валерий").Key, "Чуранов", nil)
	for name, list := range map[string][]*x509.Certificate{
		"own first": {p.Certificate, root.Certificate}, "issuer first": {root.Certificate, p.Certificate},
		"alone": {p.Certificate},
	} {
		for _, password := range []string{"", "пароль «Ё»"} {
			container, err := pkcs12.Modern2026.WithIterations(2048).Encode(p.Key, list[0], list[1:], password)
			if err != nil {
				t.Fatal(err)
			}
			key, err := OpenKey(container, password)
			if err != nil || !key.signer.Certificate.Equal(p.Certificate) || len(key.signer.Chain) != len(list)-1 ||
				len(list) > 1 && !key.signer.Chain[0].Equal(root.Certificate) {
				t.Errorf("%s, %q: %v", name, password, err)
			}
		}
	}
}
