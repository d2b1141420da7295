package reader_test

import (
	"archive/zip"
	"bytes"
	"testing"
	"time"

	"protokol/generator/internal/reader"
)

// TestIsRepacked checks that a DOCX that another program saved is known by the
// times of its parts: Word writes the first day of 1980, others the day.
func TestIsRepacked(t *testing.T) {
	pack := func(times ...time.Time) []byte {
		var b bytes.Buffer
		archive := zip.NewWriter(&b)
		for i, modified := range times {
			header := &zip.FileHeader{Name: string(rune('a' + i)), Modified: modified}
			if _, err := archive.CreateHeader(header); err != nil {
				t.Fatal(err)
			}
		}
		if err := archive.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	day := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	for name, test := range map[string]struct {
		file []byte
		want bool
	}{
		"ours":         {pack(time.Time{}, time.Time{}), false},
		"Word's":       {pack(day, day), true},
		"one new part": {pack(time.Time{}, time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)), true},
		"no archive":   {[]byte("письмо"), true},
	} {
		if got := reader.IsRepacked(test.file); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
