package cms

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	_ "crypto/sha1" // old signatures
	_ "crypto/sha256"
	_ "crypto/sha512"
	"crypto/subtle"
	"crypto/x509/pkix"
	"encoding/asn1"
	"hash"
	"strings"

	"protokol/generator/internal/gost"
)

// State is the result of a check.
type State int

const (
	Unknown State = iota // could not be checked
	Good
	Bad
)

// hashes are the digest algorithms of the standard library by identifier.
var hashes = map[string]crypto.Hash{
	"1.3.14.3.2.26":          crypto.SHA1,
	"2.16.840.1.101.3.4.2.1": crypto.SHA256,
	"2.16.840.1.101.3.4.2.2": crypto.SHA384,
	"2.16.840.1.101.3.4.2.3": crypto.SHA512,
	"2.16.840.1.101.3.4.2.4": crypto.SHA224,
}

// Hash returns the digest algorithm of the content; false when it is not
// supported.
func (s *Signature) Hash() (hash.Hash, bool) { return newHash(s.info.Digest.Algorithm) }

func newHash(id asn1.ObjectIdentifier) (hash.Hash, bool) {
	switch id := id.String(); id {
	case "1.2.643.7.1.1.2.2":
		return gost.New256(), true
	case "1.2.643.7.1.1.2.3":
		return gost.New512(), true
	default:
		h, ok := hashes[id]
		if !ok {
			return nil, false
		}
		return h.New(), true
	}
}

// names of algorithms, shown to users.
var names = map[string]string{
	"1.3.14.3.2.26":          "SHA-1",
	"2.16.840.1.101.3.4.2.1": "SHA-256",
	"2.16.840.1.101.3.4.2.2": "SHA-384",
	"2.16.840.1.101.3.4.2.3": "SHA-512",
	"2.16.840.1.101.3.4.2.4": "SHA-224",
	"1.2.643.2.2.9":          "ГОСТ Р 34.11-94",
	"1.2.643.7.1.1.2.2":      "ГОСТ Р 34.11-2012 (256 бит)",
	"1.2.643.7.1.1.2.3":      "ГОСТ Р 34.11-2012 (512 бит)",
	"1.2.643.2.2.19":         "ГОСТ Р 34.10-2001",
	"1.2.643.7.1.1.1.1":      "ГОСТ Р 34.10-2012 (256 бит)",
	"1.2.643.7.1.1.1.2":      "ГОСТ Р 34.10-2012 (512 бит)",
	"1.2.643.7.1.1.3.2":      "ГОСТ Р 34.10-2012 (256 бит)",
	"1.2.643.7.1.1.3.3":      "ГОСТ Р 34.10-2012 (512 бит)",
	"1.2.840.113549.1.1.1":   "RSA",
	"1.2.840.113549.1.1.10":  "RSA-PSS",
	"1.2.840.113549.1.1.11":  "RSA",
	"1.2.840.10045.4.3.2":    "ECDSA",
	"1.2.840.10045.4.3.3":    "ECDSA",
	"1.2.840.10045.4.3.4":    "ECDSA",
	"1.3.101.112":            "Ed25519",
}

func nameOf(id asn1.ObjectIdentifier) string {
	if name, ok := names[id.String()]; ok {
		return name
	}
	return id.String()
}

// DigestName returns the name of the digest algorithm, for users.
func (s *Signature) DigestName() string { return nameOf(s.info.Digest.Algorithm) }

// AlgorithmName returns the name of the signature algorithm, for users.
func (s *Signature) AlgorithmName() string { return nameOf(s.info.Algorithm.Algorithm) }

// Digest compares the digest of the content, computed with Hash, with the signed
// one. Without signed attributes the digest itself is signed; then the result is
// that of Signature.
func (s *Signature) Digest(sum []byte) State {
	if len(s.attributes) == 0 {
		return s.check(sum)
	}
	var signed []byte
	if !s.attribute(oidMessageDigest, &signed) {
		return Bad
	}
	return state(subtle.ConstantTimeCompare(signed, sum) == 1)
}

