package reader

import (
	"fmt"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// Annotation is an annotation of a page: a link, a note, a stamp, a form field
// (ISO 32000-1, 12.5).
type Annotation struct {
	Kind                     string // for the user
	Link                     bool
	Widget                   bool // a form field
	Stamp                    bool
	Signature                bool   // a signature field
	Signed                   bool   // a signature field that is signed
	Field                    string // the label of a filled field; empty for all others
	Value                    string // of the field; Ticked for a ticked box
	overwrites               bool
	Left, Top, Right, Bottom float64 // points from the top left corner of the page
}

// Ticked is the value of a ticked check box, whatever its export value.
const Ticked = "☑"

// Empty reports whether an annotation has no area, like an invisible signature.
func (a Annotation) Empty() bool { return a.Right-a.Left < 0.5 || a.Bottom-a.Top < 0.5 }

// Overwrites reports an annotation that adds words to a page or strikes them out.
func (a Annotation) Overwrites() bool { return a.overwrites }

// maxAnnotations limits the annotations of a page.
const maxAnnotations = 5000

// Annotations returns the annotations of a page in drawing order.
func (p *PDF) Annotations(page int) ([]Annotation, error) {
	defer p.counted()()
	_, height, err := p.Size(page)
	if err != nil {
		return nil, err
	}
	count, err := p.sandbox.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: p.page(page)})
	if err != nil {
		return nil, p.onPage(page, err)
	}
	if count.Count > maxAnnotations {
		return nil, p.onPage(page, refusal(fmt.Sprintf("пометок больше %d", maxAnnotations)))
	}
	var list []Annotation
	for i := range count.Count {
		a, err := p.annotation(page, i, height)
		if err != nil {
			return nil, p.onPage(page, err)
		}
		list = append(list, a)
	}
	return list, p.onPage(page, p.over())
}

func (p *PDF) annotation(page, index int, height float64) (a Annotation, err error) {
	found, err := p.sandbox.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: p.page(page), Index: index})
	if err != nil {
		return a, err
	}
	ref := found.Annotation
	defer p.sandbox.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: ref})
	kind, err := p.sandbox.FPDFAnnot_GetSubtype(&requests.FPDFAnnot_GetSubtype{Annotation: ref})
	if err != nil {
		return a, err
	}
	a.Kind, a.Link = annotationKinds[kind.Subtype], kind.Subtype == enums.FPDF_ANNOT_SUBTYPE_LINK
	a.Stamp = kind.Subtype == enums.FPDF_ANNOT_SUBTYPE_STAMP
	switch kind.Subtype {
	case enums.FPDF_ANNOT_SUBTYPE_FREETEXT, enums.FPDF_ANNOT_SUBTYPE_TEXT, enums.FPDF_ANNOT_SUBTYPE_STRIKEOUT:
		a.overwrites = true
	}
	if a.Kind == "" {
		a.Kind = "пометка"
	}
	if a.Widget = kind.Subtype == enums.FPDF_ANNOT_SUBTYPE_WIDGET; a.Widget {
		p.widget(&a, ref)
	}
	rect, err := p.sandbox.FPDFAnnot_GetRect(&requests.FPDFAnnot_GetRect{Annotation: ref})
	if err != nil {
		return a, nil // not drawn without a rectangle
	}
	r := rect.Rect
	a.Left, a.Right = float64(min(r.Left, r.Right)), float64(max(r.Left, r.Right))
	a.Top, a.Bottom = height-float64(max(r.Top, r.Bottom)), height-float64(min(r.Top, r.Bottom))
	return a, nil
}

// widget reads the value of a field that is merged with its widget, as in our
// forms.
func (p *PDF) widget(a *Annotation, ref references.FPDF_ANNOTATION) {
	entry := func(key string) string {
		found, err := p.sandbox.FPDFAnnot_GetStringValue(&requests.FPDFAnnot_GetStringValue{Annotation: ref, Key: key})
		if err != nil {
			return ""
		}
		return found.Value
	}
	switch entry("FT") {
	case "Sig":
		a.Kind, a.Signature = "место подписи", true
		value, err := p.sandbox.FPDFAnnot_HasKey(&requests.FPDFAnnot_HasKey{Annotation: ref, Key: "V"})
		a.Signed = err == nil && value.HasKey
	case "Tx", "Ch":
		a.Field, a.Value = entry("TU"), entry("V")
	case "Btn":
		a.Field = entry("TU")
		if state := entry("AS"); state != "" && state != "Off" {
			a.Value = Ticked
		}
	}
}

// annotationKinds are the names of ISO 32000-1, table 169, in Russian.
var annotationKinds = map[enums.FPDF_ANNOTATION_SUBTYPE]string{
	enums.FPDF_ANNOT_SUBTYPE_TEXT:           "заметка",
	enums.FPDF_ANNOT_SUBTYPE_LINK:           "ссылка",
	enums.FPDF_ANNOT_SUBTYPE_FREETEXT:       "надпись",
	enums.FPDF_ANNOT_SUBTYPE_LINE:           "линия",
	enums.FPDF_ANNOT_SUBTYPE_SQUARE:         "прямоугольник",
	enums.FPDF_ANNOT_SUBTYPE_CIRCLE:         "овал",
	enums.FPDF_ANNOT_SUBTYPE_HIGHLIGHT:      "выделение",
	enums.FPDF_ANNOT_SUBTYPE_UNDERLINE:      "подчёркивание",
	enums.FPDF_ANNOT_SUBTYPE_STRIKEOUT:      "зачёркивание",
	enums.FPDF_ANNOT_SUBTYPE_STAMP:          "штамп",
	enums.FPDF_ANNOT_SUBTYPE_INK:            "рисунок от руки",
	enums.FPDF_ANNOT_SUBTYPE_POPUP:          "окно заметки",
	enums.FPDF_ANNOT_SUBTYPE_FILEATTACHMENT: "вложенный файл",
	enums.FPDF_ANNOT_SUBTYPE_WIDGET:         "поле формы",
	enums.FPDF_ANNOT_SUBTYPE_WATERMARK:      "водяной знак",
	enums.FPDF_ANNOT_SUBTYPE_REDACT:         "вымарывание",
}
