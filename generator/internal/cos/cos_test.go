package cos

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zlib"

	"protokol/generator/internal/outside"
)

// build writes a file of the given objects with a cross-reference table.
func build(trailer string, objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, at)
	return b.Bytes()
}

// buildPacked returns a file with objects 1 and 2 in an object stream.
func buildPacked(first, second string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	head := fmt.Sprintf("1 0 2 %d ", len(first)+1)
	data := pack(head + first + " " + second)
	stream := b.Len()
	fmt.Fprintf(&b,
		"3 0 obj\n<</Type /ObjStm /N 2 /First %d /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\nendobj\n",
		len(head), len(data), data)
	at := b.Len()
	table := []byte{} // rows with a byte before each: its filter, none
	for _, row := range [][]byte{{0, 0, 0, 0, 0}, {2, 0, 0, 3, 0}, {2, 0, 0, 3, 1},
		{1, 0, byte(stream >> 8), byte(stream), 0}, {1, 0, byte(at >> 8), byte(at), 0}} {
		table = append(append(table, 0), row...)
	}
	data = pack(string(table))
	fmt.Fprintf(
		&b,
		"4 0 obj\n<</Type /XRef /W [1 3 1] /Size 5 /Root 1 0 R "+
			"/Filter [/FlateDecode] /DecodeParms [<</Predictor 12 /Columns 5>>] /Length %d>>\nstream\n%s\nendstream\nendobj\n",
		len(data),
		data,
	)
	fmt.Fprintf(&b, "startxref\n%d\n%%%%EOF\n", at)
	return b.Bytes()
}

