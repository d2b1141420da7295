package pki

import (
	"crypto/x509"
	"time"

	"protokol/generator/internal/gost"
)

// Lookups is what was found in revocation lists: large ones take long to read, and the certificates of a file are often
// looked for in the same ones.
type Lookups struct {
	entries map[lookup]entry
	signed  map[lookup]bool
}

// lookup is what was looked for in a list: a serial number, or an issuer in DER.
type lookup struct {
	list *List
	what string
}

// entry is what a list says about a certificate.
type entry struct {
	since   time.Time
	reason  int
	revoked bool
}

// NewLookups returns empty Lookups.
func NewLookups() *Lookups { return &Lookups{map[lookup]entry{}, map[lookup]bool{}} }

// entryOf returns what a list says about a certificate, false if too much work was done.
func (p Pool) entryOf(list *List, c *x509.Certificate) (found entry, ok bool) {
	key := lookup{list, c.SerialNumber.String()}
	if p.Lookups != nil {
		if found, ok = p.Lookups.entries[key]; ok {
			return found, true
		}
	}
	if !p.spend(ListCost * len(list.entries)) {
		return entry{}, false
	}
	found.since, found.reason, found.revoked = list.entryOf(c)
	if p.Lookups != nil {
		p.Lookups.entries[key] = found
	}
	return found, true
}

// isSignedList reports whether an issuer that may do so signed a list.
func (p Pool) isSignedList(list *List, issuer *x509.Certificate) (signed bool) {
	if issuer.KeyUsage != 0 && issuer.KeyUsage&x509.KeyUsageCRLSign == 0 {
		return false
	}
	key := lookup{list, string(issuer.Raw)}
	if p.Lookups != nil {
		if signed, ok := p.Lookups.signed[key]; ok {
			return signed
		}
		defer func() {
			if !p.IsExhausted() {
				p.Lookups.signed[key] = signed
			}
		}()
	}
	if !p.spend(signatureCost + len(list.Raw)) {
		return false
	}
	if key, err := gost.ParsePublicKey(issuer.RawSubjectPublicKeyInfo); err == nil {
		return verifyGOST(key, list.Raw, list.Signature)
	}
	return issuer.CheckSignature(list.SignatureAlgorithm, list.RawTBSRevocationList, list.Signature) == nil
}
