package generator

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"strings"
	"time"

	"software.sslmate.com/src/go-pkcs12"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/signature"
)

// Key is a private key with its certificate.
type Key struct{ signer cms.Signer }

// Errors of OpenKey.
var (
	ErrPassword = errors.New("пароль не подходит")
	ErrKey      = errors.New("ключ не читается")
)

// OpenKey opens a container of a key and its certificate, PKCS #12. It fails
// with ErrPassword, or with ErrKey for a container that it cannot use, such as
// one of a ГОСТ key.
func OpenKey(container []byte, password string) (Key, error) {
	key, certificate, chain, err := pkcs12.DecodeChain(container, password)
	if errors.Is(err, pkcs12.ErrIncorrectPassword) {
		return Key{}, ErrPassword
	}
	signer, ok := key.(crypto.Signer)
	if err != nil || !ok {
		return Key{}, ErrKey
	}
	return Key{cms.Signer{Key: signer, Certificate: certificate, Chain: chain}}, nil
}

// SignRequest says where a signature goes.
type SignRequest struct {
	Field string    // name of the signature field: "chair", "secretary"
	Time  time.Time // of signing
}

func (r SignRequest) options(owner signature.Owner) (o signature.Options, err error) {
	o = signature.Options{Field: r.Field, Time: r.Time, Owner: owner}
	o.Printer, err = printing.StampPrinter()
	return o, err
}

// Sign signs a PDF in one of its fields (PAdES, ETSI EN 319 142-1) and appends
// the signature with its visible mark to the file.
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

// Certificate reads a certificate: DER, PEM or base64.
func Certificate(data []byte) (*x509.Certificate, error) {
	if block, _ := pem.Decode(data); block != nil {
		data = block.Bytes
	} else if plain, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(string(data)), "")); err == nil {
		data = plain
	}
	certificate, err := x509.ParseCertificate(data)
	if err != nil {
		return nil, errNoCertificate
	}
	return certificate, nil
}

// Prepared is a PDF with a place for the signature of another program.
type Prepared struct {
	Data   []byte // of the file
	Signed []byte // what the other program is to sign
}

// Prepare leaves a place for a signature that another program makes. The
// certificate is shown in the visible mark.
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

// ErrNotPrepared is that a file has no place for the signature of another
// program.
var ErrNotPrepared = signature.ErrNotPrepared

// Insert puts a detached signature of another program, CMS in DER, PEM or
// base64, into the place that Prepare left. Unchecked says what could not be
// checked; it may be "".
func (g *Generator) Insert(file, sig []byte) (signed []byte, unchecked string, err error) {
	made, err := cms.Decode(sig)
	if err != nil {
		return nil, "", FileError{Err: err}
	}
	return signature.Insert(file, made)
}

// Stamp makes a copy of a PDF with a visible mark for each of its detached
// signatures, after checking each against the file. Days are those of the zone.
func (g *Generator) Stamp(file []byte, signatures []File, zone *time.Location) (stamped []byte, unchecked []string, err error) {
	var made [][]byte
	for _, s := range signatures {
		one, err := cms.Decode(s.Data)
		if err != nil {
			return nil, nil, FileError{Name: s.Name, Err: err}
		}
		made = append(made, one)
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

// SignedField is a signature in a PDF, or a field for one.
type SignedField struct {
	Field   string
	Free    bool   // nobody signed yet
	Verdict string // who signed, when, and what is known of the signature
	Valid   bool
}

// Signatures reports on the signatures of a PDF and on its free fields.
func (g *Generator) Signatures(file []byte) ([]SignedField, error) {
	report, err := signature.Read(file)
	if err != nil {
		return nil, err
	}
	var list []SignedField
	for _, s := range report.Signatures {
		list = append(list, SignedField{Field: s.Field, Verdict: s.String(), Valid: s.Valid()})
	}
	for _, name := range report.Free {
		list = append(list, SignedField{Field: name, Free: true})
	}
	return list, nil
}
