package generator

import (
	"cmp"
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"io/fs"
	"path"

	"protokol/generator/internal/budget"
	"protokol/generator/internal/online"
	"protokol/generator/internal/pki"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/signature"
)

// Evidence is a set of certificates and of data about their revocation.
type Evidence struct {
	name string // of the file or folder
	pool pki.Pool
}

// checkRoots reports evidence that is to be trusted and has no certificates.
func (e Evidence) checkRoots() error {
	if len(e.pool.Others) == 0 && len(e.pool.CRLs)+len(e.pool.OCSPs) > 0 {
		return OptionError{Option: "trust", Place: e.name, Message: "сертификатов здесь нет"}
	}
	return nil
}

// maxEvidence limits the size of a file with certificates or revocation lists, and
// maxEvidenceFiles their number.
const (
	maxEvidence      = 20 << 20
	maxEvidenceFiles = 500
)

// ReadEvidence reads certificates, revocation lists and OCSP responses, in DER or PEM, several in a file, from a
// file or from the files of a folder. Other files in a folder are left out. It fails if there are none of these.
// The name "" stands for no evidence.
func ReadEvidence(fsys fs.FS, name string) (Evidence, error) {
	e := Evidence{name: name}
	if name == "" {
		return e, nil
	}
	entries, err := fs.ReadDir(fsys, name)
	if err != nil { // a file
		switch err := e.read(fsys, name); {
		case errors.Is(err, fs.ErrNotExist):
			return e, FileError{Name: name, Err: errors.New("нет такого файла или папки")}
		case err != nil:
			return e, FileError{Name: name, Err: err}
		}
	}
	for i, entry := range entries {
		if i < maxEvidenceFiles && !entry.IsDir() {
			_ = e.read(fsys, path.Join(name, entry.Name())) // other files may be there, too
		}
	}
	if len(e.pool.Others)+len(e.pool.CRLs)+len(e.pool.OCSPs) == 0 {
		return e, FileError{Name: name, Err: errors.New("сертификатов и сведений об отзыве здесь нет")}
	}
	return e, nil
}

// read adds what a file holds.
func (e *Evidence) read(fsys fs.FS, name string) error {
	data, err := ReadFile(fsys, name, maxEvidence)
	if err != nil {
		return err
	}
	found, err := pki.Parse(data)
	if err != nil {
		return err
	}
	e.pool.Others = append(e.pool.Others, found.Others...)
	e.pool.CRLs = append(e.pool.CRLs, found.CRLs...)
	e.pool.OCSPs = append(e.pool.OCSPs, found.OCSPs...)
	return nil
}

// maxDigested is how many bytes the signatures of a paper may digest without using up its time: the largest paper once,
// for signatures share what they have in common.
const maxDigested = reader.MaxFile

// policy returns the policy for judging signatures until ctx ends.
func (g *Generator) policy(ctx context.Context) signature.Policy {
	trusted := g.config.Trust.pool
	trusted.Roots, trusted.Others = trusted.Others, nil
	digested := 0
	p := signature.Policy{Trusted: trusted, Over: func() bool { return ctx.Err() != nil },
		Digesting: func(size int) (end func()) {
			if digested += size; digested > maxDigested {
				return func() {}
			}
			needed := budget.Needed(ctx)
			return func() { needed() }
		}}
	if g.config.Now != nil {
		p.Now = g.config.Now()
	}
	return p
}

// TimestampServer returns a function for SignRequest.Timestamp that asks a server
// at a URL (RFC 3161).
func TimestampServer(ctx context.Context, url string) func(request []byte) (response []byte, err error) {
	return func(request []byte) ([]byte, error) {
		return online.Post(ctx, url, online.TimestampQuery, request)
	}
}

// AddEvidence adds to a signed PDF what is needed to check its last signature
// when the authorities no longer exist: the certificates and revocation data of
// its chain and of its time stamps (PAdES B-LT). With isOnline, what is missing is
// fetched from the addresses in the certificates. The error says what is missing.
func (g *Generator) AddEvidence(ctx context.Context, file []byte, e Evidence, isOnline bool) ([]byte, error) {
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if isOnline {
		if err := e.fetch(ctx, file); err != nil {
			return nil, err
		}
	}
	return signature.Store(file, e.pool)
}

// maxRounds is how many times further certificates are looked for: each issuer
// found may have an issuer.
const maxRounds = 5

// fetch adds what is missing for a file.
func (e *Evidence) fetch(ctx context.Context, file []byte) error {
	for range maxRounds {
		lack, err := signature.Missing(file, e.pool)
		if err != nil || len(lack.Issuers)+len(lack.Answers) == 0 {
			return err
		}
		before := len(e.pool.Others) + len(e.pool.CRLs) + len(e.pool.OCSPs)
		for _, c := range lack.Issuers {
			found, failed := fetchFirst(ctx, c.IssuingCertificateURL)
			e.pool.Others = append(e.pool.Others, found.Others...)
			err = cmp.Or(err, failed)
		}
		for _, pair := range lack.Answers {
			err = cmp.Or(err, e.fetchAnswer(ctx, pair[0], pair[1]))
		}
		if len(e.pool.Others)+len(e.pool.CRLs)+len(e.pool.OCSPs) == before {
			return err
		}
	}
	return nil
}

// fetchFirst returns what the first address has that can be read.
func fetchFirst(ctx context.Context, addresses []string) (found pki.Pool, err error) {
	for _, address := range addresses {
		var data []byte
		if data, err = online.Get(ctx, address); err != nil {
			continue
		}
		if found, err = pki.Parse(data); err == nil {
			return found, nil
		}
	}
	return pki.Pool{}, err
}

// fetchAnswer asks the OCSP servers, then for the revocation lists.
func (e *Evidence) fetchAnswer(ctx context.Context, c, issuer *x509.Certificate) (err error) {
	for _, address := range c.OCSPServer {
		request, failed := pki.Request(c, issuer)
		if failed != nil {
			break
		}
		var data []byte
		if data, err = online.Post(ctx, address, online.OCSPRequest, request); err == nil {
			e.pool.OCSPs = append(e.pool.OCSPs, data)
			return nil
		}
	}
	if len(c.CRLDistributionPoints) > 0 {
		var found pki.Pool
		found, err = fetchFirst(ctx, c.CRLDistributionPoints)
		e.pool.CRLs = append(e.pool.CRLs, found.CRLs...)
	}
	if err != nil {
		return fmt.Errorf("сведения об отзыве: %w", err)
	}
	return nil
}
