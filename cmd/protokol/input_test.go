package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTooLarge: a file that is too large is refused, not cut.
func TestTooLarge(t *testing.T) {
	large := filepath.Join(t.TempDir(), "large")
	if err := os.WriteFile(large, make([]byte, maxInput+1), 0o666); err != nil {
		t.Fatal(err)
	}
	paper := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(paper, []byte("%PDF-1.7"), 0o666); err != nil {
		t.Fatal(err)
	}
	for want, args := range map[string][]string{
		large + ": файл больше 16 МБ":             {"sign", paper, "--field", "chair", "--p12", large},
		"стандартный ввод: файл больше 16 МБ":     {"check", "-"},
		"protokol: " + large + ": файл больше 16": {"check", large},
	} {
		var stderr bytes.Buffer
		code := run(append([]string{"protokol"}, args...), bytes.NewReader(make([]byte, maxInput+1)), &bytes.Buffer{},
			&stderr)
		if code != exitInput || !strings.Contains(stderr.String(), want) {
			t.Errorf("%v: exit code %d\n%s", args, code, stderr.String())
		}
	}
}
