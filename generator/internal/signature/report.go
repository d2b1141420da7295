package signature

import (
	"bytes"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/cos"
)

// Report is the result of checking the signatures of a file.
type Report struct {
	Signatures []Signature // in the order in which they were made
	Free       []string    // fields that are not signed
	Problems   []string    // signatures and marks that belong to no field
}

// Signature is a signature in a file.
type Signature struct {
	Field     string
	Owner     Owner
	Time      time.Time // by the clock of the signer's computer; zero when not given
	Reason    string    // may be empty
	Verified  bool      // it matches this document and the key of its certificate
	Problems  []string  // why it is not valid
	Unchecked []string  // what could not be checked
	Changes   []string  // what was changed in the file afterwards, except for other signatures
	Permitted []string  // changes that the signatures allow

	end int // of the bytes it covers
}

// Valid reports whether the signature was verified, without problems, and the file
// was not changed afterwards. What Unchecked lists remains open.
func (s Signature) Valid() bool { return s.Verified && len(s.Problems) == 0 && len(s.Changes) == 0 }

// String describes the signature in one line: who signed, when, and the result.
func (s Signature) String() string {
	parts := []string{s.who()}
	switch {
	case len(s.Problems) > 0:
		parts = append(parts, "НЕДЕЙСТВИТЕЛЬНА: "+strings.Join(s.Problems, ", "))
	case s.Verified:
		parts = append(parts, "подпись верна")
	default:
		parts = append(parts, "НЕ ПРОВЕРЕНА")
	}
	switch {
	case len(s.Changes) > 0:
		parts = append(parts, "ПОСЛЕ ПОДПИСАНИЯ "+strings.Join(s.Changes, ", "))
	case !s.Verified || len(s.Problems) > 0: // nothing is known of what was signed
	case len(s.Permitted) > 0:
		parts = append(parts, "после подписания изменено только разрешённое: "+strings.Join(s.Permitted, ", "))
	default:
		parts = append(parts, "после подписания документ не меняли")
	}
	return strings.Join(append(parts, s.Unchecked...), "; ")
}

func (s Signature) who() string {
	who := s.Owner.Name
	if who == "" {
		who = "кто подписал, прочитать не удалось"
	}
	if !s.Time.IsZero() {
		who += ", " + s.Time.Format("02.01.2006 15:04:05 -07:00")
	}
	if s.Reason != "" {
		who += ", причина: " + s.Reason
	}
	return who
}

// maxSignatures limits the work on a hostile file: each signature is checked
// against all of it.
const maxSignatures = 20

// Read checks the signatures of a PDF: whether each matches the bytes it covers and
// the key of its certificate, and what was changed afterwards. It does not use the
// network, so issuers and revocations are not checked. It fails when the file
// cannot be read, or could be understood in several ways.
func Read(file []byte) (*Report, error) {
	f, err := cos.Read(file)
	if err != nil {
		return nil, err
	}
	if err := f.Strict(); err != nil {
		return nil, fmt.Errorf("программы понимают файл по-разному: %w", err)
	}
	r := &Report{}
	list := fields(f)
	for _, field := range list {
		switch {
		case field.signature == nil:
			r.Free = append(r.Free, clean(field.name))
		case len(r.Signatures) == maxSignatures:
			return nil, fmt.Errorf("подписей больше %d", maxSignatures)
		default:
			r.Signatures = append(r.Signatures, check(f, field))
		}
	}
	r.Problems = unlisted(f, list)
	if err := f.Err(); err != nil {
		return nil, fmt.Errorf("файл повреждён: %w", err)
	}
	slices.SortStableFunc(r.Signatures, func(a, b Signature) int { return a.end - b.end })
	return r, nil
}

// check checks one signature.
func check(f *cos.File, at field) Signature {
	s := Signature{Field: clean(at.name), Reason: clean(f.Text(at.signature["Reason"]))}
	s.Time, _ = cos.ParseDate(f.Text(at.signature["M"]))
	contents, end, err := byteRange(f, at.signature)
	if err != nil {
		s.Problems = append(s.Problems, err.Error())
		return s
	}
	s.end = end
	made, err := hex.DecodeString(string(f.Data[contents.from+1 : contents.to-1]))
	if err != nil {
		s.Problems = append(s.Problems, "подпись повреждена")
		return s
	}
	if len(bytes.Trim(made, "\x00")) == 0 {
		s.Problems = append(s.Problems, "подписи ещё нет: файл подготовлен, но не подписан")
		return s
	}
	signed, err := cms.Parse(made)
	if err != nil {
		s.Problems = append(s.Problems, err.Error())
		return s
	}
	s.verify(f, at, signed, [2][]byte{f.Data[:contents.from], f.Data[contents.to:end]})
	s.findChanges(f, at)
	return s
}

