package verify

import (
	"bytes"
	"fmt"
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
		if graph("a") != graph("a") || graph("a") == graph("b") {
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
	if graphOf(one, one.Root()["Outlines"]) == graphOf(other, other.Root()["Outlines"]) {
		t.Error("bookmarks that were not compared are equal")
	}
}

// TestStandIns: large pictures are replaced, equal ones by equal ones.
func TestStandIns(t *testing.T) {
	paper := func(width int, data string) *cos.File {
		return fileOf(t, "<</Pages 2 0 R>>", "<</Kids[3 0 R]/Count 1/Resources<</XObject<</A 4 0 R>>>>>>",
			"<</Type/Page/Parent 2 0 R>>",
			fmt.Sprintf("<</Subtype/Image/Width %d/Height 600/Filter/DCTDecode/Length %d>>\nstream\n%s\nendstream",
				width, len(data), data))
	}
	drawn := func(width int, data string) string {
		s, ok := standIns(paper(width, data))[cos.Ref{Number: 4}].(*cos.Stream)
		if !ok {
			return ""
		}
		return string(s.Data)
	}
	if drawn(10, "scan") != "" || drawn(-600, "scan") != "" {
		t.Error("a picture without many pixels is replaced")
	}
	if scan := drawn(600, "scan"); scan == "" || scan != drawn(600, "scan") || scan == drawn(600, "other") ||
		scan == drawn(601, "scan") {
		t.Error("stand-ins do not tell pictures apart")
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
	found := constructs(fileOf(t, append(objects, "<<>>")...))
	if !found["deeper objects"] || len(found) > maxPlace {
		t.Error(len(found))
	}
}
