// Package svg draws laid-out pages as SVG, for browsers.
//
// Every run is text at the place that it has in the PDF, so it can be selected and
// searched. The faces are not embedded; they are named as in CSS, see FaceOf. A
// stylesheet must not be needed for anything else: the drawing has presentation
// attributes only and no style, so that it can be put into a page whose Content
// Security Policy forbids inline styles.
//
// Parts of the text that come from the meeting carry their origin:
//
//	data-key   the keys of the TOML, separated by spaces, the one to open first; spaces inside of a key are %20
//	data-from  where the text begins in the value of the first key, bytes
//	data-to    where it ends there
//
// data-from and data-to are given for values, not for texts computed from them. In a
// stylesheet or a script, [data-key~="agenda[0].title"] selects the places of a key.
//
//	svg.go    pages
//	text.go   lines of text and origins
//	shape.go  rules, boxes, fields, pictures
//	append.go numbers and escaping
package svg

import (
	"cmp"
	"context"
	"encoding/base64"
	"fmt"
	"sync"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/font"
	"protokol/generator/internal/layout"
	"protokol/generator/internal/picture"
)

// Options say how pages are drawn.
type Options struct {
	Pictures map[string]*picture.Picture // by path

	// PictureURL returns the address of a picture. If nil, the pictures are
	// inside the pages.
	PictureURL func(path string) string
}

// Pages draws the pages of a paper, laid out in the family. The error is that of
// ctx, or a picture is missing.
func Pages(ctx context.Context, paper *layout.Result, family *font.Family, o Options) ([][]byte, error) {
	var faces []string
	for i := range family.Len() {
		faces = append(faces, FaceOf(family, i).attributes())
	}
	drawn := make([][]byte, len(paper.Pages))
	every := func(step, from int) error {
		buf := buffers.Get().(*[]byte)
		p := &painter{family: family, options: o, faces: faces, count: len(paper.Pages), buf: *buf}
		defer func() {
			*buf = p.buf
			buffers.Put(buf)
		}()
		for i := from; i < len(paper.Pages); i += step {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			if err := p.page(&paper.Pages[i], i+1); err != nil {
				return err
			}
			drawn[i] = append([]byte(nil), p.buf...)
		}
		return nil
	}
	if len(paper.Pages) < manyPages {
		if err := every(1, 0); err != nil {
			return nil, err
		}
		return drawn, nil
	}
	second := sync.OnceValue(func() error { return every(2, 1) })
	go func() {
		defer func() { _ = recover() }() // the call below panics, too
		_ = second()
	}()
	if err := cmp.Or(every(2, 0), second()); err != nil {
		return nil, err
	}
	return drawn, nil
}

// buffers pools the memory in which pages are drawn.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// manyPages is from how many pages on two at a time are drawn.
const manyPages = 4

// painter draws pages, one after the other.
type painter struct {
	family  *font.Family
	options Options
	faces   []string // attributes, by index in the family
	count   int      // of pages
	origins layout.Origins
	buf     []byte
}

func (p *painter) page(page *layout.Page, number int) error {
	w, h := page.Size.Width, page.Size.Height
	p.buf = append(p.buf[:0], `<svg xmlns="http://www.w3.org/2000/svg" role="group" aria-label="Страница `...)
	p.buf = fmt.Appendf(p.buf, `%d из %d" lang="ru"`, number, p.count)
	p.attribute("width", w, "pt")
	p.attribute("height", h, "pt")
	p.buf = append(p.buf, ` viewBox="0 0 `...)
	p.buf = appendNumber(append(appendNumber(p.buf, w), ' '), h)
	p.buf = append(p.buf, `" text-rendering="geometricPrecision" fill="#000">`...)
	p.buf = append(p.buf, `<rect width="100%" height="100%" fill="#fff"/>`...)
	for i := range page.Pictures {
		if err := p.picture(&page.Pictures[i]); err != nil {
			return err
		}
	}
	p.rules(page.Rules)
	for i := range page.Lines {
		p.line(&page.Lines[i])
	}
	p.buf = append(p.buf, "</svg>"...)
	return nil
}

// rectangle adds the attributes of a place and a size.
func (p *painter) rectangle(x, y, width, height float64) {
	p.attribute("x", x, "")
	p.attribute("y", y, "")
	p.attribute("width", width, "")
	p.attribute("height", height, "")
}

// picture draws a picture with its alternative text.
func (p *painter) picture(drawn *layout.Picture) error {
	x, y, width, height := drawn.Whole()
	if drawn.Crop != (flow.Crop{}) { // an inner drawing clips what is outside of it
		p.buf = append(p.buf, "<svg"...)
		p.rectangle(drawn.X, drawn.Y, drawn.Width, drawn.Height)
		p.buf = append(p.buf, '>')
		x, y = x-drawn.X, y-drawn.Y
		defer func() { p.buf = append(p.buf, "</svg>"...) }()
	}
	p.buf = append(p.buf, `<image preserveAspectRatio="none"`...)
	p.rectangle(x, y, width, height)
	if e := drawn.Element; e != nil && e.Alt != "" {
		p.quoted(" role=\"img\" aria-label", e.Alt)
	}
	if url := p.options.PictureURL; url != nil {
		p.quoted(" href", url(drawn.Path))
	} else {
		found, ok := p.options.Pictures[drawn.Path]
		if !ok {
			return fmt.Errorf("svg: no picture %q", drawn.Path)
		}
		p.buf = append(p.buf, ` href="data:image/`+string(found.Format)+`;base64,`...)
		p.buf = append(base64.StdEncoding.AppendEncode(p.buf, found.File), '"')
	}
	p.buf = append(p.buf, "/>"...)
	return nil
}
