package cms

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"math/big"
	"strings"
	"testing"

	"protokol/generator/internal/cms/cmstest"
)

// forgery is a signature with something changed before it is signed.
type forgery struct {
	attributes [][]byte
	digest     asn1.ObjectIdentifier
	algorithm  pkix.AlgorithmIdentifier
	sign       func(attributes []byte) ([]byte, error)
}

func der(t *testing.T, value any) []byte {
	t.Helper()
	raw, err := asn1.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// signedAttribute encodes an attribute with any number of values.
func signedAttribute(t *testing.T, kind asn1.ObjectIdentifier, values ...any) []byte {
	t.Helper()
	var list [][]byte
	for _, v := range values {
		list = append(list, der(t, v))
	}
	values2, err := set(asn1.ClassUniversal, asn1.TagSet, list)
	if err != nil {
		t.Fatal(err)
	}
	return der(t, attribute{kind, values2})
}

// forge makes a signature by an identity from its parts.
func forge(t *testing.T, p cmstest.Identity, f forgery) []byte {
	t.Helper()
	info := signerInfo{Version: 1, Digest: pkix.AlgorithmIdentifier{Algorithm: f.digest}, Algorithm: f.algorithm,
		Signer: asn1.RawValue{FullBytes: der(t, struct {
			Issuer asn1.RawValue
			Serial *big.Int
		}{asn1.RawValue{FullBytes: p.Certificate.RawIssuer}, p.Certificate.SerialNumber})}}
	signed := content
	if f.attributes != nil {
		all, err := set(asn1.ClassUniversal, asn1.TagSet, f.attributes)
		if err != nil {
			t.Fatal(err)
		}
		signed = bytes.Clone(all.FullBytes)
		all.FullBytes[0] = 0xA0
		info.Signed = all
	}
	var err error
	if info.Signature, err = f.sign(signed); err != nil {
		t.Fatal(err)
	}
	made, err := envelope(der(t, info), signer(p))
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// TestForged: each broken rule is named, and nothing unknown counts as checked.
func TestForged(t *testing.T) {
	chair, secretary := cmstest.RSA(t, "Ч", "В"), cmstest.ECDSA(t, "Б", "М")
	sum, old := sha256.Sum256(content), sha1.Sum(content)
	other := sha256.Sum256([]byte("иное"))
	named := sha256.Sum256(chair.Certificate.Raw)
	oidOther := asn1.ObjectIdentifier{1, 2, 3, 4}
	kind := signedAttribute(t, oidContentType, oidData)
	digest := signedAttribute(t, oidMessageDigest, sum[:])
	certificate := func(id certificateID) []byte {
		return signedAttribute(t, oidSigningCertificate, signingCertificate{Certificates: []certificateID{id}})
	}
	rsaSign := func(h crypto.Hash) func([]byte) ([]byte, error) {
		return func(attributes []byte) ([]byte, error) {
			h := h.New()
			h.Write(attributes)
			return chair.Key.Sign(rand.Reader, h.Sum(nil), crypto.SHA256)
		}
	}
	plain := forgery{[][]byte{kind, digest}, sha256Identifier.Algorithm, pkix.AlgorithmIdentifier{Algorithm: oidRSA},
		rsaSign(crypto.SHA256)}
	with := func(attributes ...[]byte) forgery {
		f := plain
		f.attributes = attributes
		return f
	}
	as := func(algorithm asn1.ObjectIdentifier) forgery {
		f := plain
		f.algorithm.Algorithm = algorithm
		return f
	}
	raw := func(r, s *big.Int) forgery {
		f := plain
		f.algorithm.Algorithm = oidECDSASHA256
		f.sign = func([]byte) ([]byte, error) { return asn1.Marshal(struct{ R, S *big.Int }{r, s}) }
		return f
	}
	n, _ := new(big.Int).SetString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16)
	zero, one := big.NewInt(0), big.NewInt(1)
	serial := struct {
		Issuer struct{}
		Serial *big.Int
	}{Serial: big.NewInt(7)}
	unknown := plain
	unknown.digest = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 8}
	for name, test := range map[string]struct {
		by        cmstest.Identity
		f         forgery
		want      string
		unchecked bool
	}{
		"plain":              {chair, plain, "", false},
		"no attributes":      {chair, with(), "", false},
		"named":              {chair, with(kind, digest, certificate(certificateID{Hash: named[:]})), "", false},
		"unknown digest":     {chair, unknown, "2.16.840.1.101.3.4.2.8 здесь не вычисляется", true},
		"unknown algorithm":  {chair, as(oidOther), "подпись по алгоритму 1.2.3.4 не проверялась", true},
		"ECDSA for RSA":      {chair, as(oidECDSASHA256), "назван алгоритм ECDSA, а ключ сертификата — RSA", false},
		"other digest":       {chair, as(asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 13}), "с дайджестом SHA-512", false},
		"no content type":    {chair, with(digest), "нет атрибута content-type", false},
		"other content type": {chair, with(signedAttribute(t, oidContentType, oidOther), digest), "другой вид", false},
		"no digest":          {chair, with(kind), "нет атрибута message-digest", false},
		"wrong digest":       {chair, with(kind, signedAttribute(t, oidMessageDigest, other[:])), ErrContent.Error(), false},
		"two digests":        {chair, with(kind, digest, signedAttribute(t, oidMessageDigest, other[:])), "повторён", false},
		"digest twice":       {chair, with(kind, digest, digest), "атрибут message-digest повторён", false},
		"two values":         {chair, with(kind, signedAttribute(t, oidMessageDigest, sum[:], other[:])), "повторён", false},
		"no value":           {chair, with(kind, signedAttribute(t, oidMessageDigest)), "повторён или пуст", false},
		"certificate, version 1": {chair, with(kind, digest, signedAttribute(t, oidSigningCertificateV1,
			signingCertificateV1{Certificates: []certificateIDV1{{Hash: old[:]}}})), "другой сертификат", false},
		"certificate, version 2": {chair, with(kind, digest, certificate(certificateID{Hash: other[:]})),
			"другой сертификат", false},
		"certificate, unknown digest": {chair, with(kind, digest, certificate(certificateID{
			Algorithm: pkix.AlgorithmIdentifier{Algorithm: oidOther}, Hash: other[:]})),
			"тот ли это сертификат, не проверялось", true},
		"certificate, other number": {chair, with(kind, digest, certificate(certificateID{Hash: named[:],
			Issuer: asn1.RawValue{FullBytes: der(t, serial)}})), "другой сертификат", false},
		"r and s are 0":      {secretary, raw(zero, zero), "не соответствует сертификату", false},
		"s is 0":             {secretary, raw(one, zero), "не соответствует сертификату", false},
		"r and s are n":      {secretary, raw(n, n), "не соответствует сертификату", false},
		"r and s below 0":    {secretary, raw(big.NewInt(-1), big.NewInt(-1)), "не соответствует сертификату", false},
		"PSS, no parameters": {chair, as(oidRSAPSS), "параметры необычные или не указаны", true},
		"digest of SHA-256":  {chair, plain.digested(sha512Identifier), "подпись сделана для другого файла", false},
	} {
		_, err := check(t, forge(t, test.by, test.f), content)
		unchecked := UncheckedError{}
		switch {
		case test.want == "" && err != nil, test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
			t.Errorf("%s: %v, want %q", name, err, test.want)
		case errors.As(err, &unchecked) != test.unchecked:
			t.Errorf("%s: %v is unchecked: %v", name, err, !test.unchecked)
		}
	}
}

