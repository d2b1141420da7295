package pki

import (
	"bytes"
	"crypto/x509"
	"time"

	"golang.org/x/crypto/ocsp"
)

// Revocation contains the data about the revocation of a certificate.
type Revocation struct {
	Known   bool      // there is an answer for the time in question
	Revoked time.Time // zero when it was not revoked by then
	Proof   []byte    // the list or the response, in DER
	IsOCSP  bool
}

// Revocation looks for an answer whether a certificate was revoked at a time. An
// answer counts when it was issued after that time or was still current then. That a
// certificate was revoked for good is proved by any answer, however old and of however
// few certificates (RFC 5280, 5.3.1).
func (p Pool) Revocation(c, issuer *x509.Certificate, at time.Time) Revocation {
	var best Revocation
	for _, list := range p.CRLs {
		if r := p.byList(list, c, issuer, at); r.Known && best.Revoked.IsZero() {
			best = r
		}
	}
	for _, der := range p.OCSPs {
		if !p.spend(len(der)) {
			break
		}
		if r := p.byResponse(der, c, issuer, at); r.Known && best.Revoked.IsZero() {
			best = r
		}
	}
	return best
}

// covers reports whether an answer that is current in a period is one for a time.
func covers(from, until, at time.Time) bool {
	return !from.Before(at) || !until.IsZero() && !until.Before(at)
}

// isFinal reports whether a certificate that was revoked for a reason stays so: one that is
// only held may be released again.
func isFinal(reason int) bool { return reason != ocsp.CertificateHold && reason != ocsp.RemoveFromCRL }

func (p Pool) byList(list *List, c, issuer *x509.Certificate, at time.Time) Revocation {
	if !bytes.Equal(list.RawIssuer, c.RawIssuer) {
		return Revocation{}
	}
	found, ok := p.entryOf(list, c)
	if !ok {
		return Revocation{}
	}
	complete := covers(list.ThisUpdate, list.NextUpdate, at) && list.isComplete()
	revoked := found.revoked && !found.since.After(at) && (complete || isFinal(found.reason))
	if !complete && !revoked || !p.isSignedList(list, issuer) {
		return Revocation{}
	}
	r := Revocation{Known: true, Proof: list.Raw}
	if revoked {
		r.Revoked = found.since
	}
	return r
}

func (p Pool) byResponse(der []byte, c, issuer *x509.Certificate, at time.Time) Revocation {
	response, err := answerTo(der, c, issuer)
	if err != nil {
		return Revocation{}
	}
	current := covers(response.ThisUpdate, response.NextUpdate, at)
	revoked := response.Status == ocsp.Revoked && !response.RevokedAt.After(at) &&
		(current || isFinal(response.RevocationReason))
	if response.Status == ocsp.Unknown || !current && !revoked || !p.isAuthorized(response, issuer) {
		return Revocation{}
	}
	r := Revocation{Known: true, Proof: der, IsOCSP: true}
	if revoked {
		r.Revoked = response.RevokedAt
	}
	return r
}

// Request returns the OCSP request about a certificate, in DER.
func Request(c, issuer *x509.Certificate) ([]byte, error) { return ocsp.CreateRequest(c, issuer, nil) }
