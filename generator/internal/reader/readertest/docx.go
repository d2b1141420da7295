package readertest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
)

// ReplaceMarkup replaces the first occurrence of old in a part of a DOCX.
func ReplaceMarkup(file []byte, part, old, new string) ([]byte, error) {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	found := false
	for _, f := range archive.File {
		data, err := readFile(f)
		if err != nil {
			return nil, err
		}
		if f.Name == part && bytes.Contains(data, []byte(old)) {
			found = true
			data = []byte(strings.Replace(string(data), old, new, 1))
		}
		copied, err := w.Create(f.Name)
		if err != nil {
			return nil, err
		}
		if _, err := copied.Write(data); err != nil {
			return nil, err
		}
	}
	if !found {
		return nil, fmt.Errorf("%s does not hold %q", part, old)
	}
	err = w.Close()
	return out.Bytes(), err
}

func readFile(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}
