package reader

import (
	"crypto/x509"
	"encoding/asn1"
	"fmt"
	"strings"
	"time"

	"github.com/hhrutter/pkcs7"
	"github.com/klippa-app/go-pdfium/requests"
)

// Signature is what a signature says of itself. Whether it is genuine is not
// checked here: that takes the certificates and the ciphers of the state.
type Signature struct {
	Signer string    // empty when it cannot be read
	Time   time.Time // as the signer's clock said; zero when it cannot be read
	Reason string    // may be empty
	Added  int64     // bytes that were added to the file after it; -1 when it cannot be told
	Empty  bool      // only a place for a signature
}

// maxSignatures bounds what is looked at.
const maxSignatures = 200

// Signatures are those of a PDF in the order of its fields.
func (p *PDF) Signatures() ([]Signature, error) {
	count, err := p.sandbox.FPDF_GetSignatureCount(&requests.FPDF_GetSignatureCount{Document: p.doc})
	if err != nil {
		return nil, p.engine.explain(err)
	}
	if count.Count > maxSignatures {
		return nil, fmt.Errorf("подписей больше %d", maxSignatures)
	}
	var list []Signature
	for i := range max(0, count.Count) {
		s, err := p.signature(i)
		if err != nil {
			return nil, p.engine.explain(err)
		}
		list = append(list, s)
	}
	return list, nil
}

// signature reads one. The engine reports what is not said as an error, so
// errors leave a field empty.
func (p *PDF) signature(index int) (Signature, error) {
	s := Signature{Added: -1}
	found, err := p.sandbox.FPDF_GetSignatureObject(&requests.FPDF_GetSignatureObject{Document: p.doc, Index: index})
	if err != nil {
		return s, err
	}
	ref := found.Signature
	if at, err := p.sandbox.FPDFSignatureObj_GetTime(&requests.FPDFSignatureObj_GetTime{Signature: ref}); err == nil && at.Time != nil {
		s.Time = parseTime(*at.Time)
	}
	if why, err := p.sandbox.FPDFSignatureObj_GetReason(&requests.FPDFSignatureObj_GetReason{Signature: ref}); err == nil && why.Reason != nil {
		s.Reason = *why.Reason
	}
	if covered, err := p.sandbox.FPDFSignatureObj_GetByteRange(&requests.FPDFSignatureObj_GetByteRange{Signature: ref}); err == nil {
		if r := covered.ByteRange; len(r) == 4 && r[0] == 0 && r[2] >= r[1] && r[3] >= 0 && int64(r[2])+int64(r[3]) <= p.size {
			s.Added = p.size - int64(r[2]) - int64(r[3])
		}
	}
	message, err := p.sandbox.FPDFSignatureObj_GetContents(&requests.FPDFSignatureObj_GetContents{Signature: ref})
	if err == nil && len(message.Contents) > 0 {
		s.certificate(message.Contents)
	} else {
		s.Empty = s.Added < 0
	}
	return s, nil
}

// certificate reads who signed, and when, out of the cryptographic message
// (RFC 5652), as far as it can be read.
func (s *Signature) certificate(message []byte) {
	var outer asn1.RawValue
	if _, err := asn1.Unmarshal(message, &outer); err != nil { // what follows is padding (ISO 32000-1, 12.8.1)
		return
	}
	signed, err := pkcs7.Parse(outer.FullBytes)
	if err != nil {
		return
	}
	if signer := signed.GetOnlySigner(); signer != nil {
		s.Signer = subject(signer)
	}
	var at time.Time
	if err := signed.UnmarshalSignedAttribute(pkcs7.OIDAttributeSigningTime, &at); err == nil {
		s.Time = at
	}
}

// subject is the person or the body a certificate names. In certificates of
// Russian officials the common name is the body, the person stands beside it.
func subject(c *x509.Certificate) string {
	var surname, given string
	for _, name := range c.Subject.Names {
		value, _ := name.Value.(string)
		switch name.Type.String() {
		case "2.5.4.4":
			surname = value
		case "2.5.4.42":
			given = value
		}
	}
	person, body := strings.TrimSpace(surname+" "+given), c.Subject.CommonName
	switch {
	case person == "" || strings.Contains(body, person):
		return body
	case body == "":
		return person
	}
	return person + ", " + body
}

// parseTime reads a date of PDF (ISO 32000-1, 7.9.4), down to the seconds.
func parseTime(s string) time.Time {
	s = strings.NewReplacer("'", "", "D:", "").Replace(s)
	for _, layout := range []string{"20060102150405-0700", "20060102150405Z0000", "20060102150405Z", "20060102150405"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}
