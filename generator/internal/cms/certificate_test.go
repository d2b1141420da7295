package cms

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"math/big"
	"testing"
)

// TestParseCertificate: a key with which checking takes minutes is refused.
func TestParseCertificate(t *testing.T) {
	by, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	for bits, good := range map[uint]bool{4096: true, 8192: true, 9000: false, 100_000: false} {
		modulus := new(big.Int).Lsh(big.NewInt(1), bits)
		key := &rsa.PublicKey{N: modulus.Sub(modulus, big.NewInt(1)), E: 1<<31 - 1}
		draft := &x509.Certificate{SerialNumber: big.NewInt(1)}
		der, err := x509.CreateCertificate(rand.Reader, draft, draft, key, by)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ParseCertificate(der); (err == nil) != good {
			t.Errorf("%d bits: %v", bits, err)
		}
	}
}
