// Package readertest does to PDFs, in tests, what people and other programs do to
// them: changes words, paints over them, swaps what is attached, signs.
//
//	forge.go  changes made by PDFium's editor
//	fill.go   a form filled in by PDFium, as in Chrome
//	other.go  changes made by pdfcpu
//	docx.go   the markup of a DOCX
//	sign.go   a signature in an incremental update
//	bombs.go  papers that are endless for whoever reads them
//	plant.go  how each is put into a paper
//	packed.go what is small in the file and large outside
package readertest

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
	"github.com/klippa-app/go-pdfium/webassembly"

	"protokol/generator/internal/engine"
)

var pool = sync.OnceValues(func() (pdfium.Pool, error) {
	return webassembly.Init(engine.Config())
})

// editor is a PDF open for changes.
type editor struct {
	pdfium.Pdfium
	doc references.FPDF_DOCUMENT
}

// edit opens a file, changes it and saves it whole.
func edit(file []byte, change func(e editor) error) ([]byte, error) {
	engines, err := pool()
	if err != nil {
		return nil, err
	}
	pdfium, err := engines.GetInstance(time.Minute)
	if err != nil {
		return nil, err
	}
	defer pdfium.Close()
	opened, err := pdfium.OpenDocument(&requests.OpenDocument{File: &file})
	if err != nil {
		return nil, err
	}
	if err := change(editor{pdfium, opened.Document}); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	_, err = pdfium.FPDF_SaveAsCopy(&requests.FPDF_SaveAsCopy{Document: opened.Document, FileWriter: &out})
	return out.Bytes(), err
}

func (e editor) page(number int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: e.doc, Index: number}}
}

// Words puts a word in place of another on a page, in the face it is set in.
func Words(file []byte, page int, old, new string) ([]byte, error) {
	return edit(file, func(e editor) error {
		text, err := e.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: e.page(page)})
		if err != nil {
			return err
		}
		count, err := e.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: e.page(page)})
		if err != nil {
			return err
		}
		for i := range count.Count {
			object, err := e.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: e.page(page), Index: i})
			if err != nil {
				return err
			}
			said, err := e.FPDFTextObj_GetText(&requests.FPDFTextObj_GetText{PageObject: object.PageObject, TextPage: text.TextPage})
			if err != nil || !strings.Contains(said.Text, old) {
				continue // a line or a picture, or other words
			}
			changed := strings.TrimRight(strings.Replace(said.Text, old, new, 1), "\x00")
			if _, err := e.FPDFText_SetText(&requests.FPDFText_SetText{PageObject: object.PageObject, Text: changed}); err != nil {
				return err
			}
			_, err = e.FPDFPage_GenerateContent(&requests.FPDFPage_GenerateContent{Page: e.page(page)})
			return err
		}
		return fmt.Errorf("page %d does not say %q", page, old)
	})
}

// Paint covers a rectangle of a page, points from the lower left corner, with
// white.
func Paint(file []byte, page int, left, bottom, width, height float32) ([]byte, error) {
	return edit(file, func(e editor) error {
		patch, err := e.FPDFPageObj_CreateNewRect(&requests.FPDFPageObj_CreateNewRect{X: left, Y: bottom, W: width, H: height})
		if err != nil {
			return err
		}
		ref := patch.PageObject
		if _, err := e.FPDFPageObj_SetFillColor(&requests.FPDFPageObj_SetFillColor{PageObject: ref,
			FillColor: structs.FPDF_COLOR{R: 255, G: 255, B: 255, A: 255}}); err != nil {
			return err
		}
		if _, err := e.FPDFPath_SetDrawMode(&requests.FPDFPath_SetDrawMode{PageObject: ref, FillMode: enums.FPDF_FILLMODE_WINDING}); err != nil {
			return err
		}
		if _, err := e.FPDFPage_InsertObject(&requests.FPDFPage_InsertObject{Page: e.page(page), PageObject: ref}); err != nil {
			return err
		}
		_, err = e.FPDFPage_GenerateContent(&requests.FPDFPage_GenerateContent{Page: e.page(page)})
		return err
	})
}

// Note lays a square over a page, points from the lower left corner.
func Note(file []byte, page int, left, bottom, right, top float32) ([]byte, error) {
	return edit(file, func(e editor) error {
		note, err := e.FPDFPage_CreateAnnot(&requests.FPDFPage_CreateAnnot{Page: e.page(page), Subtype: enums.FPDF_ANNOT_SUBTYPE_SQUARE})
		if err != nil {
			return err
		}
		_, err = e.FPDFAnnot_SetRect(&requests.FPDFAnnot_SetRect{Annotation: note.Annotation,
			Rect: structs.FPDF_FS_RECTF{Left: left, Bottom: bottom, Right: right, Top: top}})
		return err
	})
}

// Source puts other bytes in place of an attached file.
func Source(file []byte, name string, data []byte) ([]byte, error) {
	return edit(file, func(e editor) error {
		count, err := e.FPDFDoc_GetAttachmentCount(&requests.FPDFDoc_GetAttachmentCount{Document: e.doc})
		if err != nil {
			return err
		}
		for i := range count.AttachmentCount {
			found, err := e.FPDFDoc_GetAttachment(&requests.FPDFDoc_GetAttachment{Document: e.doc, Index: i})
			if err != nil {
				return err
			}
			called, err := e.FPDFAttachment_GetName(&requests.FPDFAttachment_GetName{Attachment: found.Attachment})
			if err != nil {
				return err
			}
			if called.Name == name {
				_, err := e.FPDFAttachment_SetFile(&requests.FPDFAttachment_SetFile{Attachment: found.Attachment, Contents: data})
				return err
			}
		}
		return fmt.Errorf("%s is not attached", name)
	})
}

// Drop takes a page out.
func Drop(file []byte, page int) ([]byte, error) {
	return edit(file, func(e editor) error {
		_, err := e.FPDFPage_Delete(&requests.FPDFPage_Delete{Document: e.doc, PageIndex: page})
		return err
	})
}
