// Package cmstest makes keys and certificates for tests. They are never stored.
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
	"math/big"
	"sync"
	"testing"
	"time"
)

// Person is a key with its certificate.
type Person struct {
	Key         crypto.Signer
	Certificate *x509.Certificate
	Authority   *x509.Certificate // that issued the certificate
}

var rsaKey = sync.OnceValues(func() (*rsa.PrivateKey, error) { return rsa.GenerateKey(nil, 2048) })

// RSA makes a person with an RSA key, which is the same in a whole process.
func RSA(t testing.TB, surname, given string) Person {
	t.Helper()
	key, err := rsaKey()
	if err != nil {
		t.Fatal(err)
	}
	return person(t, key, surname, given)
}

// ECDSA makes a person with a key on P-256.
func ECDSA(t testing.TB, surname, given string) Person {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return person(t, key, surname, given)
}

// Ed25519 makes a person with an Ed25519 key.
func Ed25519(t testing.TB, surname, given string) Person {
	t.Helper()
	_, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	return person(t, key, surname, given)
}

// From and Until bound the validity of every certificate made here.
var (
	From  = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	Until = time.Date(2027, 4, 1, 0, 0, 0, 0, time.UTC)
)

func person(t testing.TB, key crypto.Signer, surname, given string) Person {
	t.Helper()
	authorityKey, err := ecdsa.GenerateKey(elliptic.P256(), nil)
	if err != nil {
		t.Fatal(err)
	}
	issuer := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Испытательный центр"},
		NotBefore: From, NotAfter: Until, IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	authority := sign(t, issuer, issuer, authorityKey.Public(), authorityKey)
	subject := pkix.Name{CommonName: surname + " " + given, ExtraNames: []pkix.AttributeTypeAndValue{
		{Type: asn1.ObjectIdentifier{2, 5, 4, 4}, Value: surname},
		{Type: asn1.ObjectIdentifier{2, 5, 4, 42}, Value: given},
	}}
	serial, _ := new(big.Int).SetString("01D9F3A5C2B7E4800000A1B2C3D4E5F6", 16)
	return Person{key, sign(t, &x509.Certificate{
		SerialNumber: serial, Subject: subject, NotBefore: From, NotAfter: Until,
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment, SubjectKeyId: []byte(surname),
	}, authority, key.Public(), authorityKey), authority}
}

func sign(t testing.TB, template, parent *x509.Certificate, key crypto.PublicKey, by crypto.Signer) *x509.Certificate {
	t.Helper()
	der, err := x509.CreateCertificate(nil, template, parent, key, by)
	if err != nil {
		t.Fatal(err)
	}
	made, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return made
}
