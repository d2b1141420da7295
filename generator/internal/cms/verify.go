package cms

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"hash"
	"slices"

	"protokol/generator/internal/gost"
)

// ErrContent is that a signature belongs to another content.
var ErrContent = errors.New("подпись сделана для другого файла")

var errSignature = errors.New("подпись неверна: она не соответствует сертификату")

// UncheckedError is that a signature could be neither proved nor disproved. It
// is a sentence in Russian.
type UncheckedError struct{ What string }

func (e UncheckedError) Error() string { return e.What }

// VerifyContent checks a signature of the content, given in parts.
func (s *Signature) VerifyContent(parts ...[]byte) error { return s.VerifyDigest(digestOf(parts)) }

// VerifyDigest checks a signature of content whose digest a function computes with a new hash, given with the name of
// its algorithm.
func (s *Signature) VerifyDigest(sum func(algorithm string, h hash.Hash) []byte) error {
	h, ok := s.Hash()
	if !ok {
		const unchecked = "соответствие подписи документу не проверялось: %s здесь не вычисляется"
		return UncheckedError{fmt.Sprintf(unchecked, s.DigestName())}
	}
	return s.verify(sum(s.DigestName(), h))
}

// digestOf returns a function that computes the digest of content in parts.
func digestOf(parts [][]byte) func(algorithm string, h hash.Hash) []byte {
	return func(_ string, h hash.Hash) []byte {
		for _, part := range parts {
			h.Write(part)
		}
		return h.Sum(nil)
	}
}

// verify checks a signature of content with a digest: its attributes, and the
// signature itself with the key of the certificate. The error is an
// UncheckedError when something is not supported.
func (s *Signature) verify(sum []byte) error {
	if err := s.checkAlgorithm(); err != nil {
		return err
	}
	if !s.HasAttributes() {
		if err := s.check(sum); err != nil {
			return err
		}
		return s.checkIdentity()
	}
	unchecked := UncheckedError{}
	if err := s.checkAttributes(sum); err != nil && !errors.As(err, &unchecked) {
		return err
	}
	err := s.checkSigned(s.info.Signed.Bytes)
	if sorted := s.sortedAttributes(); errors.Is(err, errSignature) && !bytes.Equal(sorted, s.info.Signed.Bytes) {
		err = s.checkSigned(sorted)
	}
	if err != nil {
		return err
	}
	if unchecked.What != "" {
		return unchecked
	}
	return s.checkIdentity()
}

// sortedAttributes returns the signed attributes in the order of DER, in which they are signed.
// Some programs store them in another one (RFC 5652, 5.4; X.690, 11.6).
func (s *Signature) sortedAttributes() []byte {
	var list [][]byte
	for raw := s.info.Signed.Bytes; len(raw) > 0; {
		var one asn1.RawValue
		rest, err := asn1.Unmarshal(raw, &one)
		if err != nil {
			return nil
		}
		raw, list = rest, append(list, one.FullBytes)
	}
	slices.SortFunc(list, bytes.Compare)
	return bytes.Join(list, nil)
}

// checkSigned verifies the signature of attributes.
func (s *Signature) checkSigned(list []byte) error {
	// Signed as SET OF, not as the stored [0] (RFC 5652, 5.4).
	attributes := derJoin([]byte{asn1.TagSet | 0x20}, list)
	if key, ok := s.Certificate.PublicKey.(ed25519.PublicKey); ok {
		return valid(ed25519.Verify(key, attributes, s.info.Signature)) // not of their digest (RFC 8419, 3.1)
	}
	h, _ := s.Hash()
	h.Write(attributes)
	return s.check(h.Sum(nil))
}

// check verifies the signature of a digest.
func (s *Signature) check(sum []byte) error {
	if key, err := gost.ParsePublicKey(s.Certificate.RawSubjectPublicKeyInfo); err == nil {
		return valid(key.Verify(sum, s.info.Signature))
	}
	h, ok := hashes[s.info.Digest.Algorithm.String()]
	if !ok {
		return UncheckedError{fmt.Sprintf("подпись по алгоритму %s не проверялась", s.AlgorithmName())}
	}
	switch key := s.Certificate.PublicKey.(type) {
	case *rsa.PublicKey:
		const least = 1024 // of the standard library
		if key.N.BitLen() < least {
			return errors.New(WeakKey(s.Certificate))
		}
		if s.info.Algorithm.Algorithm.Equal(oidRSAPSS) {
			return checkPSS(key, h, sum, s.info.Algorithm, s.info.Signature)
		}
		return valid(rsa.VerifyPKCS1v15(key, h, sum, s.info.Signature) == nil)
	case *ecdsa.PublicKey:
		return valid(ecdsa.VerifyASN1(key, sum, s.info.Signature))
	}
	// Ed25519 signs no digest, so it needs the content itself, which is not available here.
	return UncheckedError{fmt.Sprintf("подпись по алгоритму %s не проверялась", s.AlgorithmName())}
}

func valid(good bool) error {
	if good {
		return nil
	}
	return errSignature
}

// pssParameters are RSASSA-PSS-params (RFC 4055, 3.1).
type pssParameters struct {
	Hash pkix.AlgorithmIdentifier `asn1:"explicit,optional,tag:0"`
	Mask pkix.AlgorithmIdentifier `asn1:"explicit,optional,tag:1"`
	Salt int                      `asn1:"explicit,optional,tag:2,default:20"`
	Tail int                      `asn1:"explicit,optional,tag:3,default:1"`
}

// checkPSS checks RSA-PSS with the parameters of the signature (RFC 4056, 3).
// Only those are supported that programs use: one digest for the content, the
// signature, and the mask, and a salt.
func checkPSS(key *rsa.PublicKey, h crypto.Hash, sum []byte, by pkix.AlgorithmIdentifier, signature []byte) error {
	unchecked := UncheckedError{"подпись по алгоритму RSA-PSS не проверялась: параметры необычные или не указаны"}
	var parameters pssParameters
	if rest, err := asn1.Unmarshal(by.Parameters.FullBytes, &parameters); err != nil || len(rest) > 0 {
		return unchecked
	}
	var mask pkix.AlgorithmIdentifier // of MGF1
	if rest, err := asn1.Unmarshal(parameters.Mask.Parameters.FullBytes, &mask); err != nil || len(rest) > 0 {
		return unchecked
	}
	if hashes[parameters.Hash.Algorithm.String()] != h || hashes[mask.Algorithm.String()] != h ||
		!parameters.Mask.Algorithm.Equal(oidMGF1) || parameters.Tail != 1 ||
		parameters.Salt <= 0 { // the standard library would take 0 for a salt of any length
		return unchecked
	}
	return valid(rsa.VerifyPSS(key, h, sum, signature, &rsa.PSSOptions{SaltLength: parameters.Salt, Hash: h}) == nil)
}
