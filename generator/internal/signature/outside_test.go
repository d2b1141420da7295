package signature

import (
	"bytes"
	"crypto/elliptic"
	"encoding/pem"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"software.sslmate.com/src/go-pkcs12"

	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/outside"
	"protokol/generator/internal/pki"
)

// TestPoppler: pdfsig finds both signatures valid and the whole document signed.
func TestPoppler(t *testing.T) {
	pdfsig := outside.Program(t, "pdfsig")
	_, second := both(t)
	out := outside.Run(t, pdfsig, "-nocert", saved(t, t.TempDir(), "a.pdf", second))
	if strings.Count(out, "Signature Validation: Signature is Valid.") != 2 ||
		strings.Count(out, "ETSI.CAdES.detached") != 2 ||
		!strings.Contains(out, "Total document signed") {
		t.Error(out)
	}
}

// TestPyHanko: the reference implementation of PAdES in Python finds both
// signatures intact, valid and trusted, and no change between them but a signature.
func TestPyHanko(t *testing.T) {
	pyhanko := outside.Program(t, "pyhanko")
	chair, secretary := people(t)
	second := signed(t, signed(t, paper(t), chair, "chair"), secretary, "secretary")
	dir := t.TempDir()
	args := []string{"sign", "validate", "--no-revocation-check", "--pretty-print", "--validation-time",
		"2026-03-13T12:00:00+00:00"}
	for _, file := range trust(t, dir, chair, secretary) {
		args = append(args, "--trust", file)
	}
	out := outside.Run(t, pyhanko, append(args, saved(t, dir, "a.pdf", second))...)
	if strings.Count(out, "The signature is judged VALID.") != 2 {
		t.Error(out)
	}
}

