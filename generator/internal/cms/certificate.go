package cms

import (
	"crypto/rsa"
	"crypto/x509"
	"errors"
)

var errLongKey = errors.New("ключ RSA слишком длинный")

// ParseCertificate parses a certificate that somebody else chose: one with an enormous key,
// with which a signature takes minutes to check, is an error.
func ParseCertificate(der []byte) (*x509.Certificate, error) {
	c, err := x509.ParseCertificate(der)
	if err != nil {
		return nil, err
	}
	const most = 8192 // bits; authorities have keys of 4096
	if key, ok := c.PublicKey.(*rsa.PublicKey); ok && key.N.BitLen() > most {
		return nil, errLongKey
	}
	return c, nil
}
