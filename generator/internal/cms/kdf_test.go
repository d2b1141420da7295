package cms

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/binary"
	"math/big"
	"testing"
	"time"

	"software.sslmate.com/src/go-pkcs12"
)

// TestIsCostly: containers of every kind pass with usual numbers of iterations,
// and none with a number that would take minutes.
func TestIsCostly(t *testing.T) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "x"},
		NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	for name, encoder := range map[string]*pkcs12.Encoder{
		"modern": pkcs12.Modern2023, "legacy": pkcs12.LegacyDES, "2026": pkcs12.Modern2026,
	} {
		container, err := encoder.Encode(key, certificate, nil, "пароль")
		if err != nil {
			t.Fatal(err)
		}
		if IsCostly(container) {
			t.Errorf("%s: an honest container is refused", name)
		}
	}
	// The number of iterations of the MAC stands last in the container.
	container, err := pkcs12.LegacyDES.WithIterations(0x7001).Encode(key, certificate, nil, "пароль")
	if err != nil {
		t.Fatal(err)
	}
	if IsCostly(container) {
		t.Error("an honest container is refused")
	}
	costly := append([]byte{}, container[:len(container)-4]...)
	costly = append(costly, 2, 4, 0x7f, 0xff, 0xff, 0xff)
	binary.BigEndian.PutUint16(costly[2:], binary.BigEndian.Uint16(costly[2:])+2) // the length of the container
	costly[lastMac(t, costly)] += 2
	if !IsCostly(costly) {
		t.Error("two milliard iterations pass")
	}
	type parameters struct {
		Salt       []byte
		Iterations int
	}
	var list []parameters
	for range 101 {
		list = append(list, parameters{[]byte("salt"), maxIterations / 100})
	}
	for n, want := range map[int]bool{100: false, 101: true} {
		if many, err := asn1.Marshal(list[:n]); err != nil || IsCostly(many) != want {
			t.Errorf("%d keys of %d iterations: %v, want %v", n, maxIterations/100, !want, want)
		}
	}
}

// lastMac returns the place of the length of the MacData that ends a container.
func lastMac(t *testing.T, container []byte) int {
	for i := len(container) - 100; i < len(container)-6; i++ {
		if container[i] == 0x30 && i+2+int(container[i+1])+2 == len(container) {
			return i + 1
		}
	}
	t.Fatal("no MacData")
	return 0
}
