package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestVerifyDamaged: a damaged or truncated paper matches, differs or cannot be
// read; the message is in Russian.
func TestVerifyDamaged(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "p.pdf")
	whole := onePage(t, dir)
	random := rand.New(rand.NewPCG(3, 4))
	counts := map[int]int{}
	step := 6
	if isFull {
		step = 1
	}
	for i := 0; i < 24; i += step {
		spoilt := bytes.Clone(whole)
		if i < 12 {
			spoilt = spoilt[:len(spoilt)*(88+i)/100]
		} else {
			for range 1 + random.IntN(5) {
				spoilt[random.IntN(len(spoilt))] ^= byte(1 + random.IntN(255))
			}
		}
		if err := os.WriteFile(name, spoilt, 0o666); err != nil {
			t.Fatal(err)
		}
		var stdout, stderr bytes.Buffer
		code := run([]string{"protokol", "verify", name}, nil, &stdout, &stderr)
		counts[code]++
		if code != 0 && code != 1 || code == 1 && !strings.ContainsAny(stderr.String(), "аеиоуыя") {
			t.Errorf("exit code %d\n%s", code, stderr.String())
		}
		agrees := strings.Contains(stdout.String(), ": совпадает")
		if (code == 0) != agrees {
			t.Errorf("exit code %d\n%s", code, stdout.String())
		}
	}
	t.Logf("exit codes: %v", counts)
	if all := counts[0] + counts[1]; counts[1] < all/2 {
		t.Errorf("only %d of %d were noticed", counts[1], all)
	}
}

// TestVerifyUnreadSignatures: bytes around a paper that keep strict readers from
// its signatures make it fail, although its pages match.
func TestVerifyUnreadSignatures(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "p.pdf")
	whole := onePage(t, dir)
	for _, file := range [][]byte{append(bytes.Clone(whole), make([]byte, 2000)...), append([]byte("\n"), whole...)} {
		if err := os.WriteFile(name, file, 0o666); err != nil {
			t.Fatal(err)
		}
		var stdout, stderr bytes.Buffer
		code := run([]string{"protokol", "verify", name}, nil, &stdout, &stderr)
		if code != 1 || strings.Contains(stdout.String(), "совпада") ||
			!strings.Contains(stderr.String(), "подписи проверить нельзя") {
			t.Errorf("exit code %d\n%s%s", code, stdout.String(), stderr.String())
		}
	}
}
