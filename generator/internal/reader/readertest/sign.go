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

// room is how many bytes the signature may take.
const room = 4096

// Unsigned takes the signature out of a file that Sign made: what is left is a
// mark that nobody signed.
func Unsigned(file []byte) []byte {
	return bytes.Replace(file, []byte("/T (Signature) /V "), []byte("/T (Signature) /X "), 1)
}

// Sign signs a file without a form in an incremental update (ISO 32000-1, 7.5.6;
// 12.8.1): not a byte of it changes. The mark stands on the first page, points
// from the lower left corner; an empty one is not seen.
func Sign(file []byte, signer, reason string, mark [4]int) ([]byte, error) {
	f, err := cos.Read(file)
	if err != nil {
		return nil, err
	}
	pages, _ := f.Pages()
	covered := &cos.Placeholder{Text: "[0 0000000000 0000000000 0000000000]"}
	contents := &cos.Placeholder{Text: "<" + strings.Repeat("0", 2*room) + ">"}
	p := planter{f, f.Update()}
	value := p.Add(cos.Entries{
		"Type", cos.Name("Sig"), "Filter", cos.Name("Adobe.PPKLite"), "SubFilter", cos.Name("adbe.pkcs7.detached"),
		"M", cos.String("D:20260120100000+03'00'"), "Reason", cos.TextString(reason), "ByteRange", covered, "Contents", contents,
	})
	width, height := mark[2]-mark[0], mark[3]-mark[1]
	look := p.Add(&cos.Stream{
		Entries: cos.Entries{"Type", cos.Name("XObject"), "Subtype", cos.Name("Form"), "BBox", cos.Array{0, 0, width, height}},
		Data:    fmt.Appendf(nil, "0.8 0.9 1 rg 0 0 %d %d re f", width, height),
	})
	field := p.Add(cos.Entries{
		"Type", cos.Name("Annot"), "Subtype", cos.Name("Widget"), "FT", cos.Name("Sig"), "T", cos.String("Signature"), "V", value,
		"P", pages[0], "F", 132, "Rect", cos.Array{mark[0], mark[1], mark[2], mark[3]}, "AP", cos.Entries{"N", look},
	})
	p.catalog(cos.Dict{"AcroForm": cos.Entries{"Fields", cos.Array{field}, "SigFlags", 3}})
	p.change(pages[0], cos.Dict{"Annots": cos.Array{field}})
	signed := p.Bytes()
	start, end := contents.At, contents.At+len(contents.Text)
	copy(signed[covered.At:], fmt.Sprintf("[0 %010d %010d %010d]", start, end, len(signed)-end))
	message, err := seal(append(bytes.Clone(signed[:start]), signed[end:]...), signer)
	if err != nil {
		return nil, err
	}
	hex.Encode(signed[start+1:], message)
	return signed, nil
}

// seal signs bytes with a key made for the occasion.
func seal(data []byte, signer string) ([]byte, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: signer}, NotBefore: from, NotAfter: from.AddDate(100, 0, 0)}
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
