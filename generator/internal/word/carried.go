package word

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"protokol/generator/internal/picture"
)

// traces are metadata that people who worked on a template left in it.
var traces = []struct{ mark, name string }{
	{"<w:commentReference", "примечания"},
	{"<w:del ", "непринятые исправления"},
	{"<w:ins ", "непринятые исправления"},
	{"<w:vanish/>", "скрытый текст"},
}

// mentions reports whether a part with text has some markup.
func (p *archived) mentions(mark string) bool {
	return slices.ContainsFunc(p.texts(), func(one *part) bool { return bytes.Contains(one.data, []byte(mark)) })
}

// isReviewed reports whether a text has comments or corrections, which name people.
func (p *archived) isReviewed() bool {
	return p.mentions("<w:commentReference") || p.mentions(":author=")
}

// Carried names, in Russian, the unprinted content that every DOCX inherits from the template.
func (t *Template) Carried() (names []string) {
	for _, kept := range traces {
		if !slices.Contains(names, kept.name) && t.pack.mentions(kept.mark) {
			names = append(names, kept.name)
		}
	}
	if !t.precedes(authorRules) && t.pack.keepsAuthorship() {
		names = append(names, "свойства файла, которые печатает бланк")
	}
	return names
}

// isThumbnail reports whether a part shows the first page of the template, or of the paper
// that it was made from (ECMA-376-2, 11.2).
func isThumbnail(name string) bool {
	return strings.HasPrefix(strings.ToLower(name), "docprops/thumbnail.")
}

// withoutMetadata returns a picture of the template without metadata about its author, place and camera, or nil if
// there is nothing to remove.
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
