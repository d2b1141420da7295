package signature

import (
	"bytes"
	"crypto/x509"
	"fmt"
	"slices"
	"time"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/pki"
)

// Policy contains the criteria for trust in signatures.
type Policy struct {
	Now     time.Time // zero when the present is not known
	Trusted pki.Pool  // the roots, and further revocation data; without roots, chains are not checked

	// Over reports whether the time for the check is over; nil for no limit. What is found after it is worthless.
	Over func() bool

	// Digesting is called before so many bytes of a document are digested, and what it returns afterwards; it may be
	// nil. ГОСТ Р 34.11-2012 takes seconds for a document of scans.
	Digesting func(size int) (end func())
}

// digesting is Digesting, if there is one.
func (p Policy) digesting(size int) (end func()) {
	if p.Digesting == nil {
		return func() {}
	}
	return p.Digesting(size)
}

// checksChains reports whether there are roots.
func (p Policy) checksChains() bool { return len(p.Trusted.Roots) > 0 }

// judge judges the signatures of a file, given in their order. A time stamp of the
// document proves that all earlier signatures existed then.
func (p Policy) judge(list []Signature, known evidence) {
	var proven time.Time
	for i := len(list) - 1; i >= 0; i-- {
		s := &list[i]
		if s.made == nil {
			continue
		}
		j := judgement{Policy: p, s: s, known: known, pool: p.pool(known.with(s.made)), proven: proven}
		j.stamped = slices.ContainsFunc(list[i+1:], func(s Signature) bool { return s.Stamp && s.Verified })
		for _, later := range list[i+1:] {
			if later.archives != nil {
				j.archived = append(j.archived, *later.archives)
			}
		}
		if s.Stamp {
			if time := j.stamp(); !time.IsZero() {
				proven = time
			}
			continue
		}
		j.time()
		if i > 0 {
			j.order(list[:i])
		}
		j.names()
		j.usage()
		j.chain()
		j.level()
		j.authority()
	}
}

// pool adds what is found in the file to what is trusted, which is looked at first: the work for
// a file is limited.
func (p Policy) pool(found pki.Pool) pki.Pool {
	found.Roots = p.Trusted.Roots
	found.CRLs = slices.Concat(p.Trusted.CRLs, found.CRLs)
	found.OCSPs = slices.Concat(p.Trusted.OCSPs, found.OCSPs)
	return found
}

// judgement judges the trust in one signature.
type judgement struct {
	Policy
	s       *Signature
	known   evidence
	pool    pki.Pool
	proven  time.Time // the latest time at which the signature was made; zero if unknown
	stamped bool      // there is a valid time stamp of it or of the document

	archived []evidence // the data about revocation that valid time stamps of the document cover
}

func (j *judgement) forbid(format string, args ...any) {
	j.s.Forbidden = append(j.s.Forbidden, fmt.Sprintf(format, args...))
}

func (j *judgement) remark(format string, args ...any) {
	j.s.Remarks = append(j.s.Remarks, fmt.Sprintf(format, args...))
}

// reference is the time for which a certificate must be valid: the proven one,
// else the present, else the claimed one (RFC 5280, 6.1).
func (j *judgement) reference() time.Time {
	switch {
	case !j.proven.IsZero():
		return j.proven
	case !j.Now.IsZero():
		return j.Now
	case !j.s.Time.IsZero():
		return j.s.Time
	}
	return j.s.made.Certificate.NotBefore
}

// usage checks the purposes of the certificate.
func (j *judgement) usage() {
	c := j.s.made.Certificate
	const signing = x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment
	if c.KeyUsage != 0 && c.KeyUsage&signing == 0 { // RFC 5280, 4.2.1.3
		j.forbid("сертификат не для подписи: его ключом нельзя подписывать документы")
	}
	if len(c.ExtKeyUsage) > 0 && len(c.UnknownExtKeyUsage) == 0 && !slices.ContainsFunc(c.ExtKeyUsage, forPeople) {
		j.forbid("сертификат не для подписи документов: он для серверов или служб") // RFC 5280, 4.2.1.12
	}
	if c.IsCA && !isSelfSigned(c) {
		j.remark("сертификат принадлежит удостоверяющему центру, а не человеку")
	}
	if j.s.made.Countersigned {
		j.remark("эту подпись заверил подписью кто-то ещё (countersignature): заверяющая подпись не проверялась")
	}
	j.moreStamps(j.s.made)
	if !j.s.made.HasAttributes() {
		j.remark("подписанных атрибутов нет: время и сертификат подписью не закреплены")
	}
}

