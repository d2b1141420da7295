package reader

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"

	"protokol/generator/internal/cos"
)

// Field is a form field: a field of a PDF (ISO 32000-1, 12.7) or a content control
// of a DOCX (ECMA-376-1, 17.5.2).
type Field struct {
	Name    string // qualified, applicant.head.name; the tag of a content control
	Title   string // for people; may be empty
	Kind    FieldKind
	Value   string // without a placeholder
	Hint    string // text that is marked as a placeholder, or that a check box shows instead of its value
	Date    string // date of a date control: 2006-01-02
	Checked bool   // a check box only
	Off     bool   // the value and the appearance of a check box differ
}

// FieldKind is the type of a field.
type FieldKind int

const (
	OtherField     FieldKind = iota // a button, a picture
	TextField                       // typed or selected text
	CheckBox                        // yes or no
	SignatureField                  // an electronic signature
)

// maxFields is the limit of one form.
const maxFields = 5000

// IsXFA reports whether the form is an XFA form, which PDF 2.0 deprecates
// (ISO 32000-2, annex K) and only Adobe's programs fill.
func (p *PDF) IsXFA() bool {
	form, err := p.sandbox.FPDF_GetFormType(&requests.FPDF_GetFormType{Document: p.doc})
	return err == nil && form.FormType >= enums.FPDF_FORMTYPE_XFA_FULL
}

// Widgets returns the widgets of form fields in page order. PDFium has only one
// field of each name, but joined files have several. The hierarchy is therefore
// read from the objects.
func (p *PDF) Widgets() ([]Widget, error) {
	if p.objects == nil {
		var err error
		if p.widgets, err = p.readWidgets(); err != nil {
			return nil, err
		}
	}
	return slices.Clone(p.widgets), nil
}

// Know gives what is known of the objects of the file; of another file, or nil, it does nothing.
func (p *PDF) Know(file *cos.File) {
	if file != nil && len(file.Data) == len(p.file) && &file.Data[0] == &p.file[0] {
		p.known = file
	}
}

// read reads the objects of the file.
func (p *PDF) read() (*cos.File, error) {
	if p.known != nil {
		return p.known.Again(), nil
	}
	return cos.Read(p.file)
}

// asRead returns the objects as PDFium reads them: those of the file if all programs read it alike, or else those of a
// copy that PDFium writes, which takes it ten times as long.
func (p *PDF) asRead() (*cos.File, error) {
	file, err := p.read()
	if err == nil {
		file.Until(func() bool { return p.over() != nil })
		if file.Strict() == nil {
			return file, nil
		}
	}
	saved, err := p.copied()
	if err != nil {
		return nil, err
	}
	if file, err = cos.Read(saved); err != nil {
		return nil, errFields
	}
	return file, nil
}

// readWidgets is Widgets for the first time.
func (p *PDF) readWidgets() ([]Widget, error) {
	file, err := p.asRead()
	if err != nil {
		return nil, err
	}
	w := widgetReader{file: file, blank: map[cos.Ref]bool{}}
	for page, ref := range first(file.Pages()) {
		for _, o := range file.Array(file.Dict(ref)["Annots"]) {
			w.add(page, o)
		}
		if len(w.list) > maxFields {
			return nil, refusal(fmt.Sprintf("полей больше %d", maxFields))
		}
	}
	if file.Err() != nil {
		return nil, errFields
	}
	p.objects = file
	return w.list, nil
}

const errFields = refusal("файл повреждён: поля не читаются")

func first(pages, _ []cos.Ref) []cos.Ref { return pages }

// copied returns the file as PDFium reads it, without damage, updates and
// encryption.
func (p *PDF) copied() ([]byte, error) {
	defer p.counted()()
	out := boundedBuffer{left: 2 * MaxFile}
	_, err := p.sandbox.FPDF_SaveAsCopy(&requests.FPDF_SaveAsCopy{
		Document: p.doc, Flags: requests.SaveFlagRemoveSecurity, FileWriter: &out,
	})
	if err == nil {
		err = p.over()
	}
	return out.Bytes(), p.explain(err)
}

// boundedBuffer is a buffer that takes a number of bytes.
type boundedBuffer struct {
	bytes.Buffer
	left int
}

func (b *boundedBuffer) Write(data []byte) (int, error) {
	if b.left -= len(data); b.left < 0 {
		return 0, tooLarge
	}
	return b.Buffer.Write(data)
}
