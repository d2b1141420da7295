package cms

import (
	"bytes"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"hash"
	"math/big"
	"time"
)

var oidTimestampInfo = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 1, 4}

// Token is a time-stamp token: a signature by a time-stamping authority of the
// digest of something and the time (RFC 3161, 2.4.2).
type Token struct {
	*Signature // its Time is the time of the stamp
	info       timestampInfo
}

// timestampInfo is TSTInfo.
type timestampInfo struct {
	Version  int
	Policy   asn1.ObjectIdentifier
	Imprint  imprint
	Serial   *big.Int
	Time     asn1.RawValue
	Accuracy accuracy      `asn1:"optional"`
	Ordering bool          `asn1:"optional"`
	Nonce    *big.Int      `asn1:"optional"`
	Server   asn1.RawValue `asn1:"optional,tag:0"`
	More     asn1.RawValue `asn1:"optional,tag:1"`
}

type accuracy struct {
	Seconds int `asn1:"optional"`
	Millis  int `asn1:"optional,tag:0"`
	Micros  int `asn1:"optional,tag:1"`
}

// imprint is MessageImprint.
type imprint struct {
	Algorithm pkix.AlgorithmIdentifier
	Digest    []byte
}

var errToken = errors.New("штамп времени повреждён")

// ParseToken reads a time-stamp token. The certificate of the authority is also
// looked for in more.
func ParseToken(data []byte, more ...*x509.Certificate) (*Token, error) {
	s, err := Parse(data, more...)
	if err != nil {
		return nil, fmt.Errorf("штамп времени: %w", err)
	}
	t := &Token{Signature: s}
	if !s.contentType.Equal(oidTimestampInfo) {
		return nil, errToken
	}
	if rest, err := asn1.Unmarshal(s.Content, &t.info); err != nil || len(rest) > 0 {
		return nil, errToken
	}
	// With a fraction of a second, which package asn1 does not read.
	s.Time, err = time.Parse("20060102150405.999999999Z0700", string(t.info.Time.Bytes))
	if err != nil {
		return nil, errToken
	}
	return t, nil
}

// VerifyContent checks that a token is a valid one of the content, given in
// parts, by a certificate for time stamps.
func (t *Token) VerifyContent(parts ...[]byte) error { return t.VerifyDigest(digestOf(parts)) }

// VerifyDigest is VerifyContent of content whose digest a function computes, as for a signature.
func (t *Token) VerifyDigest(sum func(algorithm string, h hash.Hash) []byte) error {
	h, ok := newHash(t.info.Imprint.Algorithm.Algorithm)
	if !ok {
		return UncheckedError{fmt.Sprintf("штамп времени не проверялся: %s здесь не вычисляется",
			nameOf(t.info.Imprint.Algorithm.Algorithm))}
	}
	if !bytes.Equal(sum(nameOf(t.info.Imprint.Algorithm.Algorithm), h), t.info.Imprint.Digest) {
		return errors.New("штамп времени сделан для другой подписи или другого документа")
	}
	if err := t.Signature.VerifyContent(t.Content); err != nil {
		unchecked := UncheckedError{}
		if errors.As(err, &unchecked) {
			return UncheckedError{"штамп времени: " + unchecked.What}
		}
		return fmt.Errorf("штамп времени: %w", err)
	}
	if weak := t.Weakness(); weak != "" {
		return errors.New("штамп времени: " + weak)
	}
	if nameOf(t.info.Imprint.Algorithm.Algorithm) == "SHA-1" {
		return errors.New("штамп времени: дайджест SHA-1 ненадёжен")
	}
	if !t.NamesCertificate() {
		return errors.New("штамп времени не называет сертификата своей службы (атрибут signing-certificate), " +
			"как требует RFC 3161")
	}
	if !isForStamps(t.Certificate) {
		return errors.New("штамп времени подписан сертификатом, который не для штампов времени")
	}
	if c := t.Certificate; t.Time.Before(c.NotBefore) || t.Time.After(c.NotAfter) {
		return fmt.Errorf("во время, которое называет штамп времени (%s), сертификат его службы не действовал",
			t.Time.Format("02.01.2006"))
	}
	return nil
}

