package printing

import (
	"context"

	"protokol/generator/internal/svg"
)

// Draw draws the pages of a paper as SVG. If pictureURL is nil, the pictures are
// inside.
func (p *Press) Draw(ctx context.Context, paper *Paper, pictureURL func(path string) string) ([][]byte, error) {
	return svg.Pages(ctx, paper.Layout, p.family, svg.Options{Pictures: paper.pictures, PictureURL: pictureURL})
}

// Picture is a picture of a paper, ready to be shown.
type Picture struct {
	Type string // media type
	Data []byte
}

// Pictures returns the pictures on the pages of a paper by path.
func (p *Paper) Pictures() map[string]Picture {
	shown := map[string]Picture{}
	if p.Layout == nil {
		return shown
	}
	for i := range p.Layout.Pages {
		for _, drawn := range p.Layout.Pages[i].Pictures {
			if found, ok := p.pictures[drawn.Path]; ok {
				shown[drawn.Path] = Picture{Type: "image/" + string(found.Format), Data: found.File}
			}
		}
	}
	return shown
}

// Face is a face of the papers as CSS names it, with its TrueType file.
type Face struct {
	Name         string // "LiberationSerif-Bold"
	Family       string // "Liberation Serif"
	Bold, Italic bool
	Data         []byte
}

// Faces returns the faces of the papers as files for browsers.
func (p *Press) Faces() (faces []Face) {
	for i := range p.family.Len() {
		face, css := p.family.At(i), svg.FaceOf(p.family, i)
		faces = append(faces, Face{face.Name, css.Family, css.Bold, css.Italic, face.Plain()})
	}
	return faces
}
