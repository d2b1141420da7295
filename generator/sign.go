package generator

import (
	"bytes"
	"context"
	"crypto"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"software.sslmate.com/src/go-pkcs12"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/signature"
	"protokol/generator/internal/verify"
)

// Key is a private key with its certificate and the chain of that.
type Key struct{ signer cms.Signer }

// Errors returned by OpenKey.
var (
	ErrPassword = errors.New("пароль не подходит")
	ErrKey      = errors.New("ключ не читается")
)

// SeveralKeysError reports that a container has several keys, any of which could sign.
type SeveralKeysError struct {
	Owners []string // of their certificates
}

func (e SeveralKeysError) Error() string {
	return fmt.Sprintf("в файле несколько ключей (%s), и каким подписать, неизвестно; выгрузите нужный ключ в "+
		"отдельный файл .p12", Printable(strings.Join(e.Owners, "; ")))
}

// OpenKey reads a private key and its certificate from a PKCS #12 container. The
// error is ErrPassword, a SeveralKeysError, or ErrKey when the container is damaged or holds an
// unsupported key, such as a ГОСТ key.
func OpenKey(container []byte, password string) (Key, error) {
	if cms.IsCostly(container) {
		return Key{}, ErrKey
	}
	key, certificate, chain, err := pkcs12.DecodeChain(container, password)
	if errors.Is(err, pkcs12.ErrIncorrectPassword) {
		return Key{}, ErrPassword
	}
	signer, ok := key.(crypto.Signer)
	if err != nil || !ok {
		return Key{}, several(container, password)
	}
	all := append([]*x509.Certificate{certificate}, chain...) // some programs write the issuers first
	if own := slices.IndexFunc(all, func(c *x509.Certificate) bool { return cms.Belongs(signer, c) }); own > 0 {
		certificate = all[own]
		chain = slices.Delete(all, own, own+1)
	}
	return Key{cms.Signer{Key: signer, Certificate: certificate, Chain: chain}}, nil
}

// several returns a SeveralKeysError for a container with more than one key, and ErrKey for others.
func several(container []byte, password string) error {
	//lint:ignore SA1019 nothing else of the package reads several keys
	blocks, err := pkcs12.ToPEM(container, password)
	if err != nil {
		return ErrKey
	}
	keys := 0
	var owners []string
	for _, b := range blocks {
		if b.Type != "CERTIFICATE" {
			keys++
		} else if c, err := x509.ParseCertificate(b.Bytes); err == nil && !c.IsCA {
			owners = append(owners, signature.OwnerOf(c).Name)
		}
	}
	if keys < 2 {
		return ErrKey
	}
	return SeveralKeysError{owners}
}

// SignRequest says where a signature goes and when it is made.
type SignRequest struct {
	Field string    // name of the signature field, such as "chair" or "secretary"
	Time  time.Time // time of signing; errors and the mark give dates in its zone

	// CertificateFile is the name of the file with the certificate, which the FileError about
	// that has; it may be empty.
	CertificateFile string

	// Timestamp asks a server for a time stamp of the signature; nil adds none.
	// See TimestampServer.
	Timestamp func(request []byte) (response []byte, err error)
}

// validity checks that the certificate of the owner is valid at the time of signing.
func (r SignRequest) validity(owner signature.Owner) error {
	day := func(t time.Time) string { return t.In(r.Time.Location()).Format("02.01.2006") }
	switch {
	case r.Time.After(owner.Until):
		return fmt.Errorf("сертификат (%s) действовал до %s, и подпись была бы недействительна: нужен новый ключ",
			owner.Name, day(owner.Until))
	case r.Time.Before(owner.From):
		return fmt.Errorf("сертификат (%s) действует с %s, и подпись была бы недействительна: "+
			"проверьте, верна ли дата на компьютере", owner.Name, day(owner.From))
	}
	return nil
}

func (r SignRequest) options(owner signature.Owner) (o signature.Options, err error) {
	if r.Time.IsZero() {
		return o, errors.New("не указано время подписания")
	}
	if err := r.validity(owner); err != nil {
		if r.CertificateFile != "" {
			err = FileError{Name: r.CertificateFile, Err: err}
		}
		return o, err
	}
	o = signature.Options{Field: r.Field, Time: r.Time, Owner: owner, Timestamp: r.Timestamp}
	o.Printer, err = printing.StampPrinter()
	return o, err
}

// Sign signs a PDF (PAdES, ETSI EN 319 142-1) and returns it with the signature
// and its visible mark appended.
func (g *Generator) Sign(file []byte, key Key, r SignRequest) ([]byte, error) {
	if key.signer.Key == nil || key.signer.Certificate == nil {
		return nil, ErrKey
	}
	o, err := r.options(signature.OwnerOf(key.signer.Certificate))
	if err != nil {
		return nil, err
	}
	return signature.Sign(file, key.signer, o)
}

var errNoCertificate = errors.New("это не сертификат")

// ParseCertificate parses an X.509 certificate in DER, PEM or base64.
func ParseCertificate(data []byte) (*x509.Certificate, error) {
	if block, _ := pem.Decode(data); block != nil {
		data = block.Bytes
	} else if plain, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(string(data)),
		"")); err == nil {
		data = plain
	}
	certificate, err := x509.ParseCertificate(data)
	if err != nil {
		return nil, errNoCertificate
	}
	return certificate, nil
}

