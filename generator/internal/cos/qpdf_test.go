package cos

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"protokol/generator/internal/outside"
)

// FuzzAgainstQPDF checks that qpdf understands each file that Strict passes as
// this package does: the same objects, without repairing anything.
func FuzzAgainstQPDF(f *testing.F) {
	qpdf := outside.Program(f, "qpdf")
	plain := build("", onePage...)
	for _, seed := range [][]byte{plain, updated(plain, "", ""), updated(plain, "%x\n", ""), hybrid(plain, 5),
		hybrid(plain, 4), buildPages(), twice(plain), overlapping(), build("/Encrypt 9 0 R", onePage...)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Read(data)
		if err != nil || file.Strict() != nil {
			return
		}
		ours := map[string]any{}
		for _, number := range file.Numbers() {
			ref := Ref{number, file.entries[number].generation()}
			if o := file.indirect(ref); !isSection(o) && inJSON(file, o) != nil {
				ours[fmt.Sprintf("obj:%d %d R", ref.Number, ref.Generation)] = inJSON(file, o)
			}
		}
		if file.Err() != nil {
			return
		}
		theirs, said := readByQPDF(t, qpdf, data)
		for _, word := range []string{"reconstruct", "damaged", "expected"} {
			if strings.Contains(said, word) {
				t.Fatalf("qpdf repairs the file: %s", said)
			}
		}
		if !reflect.DeepEqual(ours, theirs) {
			t.Errorf("we read %v\nqpdf %v\n%s", ours, theirs, said)
		}
	})
}

// readByQPDF returns the objects that qpdf finds, without those that are null.
func readByQPDF(t *testing.T, qpdf string, data []byte) (objects map[string]any, said string) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
	var out, problems bytes.Buffer
	cmd := exec.CommandContext(t.Context(), qpdf, "--json=2", "--json-key=qpdf", "--json-stream-data=none", name)
	cmd.Stdout, cmd.Stderr = &out, &problems
	_ = cmd.Run() // ends with 3 after warnings, and 2 without output after errors
	var read struct{ QPDF []map[string]any }
	text := latin1(out.Bytes())
	err := json.Unmarshal([]byte(text), &read)
	if err != nil { // qpdf writes some numbers as in the file
		err = json.Unmarshal([]byte(pointless.ReplaceAllString(text, "$1$2")), &read)
	}
	if err != nil || len(read.QPDF) != 2 {
		t.Fatalf("qpdf: %v, %s", err, problems.String())
	}
	objects = map[string]any{}
	for key, value := range read.QPDF[1] {
		entry, _ := value.(map[string]any)
		if stream, ok := entry["stream"].(map[string]any); ok {
			if dict, _ := stream["dict"].(map[string]any); dict["/Type"] != "/XRef" {
				objects[key] = withTexts(dict)
			}
		} else if key != "trailer" && entry["value"] != nil {
			objects[key] = withTexts(entry["value"])
		}
	}
	return objects, problems.String()
}

// pointless matches numbers that end in a point, which JSON does not have.
var pointless = regexp.MustCompile(`(\d)\.([,\s\]}])`)

// isSection reports whether an object is a cross-reference stream, which tables of
// objects need not name.
func isSection(o Object) bool {
	s, ok := o.(*Stream)
	return ok && s.Dict["Type"] == Name("XRef")
}

// inJSON returns an object as qpdf writes it (qpdf JSON version 2): without the entries
// whose values are null, also by a reference (ISO 32000-1, 7.3.7 and 7.3.10).
func inJSON(f *File, o Object) any {
	switch o := o.(type) {
	case int:
		return float64(o)
	case Name:
		return "/" + string(o)
	case String:
		return Text(o)
	case Ref:
		if o.Number == 0 { // always free (ISO 32000-1, 7.5.4): qpdf writes null for it
			return nil
		}
		return fmt.Sprintf("%d %d R", o.Number, o.Generation)
	case Array:
		list := []any{}
		for _, item := range o {
			list = append(list, inJSON(f, item))
		}
		return list
	case Dict:
		object := map[string]any{}
		for key, value := range o {
			if f.Get(value) != nil {
				object["/"+string(key)] = inJSON(f, value)
			}
		}
		return object
	case *Stream:
		return inJSON(f, o.Dict)
	}
	return o
}

// inText returns a string of qpdf, which is text where that loses nothing, or else bytes in
// hexadecimal, as the text that this package reads in it.
func inText(s string) string {
	if text, ok := strings.CutPrefix(s, "u:"); ok {
		return text
	}
	if digits, ok := strings.CutPrefix(s, "b:"); ok {
		if b, err := hex.DecodeString(digits); err == nil {
			return Text(String(b))
		}
	}
	return s
}

// latin1 returns a text of one character for every byte: qpdf writes the bytes of names
// as they are, which need not be UTF-8, and the decoder of JSON must not replace them.
func latin1(b []byte) string {
	runes := make([]rune, len(b))
	for i, c := range b {
		runes[i] = rune(c)
	}
	return string(runes)
}

// fromLatin1 returns the bytes that latin1 made a text of.
func fromLatin1(s string) string {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		b = append(b, byte(r))
	}
	return string(b)
}

// withTexts replaces the names and strings in what qpdf says.
func withTexts(o any) any {
	switch o := o.(type) {
	case string:
		return inText(fromLatin1(o))
	case []any:
		for i, item := range o {
			o[i] = withTexts(item)
		}
	case map[string]any:
		object := map[string]any{}
		for key, item := range o {
			object[fromLatin1(key)] = withTexts(item)
		}
		return object
	}
	return o
}
