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

// forger makes the cases of TestForged.
type forger struct {
	*testing.T
	chair, secretary cmstest.Identity // with an RSA key and with a P-256 key
	plain            forgery          // with nothing forged, by the chair
	kind, digest     []byte           // its attributes
	sum              [sha256.Size]byte
}

// forged is a case: the words of the error, "" for none. A question mark before
// them stands for an UncheckedError.
type forged struct {
	by   cmstest.Identity
	f    forgery
	want string
}

func newForger(t *testing.T) forger {
	f := forger{T: t, chair: cmstest.RSA(t, "Ч", "В"), secretary: cmstest.ECDSA(t, "Б", "М")}
	f.sum = sha256.Sum256(content)
	f.kind = signedAttribute(t, oidContentType, oidData)
	f.digest = signedAttribute(t, oidMessageDigest, f.sum[:])
	sign := func(attributes []byte) ([]byte, error) {
		sum := sha256.Sum256(attributes)
		return f.chair.Key.Sign(rand.Reader, sum[:], crypto.SHA256)
	}
	rsa := pkix.AlgorithmIdentifier{Algorithm: oidRSA}
	f.plain = forgery{[][]byte{f.kind, f.digest}, sha256Identifier.Algorithm, rsa, sign}
	return f
}

// with has other attributes.
func (f forger) with(want string, attributes ...[]byte) forged {
	made := f.plain
	made.attributes = attributes
	return forged{f.chair, made, want}
}

// certificate has an attribute that names a certificate.
func (f forger) certificate(want string, id certificateID) forged {
	named := signingCertificate{Certificates: []certificateID{id}}
	return f.with(want, f.kind, f.digest, signedAttribute(f.T, oidSigningCertificate, named))
}

// byGOST names the certificate of an identity by a digest of ГОСТ Р 34.11-2012.
func (f forger) byGOST(kind int, p cmstest.Identity) certificateID {
	id := asn1.ObjectIdentifier{1, 2, 643, 7, 1, 1, 2, kind}
	h, _ := newHash(id)
	h.Write(p.Certificate.Raw)
	return certificateID{Algorithm: pkix.AlgorithmIdentifier{Algorithm: id}, Hash: h.Sum(nil)}
}

// as names other algorithms.
func (f forger) as(want string, digest, algorithm asn1.ObjectIdentifier) forged {
	made := f.plain
	made.digest, made.algorithm.Algorithm = digest, algorithm
	return forged{f.chair, made, want}
}

// raw is an ECDSA signature of two numbers.
func (f forger) raw(r, s *big.Int) forged {
	made := f.plain
	made.algorithm.Algorithm = oidECDSASHA256
	made.sign = func([]byte) ([]byte, error) { return asn1.Marshal(struct{ R, S *big.Int }{r, s}) }
	return forged{f.secretary, made, "не соответствует сертификату"}
}

// protection is an attribute that names algorithms, one of them with NULL as its parameters.
func (f forger) protection(digest, signature asn1.ObjectIdentifier) []byte {
	return signedAttribute(f.T, oidProtection, struct {
		Digest    pkix.AlgorithmIdentifier
		Signature pkix.AlgorithmIdentifier `asn1:"tag:1"`
	}{pkix.AlgorithmIdentifier{Algorithm: digest, Parameters: asn1.NullRawValue},
		pkix.AlgorithmIdentifier{Algorithm: signature}})
}

