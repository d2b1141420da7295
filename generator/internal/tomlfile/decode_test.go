package tomlfile

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// decodedParts are texts that files of TestDecoderIsRight consist of: most parts stand for themselves, some complete
// others, some are mistakes at their places.
var decodedParts = []string{
	"a = 1\n", "b.c = 2\n", "[x]\nk = 'а'\n", "[x] # заметка\nk = 2026-03-01\n", "[[q]]\nt = \"один\"\n",
	"[[q]]\r\nt = 2\r\n",
	"[[q]]\n[q.v]\nfor = 3\n", "[[q]]\n[[q.d]]\nt = 1\n[[q.d]]\nt = 2\n", "[q.v]\nfor = 3\n", "[[q.d]]\nt = 1\n",
	"[y]\n[y.z]\nk = 1\n", "[y.z]\nk = 1\n", "[z]\n[w.k]\nm = 1\n", "[[z]]\nk = 1\n", "t = \"\"\"\n[x]\n\"\"\"\n",
	"t = '''\n[[q]]\nt = 1\n'''\n", "l = [\n[[1]]\n]\n", "l = [\n[true],\n[1]\n]\n", "q = []\n",
	"q = [{ t = 1 }]\n", "x = 1\n",
	"[ x ]\nk = 3\n", "[\"x\"]\nk = 3\n", "[[ q ]]\nt = 1\n", "[x\n", "t = \"\"\"\n", "'''\n", "[]\n",
	"[[q]] t = 1\n", " [[q]]\nt = 5\n",
	"# [x]\n", "\n", "k = { x = [[1], [2]] }\n", "[я]\n",
}

// TestDecoderIsRight checks that files of random parts have the values that the decoder finds in them as a whole, or
// are mistakes for both, and that what is remembered is not changed.
func TestDecoderIsRight(t *testing.T) {
	d := NewDecoder(func(values map[string]any) { normalize(values) })
	random := rand.New(rand.NewPCG(1, 2))
	valid, joined := 0, 0
	for range 3000 {
		src := ""
		for range 1 + random.IntN(6) {
			src += decodedParts[random.IntN(len(decodedParts))]
		}
		var want map[string]any
		_, wrong := toml.Decode(src, &want)
		got, err := d.Decode(src)
		if (err == nil) != (wrong == nil) {
			t.Fatalf("%q: error %v, not %v", src, err, wrong)
		}
		if wrong != nil {
			continue
		}
		if len(want)+len(got) > 0 && !reflect.DeepEqual(normalize(want), any(got)) {
			t.Fatalf("%q: %v, not %v", src, got, want)
		}
		valid++
		if parts := split(src); len(parts) > 2 {
			if _, ok := d.joined(parts); ok {
				joined++
			}
		}
	}
	if valid < 300 || joined < 50 {
		t.Errorf("%d valid files, %d of parts", valid, joined)
	}
}

// TestDecoderDecodesWhatChanged checks that only a changed part is decoded again, and that what is kept is limited.
func TestDecoderDecodesWhatChanged(t *testing.T) {
	converted := 0
	d := NewDecoder(func(map[string]any) { converted++ })
	file := func(changed int) string {
		var b strings.Builder
		b.WriteString("number = \"1\"\n")
		for i := range 50 {
			fmt.Fprintf(&b, "[[agenda]]\ntitle = \"Вопрос %d\"\n", i+max(0, 100*changed*(i-48)))
		}
		return b.String()
	}
	for i, want := range []int{51, 52, 53} {
		if _, err := d.Decode(file(i)); err != nil || converted != want {
			t.Errorf("step %d: %d parts are decoded, not %d; %v", i, converted, want, err)
		}
	}
	for i := range 100 {
		if _, err := d.Decode(fmt.Sprintf("[t]\nk = '%s%d'", strings.Repeat("а", MaxSize/8), i)); err != nil {
			t.Fatal(err)
		}
	}
	if n := d.known.Len(); n > 20 {
		t.Errorf("%d parts are kept", n)
	}
}

// TestMergeKeepsDecoded checks that a merged base does not show in the same file read again without it.
func TestMergeKeepsDecoded(t *testing.T) {
	src := []byte("[council]\nname = \"Совет\"\n[[people]]\nname = \"А\"\n")
	base, _ := Parse("council.toml", []byte("[council]\ncity = \"Тверь\"\n[[people]]\nname = \"Б\"\n"))
	file, _ := Parse("m.toml", src)
	file.Merge(base, "people")
	again, problems := Parse("m.toml", src)
	want := map[string]any{"council": map[string]any{"name": "Совет"}, "people": []map[string]any{{"name": "А"}}}
	if problems != nil || !reflect.DeepEqual(again.data, want) {
		t.Errorf("%v %v", again.data, problems)
	}
	if !file.HasIn("council", "city") || len(file.data["people"].([]map[string]any)) != 2 {
		t.Errorf("merged: %v", file.data)
	}
}
