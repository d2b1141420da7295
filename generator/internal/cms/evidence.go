package cms

import (
	"encoding/asn1"
)

// Evidence is data about the revocation of certificates, in DER.
type Evidence struct {
	CRLs  [][]byte // certificate revocation lists (RFC 5280, 5)
	OCSPs [][]byte // OCSP responses (RFC 6960, 4.2.1)
}

// maxEvidence limits what is read of a hostile signature.
const maxEvidence = 50

// Add appends other evidence.
func (e *Evidence) Add(other Evidence) {
	for _, crl := range other.CRLs {
		e.addCRL(crl)
	}
	for _, response := range other.OCSPs {
		e.addOCSP(response)
	}
}

func (e *Evidence) addCRL(der []byte) {
	if len(e.CRLs) < maxEvidence {
		e.CRLs = append(e.CRLs, der)
	}
}

func (e *Evidence) addOCSP(der []byte) {
	if len(e.OCSPs) < maxEvidence {
		e.OCSPs = append(e.OCSPs, der)
	}
}

var (
	oidRevocationValues = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 24} // RFC 5126, 6.3.4
	oidArchival         = asn1.ObjectIdentifier{1, 2, 840, 113583, 1, 1, 8}         // ISO 32000-2, 12.8.3.3.2
	oidOCSPInfo         = asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 16, 2}         // RFC 5940, 2.1
	oidBasicOCSP        = asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 48, 1, 1}
)

// addChoices reads a set of RevocationInfoChoice (RFC 5652, 10.2.1).
func (e *Evidence) addChoices(raw []byte) {
	for _, v := range elements(raw) {
		if v.Class == asn1.ClassUniversal {
			e.addCRL(v.FullBytes)
			continue
		}
		var other struct {
			Format asn1.ObjectIdentifier
			Info   asn1.RawValue
		}
		v.FullBytes[0] = asn1.TagSequence | 0x20 // [1] IMPLICIT SEQUENCE
		if _, err := asn1.Unmarshal(v.FullBytes, &other); err == nil && other.Format.Equal(oidOCSPInfo) {
			e.addOCSP(other.Info.FullBytes)
		}
	}
}

// addAttributes reads the attributes of CAdES and of Adobe that hold revocation
// data: each a sequence of tagged lists.
func (e *Evidence) addAttributes(list []attribute) {
	for _, a := range list {
		isValues := a.Type.Equal(oidRevocationValues)
		if !isValues && !a.Type.Equal(oidArchival) {
			continue
		}
		for _, value := range elements(a.Values.Bytes) {
			for _, tagged := range elements(value.Bytes) {
				for _, one := range elements(inner(tagged)) {
					switch {
					case tagged.Tag == 0:
						e.addCRL(one.FullBytes)
					case tagged.Tag == 1 && isValues:
						e.addOCSP(wrapBasic(one.FullBytes))
					case tagged.Tag == 1:
						e.addOCSP(one.FullBytes)
					}
				}
			}
		}
	}
}

// inner returns the content of the sequence in an explicit tag.
func inner(tagged asn1.RawValue) []byte {
	var sequence asn1.RawValue
	if _, err := asn1.Unmarshal(tagged.Bytes, &sequence); err != nil {
		return nil
	}
	return sequence.Bytes
}

// elements reads consecutive values.
func elements(raw []byte) (list []asn1.RawValue) {
	for len(raw) > 0 && len(list) < maxEvidence {
		var v asn1.RawValue
		rest, err := asn1.Unmarshal(raw, &v)
		if err != nil {
			return list
		}
		raw, list = rest, append(list, v)
	}
	return list
}

// wrapBasic makes a successful OCSP response of its basic part.
func wrapBasic(basic []byte) []byte {
	der, err := asn1.Marshal(struct {
		Status asn1.Enumerated
		Bytes  struct {
			Type  asn1.ObjectIdentifier
			Value []byte
		} `asn1:"explicit,tag:0"`
	}{Bytes: struct {
		Type  asn1.ObjectIdentifier
		Value []byte
	}{oidBasicOCSP, basic}})
	if err != nil {
		return nil
	}
	return der
}
