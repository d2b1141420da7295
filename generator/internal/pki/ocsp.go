package pki

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"math/big"
	"slices"
	"time"

	"golang.org/x/crypto/ocsp"

	"protokol/generator/internal/gost"
)

// answer is an OCSP response (RFC 6960, 4.2.1). Package ocsp reads what it says. Who signed it is checked here: that
// package knows no Russian keys, takes the certificate of an issuer that is no root for one of a stranger, and does
// not look at the issuer that the response is about.
type answer struct {
	*ocsp.Response
	basic        []byte // BasicOCSPResponse in DER
	certificates []asn1.RawValue
}

type ocspResponse struct {
	Status asn1.Enumerated
	Bytes  struct {
		Type     asn1.ObjectIdentifier
		Response []byte
	} `asn1:"explicit,tag:0"`
}

type basicResponse struct {
	Data         asn1.RawValue
	Algorithm    asn1.RawValue
	Signature    asn1.BitString
	Certificates []asn1.RawValue `asn1:"explicit,tag:0,optional"`
}

// responseData is the beginning of ResponseData, and of each SingleResponse.
type responseData struct {
	Version   int `asn1:"explicit,tag:0,optional"`
	Responder asn1.RawValue
	Produced  time.Time `asn1:"generalized"`
	Responses []struct{ ID certificateID }
}

type certificateID struct {
	Algorithm pkix.AlgorithmIdentifier
	Name, Key []byte
	Serial    *big.Int
}

// maxResponse limits a response, in bytes.
const maxResponse = 12 << 10

// parseAnswer reads an OCSP response.
func parseAnswer(der []byte) (outer ocspResponse, basic basicResponse, err error) {
	if len(der) > maxResponse {
		return outer, basic, errors.New("too long")
	}
	if _, err = asn1.Unmarshal(der, &outer); err == nil {
		_, err = asn1.Unmarshal(outer.Bytes.Response, &basic)
	}
	return outer, basic, err
}

// answerTo reads a response about a certificate. Nothing is said about who signed it.
func answerTo(der []byte, c, issuer *x509.Certificate) (*answer, error) {
	outer, basic, err := parseAnswer(der)
	if err != nil {
		return nil, err
	}
	var data responseData
	if _, err := asn1.Unmarshal(basic.Data.FullBytes, &data); err != nil {
		return nil, err
	}
	a := &answer{basic: outer.Bytes.Response, certificates: basic.Certificates}
	basic.Certificates = nil // otherwise package ocsp checks the signature
	if outer.Bytes.Response, err = asn1.Marshal(basic); err != nil {
		return nil, err
	}
	if der, err = asn1.Marshal(outer); err != nil {
		return nil, err
	}
	if a.Response, err = ocsp.ParseResponseForCert(der, c, nil); err != nil {
		return nil, err
	}
	for _, r := range data.Responses { // package ocsp takes the first with the number, too
		if r.ID.Serial.Cmp(c.SerialNumber) == 0 {
			if !r.ID.names(issuer, a.IssuerHash) {
				break
			}
			return a, nil
		}
	}
	return nil, errors.New("about a certificate of another issuer")
}

// names reports whether the issuer is the one whose name and key have these digests.
func (id certificateID) names(issuer *x509.Certificate, by crypto.Hash) bool {
	var info struct {
		Algorithm asn1.RawValue
		Key       asn1.BitString
	}
	if _, err := asn1.Unmarshal(issuer.RawSubjectPublicKeyInfo, &info); err != nil || !by.Available() {
		return false
	}
	digest := func(data []byte) []byte {
		h := by.New()
		h.Write(data)
		return h.Sum(nil)
	}
	return bytes.Equal(id.Name, digest(issuer.RawSubject)) && bytes.Equal(id.Key, digest(info.Key.RightAlign()))
}

// maxAnswering limits the certificates of a response that are tried; most have the one of the service.
const maxAnswering = 4

// isAuthorized reports whether the issuer signed a response, or one that it charged with responses (RFC 6960, 4.2.2.2).
func (p Pool) isAuthorized(a *answer, issuer *x509.Certificate) bool {
	if p.spend(cost(issuer)) && a.isSignedBy(issuer) {
		return true
	}
	for _, raw := range a.certificates[:min(len(a.certificates), maxAnswering)] {
		by, err := x509.ParseCertificate(raw.FullBytes)
		if err == nil && mayAnswer(by, a.ProducedAt) && p.IsSigned(by, issuer) &&
			p.spend(cost(by)) && a.isSignedBy(by) {
			return true
		}
	}
	return false
}

func (a *answer) isSignedBy(c *x509.Certificate) bool {
	if key, err := gost.ParsePublicKey(c.RawSubjectPublicKeyInfo); err == nil {
		return verifyGOST(key, a.basic, a.Signature)
	}
	return a.CheckSignatureFrom(c) == nil
}

// mayAnswer reports whether a certificate was one for responses at a time: that of the response, whose answer may be
// older than a renewed certificate.
func mayAnswer(c *x509.Certificate, at time.Time) bool {
	return slices.Contains(c.ExtKeyUsage, x509.ExtKeyUsageOCSPSigning) &&
		!at.Before(c.NotBefore) && !at.After(c.NotAfter)
}

func isResponse(der []byte) bool {
	_, _, err := parseAnswer(der)
	return err == nil
}
