package cms

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	_ "crypto/sha1" // old signatures
	_ "crypto/sha256"
	_ "crypto/sha512"
	"crypto/x509"
	"encoding/asn1"
	"fmt"
	"hash"

	"protokol/generator/internal/gost"
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
	"1.2.840.113549.2.5":     "MD5",
	"1.3.14.3.2.26":          "SHA-1",
	"1.3.101.113":            "Ed448", // RFC 8419
	"2.16.840.1.101.3.4.2.1": "SHA-256",
	"2.16.840.1.101.3.4.2.2": "SHA-384",
	"2.16.840.1.101.3.4.2.3": "SHA-512",
	"2.16.840.1.101.3.4.2.4": "SHA-224",
	"1.2.643.2.2.9":          "ГОСТ Р 34.11-94",
	"1.2.643.7.1.1.2.2":      "ГОСТ Р 34.11-2012 (256 бит)",
	"1.2.643.7.1.1.2.3":      "ГОСТ Р 34.11-2012 (512 бит)",
	"1.2.643.2.2.19":         "ГОСТ Р 34.10-2001",
}

func nameOf(id asn1.ObjectIdentifier) string {
	if name, ok := names[id.String()]; ok {
		return name
	}
	if a, ok := algorithms[id.String()]; ok {
		return a.name
	}
	return id.String()
}

// DigestName returns the name of the digest algorithm, for users.
func (s *Signature) DigestName() string { return nameOf(s.info.Digest.Algorithm) }

// AlgorithmName returns the name of the signature algorithm, for users.
func (s *Signature) AlgorithmName() string { return nameOf(s.info.Algorithm.Algorithm) }

// algorithm is a signature algorithm: what it is called, the keys it is for, and
// the digest that its identifier includes, "" for any.
type algorithm struct{ name, key, digest string }

const (
	gost256 = "ГОСТ Р 34.10-2012 (256 бит)"
	gost512 = "ГОСТ Р 34.10-2012 (512 бит)"
)

// algorithms are the signature algorithms by identifier (RFC 3370, 4055, 5754,
// 5758, 8419, 9215). Some programs write the identifier of the key instead.
var algorithms = map[string]algorithm{
	"1.2.840.113549.1.1.1":  {"RSA", "RSA", ""},
	"1.2.840.113549.1.1.4":  {"RSA", "RSA", "MD5"},
	"1.2.840.113549.1.1.5":  {"RSA", "RSA", "SHA-1"},
	"1.3.14.3.2.29":         {"RSA", "RSA", "SHA-1"},
	"1.2.840.113549.1.1.11": {"RSA", "RSA", "SHA-256"},
	"1.2.840.113549.1.1.12": {"RSA", "RSA", "SHA-384"},
	"1.2.840.113549.1.1.13": {"RSA", "RSA", "SHA-512"},
	"1.2.840.113549.1.1.14": {"RSA", "RSA", "SHA-224"},
	"1.2.840.113549.1.1.10": {"RSA-PSS", "RSA", ""},
	"1.2.840.10045.2.1":     {"ECDSA", "ECDSA", ""},
	"1.2.840.10045.4.1":     {"ECDSA", "ECDSA", "SHA-1"},
	"1.2.840.10045.4.3.1":   {"ECDSA", "ECDSA", "SHA-224"},
	"1.2.840.10045.4.3.2":   {"ECDSA", "ECDSA", "SHA-256"},
	"1.2.840.10045.4.3.3":   {"ECDSA", "ECDSA", "SHA-384"},
	"1.2.840.10045.4.3.4":   {"ECDSA", "ECDSA", "SHA-512"},
	"1.3.101.112":           {"Ed25519", "Ed25519", ""},
	"1.2.643.7.1.1.1.1":     {gost256, gost256, "ГОСТ Р 34.11-2012 (256 бит)"},
	"1.2.643.7.1.1.3.2":     {gost256, gost256, "ГОСТ Р 34.11-2012 (256 бит)"},
	"1.2.643.7.1.1.1.2":     {gost512, gost512, "ГОСТ Р 34.11-2012 (512 бит)"},
	"1.2.643.7.1.1.3.3":     {gost512, gost512, "ГОСТ Р 34.11-2012 (512 бит)"},
}

// keyName returns the kind of the key of a certificate, or "".
func keyName(c *x509.Certificate) string {
	switch c.PublicKey.(type) {
	case *rsa.PublicKey:
		return "RSA"
	case *ecdsa.PublicKey:
		return "ECDSA"
	case ed25519.PublicKey:
		return "Ed25519"
	}
	key, err := gost.ParsePublicKey(c.RawSubjectPublicKeyInfo)
	switch {
	case err != nil:
		return ""
	case key.Size() == 32:
		return gost256
	}
	return gost512
}

// checkAlgorithm checks that the key, the digest, and the signature algorithm
// belong together (RFC 8933, 3).
func (s *Signature) checkAlgorithm() error {
	key := keyName(s.Certificate)
	a, ok := algorithms[s.info.Algorithm.Algorithm.String()]
	switch {
	case !ok || key == "":
		return UncheckedError{fmt.Sprintf("подпись по алгоритму %s не проверялась", s.AlgorithmName())}
	case a.key != key:
		return fmt.Errorf("подпись неверна: назван алгоритм %s, а ключ сертификата — %s", a.name, key)
	case a.digest != "" && a.digest != s.DigestName():
		return fmt.Errorf("подпись неверна: алгоритм подписи — с дайджестом %s, а документ — с дайджестом %s",
			a.digest, s.DigestName())
	}
	return nil
}

// Smallest keys that are safe today (NIST SP 800-131A, 3; ETSI TS 119 312).
const (
	minRSA   = 2048
	minCurve = 256
)

// Weakness returns why a signature by its algorithms is not evidence any longer, or
// "". Two documents with the same SHA-1 digest can be made by anybody.
func (s *Signature) Weakness() string {
	if name := s.DigestName(); name == "SHA-1" || name == "MD5" {
		return fmt.Sprintf("дайджест %s ненадёжен: можно подобрать другой документ с тем же дайджестом", name)
	}
	return WeakKey(s.Certificate)
}

// WeakKey returns why the key of a certificate is too weak, or "".
func WeakKey(c *x509.Certificate) string {
	switch key := c.PublicKey.(type) {
	case *rsa.PublicKey:
		if bits := key.N.BitLen(); bits < minRSA {
			return fmt.Sprintf("ключ RSA слишком короткий: %d бит, а нужно не меньше %d", bits, minRSA)
		}
	case *ecdsa.PublicKey:
		if bits := key.Curve.Params().BitSize; bits < minCurve {
			return fmt.Sprintf("эллиптическая кривая слабая: %d бит, а нужно не меньше %d", bits, minCurve)
		}
	}
	return ""
}
