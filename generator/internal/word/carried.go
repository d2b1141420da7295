package word

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"protokol/generator/internal/picture"
)

// Carried names in Russian what every DOCX has from the template beside what is printed.
func (t *Template) Carried() (names []string) {
	for _, kept := range []struct {
		mark, name string
	}{
		{"<w:commentReference", "примечания"},
		{"<w:del ", "непринятые исправления"},
		{"<w:ins ", "непринятые исправления"},
		{"<w:vanish/>", "скрытый текст"},
	} {
		if !slices.Contains(names, kept.name) && slices.ContainsFunc(t.pack.texts(), func(p *part) bool {
			return bytes.Contains(p.data, []byte(kept.mark))
		}) {
			names = append(names, kept.name)
		}
	}
	return names
}

// isThumbnail reports whether a part shows the first page of the template, or of the paper
// that it was made from (ECMA-376-2, 11.2).
func isThumbnail(name string) bool {
	return strings.HasPrefix(strings.ToLower(name), "docprops/thumbnail.")
}

// withoutMetadata returns a picture of the template without what says who took it, where
// and with what, or nil if there is nothing to remove.
func (p *part) withoutMetadata() []byte {
	switch strings.ToLower(path.Ext(p.name)) {
	case ".jpg", ".jpeg", ".png":
	default:
		return nil
	}
	if p.read(maxBytes) != nil {
		return nil
	}
	data := p.data
	p.data = nil
	if clean := picture.WithoutMetadata(data); len(clean) != len(data) {
		return clean
	}
	return nil
}
