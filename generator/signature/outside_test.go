package signature

import (
	"encoding/pem"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"protokol/generator/cms/cmstest"
	"protokol/generator/internal/outside"
)

// TestPoppler: pdfsig finds both signatures valid and the document whole.
func TestPoppler(t *testing.T) {
	pdfsig := outside.Program(t, "pdfsig")
	_, second := both(t)
	out := outside.Run(t, pdfsig, "-nocert", saved(t, t.TempDir(), "a.pdf", second))
	if strings.Count(out, "Signature Validation: Signature is Valid.") != 2 || strings.Count(out, "ETSI.CAdES.detached") != 2 ||
		!strings.Contains(out, "Total document signed") {
		t.Error(out)
	}
}

// TestPyHanko: the reference of PAdES in Python finds both signatures intact
// and valid, knows their certificates, and sees no change between them but a
// signature.
func TestPyHanko(t *testing.T) {
	pyhanko := outside.Program(t, "pyhanko")
	chair, secretary := people(t)
	second := signed(t, signed(t, paper(t), chair, "chair"), secretary, "secretary")
	dir := t.TempDir()
	args := []string{"sign", "validate", "--no-revocation-check", "--pretty-print", "--validation-time", "2026-03-13T12:00:00+00:00"}
	for _, file := range trust(t, dir, chair, secretary) {
		args = append(args, "--trust", file)
	}
	out := outside.Run(t, pyhanko, append(args, saved(t, dir, "a.pdf", second))...)
	if strings.Count(out, "The signature is judged VALID.") != 2 {
		t.Error(out)
	}
}

// TestStillConforms: a signed file is sound PDF and what it was before:
// PDF/A-3a and PDF/UA-1.
func TestStillConforms(t *testing.T) {
	verapdf, qpdf := outside.Program(t, "verapdf"), outside.Program(t, "qpdf")
	_, second := both(t)
	name := saved(t, t.TempDir(), "a.pdf", second)
	for _, flavour := range []string{"3a", "ua1"} {
		if out := outside.Run(t, verapdf, "-f", flavour, "--format", "text", "-v", name); !strings.HasPrefix(strings.TrimSpace(out), "PASS") {
			t.Errorf("%s: %s", flavour, out)
		}
	}
	if out := outside.Run(t, qpdf, "--check", name); strings.Contains(strings.ToLower(out), "warning") {
		t.Error(out)
	}
}

// trust writes the certificates of the authorities for programs that ask.
func trust(t *testing.T, dir string, people ...cmstest.Person) (files []string) {
	t.Helper()
	for i, p := range people {
		name := filepath.Join(dir, fmt.Sprintf("ca%d.pem", i))
		if err := os.WriteFile(name, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: p.Authority.Raw}), 0o666); err != nil {
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
