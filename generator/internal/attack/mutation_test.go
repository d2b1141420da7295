package attack_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
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
// on the signatures says so or PDFium and poppler show the same pages as before.
func TestMutationsOfSigned(t *testing.T) {
	count := 1500
	if effort.Full() {
		count = 20_000
	}
	g := newGenerator(t)
	random := rand.New(rand.NewPCG(1, 2))
	signer := by(cmstest.ECDSA(t, "Чуранов", "Валерий Сергеевич"))
	v := newViewer(t)
	for _, certify := range []int{0, 2} {
		plain := paper(t, g, "2017-11-20", generator.Request{Kind: "extract", Items: []int{2}}, "pdf")
		signed, err := signer.Sign(plain, attack.Options{Certify: certify, Mark: true})
		if err != nil {
			t.Fatal(err)
		}
		before, passed := v.pages(t, signed), 0
		for i := range count / 2 {
			altered, err := attack.Mutate(signed, random)
			if err != nil {
				t.Fatal(err)
			}
			if said, pass := judged(g, altered); pass {
				passed++
				if !bytes.Equal(before, v.pages(t, altered)) {
					t.Errorf("mutation %d of P=%d shows something else: %s", i, certify, said)
					keep(t, fmt.Sprintf("signed-%d-%d.pdf", certify, i), altered)
				}
			}
		}
		if passed == 0 {
			t.Error("no mutation passed, so nothing was compared")
		}
		t.Logf("P=%d: %d of %d mutations pass", certify, passed, count/2)
	}
}

// keep writes a file for a person to look at.
func keep(t *testing.T, name string, data []byte) {
	if folder := os.Getenv("PROTOKOL_KEEP"); folder != "" {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o666); err != nil {
			t.Error(err)
		}
	}
}

// viewer renders files with PDFium and, where it is installed, poppler.
type viewer struct {
	engine  *reader.Engine
	folder  string
	poppler string
}

func newViewer(t *testing.T) *viewer {
	t.Helper()
	started, err := reader.Start(t.Context(), engine.Cache())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { started.Close() })
	return &viewer{engine: started, folder: t.TempDir()}
}

// pages returns the pixels of all pages; nothing of a file that cannot be opened.
func (v *viewer) pages(t *testing.T, file []byte) (pixels []byte) {
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

var _ = outside.Program
