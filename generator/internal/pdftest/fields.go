package pdftest

import (
	"testing"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"protokol/generator/internal/engine"
)

// Field is a form field as PDFium reads it.
type Field struct {
	Name, Tooltip, Value string
	Kind                 enums.FPDF_FORMFIELD_TYPE
	Flags                int
}

// Fields returns the form fields of the first page, in the order of its
// annotations.
func Fields(t testing.TB, file []byte) (list []Field) {
	t.Helper()
	onForm(t, file, func(engine pdfium.Pdfium, form references.FPDF_FORMHANDLE, page requests.Page) {
		count, err := engine.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: page})
		if err != nil {
			t.Fatal(err)
		}
		for i := range count.Count {
			list = append(list, field(t, engine, form, page, i))
		}
	})
	return list
}

func field(t testing.TB, engine pdfium.Pdfium, form references.FPDF_FORMHANDLE,
	page requests.Page, index int) (f Field) {
	t.Helper()
	found, err := engine.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: page, Index: index})
	if err != nil {
		t.Fatal(err)
	}
	ref := found.Annotation
	defer engine.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: ref})
	name, err := engine.FPDFAnnot_GetFormFieldName(
		&requests.FPDFAnnot_GetFormFieldName{FormHandle: form, Annotation: ref})
	if err == nil {
		f.Name = name.FormFieldName
	}
	tooltip, err := engine.FPDFAnnot_GetFormFieldAlternateName(
		&requests.FPDFAnnot_GetFormFieldAlternateName{FormHandle: form, Annotation: ref})
	if err == nil {
		f.Tooltip = tooltip.FormFieldAlternateName
	}
	value, err := engine.FPDFAnnot_GetFormFieldValue(
		&requests.FPDFAnnot_GetFormFieldValue{FormHandle: form, Annotation: ref})
	if err == nil {
		f.Value = value.FormFieldValue
	}
	kind, err := engine.FPDFAnnot_GetFormFieldType(
		&requests.FPDFAnnot_GetFormFieldType{FormHandle: form, Annotation: ref})
	if err == nil {
		f.Kind = kind.FormFieldType
	}
	flags, err := engine.FPDFAnnot_GetFormFieldFlags(
		&requests.FPDFAnnot_GetFormFieldFlags{FormHandle: form, Annotation: ref})
	if err == nil {
		f.Flags = int(flags.Flags)
	}
	return f
}

// onForm calls visit with the form environment of a file, after loading the
// first page.
func onForm(t testing.TB, file []byte, visit func(pdfium.Pdfium, references.FPDF_FORMHANDLE, requests.Page)) {
	t.Helper()
	reader, doc := open(t, file)
	defer reader.Close()
	form, err := reader.FPDFDOC_InitFormFillEnvironment(
		&requests.FPDFDOC_InitFormFillEnvironment{Document: doc.Document, FormFillInfo: engine.FormCallbacks})
	if err != nil {
		t.Fatal(err)
	}
	defer reader.FPDFDOC_ExitFormFillEnvironment(&requests.FPDFDOC_ExitFormFillEnvironment{FormHandle: form.FormHandle})
	page := requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document}}
	loaded := &requests.FORM_OnAfterLoadPage{Page: page, FormHandle: form.FormHandle}
	if _, err := reader.FORM_OnAfterLoadPage(loaded); err != nil {
		t.Fatal(err)
	}
	visit(reader, form.FormHandle, page)
}
