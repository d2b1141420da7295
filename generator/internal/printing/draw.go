package printing

import (
	"context"

	"protokol/generator/internal/font"
	"protokol/generator/internal/svg"
)

// Drawing is a page drawn as SVG.
type Drawing struct {
	Width, Height float64 // points
	SVG           []byte
}

// Draw draws the pages of a paper as SVG: those of its PDF. If pictureURL is nil, the
// pictures are inside; those of a Word template always are. The error of a paper
// made from a Word template is a diag.Report if its PDF would lose something.
func (p *Press) Draw(ctx context.Context, paper *Paper, pictureURL func(path string) string) ([]Drawing, error) {
	laid, family, options := paper.Layout, p.family, svg.Options{Pictures: paper.pictures, PictureURL: pictureURL}
	if paper.word != nil {
		if err := p.lower(ctx, paper, paper.word.Ranges()); err != nil {
			return nil, err
		}
		laid, family, options.Pictures = paper.lowered.Layout, paper.lowered.family, paper.lowered.Pictures
		options.PictureURL = nil // Pictures of Paper does not hold those of the template
	}
	pages, err := svg.Pages(ctx, laid, family, options)
	if err != nil {
		return nil, err
	}
	drawn := make([]Drawing, len(pages))
	for i, page := range pages {
		drawn[i] = Drawing{laid.Pages[i].Size.Width, laid.Pages[i].Size.Height, page}
	}
	return drawn, nil
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
func (p *Press) Faces() []Face { return facesOf(p.family, nil) }

// WordFaces returns the further faces of papers made from Word templates.
func (p *Press) WordFaces() ([]Face, error) {
	printer, err := p.WordPrinter()
	if err != nil {
		return nil, err
	}
	return facesOf(printer.faces.Family(), p.family), nil
}

// facesOf returns the faces of a family that another, which may be nil, does not have.
func facesOf(family, known *font.Family) (faces []Face) {
	names := map[string]bool{}
	for i := 0; known != nil && i < known.Len(); i++ {
		names[known.At(i).Name] = true
	}
	for i := range family.Len() {
		if !names[family.At(i).Name] {
			faces = append(faces, faceOf(family, i))
		}
	}
	return faces
}

// faceOf returns a face of a family as a file for browsers.
func faceOf(family *font.Family, index int) Face {
	face, css := family.At(index), svg.FaceOf(family, index)
	return Face{face.Name, css.Family, css.Bold, css.Italic, face.Plain()}
}
