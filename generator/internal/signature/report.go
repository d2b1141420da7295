package signature

import (
	"bytes"
	"cmp"
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
	Remarks    []string    // further things to check
	Places     []Place     // the areas of the fields
}

// Signature is a signature in a file, or a time stamp of the whole document.
type Signature struct {
	Field  string
	Owner  Owner
	Time   time.Time // by the clock of the signer's computer, or of the time stamp; zero when not given
	Reason string    // may be empty
	Stamp  bool      // a time stamp of the document, not the signature of a person

	// Awaited is set where the file is prepared for a signature that is not in it yet.
	Awaited bool

	// Cryptography.
	Verified  bool     // it matches this document and the key of its certificate
	Algorithm string   // by which; may be empty
	Problems  []string // why it is not valid
	Unchecked []string // what could not be checked

	// Changes since.
	Changes   []string // changes in the file afterwards, except for other signatures
	Permitted []string // changes that the signatures allow
	Filled    []string // the names of fields among them
	Unlike    bool     // what these show was not compared with their values
	Rules     []string // what its signer allows and forbids

	// Trust.
	Forbidden []string // violations of the rules for certificates, marks that name somebody else
	Chain     string   // how far the chain of the certificate was checked
	Remarks   []string // further remarks about trust

	archives *evidence // the document security store that a time stamp covers; nil for none

	end    int // of the bytes it covers
	filter cos.Name
	made   *cms.Signature // nil when it cannot be read
}

// Signed returns those bytes of its file that a signature covers.
func (s Signature) Signed(file []byte) []byte { return file[:s.end] }

// Valid reports whether the signature was verified, by a certificate fit for it, and the file was not changed
// afterwards. It does not take Chain and Remarks into account.
func (s Signature) Valid() bool {
	return s.Verified && len(s.Problems)+len(s.Unchecked)+len(s.Changes)+len(s.Forbidden) == 0
}

// String describes the signature in one line: who signed, when, and the verdicts
// about cryptography, changes, and trust.
func (s Signature) String() string {
	if s.Awaited {
		return "ждёт подписи: файл подготовлен, подписи в нём ещё нет"
	}
	parts := []string{s.who(), s.verdict()}
	if changes := s.changed(); changes != "" {
		parts = append(parts, changes)
	}
	if s.Chain != "" {
		parts = append(parts, s.Chain)
	}
	return strings.Join(parts, "; ")
}

func (s Signature) verdict() string {
	switch bad := slices.Concat(s.Problems, s.Forbidden); {
	case len(bad) > 0:
		return "НЕДЕЙСТВИТЕЛЬНА: " + strings.Join(bad, ", ")
	case len(s.Unchecked) > 0 || !s.Verified:
		return strings.Join(append([]string{"НЕ ПРОВЕРЕНА"}, s.Unchecked...), "; ")
	}
	return "подпись верна"
}

// changed describes the changes since; "" if the signed revision is unknown.
func (s Signature) changed() string {
	switch {
	case len(s.Changes) > 0:
		return "ПОСЛЕ ПОДПИСАНИЯ " + strings.Join(s.Changes, ", ")
	case !s.Verified || len(s.Problems)+len(s.Unchecked) > 0:
		return ""
	case len(s.Permitted) > 0:
		said := "после подписания изменено только разрешённое: " + strings.Join(s.Permitted, ", ")
		if s.Unlike {
			said += ", но вид полей не сверен"
		}
		return said
	}
	return "после подписания документ не меняли"
}

// Details returns the findings in three parts, one line each.
func (s Signature) Details() (lines []string) {
	if s.Awaited {
		return nil
	}
	add := func(part string, findings ...string) {
		for _, finding := range findings {
			if finding != "" {
				lines = append(lines, part+": "+finding)
			}
		}
	}
	add("криптография", slices.Concat(s.Problems, s.Unchecked)...)
	if len(lines) == 0 && s.Verified {
		add("криптография", "соответствует документу и ключу сертификата ("+s.Algorithm+")")
	}
	if changes := s.changed(); changes != "" {
		add("изменения", changes)
	} else {
		add("изменения", "не проверено: неизвестно, что было подписано")
	}
	add("изменения", s.Rules...)
	add("доверие", s.Forbidden...)
	add("доверие", s.Chain)
	add("доверие", s.Remarks...)
	return lines
}