// verify checks a signature against the bytes it covers.
func (s *Signature) verify(f *cos.File, at field, signed *cms.Signature, parts [2][]byte) {
	s.Owner = OwnerOf(signed.Certificate)
	if s.Time.IsZero() {
		s.Time = signed.Time
	}
	switch kind := f.Name(at.signature["SubFilter"]); kind {
	case "ETSI.CAdES.detached", "adbe.pkcs7.detached":
		s.match(signed, parts)
	default:
		s.Unchecked = append(s.Unchecked, fmt.Sprintf("подпись вида %s не проверялась", clean(string(kind))))
	}
	s.certificate(signed)
}

// match checks whether a signature is one of the given bytes.
func (s *Signature) match(signed *cms.Signature, parts [2][]byte) {
	switch unchecked, err := belongs(signed, parts); {
	case err != nil:
		s.Problems = append(s.Problems, err.Error())
	case unchecked != "":
		s.Unchecked = append(s.Unchecked, unchecked)
	default:
		s.Verified = true
	}
}

// certificate checks the signer's certificate.
func (s *Signature) certificate(signed *cms.Signature) {
	if !s.Time.IsZero() && (s.Time.Before(s.Owner.From) || s.Time.After(s.Owner.Until)) {
		s.Problems = append(s.Problems, "во время подписания сертификат не действовал")
	}
	s.Unchecked = append(s.Unchecked, chain(signed))
	if signed.Stamped {
		s.Unchecked = append(s.Unchecked, "штамп времени не проверялся")
	}
}

// chain describes how far the chain of the certificate was checked. A self-signed
// certificate proves nothing.
func chain(signed *cms.Signature) string {
	const unchecked = "цепочка сертификата не проверялась"
	c := signed.Certificate
	if bytes.Equal(c.RawIssuer, c.RawSubject) {
		return unchecked + ": сертификат самоподписанный"
	}
	for _, issuer := range signed.Others {
		known := issuer.PublicKeyAlgorithm != x509.UnknownPublicKeyAlgorithm
		if known && bytes.Equal(issuer.RawSubject, c.RawIssuer) && c.CheckSignatureFrom(issuer) == nil {
			return unchecked + " дальше издателя: " + clean(issuer.Subject.CommonName)
		}
	}
	return unchecked
}

// byteRange reads which bytes are signed (ISO 32000-1, 12.8.1): all of the file up
// to an end, except the string of this very signature. Ranges of any other form
// leave room for bytes that are not signed.
func byteRange(f *cos.File, signature cos.Dict) (contents span, end int, err error) {
	bad := errors.New("подпись охватывает не весь документ")
	list := f.Array(signature["ByteRange"])
	if len(list) != 4 {
		return contents, 0, bad
	}
	var n [4]int
	for i := range list {
		value, ok := f.Get(list[i]).(int)
		if !ok || value < 0 || value > len(f.Data) {
			return contents, 0, bad
		}
		n[i] = value
	}
	contents, end = span{n[1], n[2]}, n[2]+n[3]
	if n[0] != 0 || contents.to < contents.from+2 || end > len(f.Data) ||
		f.Data[contents.from] != '<' || f.Data[contents.to-1] != '>' {
		return contents, 0, bad
	}
	value, ok := signature["Contents"].(cos.String)
	inside := f.Data[contents.from+1 : contents.to-1]
	if !ok || !strings.EqualFold(hex.EncodeToString([]byte(value)), string(inside)) {
		return contents, 0, bad
	}
	return contents, end, nil
}

// clean makes text from a file safe for terminals and marks: one line of limited
// length in Unicode NFC, without control characters and invisible ones.
func clean(text string) string {
	const longest = 200
	runes := []rune(strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cc, r) || r == 0x2028 || r == 0x2029:
			return ' '
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, norm.NFC.String(text)))
	if len(runes) > longest {
		runes = append(runes[:longest], '…')
	}
	return strings.Join(strings.Fields(string(runes)), " ")
}