// Signature checks the signature of the signed attributes with the key of the
// certificate, and that the certificate is the one named by the attributes, if
// any. Sum is the digest of the content, needed when there are no attributes.
func (s *Signature) Signature(sum []byte) State {
	if len(s.attributes) == 0 {
		return s.check(sum)
	}
	h, ok := s.Hash()
	if !ok {
		return Unknown
	}
	var contentType asn1.ObjectIdentifier
	if !s.attribute(oidContentType, &contentType) || !s.namesCertificate() {
		return Bad
	}
	// Signed as SET OF, not as the stored [0] (RFC 5652, 5.4).
	attributes := append([]byte{asn1.TagSet | 0x20}, s.info.Signed.FullBytes[1:]...)
	if key, ok := s.Certificate.PublicKey.(ed25519.PublicKey); ok {
		// Of the attributes, not of their digest (RFC 8419, 3.1).
		return state(ed25519.Verify(key, attributes, s.info.Signature))
	}
	h.Write(attributes)
	return s.check(h.Sum(nil))
}

// namesCertificate reports whether the signed attribute, if there is one, names the
// signer's certificate, so that it cannot be replaced by another one for the same
// key (RFC 5035, 1).
func (s *Signature) namesCertificate() bool {
	var named signingCertificate
	if !s.attribute(oidSigningCertificate, &named) {
		return !s.NamesCertificate()
	}
	if len(named.Certificates) == 0 {
		return false
	}
	id := named.Certificates[0]
	sum := crypto.SHA256.New()
	if len(id.Algorithm.Algorithm) > 0 {
		var known bool
		if sum, known = newHash(id.Algorithm.Algorithm); !known {
			return true // an unsupported digest is no evidence against it
		}
	}
	sum.Write(s.Certificate.Raw)
	return subtle.ConstantTimeCompare(sum.Sum(nil), id.Hash) == 1
}

// NamesCertificate reports whether a signed attribute names the signer's
// certificate, as CAdES and PAdES require.
func (s *Signature) NamesCertificate() bool {
	for _, a := range s.attributes {
		if a.Type.Equal(oidSigningCertificate) {
			return true
		}
	}
	return false
}

// check verifies the signature of a digest.
func (s *Signature) check(sum []byte) State {
	if key, err := gost.ParsePublicKey(s.Certificate.RawSubjectPublicKeyInfo); err == nil {
		if !strings.HasPrefix(s.info.Digest.Algorithm.String(), "1.2.643.7.1.1.2.") {
			return Unknown
		}
		return state(key.Verify(sum, s.info.Signature))
	}
	h, ok := hashes[s.info.Digest.Algorithm.String()]
	if !ok || len(sum) != h.Size() {
		return Unknown
	}
	switch key := s.Certificate.PublicKey.(type) {
	case *rsa.PublicKey:
		if s.info.Algorithm.Algorithm.Equal(oidRSAPSS) {
			return checkPSS(key, h, sum, s.info.Algorithm, s.info.Signature)
		}
		return state(rsa.VerifyPKCS1v15(key, h, sum, s.info.Signature) == nil)
	case *ecdsa.PublicKey:
		return state(ecdsa.VerifyASN1(key, sum, s.info.Signature))
	}
	return Unknown // Ed25519 signs no digest, so it needs the content itself, which is not available here
}

// checkPSS checks RSA-PSS with the parameters of the signature (RFC 4056, 3). A
// digest other than that of the content is not supported.
func checkPSS(key *rsa.PublicKey, h crypto.Hash, sum []byte, by pkix.AlgorithmIdentifier, signature []byte) State {
	var parameters struct {
		Hash pkix.AlgorithmIdentifier `asn1:"explicit,optional,tag:0"`
		Mask asn1.RawValue            `asn1:"optional,tag:1"`
		Salt int                      `asn1:"explicit,optional,tag:2,default:20"`
		Tail int                      `asn1:"explicit,optional,tag:3,default:1"`
	}
	if _, err := asn1.Unmarshal(by.Parameters.FullBytes, &parameters); err != nil {
		return Bad
	}
	if hashes[parameters.Hash.Algorithm.String()] != h {
		return Unknown
	}
	return state(rsa.VerifyPSS(key, h, sum, signature, &rsa.PSSOptions{SaltLength: parameters.Salt, Hash: h}) == nil)
}

func state(good bool) State {
	if good {
		return Good
	}
	return Bad
}
