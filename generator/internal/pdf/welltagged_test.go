package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/outside"
	"protokol/generator/internal/pdftest"
	"protokol/generator/internal/shipped"
	"protokol/generator/internal/tagged"
)

func options2(t testing.TB) Options {
	o := options(t)
	o.Profile = A4f
	return o
}

// TestNamespaces checks that every structure element of PDF 2.0 has the namespace,
// that the root lists it, and that other profiles have none.
func TestNamespaces(t *testing.T) {
	if bytes.Contains(printed(t, torture()), []byte("/NS ")) {
		t.Error("a file of PDF 1.7 has a namespace")
	}
	f, err := cos.Read(printedAs(t, torture(), options2(t)))
	if err != nil {
		t.Fatal(err)
	}
	root := f.Dict(f.Root()["StructTreeRoot"])
	spaces := f.Array(root["Namespaces"])
	if len(spaces) != 1 || f.Text(f.Dict(spaces[0])["NS"]) != "http://iso.org/pdf2/ssn" {
		t.Fatalf("namespaces %s", cos.Format(spaces))
	}
	elements := 0
	for number := 1; f.Has(number); number++ {
		d, _ := f.Object(number).(cos.Dict)
		if d["Type"] != cos.Name("StructElem") {
			continue
		}
		if elements++; d["NS"] != spaces[0] {
			t.Errorf("%s is in the namespace %s", cos.Format(d["S"]), cos.Format(d["NS"]))
		}
	}
	if elements < 100 {
		t.Errorf("%d elements", elements)
	}
}

// TestWellTagged: the words are read aloud in the same order as in PDF 1.7; a
// caption is in the figure above it, and no Div holds text.
func TestWellTagged(t *testing.T) {
	doc := torture()
	root := tagged.Read(t, printedAs(t, doc, options2(t)))
	checkSpoken(t, doc, root)
	captions := 0
	root.Each(func(e, parent *tagged.Element) {
		if e.Role == "Caption" && parent.Role == "Figure" {
			captions++
		}
		if e.Role == "Div" && len(e.Kids) == 0 && e.Text != "" {
			t.Errorf("a Div holds %q", e.Text)
		}
	})
	if captions != 1 {
		t.Errorf("%d captions of figures", captions)
	}
}

// TestStructureDestinations: bookmarks of PDF 2.0 lead to headings, and to the same
// pages as in PDF 1.7 for readers that do not know such destinations.
func TestStructureDestinations(t *testing.T) {
	doc := &document.Document{Title: "Закладки", Blocks: []document.Block{
		document.Heading{Level: 1, Style: "heading", Inlines: inline("Первый")}, document.PageBreak{},
		document.Heading{Level: 2, Style: "heading", Inlines: inline("Второй")},
	}}
	file := printedAs(t, doc, options2(t))
	if got, want := pdftest.Bookmarks(t, file), pdftest.Bookmarks(t, printed(t, doc)); !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	f, err := cos.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	first := f.Dict(f.Dict(f.Root()["Outlines"])["First"])
	target := f.Array(f.Dict(first["A"])["SD"])
	if len(target) == 0 || f.Dict(target[0])["S"] != cos.Name("H1") || first["Dest"] != nil {
		t.Errorf("%s", cos.Format(first))
	}
}

// TestPlainPDFA4: a file without attachments does not claim level F, which requires
// them.
func TestPlainPDFA4(t *testing.T) {
	o := options2(t)
	o.Origin = origin.Origin{}
	file := printedAs(t, torture(), o)
	if bytes.Contains(file, []byte("conformance>")) || bytes.Contains(file, []byte("/EmbeddedFiles")) {
		t.Error("level F without attachments")
	}
	validate(t, file, "4")
}

// TestBookOfPDF2: papers of PDF 2.0 make a book of PDF 2.0 with one namespace.
func TestBookOfPDF2(t *testing.T) {
	printer := NewPrinter(shipped.Family(t))
	var out, paper bytes.Buffer
	if err := printer.Write(&paper, laid(t, torture(), printer.family), options2(t)); err != nil {
		t.Fatal(err)
	}
	b := NewBook(&out, BookOptions{Options: options2(t), RightHand: true})
	for _, title := range []string{"Первое", "Второе"} {
		if err := b.Add(paper.Bytes(), title); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "/Type /Namespace"); n != 1 {
		t.Errorf("%d namespaces", n)
	}
	validate(t, out.Bytes(), "4f", "ua2")
}

// validate checks a file with veraPDF.
func validate(t *testing.T, file []byte, flavours ...string) {
	t.Helper()
	outside.VeraPDF(t, flavours, onDisk(t, file))
}

// onDisk writes a file and returns its path.
func onDisk(t *testing.T, file []byte) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(name, file, 0o666); err != nil {
		t.Fatal(err)
	}
	return name
}
