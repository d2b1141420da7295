package verify

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"protokol/generator/internal/cos"
)

// fileOf returns a file of objects, the first of which is the catalog.
func fileOf(t *testing.T, objects ...string) *cos.File {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var table strings.Builder
	for i, o := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, table.String(), len(objects)+1, b.Len())
	f, err := cos.Read(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// bookmarks returns a catalog with a chain of bookmarks, the last of which has a title.
func bookmarks(count int, last string) []string {
	objects := []string{"<</Outlines 2 0 R>>", fmt.Sprintf("<</First 3 0 R/Last %d 0 R>>", count+2)}
	for number := 3; number < count+2; number++ {
		objects = append(objects, fmt.Sprintf("<</Title(%d)/Next %d 0 R>>", number, number+1))
	}
	return append(objects, "<</Title("+last+")>>")
}

// TestGraphOfChains: objects far down a chain are compared, too.
func TestGraphOfChains(t *testing.T) {
	for _, count := range []int{2, 59, 61, 20_000} {
		graph := func(last string) string {
			f := fileOf(t, bookmarks(count, last)...)
			return graphOf(f, f.Root()["Outlines"])
		}
		if first, again := graph("a"), graph("a"); first != again || first == graph("b") {
			t.Errorf("%d bookmarks are not compared", count)
		}
	}
}

// TestGraphTooLarge: what a graph leaves out is equal to nothing.
func TestGraphTooLarge(t *testing.T) {
	objects := []string{"<</Outlines 2 0 R>>"}
	for number := range maxDepth + 2 {
		objects = append(objects, fmt.Sprintf("<</First %d 0 R>>", number+3))
	}
	objects = append(objects, "<</Title()>>")
	one, other := fileOf(t, objects...), fileOf(t, objects...)
	seen := map[string]bool{}
	for range 20 { // whatever memory is used again
		for _, f := range []*cos.File{one, other} {
			graph := graphOf(f, f.Root()["Outlines"])
			if seen[graph] {
				t.Fatal("bookmarks that were not compared are equal")
			}
			seen[graph] = true
		}
		runtime.GC()
	}
}

// onPage returns a file of a page with a picture, and entries of the page. Object 7 is a content that shows the
// picture, object 8 one that does not.
func onPage(t *testing.T, picture, data, page string) *cos.File {
	return fileOf(t, "<</Pages 2 0 R>>", "<</Kids[3 0 R]/Count 1/Resources<</XObject<</A 4 0 R>>>>>>",
		"<</Type/Page/Parent 2 0 R"+page+">>", fmt.Sprintf("<</Subtype/Image%s/Length %d>>\nstream\n%s\nendstream",
			picture, len(data), data), "<</Subtype/Widget>>", "<</Subtype/Link>>",
		"<</Length 12>>\nstream\n1 w /A  Do Q \nendstream", "<</Length 12>>\nstream\n1 w /AB Do Q \nendstream")
}

// TestStandIns: only large pictures that both files have in the same form are replaced.
func TestStandIns(t *testing.T) {
	const large = "/Width 600/Height 600/Filter/DCTDecode"
	indexed := func(palette string) string {
		return "/Width 600/Height 600/BitsPerComponent 8/ColorSpace[/Indexed/DeviceGray 5 " + palette + "]"
	}
	latin := indexed("<C4E5E9FCE5F6>") // a palette that may be read as a text, Äåéüåö
	for _, c := range []struct {
		paper, data, page string
		reprint           string
		want              bool
	}{
		{large, "scan", "", large, true},
		{large, "scan", "/Annots[6 0 R]", large, true},
		{large, "scan", "/Annots[5 0 R]/Contents 7 0 R", large, false}, // below a mark
		{large, "scan", "/Annots[5 0 R]/Contents 8 0 R", large, true},
		{large, "other", "", large, false},
		{large + "/OC null", "scan", "", large + "/OC null", false},
		{large + "/Decode[1 0]", "scan", "", large, false},
		{"/ImageMask true" + large, "scan", "", "/ImageMask true" + large, false},
		{strings.Replace(large, "00", "01", 1), "scan", "", large, false},
		{"/Width 10/Height 600", "scan", "", "/Width 10/Height 600", false},
		{"/Width -600/Height 600", "scan", "", "/Width -600/Height 600", false},
		{latin, "scan", "", latin, true},
		{indexed("<EFBBBFC384C3A5C3A9C3BCC3A5C3B6>"), "scan", "", latin, false},
		{indexed("<FEFF00C400E500E900FC00E500F6>"), "scan", "", latin, false},
		{large + "/SMask 4 0 R", "scan", "", large + "/SMask 4 0 R", false}, // without end
	} {
		paper, reprint := onPage(t, c.paper, c.data, c.page), onPage(t, c.reprint, "scan", "")
		theirs, ours, some := withStandIns(paper, reprint)
		var drawn []string
		for _, file := range [][]byte{theirs, ours} {
			f, err := cos.Read(file)
			if err != nil {
				t.Fatal(err)
			}
			s := f.Get(cos.Ref{Number: 4}).(*cos.Stream)
			drawn = append(drawn, cos.Format(s.Dict)+string(s.Data))
		}
		isSmall := !strings.Contains(drawn[0], "scan") && drawn[0] == drawn[1]
		if some != c.want || isSmall != c.want && c.data == "scan" {
			t.Errorf("%+v: %v, %q", c, some, drawn)
		}
	}
}

// TestLargePictures: pictures with many more pixels than those of the reprint are refused before they are decoded.
func TestLargePictures(t *testing.T) {
	const scan = "/Width 2480/Height 3508"
	for _, c := range []struct {
		paper, reprint string
		want           error
	}{
		{scan, scan, nil},
		{"/Width 7016/Height 9921", scan, nil}, // A3 at 600 dpi
		{"/Width 30000/Height 30000", scan, errLargePictures},
		{"/Width 30000/Height 30000", "/Width 30000/Height 29000", nil},
		{"/Width 4611686018427387904/Height 4", scan, errLargePictures},
		{"/Width 30000/Height -30000", scan, nil},
		{"/Width 30000.5/Height 30000.5/SMask 4 0 R", scan, errLargePictures},
	} {
		paper, reprint := onPage(t, c.paper, "x", ""), onPage(t, c.reprint, "x", "")
		if err := checkPictures(paper, reprint); err != c.want {
			t.Errorf("%s, %s: %v", c.paper, c.reprint, err)
		}
	}
}

// TestGraphOfBytes: only entries that are texts may be in another encoding, and large numbers differ.
func TestGraphOfBytes(t *testing.T) {
	for _, c := range []struct {
		one, other string
		want       bool
	}{
		{"<</Title<C4E9FC>>>", "<</Title<FEFF00C400E900FC>>>", true},
		{"<</Title<C4E9FC>>>", "<</Title<EFBBBFC384C3A9C3BC>>>", true},
		{"<</Title<C4E9FC>>>", "<</Title<FEFF00C400E900FD>>>", false},
		{"[/Indexed/DeviceRGB 0<C4E9FC>]", "[/Indexed/DeviceRGB 0<FEFF00C400E900FC>]", false},
		{"[/Indexed/DeviceRGB 0<C4E9FC>]", "[/Indexed/DeviceRGB 0<EFBBBFC384C3A9C3BC>]", false},
		{"[/Indexed/DeviceRGB 0<C4E9FC>]", "[/Indexed/DeviceRGB 0 5 0 R]", false},
		{"<</D<C4E9FC>>>", "<</D<FEFF00C400E900FC>>>", false},
		{"[1000001]", "[1000002]", false},
		{"[1.0]", "[1]", true},
		{"<</P(A)>>", "<</P(B)>>", false}, // before the numbers of pages
		{"<</P 1 0 R>>", "<</P 2 0 R>>", true},
		{"<</A/B>>", "<</A#20/B>>", false},
	} {
		f := fileOf(t, "<</Pages 2 0 R>>", "<<>>", c.one, c.other, "<FEFF00C400E900FC>")
		one, other := graphOf(f, cos.Ref{Number: 3}), graphOf(f, cos.Ref{Number: 4})
		if (one == other) != c.want {
			t.Errorf("%s, %s: equal %v", c.one, c.other, one == other)
		}
	}
}

// TestDivided: parts of contents are joined where every program joins them alike.
func TestDivided(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"q ", "Q", true}, {"q", " Q", true}, {"1", "2 w", false}, {"(a) ", "Tj", true}, {"(a\\) ", "b) Tj", false},
		{"(a ", "b) Tj", false}, {"<41 ", "42> Tj", false}, {"<41> ", "Tj", true}, {"/P <<", " /A 1>> BDC", true},
		{"q % ", "Q", false}, {"q %\n", "Q", true}, {"(50%) Tj ", "Q", true}, {"", "Q", true},
	} {
		if got := isApart([]byte(c.a), []byte(c.b)); got != c.want {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
		}
	}
}