// isForStamps reports whether a certificate is for time stamps and nothing else
// (RFC 3161, 2.3).
func isForStamps(c *x509.Certificate) bool {
	return len(c.ExtKeyUsage) == 1 && c.ExtKeyUsage[0] == x509.ExtKeyUsageTimeStamping && len(c.UnknownExtKeyUsage) == 0
}

// VerifyToken checks that a token is one of the signature.
func (s *Signature) VerifyToken(t *Token) error { return t.VerifyContent(s.info.Signature) }

// timestampRequest is TimeStampReq (RFC 3161, 2.4.1).
type timestampRequest struct {
	Version      int
	Imprint      imprint
	Nonce        *big.Int `asn1:"optional"`
	Certificates bool     `asn1:"optional"`
}

// TimestampRequest returns the request for a time stamp of a signature, in DER.
// The nonce is derived from the signature, which is new.
func (s *Signature) TimestampRequest() ([]byte, error) {
	sum := sha256.Sum256(s.info.Signature)
	return asn1.Marshal(timestampRequest{1, imprint{sha256Identifier, sum[:]}, s.nonce(), true})
}

func (s *Signature) nonce() *big.Int {
	sum := sha256.Sum256(append([]byte("nonce"), s.info.Signature...))
	return new(big.Int).SetBytes(sum[:8])
}

// timestampResponse is TimeStampResp (RFC 3161, 2.4.2).
type timestampResponse struct {
	Status struct {
		Status int
		Text   []asn1.RawValue `asn1:"optional"`
		Fail   asn1.BitString  `asn1:"optional"`
	}
	Token asn1.RawValue `asn1:"optional"`
}

// ParseTimestampResponse returns the token in the response of a server to
// TimestampRequest, after checking that it is one of the signature.
func (s *Signature) ParseTimestampResponse(response []byte) ([]byte, error) {
	var r timestampResponse
	if rest, err := asn1.Unmarshal(response, &r); err != nil || len(rest) > 0 {
		return nil, errors.New("ответ сервера — не штамп времени")
	}
	const grantedWithChanges = 1
	if r.Status.Status < 0 || r.Status.Status > grantedWithChanges {
		return nil, fmt.Errorf("сервер отказал в штампе времени, код %d", r.Status.Status)
	}
	t, err := ParseToken(r.Token.FullBytes)
	if err != nil {
		return nil, err
	}
	if t.info.Nonce == nil || t.info.Nonce.Cmp(s.nonce()) != 0 {
		return nil, errors.New("сервер прислал штамп времени для другого запроса")
	}
	return r.Token.FullBytes, s.VerifyToken(t)
}

// WithToken returns a signature, made by Sign, with a time-stamp token as an
// unsigned attribute (CAdES-T, ETSI EN 319 122-1, 5.3).
func WithToken(made, token []byte) ([]byte, error) { return withUnsigned(made, oidTimestamp, token) }

// withUnsigned returns a signature, made by Sign, with one unsigned attribute.
func withUnsigned(made []byte, kind asn1.ObjectIdentifier, value []byte) ([]byte, error) {
	data, err := parseSignedData(made)
	if err != nil {
		return nil, err
	}
	var info signerInfo
	if _, err := asn1.Unmarshal(data.Signers.Bytes, &info); err != nil {
		return nil, errEncoding
	}
	values, err := set(asn1.ClassUniversal, asn1.TagSet, [][]byte{value})
	if err != nil {
		return nil, err
	}
	added, err := asn1.Marshal(attribute{kind, values})
	if err != nil {
		return nil, err
	}
	if info.Unsigned, err = set(asn1.ClassContextSpecific, 1, [][]byte{added}); err != nil {
		return nil, err
	}
	der, err := asn1.Marshal(info)
	if err != nil {
		return nil, err
	}
	if data.Signers, err = set(asn1.ClassUniversal, asn1.TagSet, [][]byte{der}); err != nil {
		return nil, err
	}
	return wrapped(*data)
}