func (f forger) attributes() map[string]forged {
	other, named := sha256.Sum256([]byte("иное")), sha256.Sum256(f.chair.Certificate.Raw)
	bad := signedAttribute(f.T, oidMessageDigest, other[:])
	kind := signedAttribute(f.T, oidContentType, asn1.ObjectIdentifier{1, 2, 3, 4})
	sha := sha1.Sum(content)
	old := signingCertificateV1{Certificates: []certificateIDV1{{Hash: sha[:]}}}
	serial := der(f.T, struct {
		Issuer struct{}
		Serial *big.Int
	}{Serial: big.NewInt(7)})
	unknown := pkix.AlgorithmIdentifier{Algorithm: asn1.ObjectIdentifier{1, 2, 3, 4}}
	return map[string]forged{
		"plain":              f.with("", f.kind, f.digest),
		"no attributes":      f.with(""),
		"no content type":    f.with("нет атрибута content-type", f.digest),
		"other content type": f.with("называет другой вид содержимого", kind, f.digest),
		"no digest":          f.with("нет атрибута message-digest", f.kind),
		"wrong digest":       f.with("подпись сделана для другого файла", f.kind, bad),
		"two digests":        f.with("атрибут message-digest повторён", f.kind, f.digest, bad),
		"digest twice":       f.with("атрибут message-digest повторён", f.kind, f.digest, f.digest),
		"two values": f.with("атрибут message-digest повторён", f.kind,
			signedAttribute(f.T, oidMessageDigest, f.sum[:], other[:])),
		"algorithms named": f.with("", f.kind, f.digest, f.protection(sha256Identifier.Algorithm, oidRSA)),
		"another algorithm named": f.with("называет другие алгоритмы", f.kind, f.digest,
			f.protection(sha256Identifier.Algorithm, oidRSAPSS)),
		"another digest named": f.with("называет другие алгоритмы", f.kind, f.digest, f.protection(oidSHA1, oidRSA)),
		"no algorithm named": f.with("называет другие алгоритмы", f.kind, f.digest,
			signedAttribute(f.T, oidProtection, f.sum[:])),
		"algorithms named twice": f.with("атрибут CMSAlgorithmProtection повторён", f.kind, f.digest,
			f.protection(sha256Identifier.Algorithm, oidRSA), f.protection(oidSHA1, oidRSA)),
		"no value": f.with("повторён или пуст", f.kind, signedAttribute(f.T, oidMessageDigest)),
		"certificate, version 1": f.with("называет другой сертификат", f.kind, f.digest,
			signedAttribute(f.T, oidSigningCertificateV1, old)),
		"certificate":            f.certificate("", certificateID{Hash: named[:]}),
		"certificate, version 2": f.certificate("называет другой сертификат", certificateID{Hash: other[:]}),
		"certificate, unknown digest": f.certificate("?тот ли это сертификат, не проверялось",
			certificateID{Algorithm: unknown, Hash: other[:]}),
		"certificate by ГОСТ":      f.certificate("", f.byGOST(2, f.chair)),
		"certificate by ГОСТ, 512": f.certificate("", f.byGOST(3, f.chair)),
		"another's by ГОСТ":        f.certificate("называет другой сертификат", f.byGOST(2, f.secretary)),
		"another's by ГОСТ, 512":   f.certificate("называет другой сертификат", f.byGOST(3, f.secretary)),
		"certificate by ГОСТ of 1994": f.certificate("?тот ли это сертификат, не проверялось", certificateID{
			Algorithm: pkix.AlgorithmIdentifier{Algorithm: asn1.ObjectIdentifier{1, 2, 643, 2, 2, 9}}, Hash: other[:]}),
		"certificate, other number": f.certificate("называет другой сертификат",
			certificateID{Hash: named[:], Issuer: asn1.RawValue{FullBytes: serial}}),
	}
}