// TestPyHankoLong: pyHanko trusts a signature with a time stamp and validation
// data, and a second one after it.
func TestPyHankoLong(t *testing.T) {
	pyhanko := outside.Program(t, "pyhanko")
	a := cmstest.NewAuthority(t, "Центр")
	server := cmstest.NewServer(t, a, signedAt)
	file := paper(t)
	for _, field := range []string{"chair", "secretary"} {
		p := a.Issue(t, curve(t, elliptic.P256()), "Чуранов", nil)
		o := options(t, p, field)
		o.Time, o.Timestamp = signedAt, server.Answer
		made, err := Sign(file, signer(p), o)
		if err == nil {
			file, err = Store(made, pki.Pool{CRLs: evidence{}.lists([][]byte{a.CRL(t, signedAt.Add(time.Hour))})})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	root := trust(t, dir, cmstest.Identity{Issuer: a.Certificate})[0]
	out := outside.Run(t, pyhanko, "sign", "validate", "--no-revocation-check", "--trust", root, "--trust-replace",
		"--validation-time", "2026-03-13T12:00:00+00:00", saved(t, dir, "a.pdf", file))
	if strings.Count(out, "INTACT:TRUSTED,TIMESTAMP_TOKEN<INTACT:TRUSTED>") != 2 || strings.Contains(out, "ILLEGAL") {
		t.Error(out)
	}
}

// TestStillConforms: a signed file is valid PDF, PDF/A-3a and PDF/UA-1.
func TestStillConforms(t *testing.T) {
	qpdf := outside.Program(t, "qpdf")
	_, second := both(t)
	name := saved(t, t.TempDir(), "a.pdf", second)
	outside.VeraPDF(t, []string{"3a", "ua1"}, name)
	if out := outside.Run(t, qpdf, "--check", name); strings.Contains(strings.ToLower(out), "warning") {
		t.Error(out)
	}
}

// TestForeignFiles: files that another program signed, packed or linearized can be
// signed, and all signatures are valid.
func TestForeignFiles(t *testing.T) {
	pyhanko, pdfsig, qpdf := outside.Program(t, "pyhanko"), outside.Program(t, "pdfsig"), outside.Program(t, "qpdf")
	chair, secretary := people(t)
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	saved(t, dir, "own.pdf", paper(t))
	container, err := pkcs12.Modern.Encode(chair.Key, chair.Certificate, nil, "x")
	if err != nil {
		t.Fatal(err)
	}
	saved(t, dir, "key.p12", container)
	saved(t, dir, "password", []byte("x"))
	outside.Run(t, pyhanko, "sign", "addsig", "--field", "chair", "pkcs12", "--passfile", in("password"),
		in("own.pdf"), in("signed.pdf"), in("key.p12"))
	outside.Run(t, qpdf, "--object-streams=generate", in("own.pdf"), in("packed.pdf"))
	outside.Run(t, qpdf, "--linearize", in("own.pdf"), in("linear.pdf"))
	for name, count := range map[string]int{"signed": 2, "packed": 1, "linear": 1} {
		file, err := os.ReadFile(in(name + ".pdf"))
		if err != nil {
			t.Fatal(err)
		}
		ours := signed(t, file, secretary, "secretary")
		for _, s := range report(t, ours).Signatures {
			if s.Problems != nil && s.Problems[0] != "во время подписания сертификат не действовал" ||
				s.Changes != nil || !s.Verified {
				t.Errorf("%s: %s", name, s)
			}
		}
		out := outside.Run(t, pdfsig, "-nocert", saved(t, dir, "ours.pdf", ours))
		if strings.Count(out, "Signature is Valid") != count {
			t.Errorf("%s: %s", name, out)
		}
		outside.Run(t, qpdf, "--check", in("ours.pdf"))
	}
}

// TestGOST: a signature made by another program with a Russian key is inserted and
// is valid. Poppler finds it.
func TestGOST(t *testing.T) {
	openssl, pdfsig := outside.Program(t, "openssl"), outside.Program(t, "pdfsig")
	outside.Engine(t, openssl, "gost")
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	outside.Run(t, openssl, "req", "-engine", "gost", "-x509", "-newkey", "gost2012_256", "-pkeyopt", "paramset:A",
		"-nodes",
		"-keyout", in("key.pem"), "-out", in("crt.pem"), "-days", "30", "-utf8", "-subj",
		"/CN=ГБПОУ/SN=Чуранов/GN=Валерий Сергеевич")
	certificate := cmstest.ReadCertificate(t, in("crt.pem"))
	o := options(t, cmstest.Identity{Certificate: certificate}, "chair")
	o.Time = certificate.NotBefore.Add(time.Hour)
	prepared, err := Prepare(paper(t), o)
	if err != nil {
		t.Fatal(err)
	}
	parts := prepared.Parts()
	saved(t, dir, "text", bytes.Join(parts[:], nil))
	outside.Run(t, openssl, "cms", "-engine", "gost", "-sign", "-cades", "-binary", "-outform", "DER", "-in",
		in("text"), "-out", in("sig"),
		"-signer", in("crt.pem"), "-inkey", in("key.pem"))
	made, err := os.ReadFile(in("sig"))
	if err != nil {
		t.Fatal(err)
	}
	signed, unchecked, err := Insert(prepared.Data, made)
	if err != nil || unchecked != "" {
		t.Fatalf("%q, %v", unchecked, err)
	}
	s := report(t, signed).Signatures[0]
	if !s.Valid() || s.Owner.Name != "Чуранов Валерий Сергеевич" {
		t.Errorf("%+v", s)
	}
	if out, _ := exec.Command(pdfsig, "-nocert", saved(t, dir, "a.pdf",
		signed)).CombinedOutput(); !strings.Contains(string(out), "Total document signed") {
		t.Errorf("%s", out)
	}
}

// trust writes the certificates of the authorities for programs that ask.
func trust(t *testing.T, dir string, people ...cmstest.Identity) (files []string) {
	t.Helper()
	for i, p := range people {
		name := filepath.Join(dir, fmt.Sprintf("ca%d.pem", i))
		certificate := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: p.Issuer.Raw})
		if err := os.WriteFile(name, certificate, 0o666); err != nil {
			t.Fatal(err)
		}
		files = append(files, name)
	}
	return files
}

func saved(t *testing.T, dir, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}
