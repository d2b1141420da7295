package cms

import (
	"bytes"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"fmt"
	"math/big"
	"time"
)

// Signature is a parsed signature of one signer.
type Signature struct {
	Certificate *x509.Certificate
	Others      []*x509.Certificate // further certificates in the signature
	Content     []byte              // what is signed; nil when the signature is detached
	Time        time.Time           // claimed by the signer; zero without a signing time
	Tokens      [][]byte            // time-stamp tokens of the signature
	Evidence    Evidence            // revocation data

	// Countersigned means that others signed this signature. Their signatures are
	// not read.
	Countersigned bool

	// MoreStamps means that there are time stamps besides Tokens, such as archive ones
	// of CAdES. They are not read.
	MoreStamps bool

	info        signerInfo
	attributes  []attribute // signed
	contentType asn1.ObjectIdentifier
	borrowed    bool              // the certificate is not in the signature
	rival       *x509.Certificate // another certificate that fits; nil for none
}

// Limits of what is read of a hostile signature.
const (
	maxCertificates = 30
	maxTokens       = 3
)

// Parse reads a signature in DER or BER with exactly one signer and the signer's
// certificate, which is also looked for in more. Zeros may follow, as they fill
// the reserved room in a PDF.
func Parse(data []byte, more ...*x509.Certificate) (*Signature, error) {
	der, rest, err := toDER(data)
	if err != nil {
		return nil, err
	}
	if len(bytes.Trim(rest, "\x00")) > 0 {
		return nil, errors.New("подпись повреждена: за ней что-то стоит")
	}
	signed, err := parseSignedData(der)
	if err != nil {
		return nil, err
	}
	s := &Signature{contentType: signed.Content.Type}
	if signed.Content.Content.Bytes != nil {
		if _, err := asn1.Unmarshal(signed.Content.Content.Bytes, &s.Content); err != nil {
			return nil, errEncoding
		}
	}
	left, err := asn1.Unmarshal(signed.Signers.Bytes, &s.info)
	if err != nil {
		return nil, errEncoding
	}
	if len(left) > 0 {
		return nil, ErrSeveral
	}
	if err := s.readInfo(); err != nil {
		return nil, err
	}
	s.Evidence.addChoices(signed.CRLs.Bytes)
	if err := s.findCertificate(signed.Certificates.Bytes, more); err != nil {
		return nil, err
	}
	return s, nil
}

func parseSignedData(der []byte) (*signedData, error) {
	var outer contentInfo
	if _, err := asn1.Unmarshal(der, &outer); err != nil || !outer.Type.Equal(oidSignedData) {
		return nil, errors.New("это не подпись CMS")
	}
	var signed signedData
	if left, err := asn1.Unmarshal(outer.Content.Bytes, &signed); err != nil || len(left) > 0 {
		return nil, errEncoding
	}
	return &signed, nil
}

// readInfo reads the signed and the unsigned attributes.
func (s *Signature) readInfo() (err error) {
	if s.attributes, err = readAttributes(s.info.Signed.Bytes); err != nil {
		return err
	}
	var claimed time.Time
	if s.attribute(oidSigningTime, &claimed) {
		s.Time = claimed
	}
	unsigned, err := readAttributes(s.info.Unsigned.Bytes)
	for _, a := range unsigned {
		s.Countersigned = s.Countersigned || a.Type.Equal(oidCountersignature)
		s.MoreStamps = s.MoreStamps || isMoreStamps(a.Type)
		if a.Type.Equal(oidTimestamp) {
			s.addTokens(a.Values.Bytes)
		}
	}
	s.MoreStamps = s.MoreStamps || s.has(oidContentTimestamp)
	s.Evidence.addAttributes(append(unsigned, s.attributes...))
	return err
}

// addTokens reads the time-stamp tokens in an attribute, whose set may have several.
func (s *Signature) addTokens(raw []byte) {
	for len(raw) > 0 {
		if len(s.Tokens) == maxTokens {
			s.MoreStamps = true
			return
		}
		var v asn1.RawValue
		rest, err := asn1.Unmarshal(raw, &v)
		if err != nil {
			v.FullBytes, rest = raw, nil // what is wrong with it is said when it is parsed
		}
		raw, s.Tokens = rest, append(s.Tokens, v.FullBytes)
	}
}

// findCertificate reads the certificates and finds the signer's among them and
// further ones.
func (s *Signature) findCertificate(raw []byte, more []*x509.Certificate) error {
	isSigner := s.signerMatcher()
	unreadable, read := false, 0
	for ; read < maxCertificates; read++ {
		var value asn1.RawValue
		rest, err := asn1.Unmarshal(raw, &value)
		if err != nil {
			break
		}
		raw = rest
		c, err := ParseCertificate(value.FullBytes)
		if err != nil {
			unreadable = true
			continue // not X.509, or not needed
		}
		if s.Certificate == nil && isSigner(c) {
			s.Certificate = c
		} else {
			s.Others = append(s.Others, c)
		}
	}
	for _, c := range more {
		if s.Certificate == nil && isSigner(c) {
			s.Certificate, s.borrowed = c, true
		}
	}
	switch {
	case s.Certificate == nil && read == maxCertificates && len(raw) > 0:
		return UncheckedError{fmt.Sprintf("сертификатов в подписи больше %d, и подписавшего среди первых нет", read)}
	case s.Certificate == nil && unreadable:
		return UncheckedError{"сертификат подписавшего не читается: неизвестный вид ключа или повреждение"}
	case s.Certificate == nil:
		return errors.New("в подписи нет сертификата подписавшего")
	}
	s.findRival(isSigner, s.Others, more)
	return nil
}

// signerMatcher returns a function that recognizes the signer's certificate.
func (s *Signature) signerMatcher() func(*x509.Certificate) bool {
	if v := s.info.Signer; v.Class == asn1.ClassContextSpecific && v.Tag == 0 {
		return func(c *x509.Certificate) bool { return bytes.Equal(c.SubjectKeyId, v.Bytes) }
	}
	var id struct {
		Issuer asn1.RawValue
		Serial *big.Int
	}
	if _, err := asn1.Unmarshal(s.info.Signer.FullBytes, &id); err != nil {
		return func(*x509.Certificate) bool { return false }
	}
	return func(c *x509.Certificate) bool {
		return bytes.Equal(c.RawIssuer, id.Issuer.FullBytes) && c.SerialNumber.Cmp(id.Serial) == 0
	}
}
