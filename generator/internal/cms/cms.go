// Package cms makes and checks electronic signatures in the Cryptographic
// Message Syntax (RFC 5652), as PAdES and detached .sig files contain them.
//
//	cms.go       ASN.1 types
//	sign.go      making a signature (CAdES-BES, ETSI EN 319 122-1)
//	parse.go     reading a signature
//	attributes.go rules for signed attributes
//	algorithm.go algorithms, their names and strength
//	verify.go    checking a signature
//	identity.go  whose certificate it is
//	evidence.go  revocation data in a signature
//	timestamp.go time-stamp tokens (RFC 3161)
//	ber.go       BER → DER
//
// The maintained libraries smallstep/pkcs7, go.mozilla.org/pkcs7 and
// digitorus/pkcs7 are not used: all write a signing-time attribute from the
// clock, which PAdES forbids (EN 319 142-1, 6.3), and none reads signers
// identified by a key identifier, RSA-PSS, or unknown algorithms, for which the
// digest and the certificate are still needed. The cryptography is that of the
// standard library.
package cms

import (
	"crypto/x509/pkix"
	"encoding/asn1"
)

var (
	oidData       = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1}
	oidSignedData = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2}

	oidContentType          = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 3}
	oidMessageDigest        = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 4}
	oidSigningTime          = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 5}
	oidSigningCertificateV1 = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 12} // RFC 2634
	oidSigningCertificate   = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 47} // version 2, RFC 5035
	oidProtection           = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 52}        // RFC 6211
	oidCountersignature     = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 6}         // RFC 5652, 11.4
	oidTimestamp            = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 14} // RFC 3161
	oidContentTimestamp     = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 20} // RFC 5126, 5.11.4

	oidRSA         = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 1}
	oidRSAPSS      = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 10}
	oidMGF1        = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 8}
	oidSHA1        = asn1.ObjectIdentifier{1, 3, 14, 3, 2, 26}
	oidECDSASHA256 = asn1.ObjectIdentifier{1, 2, 840, 10045, 4, 3, 2}
)

type contentInfo struct {
	Type    asn1.ObjectIdentifier
	Content asn1.RawValue `asn1:"explicit,optional,tag:0"`
}

// signedData is SignedData (RFC 5652, 5.1).
type signedData struct {
	Version      int
	Digests      asn1.RawValue // SET OF AlgorithmIdentifier
	Content      contentInfo
	Certificates asn1.RawValue `asn1:"optional,tag:0"`
	CRLs         asn1.RawValue `asn1:"optional,tag:1"`
	Signers      asn1.RawValue // SET OF SignerInfo
}

// signerInfo is SignerInfo (RFC 5652, 5.3).
type signerInfo struct {
	Version   int
	Signer    asn1.RawValue // IssuerAndSerialNumber, or [0] SubjectKeyIdentifier
	Digest    pkix.AlgorithmIdentifier
	Signed    asn1.RawValue `asn1:"optional,tag:0"`
	Algorithm pkix.AlgorithmIdentifier
	Signature []byte
	Unsigned  asn1.RawValue `asn1:"optional,tag:1"`
}

type attribute struct {
	Type   asn1.ObjectIdentifier
	Values asn1.RawValue // SET OF what the type says
}

// signingCertificate is SigningCertificateV2 (RFC 5035, 3).
type signingCertificate struct {
	Certificates []certificateID
	Policies     asn1.RawValue `asn1:"optional"`
}

// signingCertificateV1 is SigningCertificate (RFC 2634, 5.4), with SHA-1.
type signingCertificateV1 struct {
	Certificates []certificateIDV1
	Policies     asn1.RawValue `asn1:"optional"`
}

type certificateIDV1 struct {
	Hash   []byte
	Issuer asn1.RawValue `asn1:"optional"`
}

type certificateID struct {
	Algorithm pkix.AlgorithmIdentifier `asn1:"optional"` // SHA-256 when left out
	Hash      []byte
	Issuer    asn1.RawValue `asn1:"optional"`
}
