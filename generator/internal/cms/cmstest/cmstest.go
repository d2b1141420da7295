// Package cmstest makes temporary keys and certificates for tests.
package cmstest

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"math/big"
	"os"
	"sync"
	"time"
)

// Failer is a test, or a program, that cannot go on without a key.
type Failer interface {
	Helper()
	Fatal(args ...any)
}

// Identity is a key with its certificate.
type Identity struct {
	Key         crypto.Signer
	Certificate *x509.Certificate
	Issuer      *x509.Certificate // certificate of the issuer
}

// ReadCertificate reads a certificate in PEM from a file.
func ReadCertificate(t Failer, name string) *x509.Certificate {
	t.Helper()
	file, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	block, _ := pem.Decode(file)
	if block == nil {
		t.Fatal(name + " is not PEM")
	}
	certificate, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	return certificate
}

var rsaKey = sync.OnceValues(func() (*rsa.PrivateKey, error) { return rsa.GenerateKey(nil, 2048) })

// RSA returns an identity with an RSA key, which is the same throughout a
// process because generating one is slow.
func RSA(t Failer, surname, given string) Identity {
	t.Helper()
	key, err := rsaKey()
	if err != nil {
		t.Fatal(err)
	}
	return newIdentity(t, key, surname, given)
}

// ECDSA returns an identity with a P-256 key.
func ECDSA(t Failer, surname, given string) Identity {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return newIdentity(t, key, surname, given)
}

// Ed25519 returns an identity with an Ed25519 key.
func Ed25519(t Failer, surname, given string) Identity {
	t.Helper()
	_, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	return newIdentity(t, key, surname, given)
}

// NotBefore and NotAfter are the validity bounds of all certificates: tests that sign at the
// time of the machine do not expire.
var (
	NotBefore = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	NotAfter  = time.Date(2099, 4, 1, 0, 0, 0, 0, time.UTC)
)

func newIdentity(t Failer, key crypto.Signer, surname, given string) Identity {
	t.Helper()
	authorityKey, err := ecdsa.GenerateKey(elliptic.P256(), nil)
	if err != nil {
		t.Fatal(err)
	}
	issuer := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Испытательный центр"},
		NotBefore: NotBefore, NotAfter: NotAfter, IsCA: true, BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageCertSign,
	}
	authority := sign(t, issuer, issuer, authorityKey.Public(), authorityKey)
	subject := pkix.Name{CommonName: surname + " " + given, ExtraNames: []pkix.AttributeTypeAndValue{
		{Type: asn1.ObjectIdentifier{2, 5, 4, 4}, Value: surname},
		{Type: asn1.ObjectIdentifier{2, 5, 4, 42}, Value: given},
	}}
	serial, _ := new(big.Int).SetString("01D9F3A5C2B7E4800000A1B2C3D4E5F6", 16)
	return Identity{key, sign(t, &x509.Certificate{
		SerialNumber: serial, Subject: subject, NotBefore: NotBefore, NotAfter: NotAfter,
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment, SubjectKeyId: []byte(surname),
	}, authority, key.Public(), authorityKey), authority}
}

func sign(t Failer, template, parent *x509.Certificate, public crypto.PublicKey,
	by crypto.Signer) *x509.Certificate {
	t.Helper()
	der, err := x509.CreateCertificate(nil, template, parent, public, by)
	if err != nil {
		t.Fatal(err)
	}
	made, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return made
}
