package pki_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"golang.org/x/crypto/ocsp"

	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/pki"
)

func lists(t *testing.T, ders ...[]byte) (parsed []*pki.List) {
	t.Helper()
	for _, der := range ders {
		one, err := pki.ParseList(der)
		if err != nil {
			t.Fatal(err)
		}
		parsed = append(parsed, one)
	}
	return parsed
}

// producedAt returns a response as it would be of another time (RFC 6960, 4.2.1).
func producedAt(t *testing.T, der []byte, key *ecdsa.PrivateKey, at time.Time) []byte {
	t.Helper()
	var outer struct {
		Status asn1.Enumerated
		Bytes  struct {
			Type asn1.ObjectIdentifier
			Data []byte
		} `asn1:"explicit,tag:0"`
	}
	var basic struct {
		Data         asn1.RawValue
		Algorithm    pkix.AlgorithmIdentifier
		Signature    asn1.BitString
		Certificates []asn1.RawValue `asn1:"explicit,tag:0,optional"`
	}
	const form, mark = "20060102150405Z", "\x18\x0f" // GeneralizedTime
	_, err := asn1.Unmarshal(der, &outer)
	if err == nil {
		_, err = asn1.Unmarshal(outer.Bytes.Data, &basic)
	}
	first := bytes.Index(basic.Data.FullBytes, []byte(mark))
	if err != nil || first < 0 {
		t.Fatal(err, first)
	}
	copy(basic.Data.FullBytes[first+len(mark):], at.Format(form))
	sum := sha256.Sum256(basic.Data.FullBytes)
	basic.Data = asn1.RawValue{FullBytes: basic.Data.FullBytes}
	if basic.Signature.Bytes, err = ecdsa.SignASN1(rand.Reader, key, sum[:]); err != nil {
		t.Fatal(err)
	}
	basic.Signature.BitLength = 8 * len(basic.Signature.Bytes)
	if outer.Bytes.Data, err = asn1.Marshal(basic); err != nil {
		t.Fatal(err)
	}
	if der, err = asn1.Marshal(outer); err != nil {
		t.Fatal(err)
	}
	return der
}

