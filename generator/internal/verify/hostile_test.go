package verify

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/engine"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/reader/readertest"
)

// longPaper returns the objects of a file of so many pages, each with other words.
func longPaper(pages int) []string {
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"}
	kids := ""
	for page := range pages {
		kids += fmt.Sprintf(" %d 0 R", len(objects)+1)
		content := strings.Repeat(fmt.Sprintf("BT /F 9 Tf 9 90 Td (%d) Tj ET\n", page), 30)
		objects = append(objects, fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R>>", len(objects)+2),
			fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 300 300]/Resources<</Font<</F 3 0 R>>>>>>",
		kids, pages)
	return objects
}

// TestEarnings: the time that a paper has in addition to that for every paper grows with the pages that its source
// prints, and with nothing that a stranger adds to it.
func TestEarnings(t *testing.T) {
	const pages = 20
	issued := longPaper(pages)
	append1 := func(object string) func([]string) []string {
		return func(list []string) []string { return append(list, object) }
	}
	replace := func(old, new string) func([]string) []string {
		return func(list []string) []string {
			return strings.Split(strings.Replace(strings.Join(list, "|"), old, new, 1), "|")
		}
	}
	long := strings.Repeat("0 0 m 9 9 l S\n", 200_000)
	stream := fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(long), long)
	for _, c := range []struct {
		name   string
		change func([]string) []string
		known  int // pages
	}{
		{"nothing", append1("null"), pages},
		{"a long content", func(list []string) []string {
			list[4] = stream
			return list
		}, pages - 1},
		{"a second content", func(list []string) []string {
			return append(replace("/Contents 5 0 R", "/Contents[5 0 R 44 0 R]")(list), stream)
		}, pages - 1},
		{"a stamp", replace("/Contents 5 0 R", "/Contents 5 0 R/Annots[<</Subtype/Stamp/Rect[0 0 9 9]>>]"), pages},
		{"a large stream", append1(stream), pages},
		{"other fonts", replace("/Helvetica", "/Courier"), pages}, // drawn, but in the time of the reprint
		{"bookmarks", replace("/Catalog", "/Catalog/Outlines "+strings.Repeat("<</First ", 50)+"null"+
			strings.Repeat(">>", 50)), pages},
		{"layers", replace("/Catalog", "/Catalog/OCProperties<<>>"), 0},
		{"pages that repeat others", replace("4 0 R", strings.Repeat("4 0 R ", 9)), 0},
	} {
		paper := fileOf(t, c.change(strings.Split(strings.Join(issued, "|"), "|"))...)
		written, known := alike(paper, fileOf(t, issued...))
		if known != c.known {
			t.Errorf("%s: %d pages are known, want %d", c.name, known, c.known)
		}
		v := &Verdict{printed: time.Hour}
		if earned := v.earned(known, len(written)); earned > mostPerPage*pages {
			t.Errorf("%s: it earns %v", c.name, earned)
		}
		v = &Verdict{printed: time.Second}
		if earned := v.earned(known, len(written)); earned > timesPrinted*time.Second {
			t.Errorf("%s: it earns %v for a second of printing", c.name, earned)
		}
		if e := extentOfPages(t.Context(), paper, pages); e.time() > timePerSheet*pages ||
			e.room > pages*(roomPerPage+mostRoomPerPage) {
			t.Errorf("%s: its source may print %+v", c.name, e)
		}
	}
}

// TestPlain: pages may look different in print only where there are layers or where programs read the file differently;
// what refers to layers is nothing that pages are printed with.
func TestPlain(t *testing.T) {
	issued := longPaper(2)
	const fonts = "/Contents 5 0 R/Resources<</Font<</F 3 0 R>>"
	layer := "<</Type/OCG/Name(a)/Usage<</Print<</PrintState/OFF>>>>>>"
	for _, c := range []struct {
		name     string
		old, new string
		want     bool
	}{
		{"nothing", "", "", true},
		{"other words", "(0)", "(9)", true},
		{"a layer of the contents", "/Contents 5 0 R", fonts + "/Properties<</L " + layer + ">>>>", false},
		{"a layer of a form", "/Contents 5 0 R", fonts + "/XObject<</X 8 0 R>>>>", false},
		{"two objects of a number", "/Helvetica>>", "/Helvetica>>\nendobj\n5 0 obj\n<<>>", false},
	} {
		objects := strings.Split(strings.Replace(strings.Join(issued, "|"), c.old, c.new, 1), "|")
		objects = append(objects, "<</Subtype/Form/BBox[0 0 9 9]/OC"+layer+"/Length 0>>\nstream\n\nendstream")
		v := &Verdict{}
		v.compareObjects(fileOf(t, objects...), fileOf(t, append(issued, "null")...))
		if v.plain != c.want {
			t.Errorf("%s: %v, %v", c.name, v.plain, v.Differences)
		}
	}
}

// TestManyAdded: when many objects are laid over the pages of a paper without source, those over further pages are not
// read, and the verdict says so.
func TestManyAdded(t *testing.T) {
	started, err := reader.StartCached(t.Context(), engine.Folder())
	if err != nil {
		t.Fatal(err)
	}
	defer started.Close()
	square := "<</Type/Annot/Subtype/Square/Rect[10 10 90 90]>>"
	for _, c := range []struct{ pages, each, want int }{{5, 6, 30}, {9, 7, 36}, {40, 1, 31}} {
		file := readertest.BuildPDF(readertest.TextPages(c.pages, func(int) string {
			return "/Annots[" + strings.Repeat(square, c.each) + "]"
		})...)
		opened, err := started.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		defer opened.Close()
		v := &Verdict{}
		if err := v.checkWords(opened, true); err != nil {
			t.Fatal(err)
		}
		last := v.Differences[len(v.Differences)-1]
		if len(v.Differences) != c.want || (last.Page == 0) != (c.pages*c.each > mostAdded) || !v.isEdited() {
			t.Errorf("%+v: %d differences, the last one is %v", c, len(v.Differences), last)
		}
	}
}
