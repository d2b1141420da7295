package reader_test

import (
	"fmt"
	"strings"
	"testing"

	"protokol/generator/internal/reader"
	"protokol/generator/internal/reader/readertest"
)

// widgetsOf returns the widgets of a page with what they show.
func widgetsOf(t testing.TB, engine *reader.Engine, annotations string, objects ...string) []reader.Widget {
	t.Helper()
	file := readertest.BuildPDF(append([]string{"<</Type /Catalog /Pages 2 0 R>>", pages, // without a form
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [" + annotations + "]>>"}, objects...)...)
	paper, err := engine.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer paper.Close()
	list, err := paper.Widgets()
	if err != nil {
		t.Fatal(err)
	}
	if err := paper.Show(list); err != nil {
		t.Fatal(err)
	}
	return list
}

const textWidget = "<</Subtype /Widget /FT /Tx /Rect [0 0 99 9] "

// TestJoinedHierarchies checks two fields with one name, which no form lists, and
// two widgets of one field.
func TestJoinedHierarchies(t *testing.T) {
	list := widgetsOf(t, start(t), "4 0 R 6 0 R 8 0 R 9 0 R",
		textWidget+"/T (inn) /V (1) /Parent 5 0 R>>", "<</T (applicant) /Kids [4 0 R]>>",
		textWidget+"/T (inn) /V (2) /Parent 7 0 R>>", "<</T (applicant) /Kids [6 0 R]>>",
		textWidget+"/Parent 10 0 R>>", textWidget+"/Parent 10 0 R>>",
		"<</T (applicant.inn) /V (3) /Kids [8 0 R 9 0 R]>>")
	var got []string
	for _, w := range list {
		got = append(got, fmt.Sprintf("%s=%s %d %v", w.Name, w.Value, w.Page, w.Root == w.Object))
	}
	want := "applicant.inn=1 0 false, applicant.inn=2 0 false, applicant.inn=3 0 true, applicant.inn=3 0 true"
	if s := strings.Join(got, ", "); s != want {
		t.Fatal(s)
	}
	if list[0].Root == list[1].Root || list[0].Object == list[1].Object || list[2].Object != list[3].Object {
		t.Errorf("%+v", list)
	}
}

// TestFieldsOfLongPapers: the fields of every page are read.
func TestFieldsOfLongPapers(t *testing.T) {
	const count = 250
	objects := []string{"<</Type /Catalog /Pages 2 0 R>>", ""}
	kids := ""
	for i := range count {
		kids += fmt.Sprintf(" %d 0 R", i+3)
		objects = append(objects, fmt.Sprintf("<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [%d 0 R]>>",
			count+3))
	}
	objects[1] = fmt.Sprintf("<</Type /Pages /Kids [%s] /Count %d>>", kids, count)
	paper, err := start(t).Open(readertest.BuildPDF(append(objects, textWidget+"/T (inn) /V (1)>>")...))
	if err != nil {
		t.Fatal(err)
	}
	defer paper.Close()
	list, err := paper.Widgets()
	if err != nil || len(list) != count || list[count-1].Page != count-1 || list[count-1].Value != "1" {
		t.Errorf("%d fields, %v", len(list), err)
	}
}

// TestRaw checks that the bytes of values without a mark of their encoding are kept.
func TestRaw(t *testing.T) {
	engine := start(t)
	for written, want := range map[string]string{
		"<FEFF0401>": "", "(a\\r\\n\\tb)": "", "<EFBBBFD081>": "", "<D081>": "\xD0\x81", "<A8>": "\xA8",
		"<0401>": "\x04\x01", "[(a) <A8>]": "\xA8", "/A": "",
	} {
		list := widgetsOf(t, engine, "4 0 R", textWidget+"/T (a) /V "+written+">>")
		if len(list) != 1 || list[0].Raw != want {
			t.Errorf("%s: %+v", written, list)
		}
	}
}

// TestTickOff checks boxes whose value and appearance differ.
func TestTickOff(t *testing.T) {
	engine := start(t)
	for entries, want := range map[string][2]bool{
		"/V /Yes /AS /Yes": {true, false}, "/V /Off /AS /Off": {false, false}, "/V /Yes": {true, false},
		"/V /Yes /AS /Off": {true, true}, "/V /Off /AS /Yes": {true, true}, "/AS /Yes": {true, false},
	} {
		list := widgetsOf(t, engine, "4 0 R", "<</Subtype /Widget /FT /Btn /T (a) /Rect [0 0 9 9] "+entries+">>")
		if len(list) != 1 || [2]bool{list[0].Checked, list[0].Off} != want {
			t.Errorf("%s: %+v", entries, list)
		}
	}
}

// TestShown checks the text of appearances.
func TestShown(t *testing.T) {
	engine := start(t)
	const font = "<</Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>"
	const drawn = "/Tx BMC q BT /F 9 Tf 1 1 Td (first) Tj 0 -12 Td (second line that is far too long for it) Tj ET Q EMC"
	box := "/Type /XObject /Subtype /Form /BBox [0 0 99 9] "
	for name, test := range map[string]struct{ widget, appearance, want string }{
		"drawn": {"/AP <</N 5 0 R>>", stream(box+"/Resources "+font, drawn),
			"first\nsecond line that is far too long for it"},
		"empty":  {"/AP <</N 5 0 R>>", stream(box+"/Resources "+font, "/Tx BMC EMC"), ""},
		"hidden": {"/F 2 /AP <</N 5 0 R>>", stream(box+"/Resources "+font, drawn), ""},
		"none":   {"", "null", ""},
	} {
		list := widgetsOf(t, engine, "4 0 R", textWidget+"/T (a) /V (x) "+test.widget+">>", test.appearance)
		if len(list) != 1 || list[0].Shown != test.want {
			t.Errorf("%s: %+v", name, list)
		}
	}
}

// TestBlank checks which appearances show nothing: a program that fills in forms without
// drawing them leaves them so.
func TestBlank(t *testing.T) {
	engine := start(t)
	const box = "/Type /XObject /Subtype /Form /BBox [0 0 99 9] "
	for drawn, want := range map[string]bool{
		"/Tx BMC EMC": true,
		"/Tx BMC q BT /F 9 Tf () Tj <> Tj ET Q EMC":  true,
		"0 0 9 9 re S /Tx BMC BT (  ) Tj ET EMC":     true,
		"/Tx BMC q BT /F 9 Tf (a) Tj ET Q EMC":       false,
		"/Tx BMC BT /F 9 Tf [( a)] TJ ET EMC":        false,
		"/Tx BMC BT /F 9 Tf [<00> <0041>] TJ ET EMC": false,
		"q /Im Do Q":            false,
		"0 0 m 1 1 2 2 3 3 c f": false, // letters drawn as outlines
	} {
		list := widgetsOf(t, engine, "4 0 R", textWidget+"/T (a) /V (x) /AP <</N 5 0 R>>>>", stream(box, drawn))
		if len(list) != 1 || list[0].Blank != want {
			t.Errorf("%s: %+v", drawn, list)
		}
	}
	for length, want := range map[int]bool{1000: true, 9000: false} { // of one appearance for two fields
		long := stream(box, strings.Repeat(" ", length))
		list := widgetsOf(t, engine, "4 0 R 6 0 R", textWidget+"/T (a) /V (x) /AP <</N 5 0 R>>>>", long,
			textWidget+"/T (b) /V (y) /AP <</N 5 0 R>>>>")
		if len(list) != 2 || list[0].Blank != want || list[1].Blank != want {
			t.Errorf("%d bytes: %+v", length, list)
		}
	}
	for entries, want := range map[string]bool{"/F 2 ": true, "/F 4 ": false} {
		if list := widgetsOf(t, engine, "4 0 R", textWidget+entries+"/T (a) /V (x)>>"); list[0].Blank != want {
			t.Errorf("%s: %+v", entries, list)
		}
	}
	redrawn := readertest.BuildPDF("<</Type /Catalog /Pages 2 0 R /AcroForm <</NeedAppearances true>>>>", pages,
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R]>>",
		textWidget+"/T (a) /V (x) /AP <</N 5 0 R>>>>", stream(box, "/Tx BMC EMC"))
	paper, err := engine.Open(redrawn)
	if err != nil {
		t.Fatal(err)
	}
	defer paper.Close()
	if list, err := paper.Widgets(); err != nil || len(list) != 1 || list[0].Blank {
		t.Errorf("drawn again: %+v %v", list, err)
	}
}

// TestFormat checks which scripts of fields are read: a long one is not, which many fields could share, nor is one
// before other actions.
func TestFormat(t *testing.T) {
	engine := start(t)
	const call = "AFDate_Format(5)"
	long := call + strings.Repeat(" ", 5000)
	for action, want := range map[string]string{
		"": "",
		"/AA <</F <</S /JavaScript /JS (" + call + ")>>>>":                                      call,
		"/AA <</F <</S /JavaScript /JS 5 0 R>>>>":                                               call,
		"/AA <</F <</S /JavaScript /JS 6 0 R>>>>":                                               " ",
		"/AA <</F <</S /JavaScript /JS (" + long + ")>>>>":                                      " ",
		"/AA <</F <</S /Named /JS (" + call + ")>>>>":                                           " ",
		"/AA <</F <</S /JavaScript /JS (" + call + ") /Next <</S /JavaScript /JS (a = 1)>>>>>>": " ",
	} {
		list := widgetsOf(t, engine, "4 0 R", textWidget+"/T (a) /V (x) "+action+">>",
			stream("", call), stream("", long))
		if len(list) != 1 || list[0].Format != want {
			t.Errorf("%.80s: %+v", action, list)
		}
	}
}
