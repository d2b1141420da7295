package cms

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"slices"
)

// Signer is a key with its certificate.
type Signer struct {
	Key         crypto.Signer
	Certificate *x509.Certificate
	Chain       []*x509.Certificate // issuers up to the root, as far as known
}

// Sign makes a detached signature of content with the given SHA-256 digest. It is
// DER, with the signing certificate in a signed attribute and without a signing
// time, as PAdES requires (ETSI EN 319 142-1, 6.3). It fails for keys other than
// RSA and ECDSA, and for a key that does not belong to the certificate. Ed25519
// signatures are only read: in PDFs they need a later standard (ISO/TS 32002)
// that some readers, such as poppler, do not support.
func Sign(digest [sha256.Size]byte, by Signer) ([]byte, error) {
	algorithm, err := signatureAlgorithm(by)
	if err != nil {
		return nil, err
	}
	attributes, err := signedAttributes(digest[:], by.Certificate)
	if err != nil {
		return nil, err
	}
	set, err := set(asn1.ClassUniversal, asn1.TagSet, attributes)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(set.FullBytes)
	signature, err := by.Key.Sign(nil, sum[:], crypto.SHA256) // without randomness, ECDSA is deterministic (RFC 6979)
	if err != nil {
		return nil, fmt.Errorf("ключ не подписывает: %w", err)
	}
	issuer, err := asn1.Marshal(struct {
		Issuer asn1.RawValue
		Serial any
	}{asn1.RawValue{FullBytes: by.Certificate.RawIssuer}, by.Certificate.SerialNumber})
	if err != nil {
		return nil, err
	}
	set.FullBytes[0] = 0xA0 // signed as SET OF, stored as [0] IMPLICIT (RFC 5652, 5.4)
	info, err := asn1.Marshal(signerInfo{
		Version: 1, Signer: asn1.RawValue{FullBytes: issuer}, Digest: sha256Identifier,
		Signed: set, Algorithm: algorithm, Signature: signature,
	})
	if err != nil {
		return nil, err
	}
	return envelope(info, by)
}

var sha256Identifier = pkix.AlgorithmIdentifier{Algorithm: asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}}

// signatureAlgorithm returns the identifier of the algorithm (RFC 5754, 3).
func signatureAlgorithm(by Signer) (pkix.AlgorithmIdentifier, error) {
	if !Belongs(by.Key, by.Certificate) {
		return pkix.AlgorithmIdentifier{}, errors.New("ключ не от этого сертификата")
	}
	switch by.Key.Public().(type) {
	case *rsa.PublicKey:
		return pkix.AlgorithmIdentifier{Algorithm: oidRSA, Parameters: asn1.NullRawValue}, nil
	case *ecdsa.PublicKey:
		return pkix.AlgorithmIdentifier{Algorithm: oidECDSASHA256}, nil
	}
	return pkix.AlgorithmIdentifier{}, errors.New("ключом такого вида PDF здесь не подписать: " +
		"его подпись проверят не все программы; подойдёт ключ RSA или ECDSA")
}

// Belongs reports whether a certificate is one of a key.
func Belongs(key crypto.Signer, c *x509.Certificate) bool {
	public, ok := key.Public().(interface{ Equal(crypto.PublicKey) bool })
	return ok && public.Equal(c.PublicKey)
}

func signedAttributes(digest []byte, certificate *x509.Certificate) ([][]byte, error) {
	sum := sha256.Sum256(certificate.Raw)
	var list [][]byte
	for _, a := range []struct {
		kind  asn1.ObjectIdentifier
		value any
	}{
		{oidContentType, oidData},
		{oidMessageDigest, digest},
		{oidSigningCertificate, signingCertificate{Certificates: []certificateID{{Hash: sum[:]}}}},
	} {
		value, err := asn1.Marshal(a.value)
		if err != nil {
			return nil, err
		}
		values, err := set(asn1.ClassUniversal, asn1.TagSet, [][]byte{value})
		if err != nil {
			return nil, err
		}
		der, err := asn1.Marshal(attribute{a.kind, values})
		if err != nil {
			return nil, err
		}
		list = append(list, der)
	}
	return list, nil
}

// set encodes a SET OF in DER: its elements are sorted (X.690, 11.6).
func set(class, tag int, elements [][]byte) (asn1.RawValue, error) {
	slices.SortFunc(elements, bytes.Compare)
	full, err := asn1.Marshal(asn1.RawValue{Class: class, Tag: tag, IsCompound: true, Bytes: bytes.Join(elements, nil)})
	return asn1.RawValue{FullBytes: full}, err
}

// envelope wraps a signer into signed data with the certificates.
func envelope(info []byte, by Signer) ([]byte, error) {
	certificates := [][]byte{by.Certificate.Raw}
	for _, c := range by.Chain {
		if !c.Equal(by.Certificate) {
			certificates = append(certificates, c.Raw)
		}
	}
	digest, err := asn1.Marshal(sha256Identifier)
	if err != nil {
		return nil, err
	}
	data := signedData{Version: 1, Content: contentInfo{Type: oidData}}
	for _, part := range []struct {
		into     *asn1.RawValue
		class    int
		tag      int
		elements [][]byte
	}{
		{&data.Digests, asn1.ClassUniversal, asn1.TagSet, [][]byte{digest}},
		{&data.Certificates, asn1.ClassContextSpecific, 0, certificates},
		{&data.Signers, asn1.ClassUniversal, asn1.TagSet, [][]byte{info}},
	} {
		if *part.into, err = set(part.class, part.tag, part.elements); err != nil {
			return nil, err
		}
	}
	return wrapped(data)
}

// wrapped encodes signed data with its type.
func wrapped(data signedData) ([]byte, error) {
	inner, err := asn1.Marshal(data)
	if err != nil {
		return nil, err
	}
	content := asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: 0, IsCompound: true, Bytes: inner}
	return asn1.Marshal(contentInfo{oidSignedData, content})
}
