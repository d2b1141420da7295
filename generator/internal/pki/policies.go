package pki

import (
	"crypto/x509"
	"errors"
	"slices"
)

var errPolicies = errors.New("издатель требует общей политики сертификатов, а её в цепочке нет")

// agree checks that the certificates of a chain, given from the last one up to its root, have a
// policy in common if one of the issuers requires it (RFC 5280, 6.1.3 to 6.1.5). Mappings
// between policies are not supported: with them, chains that need them are not valid.
func (s *search) agree(chain []*x509.Certificate) bool {
	common := policies{any: true}
	skip := len(chain)                     // certificates that need no policy
	for i := len(chain) - 2; i >= 0; i-- { // the root is trusted as it is
		c := chain[i]
		common = common.and(policiesOf(c))
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

func policiesOf(c *x509.Certificate) policies {
	return policies{any: slices.ContainsFunc(c.Policies, anyPolicy.Equal), ids: c.Policies}
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