func (s Signature) who() string {
	who := s.Owner.Name
	if who == "" {
		who = "кто подписал, прочитать не удалось"
	}
	if s.Stamp {
		who = "штамп времени документа, служба: " + who
	}
	if !s.Time.IsZero() {
		who += ", " + s.Time.Format("02.01.2006 15:04:05 -07:00")
	}
	if s.Reason != "" {
		who += ", причина: " + s.Reason
	}
	return strings.ReplaceAll(who, ";", ",") // the semicolon stands before verdicts
}

// maxSignatures limits the work on a hostile file: each signature is checked
// against all of it.
const maxSignatures = 20

// Read checks the signatures of a PDF: whether each matches the bytes it covers and
// the key of its certificate, what was changed afterwards, and, by the policy,
// whether it can be trusted. It does not use the network. It fails when the file
// cannot be read, or could be understood in several ways.
func Read(file []byte, p Policy) (*Report, error) {
	f, err := cos.Read(file)
	if err != nil {
		return nil, err
	}
	f.Until(p.Over)
	return ReadFile(f, p)
}

// ReadFile is Read for a file whose objects may be known.
func ReadFile(f *cos.File, p Policy) (*Report, error) {
	if err := f.Strict(); err != nil {
		return nil, fmt.Errorf("программы понимают файл по-разному: %w", err)
	}
	r := &Report{}
	known := evidenceIn(f)
	content := NewContent(f.Data, p)
	list := fields(f)
	for _, field := range inOrder(f, list) {
		switch {
		case f.Err() != nil: // also when its time is over
		case field.signature == nil:
			r.Free = append(r.Free, clean(field.name))
		case len(r.Signatures) == maxSignatures:
			return nil, fmt.Errorf("подписей больше %d", maxSignatures)
		default:
			r.Signatures = append(r.Signatures, content.check(f, field, known))
		}
	}
	r.Problems = unlisted(f, list)
	if err := f.Err(); err != nil {
		return nil, fmt.Errorf("файл повреждён: %w", err)
	}
	slices.SortStableFunc(r.Signatures, func(a, b Signature) int { return a.end - b.end })
	p.judge(r.Signatures, known)
	r.Places = placesOf(f, list, r.Signatures)
	return r, nil
}

// inOrder returns fields in the order in which they were signed, so that each byte of the file is digested once.
func inOrder(f *cos.File, list []field) []field {
	size := func(at field) (n int) {
		if list := f.Array(at.signature["ByteRange"]); len(list) == 4 {
			n, _ = f.Get(list[1]).(int)
		}
		return n
	}
	return slices.SortedStableFunc(slices.Values(list), func(a, b field) int { return cmp.Compare(size(a), size(b)) })
}

// check checks one signature, without trust.
func (c *Content) check(f *cos.File, at field, known evidence) Signature {
	s := Signature{Field: clean(at.name), Reason: clean(f.Text(at.signature["Reason"]))}
	s.Time, _ = cos.ParseDate(f.Text(at.signature["M"]))
	s.filter = f.Name(at.signature["SubFilter"])
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
		s.Awaited = true
		return s
	}
	s.verify(made, c.digester(contents.from, f.Data[contents.to:end]), known)
	s.findChanges(f, at)
	s.Rules = rulesSaid(f, at)
	if s.Stamp && s.Verified {
		s.archives = archives(f, s.end)
	}
	return s
}

// byteRange reads the range of signed bytes (ISO 32000-1, 12.8.1): all of the file up to an end, except the string
// of this very signature. Ranges of any other form leave room for bytes that are not signed.
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
