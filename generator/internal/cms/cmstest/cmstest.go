// Package cmstest makes keys and certificates for tests. None is ever kept.
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
	"time"
)

// Failer is a test, or a program, that cannot go on without a key.
type Failer interface {
	Helper()
	Fatal(args ...any)
}

// Person is somebody who can sign.
type Person struct {
	Key         crypto.Signer
	Certificate *x509.Certificate
	Authority   *x509.Certificate // who vouches for him
}

var rsaKey = sync.OnceValues(func() (*rsa.PrivateKey, error) { return rsa.GenerateKey(nil, 2048) })

// RSA makes a person with an RSA key; the key is the same for all of a process.
func RSA(t Failer, surname, given string) Person {
	t.Helper()
	key, err := rsaKey()
	if err != nil {
		t.Fatal(err)
	}
	return person(t, key, surname, given)
}

// ECDSA makes a person with a key on P-256.
func ECDSA(t Failer, surname, given string) Person {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return person(t, key, surname, given)
}

// Ed25519 makes a person with such a key.
func Ed25519(t Failer, surname, given string) Person {
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

func person(t Failer, key crypto.Signer, surname, given string) Person {
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

func sign(t Failer, template, parent *x509.Certificate, public crypto.PublicKey, by crypto.Signer) *x509.Certificate {
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