// TestCuts: values are compared with the room of fields that programs draw themselves.
func TestCuts(t *testing.T) {
	const line, lines = 0, 1 << 12
	for _, c := range []struct {
		appearance string
		letters    int
		flags      int
		form       string
		want       bool
	}{
		{"/F 10 Tf", 15, line, "", false},
		{"/F 10 Tf", 25, line, "", true},
		{"/F 0 Tf", 25, line, "", false}, // of a size that fits
		{"/F 0 Tf", 90, line, "", true},
		{"/F 10 Tf", 55, lines, "", false},
		{"/F 10 Tf", 95, lines, "", true},
		{"/F 10 Tf", 25, line, "/AP<</N 3 0 R>>", false}, // the appearance is compared with the value
	} {
		f := fileOf(t, "<</AcroForm<<>>/Field 2 0 R>>", "<</Rect[0 0 104 44]"+c.form+">>", "<<>>")
		w := formWalk{file: f}
		value := strings.Repeat("я", c.letters)
		if is := w.cuts(f.Dict(f.Root()["Field"]), c.appearance, value, c.flags); is != c.want {
			t.Errorf("%+v: %v", c, is)
		}
	}
}

// TestConstructsDeep: objects far below a page are a construct of their own, whose place is not written.
func TestConstructsDeep(t *testing.T) {
	objects := []string{"<</Pages 2 0 R>>", "<</Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/Resources 4 0 R>>"}
	for number := 4; number < 2000; number++ {
		objects = append(objects, fmt.Sprintf("<</N %d 0 R>>", number+1))
	}
	found := constructs(fileOf(t, append(objects, "<<>>")...), nil)
	if !found["deeper objects"] || len(found) > maxPlace {
		t.Error(len(found))
	}
}

