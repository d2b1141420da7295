package readertest

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/hex"
	"errors"
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/hhrutter/pkcs7"
)

// maxSignature is the space reserved for the signature, in bytes.
const maxSignature = 4096

// StripSignature detaches the signature from the field in a file that Sign
// signed. The visible appearance remains, but nobody has signed.
func StripSignature(file []byte) []byte {
	return bytes.Replace(file, []byte("/T (Signature) /V "), []byte("/T (Signature) /X "), 1)
}

// Sign signs one of our own files in an incremental update (ISO 32000-1, 7.5.6;
// 12.8.1) that changes none of its bytes. The signature field is on the first
// page, in points from the lower left corner. An empty rectangle makes it
// invisible.
func Sign(file []byte, signer, reason string, rect [4]int) ([]byte, error) {
	u, err := newUpdate(file)
	if err != nil {
		return nil, err
	}
	value, field, appearance := u.size, u.size+1, u.size+2
	u.extend(u.root, fmt.Sprintf("/AcroForm <</Fields [%d 0 R] /SigFlags 3>>", field))
	u.extend(u.page, fmt.Sprintf("/Annots [%d 0 R]", field))
	u.put(value, fmt.Sprintf("<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached "+
		"/M (D:20260120100000+03'00') /Reason <%X> "+
		"/ByteRange [0 0000000000 0000000000 0000000000] /Contents <%s>>>",
		utf16(reason), strings.Repeat("0", 2*maxSignature)))
	u.put(field, fmt.Sprintf("<</Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /V %d 0 R /P %d 0 R "+
		"/F 132 /Rect [%d %d %d %d] /AP <</N %d 0 R>>>>",
		value, u.page, rect[0], rect[1], rect[2], rect[3], appearance))
	width, height := rect[2]-rect[0], rect[3]-rect[1]
	content := fmt.Sprintf("0.8 0.9 1 rg 0 0 %d %d re f", width, height)
	u.put(appearance, fmt.Sprintf("<</Type /XObject /Subtype /Form /BBox [0 0 %d %d] /Length %d>>\n"+
		"stream\n%s\nendstream", width, height, len(content), content))
	return u.sign(signer)
}

func utf16(s string) []byte {
	b := []byte{0xFE, 0xFF}
	for _, r := range s {
		b = append(b, byte(r>>8), byte(r))
	}
	return b
}

// update is a file and an incremental update of it.
type update struct {
	bytes.Buffer
	size, root, page, previous int
	offsets                    map[int]int
}

var (
	trailerPattern = regexp.MustCompile(`(?s)trailer\n<</Size (\d+) /Root (\d+) 0 R.*startxref\n(\d+)\n%%EOF\n$`)
	kidsPattern    = regexp.MustCompile(`/Kids \[(\d+) 0 R`)
)

func newUpdate(file []byte) (*update, error) {
	u := &update{offsets: map[int]int{}}
	trailer := trailerPattern.FindSubmatch(file)
	kids := kidsPattern.FindSubmatch(file)
	if trailer == nil || kids == nil {
		return nil, errors.New("not a file of ours")
	}
	for i, number := range []*int{&u.size, &u.root, &u.previous} {
		*number, _ = strconv.Atoi(string(trailer[i+1])) // the pattern ensures that it is a number
	}
	u.page, _ = strconv.Atoi(string(kids[1]))
	u.Write(file)
	return u, nil
}

// extend adds entries to a dictionary.
func (u *update) extend(number int, more string) {
	_, rest, _ := bytes.Cut(u.Bytes(), fmt.Appendf(nil, "\n%d 0 obj\n<<", number))
	dict, _, _ := bytes.Cut(rest, []byte("\nendobj\n"))
	u.put(number, "<<"+more+" "+string(dict))
}

func (u *update) put(number int, body string) {
	u.offsets[number] = u.Len()
	fmt.Fprintf(u, "%d 0 obj\n%s\nendobj\n", number, body)
}

func (u *update) sign(signer string) ([]byte, error) {
	at := u.Len()
	u.WriteString("xref\n")
	for number, offset := range u.offsets {
		fmt.Fprintf(u, "%d 1\n%010d 00000 n \n", number, offset)
	}
	fmt.Fprintf(u, "trailer\n<</Size %d /Root %d 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n",
		u.size+len(u.offsets)-2, u.root, u.previous, at)
	file := u.Bytes()
	start := bytes.LastIndex(file, []byte("/Contents <")) + len("/Contents ")
	end := start + 2*maxSignature + 2
	covered := fmt.Sprintf("[0 %010d %010d %010d]", start, end, len(file)-end)
	copy(file[bytes.LastIndex(file, []byte("[0 0000000000")):], covered)
	message, err := signCMS(append(bytes.Clone(file[:start]), file[end:]...), signer)
	if err != nil {
		return nil, err
	}
	hex.Encode(file[start+1:], message)
	return file, nil
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
