package generator

import (
	"crypto/x509"
	"errors"
	"os"
	"slices"
	"testing"
	"testing/fstest"
	"time"

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

// TestSeveralKeys: a container with several keys is refused and says whose they are. Keytool made it.
func TestSeveralKeys(t *testing.T) {
	container, err := os.ReadFile("testdata/several-keys.p12")
	if err != nil {
		t.Fatal(err)
	}
	_, err = OpenKey(container, "123456")
	var several SeveralKeysError
	if !errors.As(err, &several) || !slices.Equal(slices.Sorted(slices.Values(several.Owners)),
		[]string{"Лукина Вера", "Рябов Олег"}) {
		t.Error(err)
	}
	if _, err := OpenKey(container, "12345"); !errors.Is(err, ErrPassword) {
		t.Error(err)
	}
}

// TestEvidence: revocation lists alone are evidence, and nothing to trust.
func TestEvidence(t *testing.T) {
	a := cmstest.NewAuthority(t, "Корень")
	files := fstest.MapFS{"root.crt": {Data: a.Certificate.Raw}, "root.crl": {Data: a.CRL(t, time.Now())},
		"note.txt": {Data: []byte("x")}}
	for name, test := range map[string]struct{ evidence, trusted bool }{
		"root.crt": {true, true}, "root.crl": {true, false}, ".": {true, true}, "note.txt": {}, "": {true, true},
	} {
		e, err := ReadEvidence(files, name)
		if (err == nil) != test.evidence {
			t.Errorf("%q as evidence: %v", name, err)
		}
		_, err = New(Config{Trust: e})
		if option, refused := errors.AsType[OptionError](err); test.evidence && (refused == test.trusted || refused &&
			(option.Option != "trust" || option.Place != name)) {
			t.Errorf("%q to trust: %v", name, err)
		}
	}
}
