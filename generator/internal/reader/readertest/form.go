package readertest

import (
	"fmt"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"protokol/generator/internal/engine"
)

// FillForm fills in fields of the first page, by their full names, as a person
// does in Chrome. Any value for a check box toggles it.
func FillForm(file []byte, values map[string]string) ([]byte, error) {
	return edit(file, func(e editor) error {
		form, err := e.FPDFDOC_InitFormFillEnvironment(&requests.FPDFDOC_InitFormFillEnvironment{
			Document: e.doc, FormFillInfo: engine.FormCallbacks})
		if err != nil {
			return err
		}
		loaded, err := e.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: e.doc})
		if err != nil {
			return err
		}
		f := formFiller{e, form.FormHandle, requests.Page{ByReference: &loaded.Page}}
		_, err = e.FORM_OnAfterLoadPage(&requests.FORM_OnAfterLoadPage{Page: f.page, FormHandle: f.form})
		if err != nil {
			return err
		}
		count, err := e.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: f.page})
		if err != nil {
			return err
		}
		filled := 0
		for i := range count.Count {
			done, err := f.fill(i, values)
			if err != nil {
				return err
			}
			filled += done
		}
		if filled != len(values) {
			return fmt.Errorf("%d of %d fields are on the page", filled, len(values))
		}
		return nil
	})
}

// formFiller fills in the form on a page.
type formFiller struct {
	editor
	form references.FPDF_FORMHANDLE
	page requests.Page
}

// fill fills in a field if there is a value for it, and returns the number of
// fields filled in.
func (f formFiller) fill(index int, values map[string]string) (int, error) {
	found, err := f.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: f.page, Index: index})
	if err != nil {
		return 0, err
	}
	ref := found.Annotation
	defer f.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: ref})
	name, err := f.FPDFAnnot_GetFormFieldName(&requests.FPDFAnnot_GetFormFieldName{FormHandle: f.form, Annotation: ref})
	if err != nil {
		return 0, nil // not a form field, but a link
	}
	value, wanted := values[name.FormFieldName]
	if !wanted {
		return 0, nil
	}
	kind, err := f.FPDFAnnot_GetFormFieldType(&requests.FPDFAnnot_GetFormFieldType{FormHandle: f.form, Annotation: ref})
	if err != nil {
		return 0, err
	}
	if kind.FormFieldType == enums.FPDF_FORMFIELD_TYPE_CHECKBOX {
		return 1, f.toggle(ref)
	}
	return 1, f.setText(ref, value)
}

// toggle presses the space bar on a check box.
func (f formFiller) toggle(ref references.FPDF_ANNOTATION) error {
	_, err := f.FORM_SetFocusedAnnot(&requests.FORM_SetFocusedAnnot{FormHandle: f.form, Annotation: ref})
	if err != nil {
		return err
	}
	_, err = f.FORM_OnChar(&requests.FORM_OnChar{FormHandle: f.form, Page: f.page, NChar: ' '})
	if err != nil {
		return err
	}
	_, err = f.FORM_ForceToKillFocus(&requests.FORM_ForceToKillFocus{FormHandle: f.form})
	return err
}

func (f formFiller) setText(ref references.FPDF_ANNOTATION, value string) error {
	_, err := f.FORM_SetFocusedAnnot(&requests.FORM_SetFocusedAnnot{FormHandle: f.form, Annotation: ref})
	if err != nil {
		return err
	}
	_, err = f.FORM_SelectAllText(&requests.FORM_SelectAllText{FormHandle: f.form, Page: f.page})
	if err != nil {
		return err
	}
	_, err = f.FORM_ReplaceSelection(&requests.FORM_ReplaceSelection{FormHandle: f.form, Page: f.page, Text: value})
	if err != nil {
		return err
	}
	_, err = f.FORM_ForceToKillFocus(&requests.FORM_ForceToKillFocus{FormHandle: f.form})
	return err
}
