package signature

import (
	"crypto/sha256"
	"slices"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/pki"
)

// evidence is the data in a file for the check of its signatures.
type evidence struct {
	pool   pki.Pool
	stored bool  // in a document security store
	large  *bool // a revocation list was left out
	parsed map[[sha256.Size]byte]*pki.List
}

// budget is the work for the chains and revocation data of one file, about two
// seconds; twenty signatures with time stamps need a tenth of it.
const budget = 1 << 30

func newEvidence() evidence {
	left := budget
	return evidence{pool: pki.Pool{Budget: &left, Lookups: pki.NewLookups()}, large: new(bool),
		parsed: map[[sha256.Size]byte]*pki.List{}}
}

// lists parses revocation lists. Those of a file may use half of the work, and what would take
// more is left out. Signatures of one file often carry the same list: it is parsed once, and is once in the result.
func (e evidence) lists(ders [][]byte) (list []*pki.List) {
	for _, der := range ders {
		sum := sha256.Sum256(der)
		one, known := e.parsed[sum]
		if !known {
			if one = e.parse(der); e.parsed != nil {
				e.parsed[sum] = one
			}
		}
		if one != nil && !slices.Contains(list, one) {
			list = append(list, one)
		}
	}
	return list
}

// parse parses a revocation list, if it can and the work allows it.
func (e evidence) parse(der []byte) *pki.List {
	if left := e.pool.Budget; left != nil {
		if *left-pki.ListCost*len(der) < budget/2 {
			*e.large = true
			return nil
		}
		*left -= pki.ListCost * len(der)
	}
	list, err := pki.ParseList(der)
	if err != nil {
		return nil
	}
	return list
}

// maxStored limits the entries that are read from a document security store.
const maxStored = 100

// evidenceIn reads the document security store of a file (ISO 32000-2, 12.8.4.3).
// Its parts for single signatures (VRI) repeat what is in the lists.
func evidenceIn(f *cos.File) evidence {
	store := f.Dict(f.Root()["DSS"])
	e := newEvidence()
	e.stored = store != nil
	for _, der := range streams(f, store["Certs"]) {
		if c, err := cms.ParseCertificate(der); err == nil {
			e.pool.Others = append(e.pool.Others, c)
		}
	}
	e.pool.CRLs, e.pool.OCSPs = e.lists(streams(f, store["CRLs"])), streams(f, store["OCSPs"])
	return e
}

// maxDamaged is after how many streams that cannot be decoded no more are tried: each may
// take as long as all that a file may hold.
const maxDamaged = 3

// streams returns the contents of the streams in an array.
func streams(f *cos.File, list cos.Object) (contents [][]byte) {
	damaged := 0
	for _, o := range f.Array(list) {
		s, ok := f.Get(o).(*cos.Stream)
		if !ok {
			continue
		}
		if len(contents) == maxStored || damaged == maxDamaged {
			break
		}
		if data, err := f.Decoded(s); err == nil {
			contents = append(contents, data)
		} else {
			damaged++
		}
	}
	return contents
}

// with adds the evidence in a signature itself.
func (e evidence) with(s *cms.Signature) pki.Pool {
	p := e.pool
	p.Others = append(p.Others[:len(p.Others):len(p.Others)], s.Others...)
	p.Others = append(p.Others, s.Certificate)
	p.CRLs = slices.Clip(p.CRLs)
	for _, list := range e.lists(s.Evidence.CRLs) {
		if !slices.Contains(p.CRLs, list) {
			p.CRLs = append(p.CRLs, list)
		}
	}
	p.OCSPs = append(p.OCSPs[:len(p.OCSPs):len(p.OCSPs)], s.Evidence.OCSPs...)
	return p
}