func pack(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

func read(t *testing.T, data []byte) *File {
	t.Helper()
	f, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestObjects: every kind of object is read and written back.
func TestObjects(t *testing.T) {
	const all = `<</A [true false null -1 +2 .5 -3.25] /B (a\(b\)\n\101\
c(d)) /C <48 6 9 9> /D#20x 1 0 R /E <<>> % remark
/F 12 /G 3 0 R>>`
	f := read(t, build("", all, "<</Length 3 0 R>>\nstream\n\x00\x01\x02\nendstream", "3"))
	const want = `<</A [true false null -1 2 0.5 -3.25] /B <612862290A4163286429> /C <486990> ` +
		`/D#20x 1 0 R /E <<>> /F 12 /G 3 0 R>>`
	if got := Format(f.Root()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if s, ok := f.Get(Ref{2, 0}).(*Stream); !ok || string(s.Data) != "\x00\x01\x02" {
		t.Errorf("stream %v", f.Get(Ref{2, 0}))
	}
	if f.Get(Ref{9, 0}) != nil || f.Get(Ref{1, 5}) != nil || f.Err() != nil {
		t.Errorf("what is not there is null: %v", f.Err())
	}
	for s, want := range map[String]string{"\xFE\xFF\x04\x10": "А", "\xEF\xBB\xBFЯ": "Я", "a\xE9": "aé",
		TextString("№ 𝄞"): "№ 𝄞"} {
		if got := Text(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}

// TestPacked: object streams, and cross-reference streams with a predictor.
func TestPacked(t *testing.T) {
	f := read(t, buildPacked("<</Type /Catalog /X 2 0 R>>", "[1 2 3]"))
	if got := Format(f.Array(f.Root()["X"])); got != "[1 2 3]" || f.Err() != nil {
		t.Errorf("%s, %v", got, f.Err())
	}
}

// TestUpdate: an update keeps the old bytes, changes and adds objects, and can be
// updated again; qpdf finds nothing to repair.
func TestUpdate(t *testing.T) {
	for name, old := range map[string][]byte{
		"table": build("/ID [<01> <02>]", "<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [] /Count 0>>",
			"(old)"),
		"stream": buildPacked("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [] /Count 0>>"),
	} {
		data := old
		for round := range 3 {
			f := read(t, data)
			u := f.Update()
			root := f.Root()
			root["Mark"] = u.Add(String(fmt.Sprint("round ", round)))
			u.Put(f.Trailer["Root"].(Ref), root)
			updated := u.Bytes()
			if !bytes.HasPrefix(updated, data) {
				t.Fatalf("%s: the old bytes changed", name)
			}
			data = updated
			f = read(t, data)
			if got := f.Get(f.Root()["Mark"]); got != String(fmt.Sprint("round ", round)) || f.Err() != nil {
				t.Errorf("%s: %v, %v", name, got, f.Err())
			}
		}
		t.Run(name, func(t *testing.T) {
			qpdf := outside.Program(t, "qpdf")
			file := filepath.Join(t.TempDir(), "a.pdf")
			if err := os.WriteFile(file, data, 0o666); err != nil {
				t.Fatal(err)
			}
			if out := outside.Run(t, qpdf, "--check", file); strings.Contains(out, "WARNING") {
				t.Error(out)
			}
		})
	}
}

// TestHybrid: in a hybrid-reference file the table comes before the stream of its
// trailer (ISO 32000-1, 7.5.8.4).
func TestHybrid(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	first := b.Len()
	b.WriteString("1 0 obj\n<</Type /Catalog /X 2 0 R>>\nendobj\n")
	hidden := b.Len()
	b.WriteString("2 0 obj\n(hidden)\nendobj\n")
	stream := b.Len()
	fmt.Fprintf(&b,
		"3 0 obj\n<</Type /XRef /W [1 2 1] /Index [2 1] /Size 4 /Length 4>>\nstream\n\x01%c%c\x00\nendstream\nendobj\n",
		hidden>>8, hidden)
	at := b.Len()
	fmt.Fprintf(
		&b,
		"xref\n0 2\n0000000000 65535 f \n%010d 00000 n \ntrailer\n<</Size 4 /Root 1 0 R /XRefStm %d>>\n"+
			"startxref\n%d\n%%%%EOF",
		first,
		stream,
		at,
	)
	f := read(t, b.Bytes())
	if got := f.Get(f.Root()["X"]); got != String("hidden") {
		t.Errorf("%v, %v", got, f.Err())
	}
}

// everything reads all objects of a file.
func everything(data []byte) error {
	f, err := Read(data)
	if err != nil {
		return err
	}
	for _, number := range f.Numbers() {
		f.Object(number)
	}
	return f.Err()
}

// hostile are files that take much time or memory, or are ambiguous.
func hostile() map[string][]byte {
	good := build("", "<</Type /Catalog>>")
	bomb := strings.Repeat("\x00", 48<<20)
	var overlapping, table strings.Builder
	overlapping.WriteString("%PDF-1.7\n")
	for i := range 40_000 {
		fmt.Fprintf(&table, "%010d 00000 n \n", overlapping.Len())
		fmt.Fprintf(&overlapping, "%d 0 obj (", i+1)
	}
	fmt.Fprintf(&overlapping, "\nxref\n1 40000\n%strailer\n<</Root 1 0 R>>\nstartxref\n%d\n%%%%EOF", table.String(),
		overlapping.Len()+1)
	packedBomb := pack(bomb)
	return map[string][]byte{
		"empty":          nil,
		"not a PDF":      []byte("MZ"),
		"truncated":      good[:len(good)-20],
		"half":           good[:len(good)/2],
		"trailing bytes": append(bytes.Clone(good), "garbage"...),
		"circular": bytes.Replace(good, []byte("/Size"),
			[]byte(fmt.Sprintf("/Prev %d /Size", bytes.Index(good, []byte("xref\n")))), 1),
		"nested arrays":      build("", strings.Repeat("[", 10_000)+strings.Repeat("]", 10_000)),
		"nested dicts":       build("", strings.Repeat("<</A ", 10_000)),
		"two keys":           build("", "<</Type /Catalog /Type /Page>>"),
		"references in ring": build("", "2 0 R", "1 0 R"),
		"length of itself":   build("", "<</Length 1 0 R>>\nstream\nx\nendstream"),
		"length too long":    build("", "<</Length 9999>>\nstream\nx\nendstream"),
		"many objects":       bytes.Replace(good, []byte("0 2\n"), []byte("0 999999999\n"), 1),
		"wrong number":       bytes.Replace(good, []byte("1 0 obj"), []byte("7 0 obj"), 1),
		"protected":          build("/Encrypt 1 0 R", "<</Type /Catalog>>"),
		"no root":            bytes.Replace(good, []byte("/Root 1 0 R"), []byte(""), 1),
		"overlapping":        []byte(overlapping.String()),
		"bomb":               buildPackedRaw(packedBomb, "/N 1 /First 10"),
		"values bomb":        buildPackedRaw(pack("1 0 "+"["+strings.Repeat("0 ", 3<<20)+"]"), "/N 1 /First 4"),
		"same object often": buildPackedRaw(pack(strings.Repeat("1 0 ", 50_000)+"["+strings.Repeat("0 ", 1<<20)+"]"),
			"/N 50000 /First 200000"),
	}
}

// buildPackedRaw is a file with an object stream of the given packed data.
func buildPackedRaw(data, entries string) []byte {
	good := buildPacked("<</Type /Catalog>>", "1")
	start := bytes.Index(good, []byte("3 0 obj"))
	made := fmt.Sprintf(
		"3 0 obj\n<</Type /ObjStm %s /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\nendobj\n",
		entries,
		len(data),
		data,
	)
	var b bytes.Buffer
	b.Write(good[:start])
	b.WriteString(made)
	at := b.Len()
	rows := ""
	for _, row := range [][]byte{{2, 0, 0, 3, 0}, {1, byte(start >> 16), byte(start >> 8), byte(start), 0}} {
		rows += string(row)
	}
	fmt.Fprintf(
		&b,
		"4 0 obj\n<</Type /XRef /W [1 3 1] /Index [1 1 3 1] /Size 5 /Root 1 0 R /Length %d>>\n"+
			"stream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		len(rows),
		rows,
		at,
	)
	return b.Bytes()
}

// TestHostile: every such file is an error within a second and in bounded memory.
// The fastest of three runs counts, since other programs may slow any of them.
func TestHostile(t *testing.T) {
	for name, data := range hostile() {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			var err error
			const limit = slower * 15 * time.Second // milliseconds on an idle machine
			took := time.Hour
			for try := 0; try < 3 && took > limit; try++ {
				runtime.ReadMemStats(&before)
				began := time.Now()
				err = everything(data)
				took = min(took, time.Since(began))
				runtime.ReadMemStats(&after)
			}
			if err == nil {
				t.Error("no error")
			}
			if took > limit {
				t.Errorf("took %v", took)
			}
			if asked := (after.TotalAlloc - before.TotalAlloc) >> 20; asked > 500 {
				t.Errorf("asked for %d MB", asked)
			}
			t.Log(took, err)
		})
	}
}

// FuzzRead: no input makes the reader panic or hang, and what is read can be
// written and read again.
func FuzzRead(f *testing.F) {
	f.Add(build("/ID [<01> <02>]", "<</Type /Catalog /A [1 -2.5 (x\\)) <0a> /N#20 null true 2 0 R]>>",
		"<</Length 1>>\nstream\nx\nendstream"))
	f.Add(buildPacked("<</Type /Catalog /X 2 0 R>>", "[1 2 3]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<20 || everything(data) != nil {
			return
		}
		file := read(t, data)
		strict := file.Strict()
		u := file.Update()
		before := Format(file.Get(file.Trailer["Root"]))
		u.Put(file.Trailer["Root"].(Ref), file.Get(file.Trailer["Root"]))
		updated := u.Bytes()
		again, err := Read(updated)
		if err != nil {
			t.Fatalf("the update of a good file is bad: %v", err)
		}
		if after := Format(again.Get(again.Trailer["Root"])); after != before || again.Err() != nil {
			t.Fatalf("%s became %s, %v", before, after, again.Err())
		}
		if err := again.Strict(); strict == nil && err != nil {
			t.Fatalf("the update of a strict file: %v", err)
		}
	})
}

// TestUntil: a file has nothing in it when its time is over, nor have its earlier states.
func TestUntil(t *testing.T) {
	data := build("", "<</Type /Catalog /K 2 0 R>>", "(x)")
	f, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	over := false
	f.Until(func() bool { return over })
	before, err := f.Before(len(data))
	if err != nil || f.Text(f.Root()["K"]) != "x" || f.Err() != nil {
		t.Fatal(err, f.Err(), f.Root())
	}
	over = true
	if f.Root() != nil || f.Err() == nil || before.Root() != nil || before.Err() == nil {
		t.Error(f.Root(), f.Err(), before.Root(), before.Err())
	}
}
