package verify

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/cos"
)

// twoPages are the objects of a file of two pages that share a node, a font and a form.
var twoPages = []string{"<</Type/Catalog/Pages 2 0 R>>",
	"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 300 300]" +
		"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
	"<</Type/Page/Parent 2 0 R/Contents 7 0 R>>", "<</Type/Page/Parent 2 0 R/Contents[7 0 R 8 0 R]/Annots[9 0 R]>>",
	"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
	"<</Subtype/Form/BBox[0 0 9 9]/Length 2>>\nstream\nf \nendstream",
	"<</Length 33>>\nstream\nBT /F 12 Tf 20 20 Td (one) Tj ET \nendstream",
	"<</Length 32>>\nstream\nBT /F 12 Tf 9 90 Td (two) Tj ET \nendstream",
	"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest[3 0 R /Fit]>>"}

// TestAlike: a page is read and drawn unless all that it is made of is written as in the reprint.
func TestAlike(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"", "", "true true"},
		{"(two)", "(six)", "true false"},
		{"(one)", "(two)", "false false"},
		{"[7 0 R 8 0 R]", "[8 0 R 7 0 R]", "true false"},
		{"300 300]", "300 310]", "false false"},
		{"/Contents 7 0 R", "/Contents 7 0 R/Rotate 90", "false true"},
		{"/Contents 7 0 R", "/Contents 7 0 R/UserUnit 2", "false true"},
		{"/Contents 7 0 R", "/Contents 7 0 R/CropBox[0 0 9 9]", "false true"},
		{"/Helvetica", "/Courier", "false false"},
		{"[0 0 9 9]/Length", "[0 0 8 9]/Length", "false false"},
		{"stream\nf", "stream\nF", "false false"},
		{"/Fit]", "/FitH]", "true false"},
		{"/Subtype/Link", "/Subtype/Stamp", "true false"},
		{"/Subtype/Link", "/Subtype/Widget", "true false"},
		{"/Contents 7 0 R", "/Contents 7 0 R/Annots 8 0 R", "false true"},
		{"/Catalog", "/Catalog/OCProperties<<>>", ""},
		{"/Count 2", "/Count 3", ""}, // readers find other pages
		{"/Length 33", "/DecodeParms<</Colors -1>>/Length 33", "false false"},
		{"/Length 32", "/Filter[]/Length 32", "true false"},
		{"/Helvetica", "/Helvetica/ToUnicode 8 0 R", "false false"},
		{"/Contents 7 0 R", "/Contents 7 0 R/CropBox 99 0 R", ""}, // of nothing
		{"/Contents 7 0 R", "/Contents 7 0 R/TrimBox 99 0 R", "false true"},
		{"/Contents 7 0 R", "/Contents 7 0 R/MediaBox null", "false true"},
		{"/Count 2", "/Count 2/Rotate 90", "false false"},
		{"/Contents 7 0 R", "/Contents 7 0 R/StructParents 3", "true true"},
	} {
		changed := strings.Split(strings.Replace(strings.Join(twoPages, "|"), c.old, c.new, 1), "|")
		pages, _ := alike(fileOf(t, changed...), fileOf(t, twoPages...))
		if got := strings.Trim(fmt.Sprint(pages), "[]"); got != c.want {
			t.Errorf("%s → %s: %s, want %s", c.old, c.new, got, c.want)
		}
	}
}

// TestAlikeRewritten: the compression of streams may differ where all programs undo it alike.
func TestAlikeRewritten(t *testing.T) {
	const content = "BT /F 12 Tf 20 20 Td (one) Tj <0a2F> Tj ET"
	packed := string(cos.Deflate([]byte(content)))
	file := func(entries, data string) *cos.File {
		objects := slices.Clone(twoPages)
		objects[6] = fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
		return fileOf(t, objects...)
	}
	const flate = "/Filter/FlateDecode"
	window := "\x58\x85" + packed[2:] // of 8 KB
	dictionary := "\x78\xbb" + "\x00\x00\x00\x01" + packed[2:]
	for _, c := range []struct {
		entries, data string
		want          bool
	}{
		{flate, packed, true}, {"", content, true}, {"", strings.ReplaceAll(content, " ", "\n"), false},
		{flate, string(cos.Deflate([]byte(strings.Replace(content, "0a2F", "0A2f", 1)))), false},
		{"", strings.Replace(content, "12", "12.0", 1), false}, {"/X 1", content, false},
		{flate, packed + "\n", false}, {flate, packed[:len(packed)-1] + "x", false},
		{flate, packed[:len(packed)-4], false}, {flate, dictionary, false},
		{flate, window, false}, {"/Filter[/FlateDecode]", packed, false}, {"/Filter/Fl", packed, false},
		{flate + "/DecodeParms null", packed, false}, {flate + "/DL 9", packed, false},
		{flate + "/F(a)", packed, false},
		{"/Filter[/FlateDecode/FlateDecode]", string(cos.Deflate([]byte(packed))), false},
	} {
		pages, _ := alike(file(c.entries, c.data), file(flate, packed))
		if len(pages) != 2 || pages[0] != c.want {
			t.Errorf("%s %.60q: %v, want %v", c.entries, c.data, pages, c.want)
		}
	}
	objects := slices.Clone(twoPages)
	objects[6] = "(" + content + ")"
	if pages, _ := alike(fileOf(t, objects...), file(flate, packed)); pages[0] {
		t.Error("a string is no content")
	}
}

// TestExtentOfPages: pages that repeat the contents of another give no room, and take no time.
func TestExtentOfPages(t *testing.T) {
	extent := func(pages, number int, kids string) extent {
		objects := slices.Clone(twoPages)
		for range pages {
			kids += fmt.Sprintf(" %d 0 R", len(objects)+1)
			objects = append(objects, "<</Type/Page/Parent 2 0 R/Contents 7 0 R>>")
		}
		objects[1] = strings.Replace(objects[1], "3 0 R 4 0 R]/Count 2",
			fmt.Sprintf("%s]/Count %d", kids, strings.Count(kids, "R")), 1)
		objects[6] = fmt.Sprintf("<</Length 999>>\nstream\n%-999s\nendstream", "BT (one) Tj ET")
		return extentOfPages(t.Context(), fileOf(t, objects...), number)
	}
	const one, two = "3 0 R", "3 0 R 4 0 R"
	if single, again := extent(0, 1, one), extent(200, 201, one); single.room < roomPerPage || single != again ||
		single.sheets != 1 {
		t.Errorf("%+v, of repeated pages %+v", single, again)
	}
	if both := extent(0, 2, two); both.room < 2*roomPerPage || both.sheets != 1 {
		t.Errorf("two pages, one of few words: %+v", both)
	}
	if other := extent(0, 3, two); other.room != 0 {
		t.Errorf("a page that only the engine finds: %+v", other)
	}
}
