package readertest

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/hex"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/hhrutter/pkcs7"

	"protokol/generator/internal/cos"
)

// maxSignature is the space reserved for the signature, in bytes.
const maxSignature = 4096

// StripSignature detaches the signature from the field in a file that Sign
// signed. The visible appearance remains, but nobody has signed.
func StripSignature(file []byte) []byte {
	return bytes.Replace(file, []byte("/T (Signature) /V "), []byte("/T (Signature) /X "), 1)
}

// Sign signs a file without a form in an incremental update (ISO 32000-1, 7.5.6;
// 12.8.1) that changes none of its bytes. The signature field is on the first
// page, in points from the lower left corner. An empty rectangle makes it
// invisible.
func Sign(file []byte, signer, reason string, rect [4]int) ([]byte, error) {
	f, err := cos.Read(file)
	if err != nil {
		return nil, err
	}
	pages, _ := f.Pages()
	covered := &cos.Placeholder{Text: "[0 0000000000 0000000000 0000000000]"}
	contents := &cos.Placeholder{Text: "<" + strings.Repeat("0", 2*maxSignature) + ">"}
	p := injector{f, f.Update()}
	value := p.Add(cos.Entries{
		"Type", cos.Name("Sig"), "Filter", cos.Name("Adobe.PPKLite"), "SubFilter", cos.Name("adbe.pkcs7.detached"),
		"M", cos.String("D:20260120100000+03'00'"), "Reason", cos.TextString(reason),
		"ByteRange", covered, "Contents", contents,
	})
	width, height := rect[2]-rect[0], rect[3]-rect[1]
	appearance := p.Add(&cos.Stream{
		Entries: cos.Entries{
			"Type",
			cos.Name("XObject"),
			"Subtype",
			cos.Name("Form"),
			"BBox",
			cos.Array{0, 0, width, height},
		},
		Data: fmt.Appendf(nil, "0.8 0.9 1 rg 0 0 %d %d re f", width, height),
	})
	field := p.Add(cos.Entries{
		"Type", cos.Name("Annot"), "Subtype", cos.Name("Widget"), "FT", cos.Name("Sig"), "T", cos.String("Signature"),
		"V", value,
		"P", pages[0], "F", 132, "Rect", cos.Array{rect[0], rect[1], rect[2], rect[3]},
		"AP", cos.Entries{"N", appearance},
	})
	p.updateCatalog(cos.Dict{"AcroForm": cos.Entries{"Fields", cos.Array{field}, "SigFlags", 3}})
	p.update(pages[0], cos.Dict{"Annots": cos.Array{field}})
	signed := p.Bytes()
	start, end := contents.At, contents.At+len(contents.Text)
	copy(signed[covered.At:], fmt.Sprintf("[0 %010d %010d %010d]", start, end, len(signed)-end))
	message, err := signCMS(append(bytes.Clone(signed[:start]), signed[end:]...), signer)
	if err != nil {
		return nil, err
	}
	hex.Encode(signed[start+1:], message)
	return signed, nil
}

// signCMS signs data with a temporary key.
func signCMS(data []byte, signer string) ([]byte, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: signer},
		NotBefore: from, NotAfter: from.AddDate(100, 0, 0)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		return nil, err
	}
	certificate, err := x509.ParseCertificate(der)
	if err != nil {
		return nil, err
	}
	signed, err := pkcs7.NewSignedData(data)
	if err != nil {
		return nil, err
	}
	signed.SetDigestAlgorithm(pkcs7.OIDDigestAlgorithmSHA256)
	if err := signed.AddSigner(certificate, key, pkcs7.SignerInfoConfig{}); err != nil {
		return nil, err
	}
	signed.Detach()
	return signed.Finish()
}
