package pki

import (
	"bytes"
	"crypto/x509"
	"slices"
	"time"

	"golang.org/x/crypto/ocsp"

	"protokol/generator/internal/gost"
)

// Revocation is what is known about the revocation of a certificate.
type Revocation struct {
	Known   bool      // there is an answer for the time in question
	Revoked time.Time // zero when it was not revoked by then
	Proof   []byte    // the list or the response, in DER
	IsOCSP  bool
}

// Revocation looks for an answer whether a certificate was revoked at a time. An
// answer counts when it was issued after that time or was still current then.
func (p Pool) Revocation(c, issuer *x509.Certificate, at time.Time) Revocation {
	var best Revocation
	for _, list := range p.CRLs {
		if r := p.byList(list, c, issuer, at); r.Known && best.Revoked.IsZero() {
			best = r
		}
	}
	for _, der := range p.OCSPs {
		if !p.spend(signatureCost + len(der)) {
			break
		}
		if r := byResponse(der, c, issuer, at); r.Known && best.Revoked.IsZero() {
			best = r
		}
	}
	return best
}

// covers reports whether an answer that is current in a period is one for a time.
func covers(from, until, at time.Time) bool {
	return !from.Before(at) || !until.IsZero() && !until.Before(at)
}

func (p Pool) byList(list *x509.RevocationList, c, issuer *x509.Certificate, at time.Time) Revocation {
	if !bytes.Equal(list.RawIssuer, c.RawIssuer) || !covers(list.ThisUpdate, list.NextUpdate, at) ||
		!p.spend(signatureCost+len(list.Raw)) {
		return Revocation{}
	}
	if issuer.KeyUsage != 0 && issuer.KeyUsage&x509.KeyUsageCRLSign == 0 {
		return Revocation{}
	}
	if key, err := gost.ParsePublicKey(issuer.RawSubjectPublicKeyInfo); err == nil {
		if !verifyGOST(key, list.Raw, list.Signature) {
			return Revocation{}
		}
	} else if issuer.CheckSignature(list.SignatureAlgorithm, list.RawTBSRevocationList, list.Signature) != nil {
		return Revocation{}
	}
	for _, e := range list.Extensions {
		if e.Critical { // lists of some certificates only, and lists of changes
			return Revocation{}
		}
	}
	r := Revocation{Known: true, Proof: list.Raw}
	for _, entry := range list.RevokedCertificateEntries {
		if entry.SerialNumber.Cmp(c.SerialNumber) == 0 && !entry.RevocationTime.After(at) {
			r.Revoked = entry.RevocationTime
		}
	}
	return r
}

// maxResponse limits a response, in bytes: the package that reads it checks its signature
// with the key of a certificate inside, whatever the length of that.
const maxResponse = 12 << 10

func byResponse(der []byte, c, issuer *x509.Certificate, at time.Time) Revocation {
	if len(der) > maxResponse {
		return Revocation{}
	}
	response, err := ocsp.ParseResponseForCert(der, c, issuer)
	if err != nil || response.Status == ocsp.Unknown || !covers(response.ThisUpdate, response.NextUpdate, at) {
		return Revocation{}
	}
	if by := response.Certificate; by != nil && !by.Equal(issuer) &&
		!slices.Contains(by.ExtKeyUsage, x509.ExtKeyUsageOCSPSigning) { // RFC 6960, 4.2.2.2
		return Revocation{}
	}
	r := Revocation{Known: true, Proof: der, IsOCSP: true}
	if response.Status == ocsp.Revoked && !response.RevokedAt.After(at) {
		r.Revoked = response.RevokedAt
	}
	return r
}

func isResponse(der []byte) bool {
	if len(der) > maxResponse {
		return false
	}
	_, err := ocsp.ParseResponse(der, nil)
	return err == nil
}

// Request returns the OCSP request about a certificate, in DER.
func Request(c, issuer *x509.Certificate) ([]byte, error) { return ocsp.CreateRequest(c, issuer, nil) }
