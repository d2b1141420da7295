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

// room is how many bytes the signature may take.
const room = 4096

// Unsigned takes the signature out of a file that Sign made: what is left is a
// mark that nobody signed.
func Unsigned(file []byte) []byte {
	return bytes.Replace(file, []byte("/T (Signature) /V "), []byte("/T (Signature) /X "), 1)
}

// Sign signs one of our own files in an incremental update (ISO 32000-1,
// 7.5.6; 12.8.1): not a byte of it changes. The mark stands on the first page,
// points from the lower left corner; an empty one is not seen.
func Sign(file []byte, signer, reason string, mark [4]int) ([]byte, error) {
	u, err := newUpdate(file)
	if err != nil {
		return nil, err
	}
	value, field, look := u.size, u.size+1, u.size+2
	u.change(u.root, fmt.Sprintf("/AcroForm <</Fields [%d 0 R] /SigFlags 3>>", field))
	u.change(u.page, fmt.Sprintf("/Annots [%d 0 R]", field))
	u.put(value, fmt.Sprintf("<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /M (D:20260120100000+03'00') /Reason <%X> "+
		"/ByteRange [0 0000000000 0000000000 0000000000] /Contents <%s>>>", utf16(reason), strings.Repeat("0", 2*room)))
	u.put(field, fmt.Sprintf("<</Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /V %d 0 R /P %d 0 R /F 132 /Rect [%d %d %d %d] /AP <</N %d 0 R>>>>",
		value, u.page, mark[0], mark[1], mark[2], mark[3], look))
	width, height := mark[2]-mark[0], mark[3]-mark[1]
	content := fmt.Sprintf("0.8 0.9 1 rg 0 0 %d %d re f", width, height)
	u.put(look, fmt.Sprintf("<</Type /XObject /Subtype /Form /BBox [0 0 %d %d] /Length %d>>\nstream\n%s\nendstream", width, height, len(content), content))
	return u.sign(signer)
}

func utf16(s string) []byte {
	b := []byte{0xFE, 0xFF}
	for _, r := range s {
		b = append(b, byte(r>>8), byte(r))
	}
	return b
}

// update is a file and what is appended to it.
type update struct {
	bytes.Buffer
	size, root, page, previous int
	offsets                    map[int]int
}

func newUpdate(file []byte) (*update, error) {
	u := &update{offsets: map[int]int{}}
	trailer := regexp.MustCompile(`(?s)trailer\n<</Size (\d+) /Root (\d+) 0 R.*startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(file)
	kids := regexp.MustCompile(`/Kids \[(\d+) 0 R`).FindSubmatch(file)
	if trailer == nil || kids == nil {
		return nil, errors.New("not a file of ours")
	}
	for i, number := range []*int{&u.size, &u.root, &u.previous} {
		*number, _ = strconv.Atoi(string(trailer[i+1])) // digits
	}
	u.page, _ = strconv.Atoi(string(kids[1]))
	u.Write(file)
	return u, nil
}

// change writes a dictionary again with more in it.
func (u *update) change(number int, more string) {
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
	fmt.Fprintf(u, "trailer\n<</Size %d /Root %d 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n", u.size+len(u.offsets)-2, u.root, u.previous, at)
	file := u.Bytes()
	start := bytes.LastIndex(file, []byte("/Contents <")) + len("/Contents ")
	end := start + 2*room + 2
	covered := fmt.Sprintf("[0 %010d %010d %010d]", start, end, len(file)-end)
	copy(file[bytes.LastIndex(file, []byte("[0 0000000000")):], covered)
	message, err := seal(append(bytes.Clone(file[:start]), file[end:]...), signer)
	if err != nil {
		return nil, err
	}
	hex.Encode(file[start+1:], message)
	return file, nil
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
