package attack_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"os"
	"strings"
	"testing"
	"time"

	"protokol/generator"
	"protokol/generator/internal/attack"
	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/pki"
	"protokol/generator/internal/signature"
)

// TestArchive: the levels of PAdES up to B-LTA are named, and a time stamp from before
// the data about revocation does not make it one.
func TestArchive(t *testing.T) {
	a := cmstest.NewAuthority(t, "Центр")
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	g := newGenerator(t)
	plain := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
	signer := by(a.Issue(t, key, "Чуранов", nil))
	signer.Chain = []*x509.Certificate{a.Certificate}
	signed, err := signer.Sign(plain, attack.Options{})
	if err != nil {
		t.Fatal(err)
	}
	server := cmstest.NewServer(t, a, now)
	stamp := func(file []byte) []byte { return stampedBy(t, server, file) }
	store := func(file []byte) []byte {
		t.Helper()
		list, err := pki.ParseList(a.CRL(t, now.Add(time.Hour)))
		if err != nil {
			t.Fatal(err)
		}
		made, err := signature.Store(file, pki.Pool{CRLs: []*pki.List{list}})
		if err != nil {
			t.Fatal(err)
		}
		return made
	}
	for level, file := range map[string][]byte{
		"B-B": signed, "B-T": stamp(signed), "B-LT": store(stamp(signed)), "B-LTA": stamp(store(signed)),
	} {
		said, pass := judged(g, file)
		if !pass || !strings.Contains(said+"\n", "вид подписи: PAdES "+level+"\n") {
			t.Errorf("%s: pass %v: %s", level, pass, said)
		}
	}
	// pyHanko adds the data for its time stamp of the document after that.
	others, err := os.ReadFile("testdata/honest/pyhanko-lta.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if said, pass := judged(g, others); !pass || !strings.Contains(said, "PAdES B-LTA") {
		t.Errorf("pyHanko: pass %v: %s", pass, said)
	}
}

// stampedBy adds a time stamp of the document.
func stampedBy(t *testing.T, server cmstest.Server, file []byte) []byte {
	t.Helper()
	clock := attack.Signer{Time: now, CMS: func(content []byte) ([]byte, error) {
		sum := sha256.Sum256(content)
		imprint, err := asn1.Marshal(struct {
			Algorithm pkix.AlgorithmIdentifier
			Digest    []byte
		}{pkix.AlgorithmIdentifier{Algorithm: asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}}, sum[:]})
		if err != nil {
			return nil, err
		}
		return server.Token(asn1.RawValue{FullBytes: imprint}, nil)
	}}
	made, err := clock.Sign(file, attack.Options{SubFilter: "ETSI.RFC3161"})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// TestStampTimes: a time stamp from outside of the validity of its authority's certificate does not pass.
func TestStampTimes(t *testing.T) {
	g := newGenerator(t)
	a := cmstest.NewAuthority(t, "Центр")
	plain := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
	for name, c := range map[string]struct {
		at   time.Time
		says string
	}{
		"in time":   {now, ""},
		"too early": {cmstest.NotBefore.Add(-time.Hour), "сертификат его службы не действовал"},
		"too late":  {cmstest.NotAfter.Add(time.Hour), "сертификат его службы не действовал"},
	} {
		said, pass := judged(g, stampedBy(t, cmstest.NewServer(t, a, c.at), plain))
		if pass != (c.says == "") || !strings.Contains(said, c.says) {
			t.Errorf("%s: pass %v: %s", name, pass, said)
		}
	}
}

// TestPowers: all powers of attorney that a signature names are told.
func TestPowers(t *testing.T) {
	const one, other = "1a2b3c4d-0c9a-4b7e-8a51-2f6f2c3e7a10", "00000000-0c9a-4b7e-8a51-2f6f2c3e7a10"
	g := newGenerator(t)
	file, err := by(cmstest.ECDSA(t, "Чуранов", "Валерий")).Sign(
		paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf"),
		attack.Options{Reason: "МЧД " + one + ", МЧД " + other})
	if err != nil {
		t.Fatal(err)
	}
	const want = "разные машиночитаемые доверенности (МЧД), здесь не проверялись: № " + one + ", № " + other
	if said, pass := judged(g, file); !pass || !strings.Contains(said, want) {
		t.Errorf("pass %v: %s", pass, said)
	}
}
