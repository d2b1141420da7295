package generator

import (
	"fmt"

	"protokol/generator/internal/pki"
	"protokol/generator/internal/signature"
)

// Trust is a set of root certificates, with data about the revocation of others.
type Trust struct{ pool pki.Pool }

// ParseTrust reads root certificates, revocation lists and OCSP responses, in DER
// or PEM, several in a file. The error is a FileError when a file holds anything
// else, and is not nil when there is no certificate at all.
func ParseTrust(files []File) (Trust, error) {
	var t Trust
	for _, f := range files {
		found, err := pki.Parse(f.Data)
		if err != nil {
			return t, FileError{Name: f.Name, Err: err}
		}
		t.pool.Roots = append(t.pool.Roots, found.Others...)
		t.pool.CRLs = append(t.pool.CRLs, found.CRLs...)
		t.pool.OCSPs = append(t.pool.OCSPs, found.OCSPs...)
	}
	if len(t.pool.Roots) == 0 {
		return t, fmt.Errorf("доверенных сертификатов нет")
	}
	return t, nil
}

// policy returns by what signatures are judged.
func (g *Generator) policy() signature.Policy {
	p := signature.Policy{Trusted: g.config.Trust.pool}
	if g.config.Now != nil {
		p.Now = g.config.Now()
	}
	return p
}
