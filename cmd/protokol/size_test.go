package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// maxLines limits the code of the command line: whatever other programs may
// need, too, belongs in package generator; commands and flags are declared in
// help/commands.txt.
const maxLines = 2000

func TestThin(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines += bytes.Count(src, []byte("\n"))
	}
	if lines > maxLines {
		t.Errorf("%d lines, more than %d", lines, maxLines)
	}
}
