package reader

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"image"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"protokol/generator/internal/budget"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/flow"
)

// PDF is an open file. Pages are numbered from 0, lengths are points.
type PDF struct {
	engine  *Engine
	doc     references.FPDF_DOCUMENT
	file    []byte
	pages   int
	widgets []Widget  // that Widgets has read
	objects *cos.File // from these
	known   *cos.File // see Know

	sandbox pdfium.Pdfium
	memory  *memory     // of the sandbox
	detach  func() bool // of the context of the engine
	ending  sync.Mutex  // of ended
	ended   bool        // the sandbox is closed or killed
	late    atomic.Bool // it was killed

	opening   bool          // a reprint is being opened
	predicted *budget.Share // for comparing a page with that of this reprint
	reprinted *budget.Share // for reading and drawing the latter
	spent     time.Duration // by operations since Earn
	taken     time.Duration // by which Earn has extended the allowance

	earned  map[[sha256.Size]byte]bool // texts, see Earn
	letters int                        // of these, as far as they count
}

// Pages returns the number of pages.
func (p *PDF) Pages() int { return p.pages }

func (p *PDF) count() error {
	count, err := p.sandbox.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: p.doc})
	if err != nil {
		return err
	}
	if p.pages = count.PageCount; p.pages < 1 {
		return refusal("файл повреждён: в нём нет страниц")
	}
	return nil
}

func (p *PDF) page(number int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: p.doc, Index: number}}
}

// Size returns the width and the height of a page, of which the content is not read.
func (p *PDF) Size(page int) (width, height float64, err error) {
	defer p.counted()()
	found, err := p.sandbox.FPDF_GetPageSizeByIndexF(&requests.FPDF_GetPageSizeByIndexF{Document: p.doc, Index: page})
	if err != nil {
		return 0, 0, p.onPage(page, err)
	}
	return float64(found.Size.Width), float64(found.Size.Height), nil
}

// maxLetters limits the characters of a page. A page set in 4 pt has a fifth of it.
const maxLetters = 100_000

// Text returns the text of a page, line by line.
func (p *PDF) Text(page int) (string, error) {
	defer p.counted()()
	text, err := p.text(page)
	return text, p.onPage(page, cmp.Or(err, p.over()))
}

func (p *PDF) text(page int) (string, error) {
	loaded, err := p.sandbox.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: p.page(page)})
	if err != nil {
		return "", err
	}
	defer p.sandbox.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: loaded.TextPage})
	count, err := p.sandbox.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: loaded.TextPage})
	if err != nil || count.Count <= 0 {
		return "", err
	}
	text, err := p.sandbox.FPDFText_GetText(
		&requests.FPDFText_GetText{TextPage: loaded.TextPage, Count: min(count.Count, maxLetters)},
	)
	if err != nil {
		return "", err
	}
	joined, err := p.hyphens(loaded.TextPage, text.Text)
	return strings.NewReplacer("\r\n", "\n", "\x00", "").Replace(joined), err
}

// TextIn returns the text of a page, without annotations, in an area given by its lower
// left and upper right corner.
func (p *PDF) TextIn(page int, area [4]float64) (string, error) {
	defer p.counted()()
	loaded, err := p.sandbox.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: p.page(page)})
	if err != nil {
		return "", p.onPage(page, err)
	}
	defer p.sandbox.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: loaded.TextPage})
	found, err := p.sandbox.FPDFText_GetBoundedText(&requests.FPDFText_GetBoundedText{TextPage: loaded.TextPage,
		Left: area[0], Bottom: area[1], Right: area[2], Top: area[3]})
	if err != nil {
		return "", p.onPage(page, p.over()) // none, to the engine
	}
	return found.Text, p.onPage(page, p.over())
}

// maxPixels limits the rendering of a page: A3 at 150 dpi takes half of it.
const maxPixels = 16 << 20

// View selects the annotations to render: they may differ on screen and in print.
type View int

const (
	Screen View = iota
	Print
	Bare // without annotations
)

// Picture renders a page with its annotations.
func (p *PDF) Picture(page, dpi int, view View) (*image.RGBA, error) {
	defer p.counted()()
	width, height, err := p.Size(page)
	if err != nil {
		return nil, err
	}
	scale := float64(dpi) / 72
	if width*scale*height*scale > maxPixels {
		return nil, p.onPage(page, refusal(fmt.Sprintf("лист слишком велик, %.0f × %.0f мм",
			width/flow.PointsPerMM, height/flow.PointsPerMM)))
	}
	var flags enums.FPDF_RENDER_FLAG
	switch view {
	case Screen:
		flags = enums.FPDF_RENDER_FLAG_ANNOT
	case Print:
		flags = enums.FPDF_RENDER_FLAG_ANNOT | enums.FPDF_RENDER_FLAG_PRINTING
	}
	drawn, err := p.sandbox.RenderPageInDPI(&requests.RenderPageInDPI{Page: p.page(page), DPI: dpi, RenderFlags: flags,
		RenderForm: view != Bare, Document: &p.doc}) // form fields are rendered apart from other annotations
	if err != nil {
		return nil, p.onPage(page, err)
	}
	defer drawn.Cleanup()
	kept := *drawn.Result.RenderedImage.(*image.RGBA) // the default format
	kept.Pix = bytes.Clone(kept.Pix)                  // the engine reuses its memory
	return &kept, nil
}

func (p *PDF) onPage(page int, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("страница %d: %w", page+1, p.explain(err))
}