// forPeople reports whether an extended key usage is not one for machines only.
func forPeople(u x509.ExtKeyUsage) bool {
	return !slices.Contains([]x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageOCSPSigning,
		x509.ExtKeyUsageTimeStamping}, u)
}

func isSelfSigned(c *x509.Certificate) bool { return bytes.Equal(c.RawIssuer, c.RawSubject) }

// chain checks the chain of the certificate.
func (j *judgement) chain() {
	if !j.checksChains() {
		j.s.Chain = chain(j.s.made, j.pool)
		j.replaced()
		if !isSelfSigned(j.s.made.Certificate) {
			j.remark("кто назвался издателем, не доказано: без доверенных корней это мог быть кто угодно")
		}
		return
	}
	path, err := j.pool.Chain(j.s.made.Certificate, j.reference())
	if err != nil {
		j.s.Chain = "цепочка сертификата не ведёт к доверенному корню"
		j.forbid("%s: %s", j.s.Chain, clean(err.Error()))
		return
	}
	root := clean(pki.Name(path[len(path)-1]))
	j.s.Chain = fmt.Sprintf("цепочка сертификата проверена до доверенного корня «%s»", root)
	for _, c := range path {
		if weak := cms.WeakKey(c); weak != "" {
			j.forbid("в цепочке %s", weak)
		}
	}
	if revoked := j.revocation(path); revoked != "" {
		j.forbid("%s", revoked)
	}
}

// replaced reports that the certificate may not be the one that the signer used. A signature
// that does not name it (RFC 5035) fits any certificate of the same key.
func (j *judgement) replaced() {
	made := j.s.made
	if c := made.Certificate; isSelfSigned(c) && j.pool.DeniesItself(c) {
		j.forbid("сертификат самоподписанный, но подписан не своим ключом: его подменили или изменили")
		return
	}
	for _, issuer := range made.Others {
		if j.pool.Denies(issuer, made.Certificate) {
			j.forbid("сертификат не подписан издателем, которого называет («%s»): его подменили или изменили",
				clean(pki.Name(issuer)))
			return
		}
	}
	if j.pool.IsExhausted() {
		j.forbid("сертификатов в файле так много, что издателя не проверить")
	}
	if made.HasAttributes() && !made.NamesCertificate() {
		j.remark("сертификат не закреплён подписью: без доверенных корней его могли подменить сертификатом того же " +
			"ключа с другим именем")
	}
}

// revocation returns the name of a revoked certificate of a chain, or "", and adds remarks about what is known.
func (j *judgement) revocation(path []*x509.Certificate) string {
	unknown := false
	for i, c := range path[:len(path)-1] {
		switch r := j.pool.Revocation(c, path[i+1], j.reference()); {
		case !r.Revoked.IsZero():
			return fmt.Sprintf("сертификат «%s» отозван %s", clean(pki.Name(c)), r.Revoked.Format("02.01.2006"))
		case !r.Known:
			unknown = true
		}
	}
	switch {
	case j.pool.IsExhausted():
		return "не отозван ли сертификат, не проверить: сведений об отзыве в файле слишком много"
	case unknown && j.known.large != nil && *j.known.large:
		j.remark("не отозван ли сертификат, не проверялось: список отозванных сертификатов в файле слишком велик")
	case unknown:
		j.remark("не отозван ли сертификат, не проверялось: свежих сведений об отзыве в файле нет")
	case len(path) > 1:
		j.remark("сертификат не отозван: проверено по сведениям в файле")
	}
	return ""
}

// chain describes how far the chain of a certificate was checked without roots. A
// self-signed certificate proves nothing.
func chain(signed *cms.Signature, pool pki.Pool) string {
	const unchecked = "цепочка сертификата не проверялась"
	c := signed.Certificate
	if isSelfSigned(c) {
		return unchecked + ": сертификат самоподписанный"
	}
	for _, issuer := range signed.Others {
		if bytes.Equal(issuer.RawSubject, c.RawIssuer) && pool.IsSigned(c, issuer) {
			return unchecked + " дальше издателя: " + clean(issuer.Subject.CommonName)
		}
	}
	return unchecked
}
