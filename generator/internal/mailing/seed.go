package mailing

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"runtime/debug"

	"protokol/generator/internal/printing"
	"protokol/templates"
)

// Seed returns a digest of everything that the letters share: the program, the
// templates, the style sheet, the meeting and its source. When it changes, a
// batch makes every letter again.
func (m *Mailing) Seed() (string, error) {
	h := sha256.New()
	build, _ := debug.ReadBuildInfo()
	for _, part := range []any{printing.Version, m.press.Profile, m.press.NoFields, m.press.Sheet, m.press.Custom,
		m.source.Meeting, m.source.Files,
		m.request.Kind, m.request.Fillable, m.request.Sheets, m.from} {
		data, err := json.Marshal(part)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(h, "%d %s\n", len(data), data)
	}
	if build != nil {
		for _, s := range build.Settings {
			fmt.Fprintf(h, "%s=%s\n", s.Key, s.Value)
		}
	}
	err := fs.WalkDir(templates.Files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(templates.Files, path)
		fmt.Fprintf(h, "%s %d %s\n", path, len(data), data)
		return err
	})
	return hex.EncodeToString(h.Sum(nil)), err
}
