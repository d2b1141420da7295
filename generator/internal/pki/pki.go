// Package pki checks chains of certificates against given roots, at a given time,
// with given revocation data (RFC 5280, 6). It supports Russian keys, which
// package x509 does not, and uses neither network nor clock.
//
//	pki.go        certificates and chains
//	policies.go   policies of chains
//	revocation.go answers about revocation
//	list.go       revocation lists
//	lookups.go    what was found in them
//	ocsp.go       who signed these responses
package pki

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"fmt"
	"hash"
	"slices"
	"time"

	"protokol/generator/internal/gost"
)

// Pool contains the data for checking a chain.
type Pool struct {
	Roots  []*x509.Certificate // trusted
	Others []*x509.Certificate // issuers that may be part of a chain
	OCSPs  [][]byte            // responses in DER
	CRLs   []*List

	// Budget is the work that may still be done for a hostile file, in bytes
	// that are hashed; nil does not limit it. Copies of the pool share it.
	Budget *int

	// Lookups, unless nil, has what was found in revocation lists, so that it is looked for once. Copies of the pool
	// share it.
	Lookups *Lookups
}

// maxDepth is the length of a chain; usual ones have three or four certificates.
const maxDepth = 8

// Costs of checking a signature. Russian ones are computed without assembly.
const (
	signatureCost = 1 << 20
	russianCost   = 4 << 20
	longCost      = 16 << 20 // of Russian keys of 512 bits
)

// spend takes a cost from the budget and reports whether there was enough.
func (p Pool) spend(cost int) bool {
	if p.Budget == nil {
		return true
	}
	*p.Budget -= cost
	return *p.Budget >= 0
}

// IsExhausted reports whether work was left out because there was too much: data missing about a certificate may be
// in the unread part.
func (p Pool) IsExhausted() bool { return p.Budget != nil && *p.Budget < 0 }

// Errors of Chain. Their texts are Russian.
var (
	ErrNoRoot  = errors.New("среди доверенных корней её корня нет")
	ErrExpired = errors.New("срок сертификата не охватывает нужное время")

	errWork = errors.New("сертификатов так много, что цепочку не проверить")
)

// Chain returns a chain from a certificate to a root, valid at a time.
func (p Pool) Chain(c *x509.Certificate, at time.Time) ([]*x509.Certificate, error) {
	s := search{pool: p, at: at, err: ErrNoRoot}
	if chain := s.extend([]*x509.Certificate{c}); chain != nil {
		return chain, nil
	}
	if !p.spend(0) {
		return nil, errWork
	}
	return nil, s.err
}

// Issuers returns a certificate and its issuers, as far as they are known.
// Nothing is said about their validity.
func (p Pool) Issuers(c *x509.Certificate) []*x509.Certificate {
	chain := []*x509.Certificate{c}
	for len(chain) < maxDepth {
		last := chain[len(chain)-1]
		next := p.issuer(last)
		if next == nil {
			break
		}
		chain = append(chain, next)
	}
	return chain
}

func (p Pool) issuer(c *x509.Certificate) *x509.Certificate {
	if bytes.Equal(c.RawIssuer, c.RawSubject) {
		return nil
	}
	for _, list := range [][]*x509.Certificate{p.Roots, p.Others} {
		for _, issuer := range list {
			if bytes.Equal(issuer.RawSubject, c.RawIssuer) && p.IsSigned(c, issuer) {
				return issuer
			}
		}
	}
	return nil
}

// search looks for a chain.
type search struct {
	pool Pool
	at   time.Time
	err  error // why the best chain is not valid
}

func (s *search) extend(chain []*x509.Certificate) []*x509.Certificate {
	last := chain[len(chain)-1]
	if len(chain) > maxDepth {
		return nil
	}
	if err := s.usable(chain); err != nil {
		s.err = err
		return nil
	}
	for _, root := range s.pool.Roots {
		if root.Equal(last) && s.agree(chain) {
			return chain
		}
	}
	for _, list := range [][]*x509.Certificate{s.pool.Roots, s.pool.Others} {
		for _, issuer := range list {
			if issuer.Equal(last) || !bytes.Equal(issuer.RawSubject, last.RawIssuer) ||
				!s.pool.IsSigned(last, issuer) {
				continue
			}
			if found := s.extend(append(chain[:len(chain):len(chain)], issuer)); found != nil {
				return found
			}
		}
	}
	return nil
}

// usable checks the last certificate of a chain (RFC 5280, 6.1.3 and 6.1.4).
func (s *search) usable(chain []*x509.Certificate) error {
	c := chain[len(chain)-1]
	name := Name(c)
	switch {
	case s.at.Before(c.NotBefore) || s.at.After(c.NotAfter):
		return fmt.Errorf("%w: «%s»", ErrExpired, name)
	case len(c.UnhandledCriticalExtensions) > 0:
		return fmt.Errorf("в сертификате «%s» есть обязательные расширения, которые здесь не проверяются", name)
	case len(chain) == 1:
		return nil
	case !c.BasicConstraintsValid || !c.IsCA || c.KeyUsage != 0 && c.KeyUsage&x509.KeyUsageCertSign == 0:
		return fmt.Errorf("«%s» не вправе выдавать сертификаты", name)
	case (c.MaxPathLen > 0 || c.MaxPathLenZero) && between(chain) > c.MaxPathLen:
		return fmt.Errorf("«%s» вправе выдавать сертификаты только людям, а не центрам", name)
	case slices.ContainsFunc(c.Extensions, isNameConstraints):
		return fmt.Errorf("«%s» ограничен в именах, это здесь не проверяется", name)
	}
	return nil
}

