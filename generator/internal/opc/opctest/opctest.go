// Package opctest reads packages such as DOCX in tests.
package opctest

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"testing"
)

// Part returns a part of a package.
func Part(t testing.TB, file []byte, name string) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	data, err := fs.ReadFile(archive, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
