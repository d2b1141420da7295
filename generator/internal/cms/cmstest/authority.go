package cmstest

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"math/big"
	"time"
)

// Authority issues certificates and time stamps.
type Authority struct {
	Key         *ecdsa.PrivateKey
	Certificate *x509.Certificate
	serial      int64
}

// NewAuthority returns an authority with a self-signed certificate.
func NewAuthority(t Failer, name string) *Authority {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), nil)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, NotBefore: NotBefore, NotAfter: NotAfter,
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageCRLSign,
		SubjectKeyId: []byte(name),
	}
	return &Authority{Key: key, Certificate: sign(t, c, c, key.Public(), key), serial: 1}
}

// Issue returns an identity with a certificate that change may alter before it
// is signed.
func (a *Authority) Issue(t Failer, key crypto.Signer, name string, change func(*x509.Certificate)) Identity {
	t.Helper()
	a.serial++
	c := &x509.Certificate{
		SerialNumber: big.NewInt(a.serial), Subject: pkix.Name{CommonName: name},
		NotBefore: NotBefore, NotAfter: NotAfter,
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment, SubjectKeyId: []byte(name),
	}
	if change != nil {
		change(c)
	}
	return Identity{key, sign(t, c, a.Certificate, key.Public(), a.Key), a.Certificate}
}

// CRL returns a revocation list of a time, in DER, with the given certificates
// revoked at that time.
func (a *Authority) CRL(t Failer, at time.Time, revoked ...*x509.Certificate) []byte {
	t.Helper()
	return a.ChangedCRL(t, at, func(*x509.RevocationList) {}, revoked...)
}

// ChangedCRL returns a list that change alters before it is signed.
func (a *Authority) ChangedCRL(
	t Failer, at time.Time, change func(*x509.RevocationList), revoked ...*x509.Certificate,
) []byte {
	t.Helper()
	list := &x509.RevocationList{Number: big.NewInt(1), ThisUpdate: at, NextUpdate: at.AddDate(0, 0, 7)}
	for _, c := range revoked {
		list.RevokedCertificateEntries = append(list.RevokedCertificateEntries,
			x509.RevocationListEntry{SerialNumber: c.SerialNumber, RevocationTime: at})
	}
	change(list)
	der, err := x509.CreateRevocationList(nil, list, a.Certificate, a.Key)
	if err != nil {
		t.Fatal(err)
	}
	return der
}

// Server is a time-stamping authority.
type Server struct {
	Identity
	Time time.Time
}

// NewServer returns a server whose certificate is issued by an authority.
func NewServer(t Failer, a *Authority, at time.Time) Server {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), nil)
	if err != nil {
		t.Fatal(err)
	}
	purpose, err := asn1.Marshal([]asn1.ObjectIdentifier{{1, 3, 6, 1, 5, 5, 7, 3, 8}})
	if err != nil {
		t.Fatal(err)
	}
	return Server{a.Issue(t, key, "Служба времени", func(c *x509.Certificate) {
		c.KeyUsage = x509.KeyUsageDigitalSignature
		c.ExtraExtensions = []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 37}, Critical: true, Value: purpose}}
	}), at}
}

// Answer answers a request for a time stamp (RFC 3161, 2.4).
func (s Server) Answer(request []byte) ([]byte, error) {
	var r struct {
		Version int
		Imprint asn1.RawValue
		Nonce   *big.Int `asn1:"optional"`
		Ask     bool     `asn1:"optional"`
	}
	if _, err := asn1.Unmarshal(request, &r); err != nil {
		return nil, err
	}
	token, err := s.Token(r.Imprint, r.Nonce)
	if err != nil {
		return nil, err
	}
	return asn1.Marshal(struct {
		Status struct{ Status int }
		Token  asn1.RawValue
	}{Token: asn1.RawValue{FullBytes: token}})
}

// Token returns a time-stamp token for an imprint.
func (s Server) Token(imprint asn1.RawValue, nonce *big.Int) ([]byte, error) {
	info, err := asn1.Marshal(struct {
		Version  int
		Policy   asn1.ObjectIdentifier
		Imprint  asn1.RawValue
		Serial   int
		Time     time.Time `asn1:"generalized"`
		Accuracy struct{ Seconds int }
		Nonce    *big.Int `asn1:"optional"`
	}{1, asn1.ObjectIdentifier{1, 2, 3}, imprint, 1, s.Time.UTC(), struct{ Seconds int }{1}, nonce})
	if err != nil {
		return nil, err
	}
	kind, named := asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 1, 4}, sha256.Sum256(s.Certificate.Raw)
	return s.sign(kind, info, tagged(0, der(info)), []*x509.Certificate{s.Certificate, s.Issuer}, nil,
		Attribute(asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 47}, [][][][]byte{{{named[:]}}}))
}

// Unnamed returns a detached signature as old programs make it: with signed attributes, none
// of which names the certificate. It may have any certificates and unsigned attributes. The key
// is one of P-256.
func (p Identity) Unnamed(
	t Failer, content []byte, certificates []*x509.Certificate, unsigned ...[]byte,
) []byte {
	t.Helper()
	made, err := p.sign(asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1}, content, nil, certificates, unsigned)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// sign encodes a signature of content (RFC 5652, 5), which the part inside may contain.
func (p Identity) sign(
	kind asn1.ObjectIdentifier, content, inside []byte, certificates []*x509.Certificate, unsigned [][]byte,
	signed ...[]byte,
) ([]byte, error) {
	sum := sha256.Sum256(content)
	attributes := set(append([][]byte{
		Attribute(asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 3}, kind),
		Attribute(asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 4}, sum[:])}, signed...)...)
	digest := sha256.Sum256(attributes)
	signature, err := p.Key.Sign(nil, digest[:], crypto.SHA256)
	if err != nil {
		return nil, err
	}
	sha := sequence(der(asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}))
	ecdsaSHA := sequence(der(asn1.ObjectIdentifier{1, 2, 840, 10045, 4, 3, 2}))
	more := []byte(nil)
	if len(unsigned) > 0 {
		more = tagged(1, bytes.Join(unsigned, nil))
	}
	signer := sequence(der(1), sequence(p.Certificate.RawIssuer, der(p.Certificate.SerialNumber)), sha,
		tagged(0, attributes[header(attributes):]), ecdsaSHA, der(signature), more)
	var bag []byte
	for _, c := range certificates {
		bag = append(bag, c.Raw...)
	}
	data := sequence(der(3), set(sha), sequence(der(kind), inside), tagged(0, bag), set(signer))
	return sequence(der(asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2}), tagged(0, data)), nil
}

func der(value any) []byte {
	raw, err := asn1.Marshal(value)
	if err != nil {
		panic(err)
	}
	return raw
}

func sequence(parts ...[]byte) []byte {
	return der(asn1.RawValue{Tag: asn1.TagSequence, IsCompound: true, Bytes: bytes.Join(parts, nil)})
}

func set(parts ...[]byte) []byte {
	return der(asn1.RawValue{Tag: asn1.TagSet, IsCompound: true, Bytes: bytes.Join(parts, nil)})
}

func tagged(tag int, content []byte) []byte {
	return der(asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: tag, IsCompound: true, Bytes: content})
}

// Attribute encodes an attribute with one value.
func Attribute(kind asn1.ObjectIdentifier, value any) []byte {
	return sequence(der(kind), set(der(value)))
}

// header returns the length of the identifier and the length of a value.
func header(raw []byte) int {
	var v asn1.RawValue
	if _, err := asn1.Unmarshal(raw, &v); err != nil {
		panic(err)
	}
	return len(raw) - len(v.Bytes)
}
