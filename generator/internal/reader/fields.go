package reader

import (
	"fmt"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// Field is a form field: a field of a PDF (ISO 32000-1, 12.7) or a content control
// of a DOCX (ECMA-376-1, 17.5.2).
type Field struct {
	Name    string // qualified, applicant.head.name; the tag of a content control
	Title   string // for people; may be empty
	Kind    FieldKind
	Value   string // without a placeholder
	Date    string // date of a date control: 2006-01-02
	Checked bool   // a check box only
}

// FieldKind is the type of a field.
type FieldKind int

const (
	OtherField     FieldKind = iota // a button, a picture
	TextField                       // typed or selected text
	CheckBox                        // yes or no
	SignatureField                  // an electronic signature
)

// Limits of one form.
const (
	maxFields    = 5000
	maxFormPages = 200 // later pages have no fields
)

// IsXFA reports whether the form is an XFA form, which PDF 2.0 deprecates
// (ISO 32000-2, annex K) and only Adobe's programs fill.
func (p *PDF) IsXFA() bool {
	form, err := p.sandbox.FPDF_GetFormType(&requests.FPDF_GetFormType{Document: p.doc})
	return err == nil && form.FormType >= enums.FPDF_FORMTYPE_XFA_FULL
}

// Fields returns the fields of a form in page order, one for each name; several
// check boxes may share a name.
func (p *PDF) Fields() ([]Field, error) {
	end := p.limit()
	form, err := p.sandbox.FPDFDOC_InitFormFillEnvironment(
		&requests.FPDFDOC_InitFormFillEnvironment{Document: p.doc, FormFillInfo: idle})
	end()
	if err != nil {
		return nil, p.explain(err)
	}
	defer p.sandbox.FPDFDOC_ExitFormFillEnvironment(
		&requests.FPDFDOC_ExitFormFillEnvironment{FormHandle: form.FormHandle})
	var list []Field
	seen := map[Field]bool{}
	for page := range min(p.pages, maxFormPages) {
		found, err := p.fieldsOn(page, form.FormHandle)
		if err != nil {
			return nil, p.onPage(page, err)
		}
		for _, f := range found {
			if !seen[f] {
				list, seen[f] = append(list, f), true
			}
		}
		if len(list) > maxFields {
			return nil, refusal(fmt.Sprintf("полей больше %d", maxFields))
		}
	}
	return list, nil
}

// idle are the callbacks of a form environment. They do nothing.
var idle = structs.FPDF_FORMFILLINFO{
	FFI_Invalidate:   func(references.FPDF_PAGE, float64, float64, float64, float64) {},
	FFI_SetCursor:    func(enums.FXCT) {},
	FFI_SetTimer:     func(int, func(int)) int { return 0 },
	FFI_KillTimer:    func(int) {},
	FFI_GetLocalTime: func() structs.FPDF_SYSTEMTIME { return structs.FPDF_SYSTEMTIME{} },
	FFI_OnChange:     func() {},
	FFI_GetPage:      func(references.FPDF_DOCUMENT, int) *references.FPDF_PAGE { return nil },
	FFI_GetRotation: func(references.FPDF_PAGE) enums.FPDF_PAGE_ROTATION {
		return enums.FPDF_PAGE_ROTATION_NONE
	},
	FFI_ExecuteNamedAction: func(string) {},
}

func (p *PDF) fieldsOn(page int, form references.FPDF_FORMHANDLE) (list []Field, err error) {
	defer p.limit()()
	loaded := &requests.FORM_OnAfterLoadPage{Page: p.page(page), FormHandle: form}
	if _, err := p.sandbox.FORM_OnAfterLoadPage(loaded); err != nil {
		return nil, err
	}
	defer p.sandbox.FORM_OnBeforeClosePage(&requests.FORM_OnBeforeClosePage{Page: p.page(page), FormHandle: form})
	count, err := p.sandbox.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: p.page(page)})
	if err != nil {
		return nil, err
	}
	if count.Count > maxAnnotations {
		return nil, refusal(fmt.Sprintf("пометок больше %d", maxAnnotations))
	}
	for i := range count.Count {
		found, err := p.sandbox.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: p.page(page), Index: i})
		if err != nil {
			return nil, err
		}
		field, ok, err := p.field(form, found.Annotation)
		p.sandbox.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: found.Annotation})
		if err != nil {
			return nil, err
		}
		if ok {
			list = append(list, field)
		}
	}
	return list, nil
}

// field reads the field of a widget annotation. The engine reports absent entries
// as errors, so only an exceeded limit counts as one.
func (p *PDF) field(form references.FPDF_FORMHANDLE, ref references.FPDF_ANNOTATION) (f Field, ok bool, err error) {
	name, err := p.sandbox.FPDFAnnot_GetFormFieldName(
		&requests.FPDFAnnot_GetFormFieldName{FormHandle: form, Annotation: ref})
	if err != nil || name.FormFieldName == "" {
		return f, false, p.over()
	}
	f.Name = name.FormFieldName
	title, err := p.sandbox.FPDFAnnot_GetFormFieldAlternateName(
		&requests.FPDFAnnot_GetFormFieldAlternateName{FormHandle: form, Annotation: ref})
	if err == nil {
		f.Title = title.FormFieldAlternateName
	}
	kind, err := p.sandbox.FPDFAnnot_GetFormFieldType(
		&requests.FPDFAnnot_GetFormFieldType{FormHandle: form, Annotation: ref})
	if err != nil {
		return f, false, err
	}
	f.Kind = fieldKinds[kind.FormFieldType]
	switch f.Kind {
	case CheckBox:
		state, err := p.sandbox.FPDFAnnot_IsChecked(
			&requests.FPDFAnnot_IsChecked{FormHandle: form, Annotation: ref})
		if err == nil {
			f.Checked = state.IsChecked
		}
	case TextField:
		value, err := p.sandbox.FPDFAnnot_GetFormFieldValue(
			&requests.FPDFAnnot_GetFormFieldValue{FormHandle: form, Annotation: ref})
		if err == nil {
			f.Value = value.FormFieldValue
		}
	}
	return f, true, p.over()
}

var fieldKinds = map[enums.FPDF_FORMFIELD_TYPE]FieldKind{
	enums.FPDF_FORMFIELD_TYPE_TEXTFIELD: TextField,
	enums.FPDF_FORMFIELD_TYPE_COMBOBOX:  TextField,
	enums.FPDF_FORMFIELD_TYPE_LISTBOX:   TextField,
	enums.FPDF_FORMFIELD_TYPE_CHECKBOX:  CheckBox,
	enums.FPDF_FORMFIELD_TYPE_SIGNATURE: SignatureField,
}
