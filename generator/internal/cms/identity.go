package cms

import (
	"bytes"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"slices"
)

var (
	errRival = errors.New("кто подписал, не установить: рядом с подписью есть другой сертификат того же ключа, " +
		"а подпись своего не называет")
	errBorrowed = errors.New("кто подписал, не установить: в самой подписи нет сертификата, и она его не называет")
)

// findRival finds another certificate of the same key that could be the signer's as well:
// the identifier of the signer fits it too, or it names another person. Neither the
// certificates nor the identifier are signed (RFC 5652, 5.3 and 5.4).
func (s *Signature) findRival(isSigner func(*x509.Certificate) bool, lists ...[]*x509.Certificate) {
	for _, c := range slices.Concat(lists...) {
		if !c.Equal(s.Certificate) &&
			bytes.Equal(c.RawSubjectPublicKeyInfo, s.Certificate.RawSubjectPublicKeyInfo) &&
			(isSigner(c) || !bytes.Equal(c.RawSubject, s.Certificate.RawSubject)) {
			s.rival = c
			return
		}
	}
}

// checkIdentity checks that the certificate of a valid signature is the signer's, as far
// as that can be known of one that does not name it (RFC 5035, 1).
func (s *Signature) checkIdentity() error {
	switch {
	case s.NamesCertificate():
	case s.rival != nil:
		return errRival
	case s.borrowed:
		return errBorrowed
	}
	return nil
}

// isMoreStamps reports whether an unsigned attribute holds time stamps of more than the
// signature: of its validation data or for archives (RFC 5126, 6.3.5, 6.3.6 and 6.4.1; RFC 4998,
// 5; ETSI EN 319 122-1, 5.5).
func isMoreStamps(kind asn1.ObjectIdentifier) bool {
	switch kind.String() {
	case "1.2.840.113549.1.9.16.2.25", "1.2.840.113549.1.9.16.2.26", // of validation data
		"1.2.840.113549.1.9.16.2.27", "1.2.840.113549.1.9.16.2.48", "0.4.0.1733.2.4", // archive ones
		"0.4.0.1733.2.2",                                           // long-term-validation
		"1.2.840.113549.1.9.16.2.49", "1.2.840.113549.1.9.16.2.50": // evidence records
		return true
	}
	return false
}
