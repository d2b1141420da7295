package attack_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"protokol/generator"
	"protokol/generator/internal/attack"
	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/engine"
	"protokol/generator/internal/outside"
	"protokol/generator/internal/reader"
)

// TestMutationsOfSigned: whatever is changed in a signed paper, either the report
// on the signatures says so or PDFium shows the same pages as before.
func TestMutationsOfSigned(t *testing.T) {
	v := newViewer(t)
	count := 12
	switch {
	case effort.Full():
		count = 10_000
	case effort.Gate():
		count = 25
	}
	for seed, certify := range []int{0, 2} {
		mutateSigned(t, v.pages, uint64(seed), certify, count)
	}
}

// TestMutationsInPoppler is the same for another reader.
func TestMutationsInPoppler(t *testing.T) {
	program := outside.Program(t, "pdftoppm")
	count := 60
	if effort.Full() {
		count = 10_000
	}
	pages := func(t *testing.T, file []byte) []byte { return popplerPages(t, program, file) }
	for seed, certify := range []int{0, 2} {
		mutateSigned(t, pages, uint64(seed), certify, count)
	}
}

func mutateSigned(t *testing.T, pages func(*testing.T, []byte) []byte, seed uint64, certify, count int) {
	g := newGenerator(t)
	random := rand.New(rand.NewPCG(seed, 2))
	plain := paper(t, g, "2017-11-20", generator.Request{Kind: "extract", Items: []int{2}}, "pdf")
	plain, err := attack.Edit(plain, attack.Targets)
	if err != nil {
		t.Fatal(err)
	}
	signer := by(cmstest.ECDSA(t, "Чуранов", "Валерий Сергеевич"))
	signed, err := signer.Sign(plain, attack.Options{Certify: certify, Mark: true})
	if err != nil {
		t.Fatal(err)
	}
	before, passed := pages(t, signed), 0
	for i := range count {
		altered, err := attack.Mutate(signed, random)
		if err != nil {
			t.Fatal(err)
		}
		said, pass := judged(g, altered)
		if !pass {
			continue
		}
		passed++
		if filled := strings.Contains(said, "только разрешённое") && strings.Contains(said, "поле «sum»"); filled {
			continue // is seen and said
		}
		if after := pages(t, altered); !bytes.Equal(before, after) {
			t.Errorf("mutation %d of P=%d shows something else: %s", i, certify, said)
			keep(t, fmt.Sprintf("signed-%d-%d.pdf", certify, i), altered)
		}
	}
	if passed == 0 {
		t.Errorf("none of %d mutations passed, so nothing was compared", count)
	}
	t.Logf("P=%d: %d of %d mutations pass", certify, passed, count)
}

// TestMutationsOfUnsigned: whatever is changed in a paper, either verify says so or
// poppler shows the same pages as before.
func TestMutationsOfUnsigned(t *testing.T) {
	program := outside.Program(t, "pdftoppm")
	count := 6
	if effort.Full() {
		count = 500
	}
	g := verifier(t)
	random := rand.New(rand.NewPCG(3, 4))
	plain := paper(t, g, "2026-03-12", generator.Request{Kind: "consent", Fillable: true}, "pdf")
	before := popplerPages(t, program, plain)
	passed := 0
	for i := range count {
		altered, err := attack.Mutate(plain, random)
		if err != nil {
			t.Fatal(err)
		}
		said, pass := verified(t, g, altered)
		if !pass {
			continue
		}
		passed++
		if after := popplerPages(t, program, altered); !bytes.Equal(before, after) {
			t.Errorf("mutation %d shows something else: %s", i, said)
			keep(t, fmt.Sprintf("plain-%d.pdf", i), altered)
		}
	}
	t.Logf("%d of %d mutations pass", passed, count)
}

// keep writes a file for a person to look at.
func keep(t *testing.T, name string, data []byte) {
	if folder := os.Getenv("PROTOKOL_KEEP"); folder != "" {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o666); err != nil {
			t.Error(err)
		}
	}
}

// viewer renders files with PDFium.
type viewer struct{ engine *reader.Engine }

func newViewer(t *testing.T) viewer {
	t.Helper()
	started, err := reader.StartCached(t.Context(), engine.Folder())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { started.Close() })
	return viewer{started}
}

// pages returns the pixels of all pages; nothing of a file that cannot be opened.
func (v viewer) pages(t *testing.T, file []byte) (pixels []byte) {
	t.Helper()
	p, err := v.engine.Open(file)
	if err != nil {
		return nil
	}
	defer p.Close()
	for page := range p.Pages() {
		picture, err := p.Picture(page, 30, reader.Screen)
		if err != nil {
			return pixels
		}
		pixels = append(pixels, picture.Pix...)
	}
	return pixels
}

// popplerPages is the same for poppler.
func popplerPages(t *testing.T, pdftoppm string, file []byte) []byte {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), pdftoppm, "-q", "-r", "30", "-gray", "-")
	cmd.Stdin = bytes.NewReader(file)
	pixels, err := cmd.Output()
	if err != nil && len(pixels) == 0 {
		return nil
	}
	return pixels
}
