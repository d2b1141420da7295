package generator

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"protokol/generator/internal/printing"
)

// Page is a page of a paper as a drawing in SVG, for browsers. Package svg
// describes the attributes that lead from texts to keys of the file.
type Page struct {
	Width, Height float64 // points
	SVG           []byte
	Digest        string // equal for equal drawings
}

// Drawing determines how pages are drawn. The zero Drawing embeds pictures, so
// that a page is a complete file.
type Drawing struct {
	// PictureURL returns the address of a picture of the paper by its path; see
	// Paper.Pictures.
	PictureURL func(path string) string
}

// Draw draws the pages of the paper. Texts are where the PDF has them, in the faces
// of Generator.Faces, which the page around must provide. The pages of a paper made from
// a Word template are those of its PDF, in the faces of Generator.WordFaces and
// Faces, too; the error is a Problems if that would lose something, or that of ctx.
func (p *Paper) Draw(ctx context.Context, d Drawing) ([]Page, error) {
	drawn, err := p.press.Draw(ctx, p.paper, d.PictureURL)
	if err != nil {
		return nil, printing.Located(err)
	}
	pages := make([]Page, len(drawn))
	for i, page := range drawn {
		sum := sha256.Sum256(page.SVG)
		pages[i] = Page{Width: page.Width, Height: page.Height, SVG: page.SVG, Digest: hex.EncodeToString(sum[:16])}
	}
	return pages, nil
}

// Picture is a picture of a paper.
type Picture = printing.Picture

// Pictures returns the pictures on the pages by path, as they are printed.
func (p *Paper) Pictures() map[string]Picture { return p.paper.Pictures() }

// Face is a face of the papers, for the rule @font-face of CSS.
type Face = printing.Face

// Faces returns the faces of the papers. Their files have no kerning and no
// ligatures, which the layout of papers does not use, either.
func (g *Generator) Faces() []Face { return g.press.Faces() }

// WordFaces returns the further faces of papers made from Word templates.
func (g *Generator) WordFaces() ([]Face, error) { return g.press.WordFaces() }

// Faces returns the faces of the user or of the system on the pages of a paper made from a
// Word template, which are not among Generator.Faces and WordFaces, once it was drawn.
func (p *Paper) Faces() []Face { return p.paper.Faces() }
