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

// editor is a PDF file open for editing.
type editor struct {
	pdfium.Pdfium
	doc references.FPDF_DOCUMENT
}

// edit opens a file, applies a change and saves it as a whole.
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

// ReplaceText replaces text in a text object of a page, keeping its font.
func ReplaceText(file []byte, page int, old, new string) ([]byte, error) {
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
			current, err := e.FPDFTextObj_GetText(&requests.FPDFTextObj_GetText{
				PageObject: object.PageObject, TextPage: text.TextPage})
			if err != nil || !strings.Contains(current.Text, old) {
				continue // no text object, or one with other text
			}
			changed := strings.TrimRight(strings.Replace(current.Text, old, new, 1), "\x00")
			_, err = e.FPDFText_SetText(&requests.FPDFText_SetText{PageObject: object.PageObject, Text: changed})
			if err != nil {
				return err
			}
			_, err = e.FPDFPage_GenerateContent(&requests.FPDFPage_GenerateContent{Page: e.page(page)})
			return err
		}
		return fmt.Errorf("page %d does not say %q", page, old)
	})
}

// WhiteOut covers a rectangle of a page with white. The unit is points, the
// origin the lower left corner.
func WhiteOut(file []byte, page int, left, bottom, width, height float32) ([]byte, error) {
	return edit(file, func(e editor) error {
		rectangle, err := e.FPDFPageObj_CreateNewRect(&requests.FPDFPageObj_CreateNewRect{
			X: left, Y: bottom, W: width, H: height})
		if err != nil {
			return err
		}
		ref := rectangle.PageObject
		if _, err := e.FPDFPageObj_SetFillColor(&requests.FPDFPageObj_SetFillColor{PageObject: ref,
			FillColor: structs.FPDF_COLOR{R: 255, G: 255, B: 255, A: 255}}); err != nil {
			return err
		}
		_, err = e.FPDFPath_SetDrawMode(&requests.FPDFPath_SetDrawMode{
			PageObject: ref, FillMode: enums.FPDF_FILLMODE_WINDING})
		if err != nil {
			return err
		}
		_, err = e.FPDFPage_InsertObject(&requests.FPDFPage_InsertObject{Page: e.page(page), PageObject: ref})
		if err != nil {
			return err
		}
		_, err = e.FPDFPage_GenerateContent(&requests.FPDFPage_GenerateContent{Page: e.page(page)})
		return err
	})
}

// AddAnnotation adds a square annotation to a page. The unit is points, the
// origin the lower left corner.
func AddAnnotation(file []byte, page int, left, bottom, right, top float32) ([]byte, error) {
	return edit(file, func(e editor) error {
		annotation, err := e.FPDFPage_CreateAnnot(&requests.FPDFPage_CreateAnnot{
			Page: e.page(page), Subtype: enums.FPDF_ANNOT_SUBTYPE_SQUARE})
		if err != nil {
			return err
		}
		_, err = e.FPDFAnnot_SetRect(&requests.FPDFAnnot_SetRect{Annotation: annotation.Annotation,
			Rect: structs.FPDF_FS_RECTF{Left: left, Bottom: bottom, Right: right, Top: top}})
		return err
	})
}

// ReplaceAttachment replaces the content of an attached file.
func ReplaceAttachment(file []byte, name string, data []byte) ([]byte, error) {
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
			attachment, err := e.FPDFAttachment_GetName(&requests.FPDFAttachment_GetName{Attachment: found.Attachment})
			if err != nil {
				return err
			}
			if attachment.Name == name {
				_, err := e.FPDFAttachment_SetFile(&requests.FPDFAttachment_SetFile{
					Attachment: found.Attachment, Contents: data})
				return err
			}
		}
		return fmt.Errorf("%s is not attached", name)
	})
}

// Detach removes all attachments.
func Detach(file []byte) ([]byte, error) {
	return edit(file, func(e editor) error {
		count, err := e.FPDFDoc_GetAttachmentCount(&requests.FPDFDoc_GetAttachmentCount{Document: e.doc})
		for i := 0; err == nil && i < count.AttachmentCount; i++ {
			_, err = e.FPDFDoc_DeleteAttachment(&requests.FPDFDoc_DeleteAttachment{Document: e.doc, Index: 0})
		}
		return err
	})
}

// DeletePage removes a page.
func DeletePage(file []byte, page int) ([]byte, error) {
	return edit(file, func(e editor) error {
		_, err := e.FPDFPage_Delete(&requests.FPDFPage_Delete{Document: e.doc, PageIndex: page})
		return err
	})
}