// Prepared is a PDF with space reserved for a signature.
type Prepared struct {
	Data   []byte // the PDF
	ToSign []byte // the bytes that the other program must sign
}

// Prepare reserves space in a PDF for a signature that another program makes
// with the key of the certificate. The visible mark shows the owner of the
// certificate.
func (g *Generator) Prepare(file []byte, certificate *x509.Certificate, r SignRequest) (*Prepared, error) {
	if certificate == nil {
		return nil, errNoCertificate
	}
	o, err := r.options(signature.OwnerOf(certificate))
	if err != nil {
		return nil, err
	}
	p, err := signature.Prepare(file, o)
	if err != nil {
		return nil, err
	}
	parts := p.Parts()
	return &Prepared{p.Data, bytes.Join(parts[:], nil)}, nil
}

// LackError reports what AddEvidence was not given and did not find.
type LackError = signature.LackError

// ErrNotPrepared is returned by Insert for a PDF without space reserved by
// Prepare.
var ErrNotPrepared = signature.ErrNotPrepared

// Insert puts a detached signature, CMS in DER, PEM or base64, into the space
// that Prepare reserved, after checking it against the file. Unchecked is a
// Russian sentence about what could not be checked, or "". The error is a
// FileError when sig cannot be parsed.
func (g *Generator) Insert(file, sig []byte) (signed []byte, unchecked string, err error) {
	made, err := cms.Decode(sig)
	if err == nil && len(made) > 1 {
		err = cms.ErrSeveral
	}
	if err != nil {
		return nil, "", FileError{Err: err}
	}
	return signature.Insert(file, made[0])
}

// Stamp returns a copy of a PDF with a visible mark for each of its detached
// signatures, after checking them against the file. Marks give dates in the time
// zone. Unchecked holds Russian sentences about what could not be checked. The
// error is a FileError when a signature cannot be parsed.
func (g *Generator) Stamp(file []byte, signatures []File, zone *time.Location) (
	stamped []byte, unchecked []string, err error,
) {
	var made [][]byte
	for _, s := range signatures {
		decoded, err := cms.Decode(s.Data)
		if err != nil {
			return nil, nil, FileError{Name: s.Name, Err: err}
		}
		made = append(made, decoded...)
	}
	printer, err := printing.StampPrinter()
	if err != nil {
		return nil, nil, err
	}
	copied, err := signature.Stamp(file, made, zone, printer)
	if err != nil {
		return nil, nil, err
	}
	return copied.Data, copied.Unchecked, nil
}

// SignatureReport is the result of checking the signatures of a PDF.
type SignatureReport struct {
	Fields   []SignatureField // signed ones in the order of signing, then free ones
	Problems []string         // signatures and marks that belong to no field, in Russian
	Remarks  []string         // what else to look at, in Russian
}

// SignatureField is a signature field of a PDF, signed or free.
type SignatureField struct {
	Field   string // name of the field
	Free    bool   // not signed yet; the following fields are empty
	Verdict string // in Russian: who signed, when, and the result of the check
	Valid   bool   // the signature was checked and the document not changed after it
	Awaited bool   // the file is prepared for a signature that is not in it yet

	// Details are the findings in Russian, one a line: about cryptography,
	// changes since, and trust.
	Details []string
}

// String returns the field and the verdict in one line, in Russian, and the
// details in indented lines.
func (f SignatureField) String() string {
	if f.Free {
		return f.Field + ": не подписано"
	}
	return strings.Join(append([]string{f.Field + ": " + f.Verdict}, f.Details...), "\n  ")
}

// Err returns why the signatures do not pass, or nil. Free fields pass.
func (r *SignatureReport) Err() error {
	if len(r.Problems) > 0 {
		return errors.New("подписи документа меняли: " + r.Problems[0])
	}
	for _, f := range r.Fields {
		switch {
		case f.Awaited:
			return fmt.Errorf("подписи в поле «%s» ещё нет: файл ждёт её", f.Field)
		case !f.Free && !f.Valid:
			return fmt.Errorf("подпись в поле «%s» недействительна или не проверена, или документ меняли после неё",
				f.Field)
		}
	}
	return nil
}

// Signatures checks the signatures of a PDF. The error is not nil when the file
// cannot be judged.
func (g *Generator) Signatures(ctx context.Context, file []byte) (*SignatureReport, error) {
	checked, err := within(ctx, g, func(ctx context.Context) (*signature.Report, error) {
		return verify.Signatures(ctx, g.engine, file, g.policy(ctx))
	})
	if err != nil {
		return nil, err
	}
	r := &SignatureReport{Problems: checked.Problems, Remarks: checked.Remarks}
	for _, s := range checked.Signatures {
		r.Fields = append(r.Fields, SignatureField{Field: s.Field, Verdict: s.String(), Valid: s.Valid(),
			Awaited: s.Awaited, Details: s.Details()})
	}
	for _, name := range checked.Free {
		r.Fields = append(r.Fields, SignatureField{Field: name, Free: true})
	}
	return r, nil
}

// SignedName returns the name of a PDF with a remark at its end, such as
// "(подписан)", in place of an earlier one.
func SignedName(name, remark string) string {
	base := strings.TrimSuffix(name, filepath.Ext(name))
	for _, other := range []string{"(подписан)", "(на подпись)", "(со штампом)"} {
		base = strings.TrimSuffix(base, " "+other)
	}
	return base + " " + remark + ".pdf"
}
