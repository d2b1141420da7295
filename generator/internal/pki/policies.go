package pki

import (
	"crypto/x509"
	"errors"
	"slices"
)

var errPolicies = errors.New("издатель требует общей политики сертификатов, а её в цепочке нет")

// agree checks that the certificates of a chain, given from the last one up to its root, have a
// policy in common if one of the issuers requires it (RFC 5280, 6.1.3 to 6.1.5), and heeds those
// who forbid the policy that stands for all (4.2.1.14). Mappings between policies are not
// supported: with them, chains that need them are not valid.
func (s *search) agree(chain []*x509.Certificate) bool {
	common := policies{any: true}
	skip := len(chain)                     // certificates that need no policy
	wild := len(chain)                     // certificates in which one may stand for all
	for i := len(chain) - 2; i >= 0; i-- { // the root is trusted as it is
		c := chain[i]
		common = common.and(policiesOf(c, wild > 0))
		if skip == 0 && common.isEmpty() {
			s.err = errPolicies
			return false
		}
		if skip > 0 {
			skip--
		}
		if c.RequireExplicitPolicy > 0 || c.RequireExplicitPolicyZero {
			skip = min(skip, c.RequireExplicitPolicy)
		}
		wild = max(0, wild-1)
		if c.InhibitAnyPolicy > 0 || c.InhibitAnyPolicyZero {
			wild = min(wild, c.InhibitAnyPolicy)
		}
	}
	if skip == 0 && len(chain) > 1 && common.isEmpty() {
		s.err = errPolicies
		return false
	}
	return true
}

// policies are the policies under which a certificate was issued.
type policies struct {
	any bool // all
	ids []x509.OID
}

var anyPolicy, _ = x509.OIDFromInts([]uint64{2, 5, 29, 32, 0})

// policiesOf returns those of a certificate, in which one may stand for all if that is allowed.
func policiesOf(c *x509.Certificate, allowed bool) (p policies) {
	for _, id := range c.Policies {
		if !anyPolicy.Equal(id) {
			p.ids = append(p.ids, id)
		} else if allowed {
			p.any = true
		}
	}
	return p
}

func (p policies) isEmpty() bool { return !p.any && len(p.ids) == 0 }

// and returns the policies in both.
func (p policies) and(q policies) policies {
	switch {
	case p.any:
		return q
	case q.any:
		return p
	}
	var both []x509.OID
	for _, id := range p.ids {
		if slices.ContainsFunc(q.ids, id.Equal) {
			both = append(both, id)
		}
	}
	return policies{ids: both}
}