var sha512Identifier = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 3}

func (f forgery) digested(by asn1.ObjectIdentifier) forgery {
	f.digest = by
	return f
}

// TestPSS: RSA-PSS is checked with the usual parameters only.
func TestPSS(t *testing.T) {
	p := cmstest.RSA(t, "Ч", "В")
	sum := sha256.Sum256(content)
	parameters := func(hash asn1.ObjectIdentifier, salt, tail int) pkix.AlgorithmIdentifier {
		mask := der(t, pkix.AlgorithmIdentifier{Algorithm: hash})
		return pkix.AlgorithmIdentifier{Algorithm: oidRSAPSS, Parameters: asn1.RawValue{FullBytes: der(t, pssParameters{
			Hash: pkix.AlgorithmIdentifier{Algorithm: hash}, Salt: salt, Tail: tail,
			Mask: pkix.AlgorithmIdentifier{Algorithm: oidMGF1, Parameters: asn1.RawValue{FullBytes: mask}},
		})}}
	}
	digest := sha256Identifier.Algorithm
	for name, test := range map[string]struct {
		by   pkix.AlgorithmIdentifier
		salt int // in the signature
		good bool
	}{
		"usual":        {parameters(digest, 32, 1), 32, true},
		"other salt":   {parameters(digest, 20, 1), 32, false},
		"no salt":      {parameters(digest, 0, 1), 32, false},
		"negative":     {parameters(digest, -1, 1), 32, false},
		"other tail":   {parameters(digest, 32, 2), 32, false},
		"other digest": {parameters(oidSHA1, 32, 1), 32, false},
	} {
		made := forge(t, p, forgery{
			[][]byte{signedAttribute(t, oidContentType, oidData), signedAttribute(t, oidMessageDigest, sum[:])},
			digest, test.by, func(attributes []byte) ([]byte, error) {
				sum := sha256.Sum256(attributes)
				o := &rsa.PSSOptions{SaltLength: test.salt, Hash: crypto.SHA256}
				return rsa.SignPSS(rand.Reader, p.Key.(*rsa.PrivateKey), crypto.SHA256, sum[:], o)
			}})
		if _, err := check(t, made, content); (err == nil) != test.good {
			t.Errorf("%s: %v", name, err)
		}
	}
}
