package cms

import (
	"bytes"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/outside"
)

// signersOf returns who made valid signatures of the content.
func signersOf(t *testing.T, file []byte) (list []string) {
	t.Helper()
	signatures, err := Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, made := range signatures {
		s, err := check(t, made, content)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, s.Certificate.Subject.CommonName)
	}
	slices.Sort(list)
	return list
}

// TestSeveralSigners: signatures of several persons in one file are checked one by
// one, whether they are one signature of two signers or two blocks of PEM.
func TestSeveralSigners(t *testing.T) {
	a, b := twoPersons(t)
	want := []string{a.Certificate.Subject.CommonName, b.Certificate.Subject.CommonName}
	slices.Sort(want)
	blocks := append(pem.EncodeToMemory(&pem.Block{Type: "CMS", Bytes: signed(t, a)}),
		pem.EncodeToMemory(&pem.Block{Type: "CMS", Bytes: signed(t, b)})...)
	for name, file := range map[string][]byte{"joint": joint(t, signed(t, a), signed(t, b)), "PEM": blocks} {
		if got := signersOf(t, file); !slices.Equal(got, want) {
			t.Errorf("%s: %q", name, got)
		}
	}
	if _, err := Parse(joint(t, signed(t, a), signed(t, b))); err != ErrSeveral {
		t.Errorf("Parse reads %v", err)
	}
	if _, err := Decode(bytes.Repeat(blocks, maxSigners)); err == nil {
		t.Error("signatures without a limit")
	}
	many := signed(t, a)
	for range 9 {
		many = joint(t, many, many)
	}
	if _, err := Decode(many); err == nil {
		t.Error("signers without a limit")
	}
}

// TestSeveralSignersOfOpenSSL: a signature to which openssl added another signer
// holds two.
func TestSeveralSignersOfOpenSSL(t *testing.T) {
	openssl := outside.Program(t, "openssl")
	a, b := twoPersons(t)
	one, other := files(t, a), files(t, b)
	made, added := filepath.Join(one, "sig"), filepath.Join(one, "both")
	by := func(dir string) []string {
		return []string{"-signer", filepath.Join(dir, "crt.pem"), "-inkey", filepath.Join(dir, "key.pem")}
	}
	outside.Run(t, openssl, append([]string{"cms", "-sign", "-binary", "-outform", "DER",
		"-in", filepath.Join(one, "text"), "-out", made}, by(one)...)...)
	outside.Run(t, openssl, append([]string{"cms", "-resign", "-binary", "-inform", "DER", "-outform", "DER",
		"-in", made, "-content", filepath.Join(one, "text"), "-out", added}, by(other)...)...)
	file, err := os.ReadFile(added)
	if err != nil {
		t.Fatal(err)
	}
	if got := signersOf(t, file); len(got) != 2 || got[0] == got[1] {
		t.Errorf("signed by %q", got)
	}
}

// TestCountersigned: a signature of a signature is noticed.
func TestCountersigned(t *testing.T) {
	made := signed(t, cmstest.ECDSA(t, "А", "Б"))
	with, err := withUnsigned(made, oidCountersignature, []byte{0x30, 0})
	if err != nil {
		t.Fatal(err)
	}
	for want, file := range map[bool][]byte{false: made, true: with} {
		if s, err := check(t, file, content); err != nil || s.Countersigned != want {
			t.Errorf("countersigned: %v, %v", s.Countersigned, err)
		}
	}
}

// twoPersons returns identities issued by one authority.
func twoPersons(t *testing.T) (a, b cmstest.Identity) {
	t.Helper()
	authority := cmstest.NewAuthority(t, "Испытательный центр")
	return authority.Issue(t, cmstest.RSA(t, "А", "Б").Key, "Чуранов Валерий", nil),
		authority.Issue(t, cmstest.ECDSA(t, "А", "Б").Key, "Лазарева Анна", nil)
}

// joint returns one signature of the signers of two.
func joint(t *testing.T, a, b []byte) []byte {
	t.Helper()
	first, err := parseSignedData(a)
	if err != nil {
		t.Fatal(err)
	}
	second, err := parseSignedData(b)
	if err != nil {
		t.Fatal(err)
	}
	first.Certificates.Bytes = slices.Concat(first.Certificates.Bytes, second.Certificates.Bytes)
	first.Signers.Bytes = slices.Concat(first.Signers.Bytes, second.Signers.Bytes)
	first.Certificates.FullBytes, first.Signers.FullBytes = nil, nil
	made, err := wrapped(*first)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// TestManyCertificates: so many certificates are read, and that there are more is no proof that the signer's is not
// there.
func TestManyCertificates(t *testing.T) {
	p := cmstest.ECDSA(t, "Чуранов", "Валерий")
	chair, other := p.Certificate, p.Issuer
	s := Signature{info: signerInfo{Signer: asn1.RawValue{FullBytes: der(t, struct {
		Issuer asn1.RawValue
		Serial *big.Int
	}{asn1.RawValue{FullBytes: chair.RawIssuer}, chair.SerialNumber})}}}
	for _, c := range []struct {
		before, after int
		want          string
	}{
		{maxCertificates - 1, 0, ""},
		{0, 10 * maxCertificates, ""},
		{maxCertificates, 0, "сертификатов в подписи больше 30, и подписавшего среди первых нет"},
	} {
		raw := slices.Concat(bytes.Repeat(other.Raw, c.before), chair.Raw, bytes.Repeat(other.Raw, c.after))
		found := s
		err := found.findCertificate(raw, nil)
		unchecked, _ := errors.AsType[UncheckedError](err)
		isFound := err == nil && found.Certificate.Equal(chair) && len(found.Others) < maxCertificates
		if unchecked.What != c.want || isFound != (c.want == "") {
			t.Errorf("%d before and %d after: %v", c.before, c.after, err)
		}
	}
}