// TestRevocation: answers of the issuer and of those it charged count, when they
// are about the time.
func TestRevocation(t *testing.T) {
	a, other := cmstest.NewAuthority(t, "Центр"), cmstest.NewAuthority(t, "Центр")
	c := a.Issue(t, newKey(t), "Человек", nil).Certificate
	later, muchLater := at.AddDate(0, 0, 3), at.AddDate(0, 2, 0)
	hold := func(list *x509.RevocationList) { list.RevokedCertificateEntries[0].ReasonCode = ocsp.CertificateHold }
	part := func(id int) func(*x509.RevocationList) { // a list of some certificates or changes only
		return func(list *x509.RevocationList) {
			list.ExtraExtensions = []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, id}, Critical: true,
				Value: []byte{0x30, 0}}}
		}
	}
	others := func(list *x509.RevocationList) { // an entry about a certificate of another issuer
		list.RevokedCertificateEntries[0].ExtraExtensions = []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 29},
			Critical: true, Value: []byte{0x30, 0}}}
	}
	changed := func(change func(*x509.RevocationList), revoked ...*x509.Certificate) pki.Pool {
		return pki.Pool{CRLs: lists(t, a.ChangedCRL(t, at, change, revoked...))}
	}
	response := func(status int, by *x509.Certificate, k *ecdsa.PrivateKey, produced ...time.Time) []byte {
		template := ocsp.Response{Status: status, SerialNumber: c.SerialNumber, ThisUpdate: at, RevokedAt: at,
			NextUpdate: at.AddDate(0, 0, 1)}
		if by != a.Certificate {
			template.Certificate = by
		}
		der, err := ocsp.CreateResponse(a.Certificate, by, template, k)
		if err != nil {
			t.Fatal(err)
		}
		return producedAt(t, der, k, append(produced, at)[0])
	}
	k := newKey(t)
	charged := a.Issue(t, k, "OCSP", func(c *x509.Certificate) {
		c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageOCSPSigning}
	}).Certificate
	expired := a.Issue(t, k, "OCSP", func(c *x509.Certificate) {
		c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageOCSPSigning}
		c.NotAfter = at.AddDate(0, 0, -1)
	}).Certificate
	renewed := a.Issue(t, k, "OCSP", func(c *x509.Certificate) {
		c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageOCSPSigning}
		c.NotBefore = at.Add(time.Hour)
	}).Certificate
	anyone := a.Issue(t, k, "Не OCSP", nil).Certificate
	for name, test := range map[string]struct {
		pool           pki.Pool
		at             time.Time
		known, revoked bool
	}{
		"nothing":          {pki.Pool{}, at, false, false},
		"list":             {pki.Pool{CRLs: lists(t, a.CRL(t, at))}, later, true, false},
		"later list":       {pki.Pool{CRLs: lists(t, a.CRL(t, at))}, at.AddDate(0, -1, 0), true, false},
		"old list":         {pki.Pool{CRLs: lists(t, a.CRL(t, at))}, at.AddDate(0, 1, 0), false, false},
		"revoked":          {pki.Pool{CRLs: lists(t, a.CRL(t, at, c))}, later, true, true},
		"revoked later":    {pki.Pool{CRLs: lists(t, a.CRL(t, at, c))}, at.AddDate(0, 0, -3), true, false},
		"revoked, old":     {pki.Pool{CRLs: lists(t, a.CRL(t, at, c))}, muchLater, true, true},
		"held":             {changed(hold, c), later, true, true},
		"held, old":        {changed(hold, c), muchLater, false, false},
		"part":             {changed(part(28)), later, false, false},
		"part, revoked":    {changed(part(28), c), later, true, true},
		"changes":          {changed(part(27)), later, false, false},
		"changes, revoked": {changed(part(27), c), later, true, true},
		"of others":        {changed(others, c), later, false, false},
		"critical entry":   {changed(others, other.Certificate, c), later, false, false},
		"forged, old":      {pki.Pool{CRLs: lists(t, other.CRL(t, at, c))}, muchLater, false, false},
		"both":             {pki.Pool{CRLs: lists(t, a.CRL(t, at, c), a.CRL(t, at))}, later, true, true},
		"of another":       {pki.Pool{CRLs: lists(t, other.CRL(t, at))}, later, false, false},
		"damaged":          {pki.Pool{OCSPs: [][]byte{{1}}}, later, false, false},
		"response":         {pki.Pool{OCSPs: [][]byte{response(ocsp.Good, a.Certificate, a.Key)}}, at, true, false},
		"revoked response": {pki.Pool{OCSPs: [][]byte{response(ocsp.Revoked, a.Certificate, a.Key)}}, at, true, true},
		"unknown":          {pki.Pool{OCSPs: [][]byte{response(ocsp.Unknown, a.Certificate, a.Key)}}, at, false, false},
		"charged":          {pki.Pool{OCSPs: [][]byte{response(ocsp.Good, charged, k)}}, at, true, false},
		"charged earlier":  {pki.Pool{OCSPs: [][]byte{response(ocsp.Good, expired, k)}}, at, false, false},
		"renewed": {pki.Pool{OCSPs: [][]byte{response(ocsp.Good, renewed, k, at.Add(2*time.Hour))}}, at, true,
			false},
		"charged later": {pki.Pool{OCSPs: [][]byte{response(ocsp.Good, renewed, k)}}, at, false, false},
		"renewed, revoked": {pki.Pool{OCSPs: [][]byte{response(ocsp.Revoked, renewed, k, at.Add(2*time.Hour))}}, at,
			true, true},
		"not charged": {pki.Pool{OCSPs: [][]byte{response(ocsp.Good, anyone, k)}}, at, false, false},
		"revoked, old response": {pki.Pool{OCSPs: [][]byte{response(ocsp.Revoked, a.Certificate, a.Key)}}, later,
			true, true},
		"old response": {pki.Pool{OCSPs: [][]byte{response(ocsp.Good, a.Certificate, a.Key)}}, later, false, false},
	} {
		r := test.pool.Revocation(c, a.Certificate, test.at)
		if r.Known != test.known || r.Revoked.IsZero() == test.revoked {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

// TestAnswers: a response counts when it is about a certificate of this issuer, also with the certificate of an issuer
// that is no root.
func TestAnswers(t *testing.T) {
	root := cmstest.NewAuthority(t, "Корень")
	a, sibling := authority(t, root, "Центр", isCA), authority(t, root, "Другой центр", isCA)
	c := a.Issue(t, newKey(t), "Человек", nil).Certificate
	for name, test := range map[string]struct {
		about   *cmstest.Authority // whose certificate has the number
		carries *x509.Certificate
		known   bool
	}{
		"alone":            {a, nil, true},
		"with its own":     {a, a.Certificate, true},
		"of another":       {sibling, nil, false},
		"of another, with": {sibling, a.Certificate, false},
	} {
		template := ocsp.Response{Status: ocsp.Revoked, SerialNumber: c.SerialNumber, ThisUpdate: at, RevokedAt: at,
			NextUpdate: at.AddDate(0, 0, 1), Certificate: test.carries}
		der, err := ocsp.CreateResponse(test.about.Certificate, a.Certificate, template, a.Key)
		if err != nil {
			t.Fatal(err)
		}
		r := pki.Pool{OCSPs: [][]byte{der}}.Revocation(c, a.Certificate, at)
		if r.Known != test.known || r.Revoked.IsZero() == test.known {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

// TestRussianAnswers: responses with Russian keys of both sizes are checked: by the issuer, good and revoked, by a
// service that it charged, and by somebody else. OpenSSL made them with its engine gost.
func TestRussianAnswers(t *testing.T) {
	for _, size := range []string{"256", "512"} {
		file, err := os.ReadFile(filepath.Join("testdata", "gost"+size+".pem"))
		if err != nil {
			t.Fatal(err)
		}
		p, err := pki.Parse(file)
		if err != nil || len(p.Others) != 2 || len(p.OCSPs) != 4 {
			t.Fatal(size, len(p.Others), len(p.OCSPs), err)
		}
		issuer, c := p.Others[0], p.Others[1]
		at := c.NotBefore.Add(time.Minute)
		for i, want := range []struct{ known, revoked bool }{{true, false}, {true, true}, {true, true}, {}} {
			r := pki.Pool{OCSPs: p.OCSPs[i : i+1]}.Revocation(c, issuer, at)
			if r.Known != want.known || r.Revoked.IsZero() == want.revoked {
				t.Errorf("%s, %d: %+v", size, i, r)
			}
			changed := slices.Clone(p.OCSPs[i])
			changed[bytes.Index(changed, issuer.RawSubject)+len(issuer.RawSubject)+20] ^= 1
			if r := (pki.Pool{OCSPs: [][]byte{changed}}).Revocation(c, issuer, at); r.Known {
				t.Errorf("%s, %d, changed: %+v", size, i, r)
			}
		}
	}
}