// TestNormalized: tokens are equal that every program reads alike.
func TestNormalized(t *testing.T) {
	for _, c := range []struct {
		one, other string
		want       bool
	}{
		{"50.250 w", "+050.25 % x\r w", true},
		{"50.25 w", "50." + strings.Repeat("0", 100) + " w", false},
		{"50 w", strings.Repeat("0", 100) + "50 w", false}, // programs read 255 digits
		{"50 w", "5e1 w", false},
		{"(A) Tj", "<41> Tj", true},
		{"(A) Tj", `(\501) Tj`, false},
		{"/P <</MCID 0>> BDC", "/P <</MCID 0> > BDC", false},
	} {
		if sameContent([]byte(c.one), []byte(c.other)) != c.want {
			t.Errorf("%s, %s: want %v", c.one, c.other, c.want)
		}
	}
}

// TestConstructsOfContents: contents that are not all streams are a construct of their own.
func TestConstructsOfContents(t *testing.T) {
	for contents, odd := range map[string]bool{"null": false, "4 0 R": false, "[]": false, "[4 0 R 4 0 R]": false,
		"9 0 R": true, "[4 0 R null]": true, "[9 0 R 4 0 R]": true, "[4 0 R 5]": true, "[4 0 R 3 0 R]": true,
		"[[4 0 R]]": true, "(x)": true} {
		f := fileOf(t, "<</Pages 2 0 R>>", "<</Kids[3 0 R]/Count 1>>",
			"<</Type/Page/Parent 2 0 R/Contents "+contents+">>", "<</Length 3>>\nstream\nq Q\nendstream")
		if found := constructs(f, nil); found["content that is not a stream"] != odd {
			t.Errorf("%s: %v", contents, found)
		}
	}
}
