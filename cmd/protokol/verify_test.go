package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestVerifySpoilt: a paper that is cut or spoilt anywhere agrees with its
// source, or not, or cannot be read; the user is told in Russian.
func TestVerifySpoilt(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", cacheDir(t))
	dir := t.TempDir()
	name := filepath.Join(dir, "p.pdf")
	whole := onePage(t, dir)
	random := rand.New(rand.NewPCG(3, 4))
	counts := map[int]int{}
	for i := range 24 {
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
		agrees := strings.Contains(stdout.String(), ": совпадает") &&
			!strings.Contains(stdout.String(), "подписи не читаются")
		if (code == 0) != agrees {
			t.Errorf("exit code %d\n%s", code, stdout.String())
		}
	}
	t.Logf("exit codes: %v", counts)
	if counts[1] < 12 {
		t.Errorf("only %d of 24 were noticed", counts[1])
	}
}

// TestVerifyUnreadSignatures: what lies around a paper keeps strict readers
// from its signatures, and then it is not passed though its pages agree.
func TestVerifyUnreadSignatures(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", cacheDir(t))
	dir := t.TempDir()
	name := filepath.Join(dir, "p.pdf")
	whole := onePage(t, dir)
	for _, file := range [][]byte{append(bytes.Clone(whole), make([]byte, 2000)...), append([]byte("\n"), whole...)} {
		if err := os.WriteFile(name, file, 0o666); err != nil {
			t.Fatal(err)
		}
		var stdout, stderr bytes.Buffer
		code := run([]string{"protokol", "verify", name}, nil, &stdout, &stderr)
		if code != 1 || !strings.Contains(stdout.String(), ": совпадает") ||
			!strings.Contains(stderr.String(), "подписи проверить нельзя") {
			t.Errorf("exit code %d\n%s%s", code, stdout.String(), stderr.String())
		}
	}
}
