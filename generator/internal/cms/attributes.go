package cms

import (
	"bytes"
	"crypto/subtle"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"math/big"
)

// single are the signed attributes that must not occur twice nor have several
// values (RFC 5652, 11.1 to 11.3; RFC 5035, 3; RFC 6211, 2).
var single = map[string]string{
	oidContentType.String():          "content-type",
	oidMessageDigest.String():        "message-digest",
	oidSigningTime.String():          "signing-time",
	oidSigningCertificateV1.String(): "signing-certificate",
	oidSigningCertificate.String():   "signing-certificate-v2",
	oidProtection.String():           "CMSAlgorithmProtection",
}

// readAttributes reads a set of attributes.
func readAttributes(raw []byte) (list []attribute, err error) {
	for len(raw) > 0 {
		var a attribute
		if raw, err = asn1.Unmarshal(raw, &a); err != nil {
			return nil, errEncoding
		}
		list = append(list, a)
	}
	return list, nil
}

// attribute reads a signed attribute with a single value.
func (s *Signature) attribute(kind asn1.ObjectIdentifier, into any) bool {
	for _, a := range s.attributes {
		if a.Type.Equal(kind) {
			rest, err := asn1.Unmarshal(a.Values.Bytes, into)
			return err == nil && len(rest) == 0
		}
	}
	return false
}

func (s *Signature) has(kind asn1.ObjectIdentifier) bool {
	for _, a := range s.attributes {
		if a.Type.Equal(kind) {
			return true
		}
	}
	return false
}

// HasAttributes reports whether attributes are signed, not the content itself.
func (s *Signature) HasAttributes() bool { return s.info.Signed.FullBytes != nil }

// checkAttributes checks the rules for signed attributes: each that matters
// occurs once, the type and the digest of the content agree with it, and the
// certificate is the one that they name.
func (s *Signature) checkAttributes(sum []byte) error {
	if len(s.attributes) == 0 {
		return errors.New("подпись неверна: набор подписанных атрибутов пуст")
	}
	seen := map[string]bool{}
	for _, a := range s.attributes {
		name, ok := single[a.Type.String()]
		if !ok {
			continue
		}
		var value asn1.RawValue
		rest, err := asn1.Unmarshal(a.Values.Bytes, &value)
		if seen[name] || err != nil || len(rest) > 0 {
			return fmt.Errorf("подпись неверна: атрибут %s повторён или пуст", name)
		}
		seen[name] = true
	}
	var contentType asn1.ObjectIdentifier
	switch {
	case !s.attribute(oidContentType, &contentType):
		return errors.New("подпись неверна: нет атрибута content-type")
	case !contentType.Equal(s.contentType):
		return errors.New("подпись неверна: атрибут content-type называет другой вид содержимого")
	}
	var digest []byte
	switch {
	case !s.attribute(oidMessageDigest, &digest):
		return errors.New("подпись неверна: нет атрибута message-digest")
	case subtle.ConstantTimeCompare(digest, sum) != 1:
		return ErrContent
	}
	if err := s.checkProtection(); err != nil {
		return err
	}
	return s.checkNamed()
}

// checkProtection checks that the algorithms are those that a signed attribute names, if it is there: otherwise other
// ones may have been put in their place (RFC 6211, 2).
func (s *Signature) checkProtection() error {
	var named struct {
		Digest    pkix.AlgorithmIdentifier
		Signature pkix.AlgorithmIdentifier `asn1:"optional,tag:1"`
	}
	if s.has(oidProtection) && (!s.attribute(oidProtection, &named) || !isSame(named.Digest, s.info.Digest) ||
		!isSame(named.Signature, s.info.Algorithm)) {
		return errors.New("подпись неверна: атрибут CMSAlgorithmProtection называет другие алгоритмы")
	}
	return nil
}

// isSame compares algorithms. Those without parameters may have NULL instead (RFC 5754, 2).
func isSame(a, b pkix.AlgorithmIdentifier) bool {
	parameters := func(id pkix.AlgorithmIdentifier) []byte {
		if id.Parameters.Tag == asn1.TagNull && id.Parameters.Class == asn1.ClassUniversal {
			return nil
		}
		return id.Parameters.FullBytes
	}
	return a.Algorithm.Equal(b.Algorithm) && bytes.Equal(parameters(a), parameters(b))
}

// NamesCertificate reports whether a signed attribute names the signer's
// certificate, as CAdES and PAdES require.
func (s *Signature) NamesCertificate() bool {
	return s.has(oidSigningCertificate) || s.has(oidSigningCertificateV1)
}

var errNamed = errors.New("подпись неверна: атрибут signing-certificate называет другой сертификат")

// checkNamed checks that the certificate is the one that the signed attributes
// name, if any, so that it cannot be replaced by another one for the same key
// (RFC 5035, 1).
func (s *Signature) checkNamed() error {
	if s.has(oidSigningCertificate) {
		var named signingCertificate
		if !s.attribute(oidSigningCertificate, &named) || len(named.Certificates) == 0 {
			return errNamed
		}
		id := named.Certificates[0]
		algorithm := id.Algorithm.Algorithm
		if len(algorithm) == 0 {
			algorithm = sha256Identifier.Algorithm
		}
		if err := s.isNamed(algorithm, id.Hash, id.Issuer); err != nil {
			return err
		}
	}
	if s.has(oidSigningCertificateV1) {
		var named signingCertificateV1
		if !s.attribute(oidSigningCertificateV1, &named) || len(named.Certificates) == 0 {
			return errNamed
		}
		return s.isNamed(oidSHA1, named.Certificates[0].Hash, named.Certificates[0].Issuer)
	}
	return nil
}

// isNamed compares the certificate with a digest of it and, when given, its
// serial number.
func (s *Signature) isNamed(algorithm asn1.ObjectIdentifier, digest []byte, issuer asn1.RawValue) error {
	h, ok := newHash(algorithm)
	if !ok {
		return UncheckedError{"тот ли это сертификат, не проверялось: " + nameOf(algorithm) + " здесь не вычисляется"}
	}
	h.Write(s.Certificate.Raw)
	if !bytes.Equal(h.Sum(nil), digest) {
		return errNamed
	}
	if len(issuer.FullBytes) == 0 {
		return nil
	}
	var id struct {
		Issuer asn1.RawValue
		Serial *big.Int
	}
	if _, err := asn1.Unmarshal(issuer.FullBytes, &id); err != nil || id.Serial.Cmp(s.Certificate.SerialNumber) != 0 {
		return errNamed
	}
	return nil
}

// Texts returns the strings among the values of the signed attributes that this
// package does not know.
func (s *Signature) Texts() (texts []string) {
	for _, a := range s.attributes {
		if _, known := single[a.Type.String()]; !known {
			texts = appendTexts(texts, a.Values.Bytes, 0)
		}
	}
	return texts
}

// appendTexts appends the character strings in a value, at any depth.
func appendTexts(texts []string, raw []byte, depth int) []string {
	const deepest, most = 8, 50
	for depth < deepest && len(raw) > 0 && len(texts) < most {
		var v asn1.RawValue
		rest, err := asn1.Unmarshal(raw, &v)
		if err != nil {
			return texts
		}
		raw = rest
		switch {
		case v.IsCompound:
			texts = appendTexts(texts, v.Bytes, depth+1)
		case v.Class == asn1.ClassUniversal && (v.Tag == asn1.TagUTF8String || v.Tag == asn1.TagPrintableString ||
			v.Tag == asn1.TagIA5String):
			texts = append(texts, string(v.Bytes))
		}
	}
	return texts
}
