package reader_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"protokol/generator/internal/reader"
	"protokol/generator/internal/reader/readertest"
)

// form returns a file with a field, object 5, and additional objects from 6.
func form(field string, more ...string) []byte {
	return readertest.BuildPDF(append([]string{"<</Type /Catalog /Pages 2 0 R /AcroForm 4 0 R>>", pages,
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [5 0 R]>>", "<</Fields [5 0 R]>>", field},
		more...)...)
}

// nestedFields returns a field with a chain of parents.
func nestedFields(depth int) []byte {
	var more []string
	for i := range depth {
		more = append(more, fmt.Sprintf("<</T (a) /Parent %d 0 R /Kids [%d 0 R]>>", i+5, i+7))
	}
	return form("<</T (a) /Kids [6 0 R]>>", more...)
}

func fieldsOf(t testing.TB, engine *reader.Engine, file []byte) []reader.Field {
	t.Helper()
	paper, err := engine.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer paper.Close()
	widgets, err := paper.Widgets()
	if err != nil {
		t.Fatal(err)
	}
	var list []reader.Field
	for _, w := range widgets {
		list = append(list, w.Field)
	}
	return list
}

// TestFieldText checks the encodings of values (ISO 32000-2, 7.9.2.2).
func TestFieldText(t *testing.T) {
	engine := start(t)
	for written, want := range map[string]string{
		"<FEFF0401043B043A0430>":             "Ёлка",
		"<FFFE01043B043A043004>":             "Ёлка",
		"<EFBBBFD081D0BBD0BAD0B0>":           "Ёлка",
		"(\\253a\\273 \\222)":                "«a» ™",
		"(a\\rb\\r\\nc\\nd)":                 "a\rb\r\nc\nd",
		"<FEFFD83DDE00>":                     "😀",
		"(" + strings.Repeat("0", 300) + ")": strings.Repeat("0", 300),
		"null":                               "",
		"6 0 R":                              "Ёлка",
		"7 0 R":                              "Ёлка",
	} {
		file := form("<</T (applicant) /FT /Tx /Subtype /Widget /Rect [0 0 99 9] /TU <FEFF04180418> /V "+written+">>",
			"<FEFF0401043B043A0430>", stream("", "\xFE\xFF\x04\x01\x04\x3B\x04\x3A\x04\x30"))
		want := []reader.Field{{Name: "applicant", Title: "ИИ", Kind: reader.TextField, Value: want}}
		if diff := cmp.Diff(want, fieldsOf(t, engine, file)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", written, diff)
		}
	}
}

// TestFieldTree checks full names and inherited types and values.
func TestFieldTree(t *testing.T) {
	file := form("<</T (name) /Subtype /Widget /Rect [0 0 99 9] /Parent 6 0 R>>",
		"<</T (head) /FT /Tx /V (x) /Parent 7 0 R /Kids [5 0 R]>>", "<</T (applicant) /Kids [6 0 R]>>")
	file = []byte(strings.Replace(string(file), "/Fields [5 0 R]", "/Fields [7 0 R]", 1))
	want := []reader.Field{{Name: "applicant.head.name", Kind: reader.TextField, Value: "x"}}
	if diff := cmp.Diff(want, fieldsOf(t, start(t), file)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestFieldKinds checks check boxes, choices with custom text, signatures and
// buttons.
func TestFieldKinds(t *testing.T) {
	engine := start(t)
	const widget = " /T (a) /Subtype /Widget /Rect [0 0 9 9]"
	for field, want := range map[string]reader.Field{
		"/FT /Btn /AS /Yes /V /Yes /AP <</N <</Yes null /Off null>>>>": {Kind: reader.CheckBox, Checked: true},
		"/FT /Btn /AS /Off /V /Off":                                    {Kind: reader.CheckBox},
		"/FT /Btn":                                                     {Kind: reader.CheckBox},
		"/FT /Btn /Ff 65536":                                           {},
		"/FT /Sig":                                                     {Kind: reader.SignatureField},
		"/FT /Ch /Ff 393216 /Opt [(b) (c)] /V (own)":                   {Kind: reader.TextField, Value: "own"},
		"/FT /Ch /Ff 131072 /Opt [[(1) (b)] [(2) (c)]] /V (2)":         {Kind: reader.TextField, Value: "2"},
	} {
		want.Name = "a"
		if diff := cmp.Diff([]reader.Field{want}, fieldsOf(t, engine, form("<<"+field+widget+">>"))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", field, diff)
		}
	}
}

// TestFieldUpdated checks that the value in the last update is used.
func TestFieldUpdated(t *testing.T) {
	file := string(form("<</T (a) /FT /Tx /Subtype /Widget /Rect [0 0 9 9] /V (old)>>"))
	before := strings.Index(file, "xref")
	at := len(file)
	file += "5 0 obj\n<</T (a) /FT /Tx /Subtype /Widget /Rect [0 0 9 9] /V (new)>>\nendobj\n"
	file += fmt.Sprintf(
		"xref\n5 1\n%010d 00000 n \ntrailer\n<</Size 6 /Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n",
		at,
		before,
		strings.LastIndex(file, "xref\n"),
	)
	file = strings.Replace(file, "startxref\n"+fmt.Sprint(strings.LastIndex(file, "xref\n5 1")), "", 1)
	list := fieldsOf(t, start(t), []byte(file))
	if len(list) != 1 || list[0].Value != "new" {
		t.Errorf("%+v", list)
	}
}

// TestXFA checks that XFA forms are distinguished from AcroForms.
func TestXFA(t *testing.T) {
	engine := start(t)
	plain := string(form("<</T (a) /FT /Tx /Subtype /Widget /Rect [0 0 9 9]>>", stream("", "<xdp/>")))
	for file, want := range map[string]bool{
		plain: false,
		strings.Replace(plain, "/Fields [5 0 R]", "/Fields [] /XFA 6 0 R", 1):      true,
		strings.Replace(plain, "/Fields [5 0 R]", "/Fields [5 0 R] /XFA 6 0 R", 1): true,
	} {
		paper, err := engine.Open([]byte(file))
		if err != nil {
			t.Fatal(err)
		}
		if got := paper.IsXFA(); got != want {
			t.Errorf("XFA: %v", got)
		}
		paper.Close()
	}
}
