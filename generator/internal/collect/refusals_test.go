package collect_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/internal/collect"
	"protokol/generator/internal/reader/readertest"
)

// build writes a PDF of objects numbered from 1: a catalog with more in it, its
// only page, with more in that, and others.
func build(catalog, page string, others ...string) []byte {
	return readertest.BuildPDF(
		append([]string{"<</Type /Catalog /Pages 2 0 R " + catalog + ">>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
			"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] " + page + ">>"}, others...)...)
}

func stream(data string) string {
	return fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(data), data)
}

// word is a DOCX with a body.
func word(t testing.TB, body string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(
		w,
		`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>`,
		body,
	)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func widget(name string) string {
	return "<</Subtype /Widget /FT /Tx /Rect [0 0 9 9] /T (" + name + ") /V (x)>>"
}

// TestRefusals: other files than filled forms are refused with what they are and what to do.
func TestRefusals(t *testing.T) {
	form := func(field string) []byte {
		return build("/AcroForm <</Fields [4 0 R]>>", "/Annots [4 0 R]", field)
	}
	text := func(words string) []byte {
		return build(
			"",
			"/Contents 4 0 R /Resources <</Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>",
			stream("BT /F 9 Tf 9 99 Td ("+words+") Tj ET"),
		)
	}
	control := `<w:p><w:sdt><w:sdtPr><w:tag w:val="%s"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent>` +
		`</w:sdt></w:p>`
	for _, test := range []struct {
		about, want string
		file        []byte
	}{
		{"a form as it was issued", "форма не заполнена", blankForm(t, "application", "pdf")},
		{"the same for Word", "форма не заполнена", blankForm(t, "consent", "docx")},
		{"a picture of a page", "это снимок листов", build("", "")},
		{"a text", "нет полей формы", text("Hello")},
		{"another form", "чужая форма: полей в ней 1", form(widget("INN"))},
		{"a form for Word", "чужая форма", word(t, fmt.Sprintf(control, "x"))},
		{"a form that lost its tree", "имена её полей потеряны", form(widget("inn"))},
		{"a signed text", "это снимок листов", form("<</Subtype /Widget /FT /Sig /Rect [0 0 9 9] /T (chair)>>")},
		{"texts over a form", "поверх них написано", build("/AcroForm <</Fields [4 0 R]>>", "/Annots [4 0 R 5 0 R]",
			"<</Subtype /Widget /FT /Tx /Rect [0 0 9 9] /T (applicant.inn)>>",
			"<</Type /Annot /Subtype /FreeText /Rect [0 0 99 9] /Contents (1) /DA (/F 9 Tf)>>")},
		{"a text of LibreOffice", "не в формате DOCX",
			[]byte("PK\x03\x04" + strings.Repeat("\x00", 26) + "mimetypeapplication/vnd.oasis.opendocument.text")},
		{"XFA", "форма XFA", build("/AcroForm <</Fields [] /XFA 4 0 R>>", "", stream("<xdp/>"))},
		{"half a file", "не читается", blankForm(t, "application", "pdf")[:5000]},
		{"a picture in Word", "это снимок листов", word(t, "<w:p><w:r><w:drawing/></w:r></w:p>")},
		{"a form that lost its controls", "не видно", word(t, `<w:p><w:bookmarkStart w:id="1" `+
			`w:name="applicant_name"/><w:bookmarkEnd w:id="1"/><w:r><w:t>x</w:t></w:r></w:p>`)},
		{"a text in Word", "нет полей формы", word(t, "<w:p><w:r><w:t>x</w:t></w:r></w:p>")},
		{"not a DOCX", "не DOCX", []byte("PK\x05\x06" + strings.Repeat("\x00", 18))},
	} {
		forms, err := read(t, "a", test.file)
		if bytes.HasPrefix(test.file, []byte("PK")) {
			forms, err = collect.DOCX("a", test.file, prompts(t))
		}
		var told diag.Problem
		if len(forms) > 0 || !errors.As(err, &told) || !strings.Contains(told.Message, test.want) || told.Hint == "" {
			t.Errorf("%s: %d forms, %v", test.about, len(forms), err)
		}
	}
}

// TestOverlays checks that text written over the answers of a form is reported.
func TestOverlays(t *testing.T) {
	for subtype, want := range map[string]int{"FreeText": 1, "Text": 1, "StrikeOut": 1, "Highlight": 0, "Stamp": 0} {
		forms, err := read(t, "a", build("/AcroForm <</Fields [4 0 R]>>", "/Annots [4 0 R 5 0 R]",
			widget("applicant.staff"), "<</Type /Annot /Subtype /"+subtype+" /Rect [0 0 99 9] /Contents (1)>>"))
		if err != nil || len(forms) != 1 {
			t.Fatalf("%s: %d forms, %v", subtype, len(forms), err)
		}
		got := 0
		for _, p := range forms[0].Problems {
			if strings.Contains(p.Message, "на листе 1 поверх формы есть") && p.Hint != "" {
				got++
			}
		}
		if got != want {
			t.Errorf("%s: %d warnings, want %d", subtype, got, want)
		}
	}
}

// TestOwnPaper: our own papers that are not forms are known.
func TestOwnPaper(t *testing.T) {
	for _, format := range []string{"pdf", "docx"} {
		if _, err := read(t, "a", form(t, "application", format, false)); err == nil ||
			!strings.Contains(err.Error(), "документ protokol, но не форма") {
			t.Error(err)
		}
	}
}

// TestRefusal: other files are called by their names.
func TestRefusal(t *testing.T) {
	for name, want := range map[string]string{"a.JPG": "снимок", "a.zip": "архив", "a.odt": "не в формате DOCX",
		"a.exe": "не PDF и не DOCX"} {
		if told := collect.Refusal(name, []byte("x")); !strings.Contains(told.Message, want) || told.Hint == "" {
			t.Errorf("%s: %v", name, told)
		}
	}
	ole := []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	if told := collect.Refusal("a.docx", ole); !strings.Contains(told.Message, "с паролем") {
		t.Error(told)
	}
	if told := collect.Refusal("a.pdf", nil); !strings.Contains(told.Message, "пуст") {
		t.Error(told)
	}
}
