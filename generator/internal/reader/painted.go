package reader

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// Painted counts the objects of a page other than black text and lines, which
// may cover words or show words that are not text.
type Painted struct {
	Pictures int // images, shadings and forms
	Fills    int // filled shapes
	OddText  int // text that is not black, or not visible
}

// Add adds the counts of another page.
func (p *Painted) Add(other Painted) {
	p.Pictures += other.Pictures
	p.Fills += other.Fills
	p.OddText += other.OddText
}

// maxPainted limits the number of objects checked on a page.
const maxPainted = 50_000

// Painted counts these objects of a page.
func (p *PDF) Painted(page int) (found Painted, err error) {
	defer p.counted()()
	count, err := p.sandbox.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: p.page(page)})
	if err != nil {
		return found, p.onPage(page, err)
	}
	if count.Count > maxPainted {
		return found, p.onPage(page, refusal("на странице слишком много частей"))
	}
	for i := range count.Count {
		object, err := p.sandbox.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: p.page(page), Index: i})
		if err != nil {
			return found, p.onPage(page, err)
		}
		if err := p.paint(&found, object.PageObject); err != nil {
			return found, p.onPage(page, err)
		}
	}
	return found, p.onPage(page, p.over())
}

// paint counts an object of a page (ISO 32000-1, 8.2).
func (p *PDF) paint(found *Painted, ref references.FPDF_PAGEOBJECT) error {
	kind, err := p.sandbox.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: ref})
	if err != nil {
		return err
	}
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_TEXT:
		mode, err := p.sandbox.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: ref})
		if err != nil || mode.TextRenderMode != enums.FPDF_TEXTRENDERMODE_FILL || !p.isBlack(ref) {
			found.OddText++
		}
	case enums.FPDF_PAGEOBJ_PATH:
		mode, err := p.sandbox.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: ref})
		if err != nil || mode.FillMode != enums.FPDF_FILLMODE_NONE {
			found.Fills++
		}
	default:
		found.Pictures++
	}
	return nil
}

// isBlack reports whether an object is filled with opaque black, the colour of
// an object that names none.
func (p *PDF) isBlack(ref references.FPDF_PAGEOBJECT) bool {
	color, err := p.sandbox.FPDFPageObj_GetFillColor(&requests.FPDFPageObj_GetFillColor{PageObject: ref})
	return err == nil && color.FillColor.R+color.FillColor.G+color.FillColor.B == 0 && color.FillColor.A == 255
}