func (f forger) algorithms() map[string]forged {
	n, _ := new(big.Int).SetString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16)
	zero, one, below := big.NewInt(0), big.NewInt(1), big.NewInt(-1)
	sha256 := sha256Identifier.Algorithm
	unknown := asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 8}
	rsaSHA512 := asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 13}
	return map[string]forged{
		"unknown digest":    f.as("?2.16.840.1.101.3.4.2.8 здесь не вычисляется", unknown, oidRSA),
		"MD5":               f.as("?MD5 здесь не вычисляется", asn1.ObjectIdentifier{1, 2, 840, 113549, 2, 5}, oidRSA),
		"digest of SHA-256": f.as("подпись сделана для другого файла", sha512Identifier, oidRSA),
		"Ed448":             f.as("?по алгоритму Ed448 не проверялась", sha256, asn1.ObjectIdentifier{1, 3, 101, 113}),
		"unknown algorithm": f.as("?по алгоритму 1.2.3.4 не проверялась", sha256, asn1.ObjectIdentifier{1, 2, 3, 4}),
		"ECDSA for RSA":     f.as("назван алгоритм ECDSA, а ключ сертификата — RSA", sha256, oidECDSASHA256),
		"other digest":      f.as("алгоритм подписи — с дайджестом SHA-512", sha256, rsaSHA512),
		"PSS, no values":    f.as("?параметры необычные или не указаны", sha256, oidRSAPSS),
		"r and s are 0":     f.raw(zero, zero),
		"s is 0":            f.raw(one, zero),
		"r and s are n":     f.raw(n, n),
		"r and s below 0":   f.raw(below, below),
	}
}

// TestForged: each broken rule is named, and nothing unknown counts as checked.
func TestForged(t *testing.T) {
	f := newForger(t)
	for _, cases := range []map[string]forged{f.attributes(), f.algorithms()} {
		for name, test := range cases {
			_, err := check(t, forge(t, test.by, test.f), content)
			want, unchecked := strings.CutPrefix(test.want, "?")
			_, isUnchecked := errors.AsType[UncheckedError](err)
			if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) ||
				isUnchecked != unchecked {
				t.Errorf("%s: %v, want %q", name, err, test.want)
			}
		}
	}
}

// TestOrder: attributes count as signed in the order of DER, or in that in which they are
// stored, whatever the encoding of lengths.
func TestOrder(t *testing.T) {
	f := newForger(t)
	made, err := Parse(forge(t, f.chair, f.plain))
	if err != nil {
		t.Fatal(err)
	}
	form := func(list ...[]byte) []byte {
		return der(t, asn1.RawValue{Tag: asn1.TagSet, IsCompound: true, Bytes: bytes.Join(list, nil)})
	}
	sorted, turned := form(f.kind, f.digest), form(f.digest, f.kind)
	for name, test := range map[string]struct{ signed, stored []byte }{
		"DER": {sorted, sorted}, "stored otherwise": {sorted, turned}, "signed otherwise": {turned, turned},
	} {
		info := made.info
		if info.Signature, err = f.plain.sign(test.signed); err != nil {
			t.Fatal(err)
		}
		stored := bytes.Clone(test.stored)
		stored[0] = 0xA0
		info.Signed = asn1.RawValue{FullBytes: stored}
		file, err := envelope(der(t, info), signer(f.chair))
		if err != nil {
			t.Fatal(err)
		}
		for _, encoded := range [][]byte{file, ber(t, file, false), ber(t, file, true)} {
			if _, err := check(t, encoded, content); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if _, err := check(t, encoded, []byte("иное")); err == nil {
				t.Errorf("%s: a signature of other content", name)
			}
		}
	}
}

// ber returns a value with indefinite or overlong lengths (X.690, 8.1.3).
func ber(t *testing.T, values []byte, overlong bool) (encoded []byte) {
	t.Helper()
	for len(values) > 0 {
		var v asn1.RawValue
		rest, err := asn1.Unmarshal(values, &v)
		if err != nil {
			t.Fatal(err)
		}
		identifier, body := values[0], v.Bytes
		if values = rest; v.IsCompound {
			body = ber(t, body, overlong)
		}
		if n := len(body); v.IsCompound && !overlong {
			encoded = append(append(append(encoded, identifier, 0x80), body...), 0, 0)
		} else {
			encoded = append(append(encoded, identifier, 0x83, byte(n>>16), byte(n>>8), byte(n)), body...)
		}
	}
	return encoded
}

var sha512Identifier = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 3}

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