// between returns how many authorities are between the first and the last certificate of a chain. Those with which an
// authority hands over to its next key do not count (RFC 5280, 4.2.1.9).
func between(chain []*x509.Certificate) (count int) {
	for _, c := range chain[1 : len(chain)-1] {
		if !bytes.Equal(c.RawIssuer, c.RawSubject) {
			count++
		}
	}
	return count
}

// isNameConstraints reports whether an extension limits the names in certificates (RFC 5280,
// 4.2.1.10). Some are not marked as critical, but hold all the same.
func isNameConstraints(e pkix.Extension) bool { return e.Id.Equal(asn1.ObjectIdentifier{2, 5, 29, 30}) }

// Name returns the name of a certificate for messages.
func Name(c *x509.Certificate) string {
	switch {
	case c.Subject.CommonName != "":
		return c.Subject.CommonName
	case len(c.Subject.Organization) > 0:
		return c.Subject.Organization[0]
	}
	return c.Subject.String()
}

// IsSigned reports whether a certificate is signed with the key of another one.
func IsSigned(c, issuer *x509.Certificate) bool {
	if key, err := gost.ParsePublicKey(issuer.RawSubjectPublicKeyInfo); err == nil {
		return verifyGOST(key, c.Raw, c.Signature)
	}
	return issuer.CheckSignature(c.SignatureAlgorithm, c.RawTBSCertificate, c.Signature) == nil
}

// Denies reports whether an issuer did not sign a certificate that names it, by its name and
// its key (RFC 5280, 4.1.2.4 and 4.2.1.1): authorities have several keys under one name.
func (p Pool) Denies(issuer, c *x509.Certificate) bool {
	return bytes.Equal(issuer.RawSubject, c.RawIssuer) && len(c.AuthorityKeyId) > 0 &&
		bytes.Equal(issuer.SubjectKeyId, c.AuthorityKeyId) && p.spend(cost(issuer)) && contradicts(issuer, c)
}

// DeniesItself reports whether a certificate with the same name for the subject and the issuer is
// not signed with its own key. One that names another key of its issuer says nothing.
func (p Pool) DeniesItself(c *x509.Certificate) bool {
	return (len(c.AuthorityKeyId) == 0 || bytes.Equal(c.AuthorityKeyId, c.SubjectKeyId)) &&
		p.spend(cost(c)) && contradicts(c, c)
}

// contradicts reports whether a certificate is not signed with the key of another one. An
// algorithm that cannot be checked says nothing.
func contradicts(issuer, c *x509.Certificate) bool {
	if key, err := gost.ParsePublicKey(issuer.RawSubjectPublicKeyInfo); err == nil {
		return !verifyGOST(key, c.Raw, c.Signature)
	}
	err := issuer.CheckSignature(c.SignatureAlgorithm, c.RawTBSCertificate, c.Signature)
	var insecure x509.InsecureAlgorithmError
	return err != nil && !errors.As(err, &insecure) && !errors.Is(err, x509.ErrUnsupportedAlgorithm)
}

// IsSigned is IsSigned within the budget.
func (p Pool) IsSigned(c, issuer *x509.Certificate) bool {
	return p.spend(cost(issuer)) && IsSigned(c, issuer)
}

// cost returns the cost of checking a signature with the key of a certificate.
func cost(issuer *x509.Certificate) int {
	const usualRSA, usualCurve = 4096, 384 // bits; longer keys take twice the time or more
	switch key := issuer.PublicKey.(type) {
	case *rsa.PublicKey:
		if key.N.BitLen() > usualRSA {
			return 3 * signatureCost
		}
		return signatureCost
	case *ecdsa.PublicKey:
		if key.Curve.Params().BitSize > usualCurve {
			return 3 * signatureCost
		}
		return signatureCost
	}
	if key, err := gost.ParsePublicKey(issuer.RawSubjectPublicKeyInfo); err == nil && key.Size() > 32 {
		return longCost
	}
	return russianCost
}

// signedValue is a certificate or a revocation list (RFC 5280, 4.1 and 5.1).
type signedValue struct {
	Body      asn1.RawValue
	Algorithm struct {
		ID         asn1.ObjectIdentifier
		Parameters asn1.RawValue `asn1:"optional"`
	}
	Signature asn1.BitString
}

// verifyGOST checks the signature of a signed value with a Russian key.
func verifyGOST(key *gost.PublicKey, raw, signature []byte) bool {
	var v signedValue
	if _, err := asn1.Unmarshal(raw, &v); err != nil {
		return false
	}
	var h hash.Hash
	switch id := v.Algorithm.ID.String(); {
	case id == "1.2.643.7.1.1.3.2" && key.Size() == 32:
		h = gost.New256()
	case id == "1.2.643.7.1.1.3.3" && key.Size() == 64:
		h = gost.New512()
	default:
		return false
	}
	h.Write(v.Body.FullBytes)
	return key.Verify(h.Sum(nil), signature)
}

// Parse sorts the certificates, revocation lists and OCSP responses of a file,
// in DER or PEM.
func Parse(file []byte) (Pool, error) {
	var p Pool
	found := false
	for rest := file; ; {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			break
		}
		found = true
		if !p.add(block.Bytes) {
			return p, errors.New("в файле есть не только сертификаты и сведения об отзыве")
		}
	}
	if !found && !p.add(file) {
		return p, errors.New("это не сертификат и не сведения об отзыве")
	}
	return p, nil
}

func (p *Pool) add(der []byte) bool {
	if c, err := x509.ParseCertificates(der); err == nil && len(c) > 0 {
		p.Others = append(p.Others, c...)
	} else if list, err := ParseList(der); err == nil {
		p.CRLs = append(p.CRLs, list)
	} else if isResponse(der) {
		p.OCSPs = append(p.OCSPs, der)
	} else {
		return false
	}
	return true
}
