package printing

import (
	"fmt"
	"slices"

	"protokol/generator/document"
	"protokol/generator/internal/input"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/picture"
)

// picturesOf returns the pictures of a meeting by path.
func picturesOf(m *meeting.Meeting) map[string]*picture.Picture {
	var found map[string]*picture.Picture
	m.EachPicture(func(_ string, p *meeting.Picture) {
		if found == nil {
			found = map[string]*picture.Picture{}
		}
		found[p.File] = p.Prepared
	})
	return found
}

// sized returns the document with a height for every figure, from the
// proportions of its picture. Figures are always top-level blocks.
func sized(doc *document.Document, pictures map[string]*picture.Picture) (*document.Document, error) {
	copied := false
	for i, block := range doc.Blocks {
		f, ok := block.(document.Figure)
		if !ok {
			continue
		}
		p := pictures[f.Path]
		if p == nil {
			return nil, fmt.Errorf("нет рисунка %s", f.Path)
		}
		if f.Height > 0 {
			continue
		}
		if !copied {
			copied = true
			own := *doc
			own.Blocks = slices.Clone(doc.Blocks)
			doc = &own
		}
		f.Height = f.Width * float64(p.Height) / float64(p.Width)
		doc.Blocks[i] = f
	}
	return doc, nil
}

// Reading returns the input options for this press: every character must be in a
// font, every picture must fit between the margins.
func (p *Press) Reading(open func(path string) ([]byte, error)) input.Options {
	return input.Options{Open: open, Covers: p.Covers, Prepare: p.pictures.Read,
		TextWidth: p.Sheet.Page.TextWidth(), TextHeight: p.Sheet.Page.TextHeight()}
}
