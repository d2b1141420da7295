package verify_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/compare"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/engine"
	"protokol/generator/internal/input"
	"protokol/generator/internal/outside"
	"protokol/generator/internal/papertest"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/signature"
)

// paper prints an example.
func paper(t *testing.T, format string) []byte {
	t.Helper()
	press := papertest.Press(t)
	name := "../../../examples/2017-11-20/meeting.toml"
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	file, problems := input.Read(name, src, input.Options{Open: os.ReadFile, Covers: press.Covers})
	if problems.Failed() {
		t.Fatal(problems)
	}
	p, err := press.Paper(t.Context(), compose.Request{Kind: "protocol"}, file.Meeting, printing.Origin{})
	if err != nil {
		t.Fatal(err)
	}
	return papertest.File(t, press, p, format)
}

// compared opens two papers, compares their pages and reads the signatures of
// the first.
func compared(t *testing.T, first, second []byte) (compare.Report, []signature.Signature) {
	t.Helper()
	started, err := reader.StartCached(t.Context(), engine.Folder())
	if err != nil {
		t.Fatal(err)
	}
	defer started.Close()
	a, err := started.Open(first)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	b, err := started.Open(second)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	report, err := compare.Pages(a, b, compare.Known{})
	if err != nil {
		t.Fatal(err)
	}
	signatures, err := signature.Read(first, signature.Policy{})
	if err != nil {
		t.Fatal(err)
	}
	return report, signatures.Signatures
}

func save(t *testing.T, name string, data []byte) string {
	t.Helper()
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return name
}

func load(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestSignedByPyHanko signs a paper twice with pyHanko, first invisibly, then
// with a visible mark.
func TestSignedByPyHanko(t *testing.T) {
	pyhanko := outside.Program(t, "pyhanko")
	dir, original := t.TempDir(), paper(t, "pdf")
	file := func(name string) string { return filepath.Join(dir, name) }
	certificate, key := signer(t, "Иванова Мария Петровна")
	sign := func(in, out string, field ...string) {
		args := append([]string{"sign", "addsig"}, field...)
		outside.Run(t, pyhanko, append(args, "pemder", "--key", save(t, file("key.pem"), key),
			"--cert", save(t, file("cert.pem"), certificate), "--no-pass", in, out)...)
	}
	sign(save(t, file("paper.pdf"), original), file("once.pdf"), "--field", "A", "--reason", "Утверждаю")
	sign(file("once.pdf"), file("twice.pdf"), "--field", "1/300,15,500,45/B")
	report, signatures := compared(t, load(t, file("twice.pdf")), original)
	if len(report.Differences) != 0 || len(report.Remarks) != 1 {
		t.Errorf("%+v", report)
	}
	if len(signatures) != 2 {
		t.Fatalf("%+v", signatures)
	}
	first, second := signatures[0], signatures[1]
	if first.Owner.Name != "Иванова Мария Петровна" || first.Reason != "Утверждаю" || first.Time.IsZero() ||
		!first.Verified ||
		!second.Valid() {
		t.Errorf("%+v\n%+v", first, second)
	}
}

// signer returns a new key and its certificate, in PEM.
func signer(t *testing.T, name string) (certificate, key []byte) {
	t.Helper()
	pair, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	from := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	about := &x509.Certificate{
		SerialNumber: big.NewInt(1),
		Subject:      pkix.Name{CommonName: name},
		NotBefore:    from,
		NotAfter:     from.AddDate(100, 0, 0),
		KeyUsage:     x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment,
	}
	der, err := x509.CreateCertificate(rand.Reader, about, about, &pair.PublicKey, pair)
	if err != nil {
		t.Fatal(err)
	}
	private, err := x509.MarshalPKCS8PrivateKey(pair)
	if err != nil {
		t.Fatal(err)
	}
	return pem.EncodeToMemory(
			&pem.Block{Type: "CERTIFICATE", Bytes: der},
		), pem.EncodeToMemory(
			&pem.Block{Type: "PRIVATE KEY", Bytes: private},
		)
}

// TestRewrittenByQPDF checks that a rewritten file has the same pages, until
// two letters are swapped.
func TestRewrittenByQPDF(t *testing.T) {
	qpdf, fix := outside.Program(t, "qpdf"), outside.Program(t, "fix-qdf")
	dir, original := t.TempDir(), paper(t, "pdf")
	in, out := save(t, filepath.Join(dir, "in.pdf"), original), filepath.Join(dir, "out.pdf")
	for _, how := range []string{"--linearize", "--qdf"} {
		outside.Run(t, qpdf, how, in, out)
		if report, _ := compared(t, load(t, out), original); len(report.Differences)+len(report.Remarks) != 0 {
			t.Errorf("%s: %+v", how, report)
		}
	}
	word := regexp.MustCompile(`\[<([0-9A-F]{4})([0-9A-F]{4})`)
	edited := load(t, out)
	at := word.FindSubmatchIndex(edited)
	if at == nil {
		t.Fatal("no text in the content")
	}
	edited = bytes.Join([][]byte{edited[:at[2]], edited[at[4]:at[5]], edited[at[2]:at[3]], edited[at[5]:]}, nil)
	fixed := outside.Run(t, fix, save(t, out, edited))
	report, _ := compared(t, []byte(fixed), original)
	if len(report.Differences) != 1 ||
		!strings.Contains(report.Differences[0].String(), "стоит «РПОТОКОЛ», а по исходному файлу «ПРОТОКОЛ»") {
		t.Errorf("%+v", report)
	}
}

// TestSavedByLibreOffice checks that a DOCX has the same words after another
// program saved it.
func TestSavedByLibreOffice(t *testing.T) {
	office := outside.Program(t, "soffice")
	dir, issued := t.TempDir(), paper(t, "docx")
	outside.Run(t, office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
		"--convert-to", "docx:MS Word 2007 XML", "--outdir", filepath.Join(dir, "saved"),
		save(t, filepath.Join(dir, "a.docx"), issued))
	ours, err := reader.ReadWords(t.Context(), issued)
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := reader.ReadWords(t.Context(), load(t, filepath.Join(dir, "saved", "a.docx")))
	if err != nil {
		t.Fatal(err)
	}
	if r := compare.Words(theirs, ours, false); len(ours.Body) < 30 || len(r.Differences)+len(r.Remarks) > 0 {
		t.Errorf("%d paragraphs, %v", len(ours.Body), r)
	}
}
