package cos

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/outside"
)

// written returns a file of one page with the given text.
func written(t *testing.T, text string, shared []byte, flush bool) []byte {
	t.Helper()
	var b bytes.Buffer
	w := NewWriter(&b, "1.7")
	tree := w.Reserve()
	contents := w.Add(&Stream{Entries: Entries{"Filter", Name("FlateDecode")},
		Data: Deflate([]byte("BT (" + text + ") Tj ET"))})
	if flush {
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
	}
	page := w.Add(Entries{"Type", Name("Page"), "Parent", tree, "MediaBox", Array{0, 0, 595.28, 841.89}, "Contents",
		contents, Name("a b"), true})
	w.Add(&Stream{Data: shared, Shared: true})
	w.Put(tree, Dict{"Type": Name("Pages"), "Kids": Array{page}, "Count": 1})
	if err := w.Close(Entries{"Root", w.Add(Entries{"Type", Name("Catalog"), "Pages", tree, "Nothing",
		nil})}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestWriter checks that written files are read back, by an independent reader,
// too.
func TestWriter(t *testing.T) {
	data := written(t, "a", []byte("shared"), false)
	f := read(t, data)
	pages, nodes := f.Pages()
	if len(pages) != 1 || len(nodes) != 1 {
		t.Fatalf("%v, %v", pages, nodes)
	}
	want := "<</Contents 2 0 R /MediaBox [0 0 595.28 841.89] /Parent 1 0 R /Type /Page /a#20b true>>"
	if got := Format(f.Get(pages[0])); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	written := "\n3 0 obj\n" +
		"<</Type /Page /Parent 1 0 R /MediaBox [0 0 595.28 841.89] /Contents 2 0 R /a#20b true>>\nendobj\n"
	if !bytes.Contains(data, []byte(written)) {
		t.Error("the entries are not in the order given")
	}
	s, _ := f.Get(f.Dict(pages[0])["Contents"]).(*Stream)
	if text, err := f.decode(s); err != nil || string(text) != "BT (a) Tj ET" {
		t.Errorf("%q, %v", text, err)
	}
	if err := everything(data); err != nil {
		t.Error(err)
	}
	t.Run("qpdf", func(t *testing.T) {
		name := filepath.Join(t.TempDir(), "a.pdf")
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
		if out := outside.Run(t, outside.Program(t, "qpdf"), "--check", name); strings.Contains(out, "WARNING") {
			t.Error(out)
		}
	})
}

// TestIdentifier checks that the file identifier depends on the objects only,
// not on shared data or flushing.
func TestIdentifier(t *testing.T) {
	id := func(data []byte) string { return Format(read(t, data).Trailer["ID"]) }
	data := written(t, "a", []byte("shared"), false)
	if !bytes.Equal(data, written(t, "a", []byte("shared"), true)) {
		t.Error("flushing changes the file")
	}
	if id(data) != id(written(t, "a", []byte("SHARED"), false)) {
		t.Error("shared data changes the identifier")
	}
	if id(data) == id(written(t, "b", []byte("shared"), false)) {
		t.Error("two files have one identifier")
	}
}

// TestAddOnce checks that equal objects are written once, even across flushes.
func TestAddOnce(t *testing.T) {
	w := NewWriter(io.Discard, "1.7")
	first, other := w.AddOnce(Dict{"A": 1}), w.AddOnce(Dict{"A": 2})
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if again := w.AddOnce(Entries{"A", 1}); again != first || other == first || w.Reserve().Number != 3 {
		t.Errorf("%v, %v, %v", first, other, again)
	}
}

// TestWriterFails checks that a reserved number that is not used is an error,
// and that nothing is left behind.
func TestWriterFails(t *testing.T) {
	var b bytes.Buffer
	w := NewWriter(&b, "1.7")
	w.Reserve()
	if err := w.Close(Entries{"Root", w.Add(Dict{})}); err == nil ||
		err.Error() != "cos: object 1 was never written" || b.Len() > 0 {
		t.Errorf("%v, %d bytes", err, b.Len())
	}
}

// TestReplace: every reference is replaced, at any depth, and nothing else.
func TestReplace(t *testing.T) {
	o := &Stream{Dict: Dict{"A": Array{Ref{1, 0}, Dict{"B": Ref{2, 0}}, String("1 0 R"), 1}, "C": Ref{3, 0}},
		Data: []byte("1 0 R")}
	Replace(o, func(r Ref) Ref { return Ref{Number: r.Number + 100} })
	const want = "<</A [101 0 R <</B 102 0 R>> (1 0 R) 1] /C 103 0 R /Length 5>>\nstream\n1 0 R\nendstream"
	if got := Format(o); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestNumbers: reals are written as short as possible and read as the same.
func TestNumbers(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 0.5: "0.5", -0.25: "-0.25", 595.276: "595.276", 1e8 + 0.001: "100000000.001",
		0.30000000000000004: "0.30000000000000004",
		1e15:                "1000000000000000", -12.34567: "-12.34567",
		0.0004: "0.0004", 123456789012.5: "123456789012.5",
		1e-7: "0.0000001", math.Pi: "3.141592653589793",
	} {
		if got := Format(v); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
		p := parser{data: []byte(want)}
		o, err := p.object(0)
		if n, ok := o.(int); ok {
			o = float64(n)
		}
		if o != v || err != nil {
			t.Errorf("%s is read as %v, %v", want, o, err)
		}
	}
	for _, bad := range []string{"+", "-", ".", "1.2.3", "--1", "1-", "1e5", "+-1", strings.Repeat("9", 400),
		strings.Repeat("0", 100) + "1", "1." + strings.Repeat("0", 100)} {
		p := parser{data: []byte(bad + " ")}
		if o, err := p.object(0); err == nil {
			t.Errorf("%s is read as %v", bad, o)
		}
	}
}

// TestStrings: printable text is written as text, all else in hexadecimal.
func TestStrings(t *testing.T) {
	for s, want := range map[String]string{"": "()", `a(b)\`: `(a\(b\)\\)`, "a\n": "<610A>",
		"\xFE\xFF\x04\x10": "<FEFF0410>", "~\x7F": "<7E7F>"} {
		if got := Format(s); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}

// TestDate: dates are read as they were written, in other forms, too.
func TestDate(t *testing.T) {
	at := time.Date(2026, 3, 13, 10, 20, 30, 0, time.FixedZone("", 3*60*60))
	if got := Date(at); got != "D:20260313102030+03'00'" {
		t.Error(got)
	}
	for _, s := range []string{"D:20260313102030+03'00'", "20260313102030+03'00", "D:20260313072030Z",
		"D:20260313072030"} {
		if got, err := ParseDate(s); err != nil || !got.Equal(at) {
			t.Errorf("%s: %v, %v", s, got, err)
		}
	}
	if _, err := ParseDate("yesterday"); err == nil {
		t.Error("no date is a date")
	}
}

// TestGeneration: the root must be there under the generation that the trailer
// names, and a generation must fit into a cross-reference table.
func TestGeneration(t *testing.T) {
	good := string(build("", "<</Type /Catalog>>"))
	for _, bad := range []string{
		strings.Replace(good, "/Root 1 0 R", "/Root 1 7 R", 1),
		strings.Replace(strings.Replace(good, " 00000 n", " 70000 n", 1), "/Root 1 0 R", "/Root 1 70000 R", 1),
	} {
		if _, err := Read([]byte(bad)); err == nil {
			t.Errorf("read: %s", bad)
		}
	}
	other := strings.NewReplacer("1 0 obj", "1 7 obj", " 00000 n", " 00007 n", "/Root 1 0 R",
		"/Root 1 7 R").Replace(good)
	f := read(t, []byte(other))
	u := f.Update()
	u.Put(f.Trailer["Root"].(Ref), f.Root().With(Dict{"A": 1}))
	updated := u.Bytes()
	if got := fmt.Sprint(read(t, updated).Root()["A"]); got != "1" {
		t.Error(got)
	}
}

// TestPages checks the order of pages, and that a cyclic page tree ends.
func TestPages(t *testing.T) {
	f := read(t, build("", "<</Type /Catalog /Pages 2 0 R>>", "<</Kids [3 0 R 4 0 R 3 0 R 2 0 R]>>", "<</Type /Page>>",
		"<</Kids [5 0 R 2 0 R]>>", "<</Type /Page>>"))
	if pages, nodes := f.Pages(); fmt.Sprint(pages, nodes) != "[{3 0} {5 0}] [{2 0} {4 0}]" {
		t.Error(pages, nodes)
	}
}

// TestPlaceholder checks the reported offset of a placeholder in an update.
func TestPlaceholder(t *testing.T) {
	old := build("", "<</Type /Catalog>>")
	u := read(t, old).Update()
	p := &Placeholder{Text: "<0000>"}
	ref := u.Add(Entries{"B", p})
	data := u.Bytes()
	copy(data[p.At:], "<0aFF>")
	if f := read(t, data); f.Dict(ref)["B"] != String("\x0a\xff") || f.Err() != nil {
		t.Errorf("%v, %v", f.Dict(ref), f.Err())
	}
}

// TestBeforeUpdate checks that the file before an update is among the
// candidates, regardless of its last bytes, and that a file without updates has
// none.
func TestBeforeUpdate(t *testing.T) {
	plain := bytes.TrimSpace(build("", "<</Type /Catalog>>"))
	for _, end := range []string{"", "\n", "\r\n", "\r"} {
		old := append(bytes.Clone(plain), end...)
		u := read(t, old).Update()
		u.Add(String("new"))
		found := false
		for _, candidate := range BeforeUpdate(u.Bytes()) {
			found = found || bytes.Equal(candidate, old)
		}
		if !found || BeforeUpdate(old) != nil {
			t.Errorf("ends with %q", end)
		}
	}
}
