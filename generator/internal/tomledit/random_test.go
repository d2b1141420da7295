package tomledit

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestRandomChanges makes random changes of the shipped examples: what is not
// changed stays byte for byte.
func TestRandomChanges(t *testing.T) {
	files, err := filepath.Glob("../../../examples/*/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal("no examples", err)
	}
	texts := [][]byte{[]byte(sample)}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, src)
	}
	r := rand.New(rand.NewPCG(1, 2))
	made, refused := 0, 0
	for _, src := range texts {
		for range 60 {
			values, err := Values(src)
			if err != nil {
				t.Fatal(err)
			}
			if len(values) == 0 {
				break // a short file, all of which has been removed
			}
			c := randomChange(r, values)
			got, err := Apply(src, c)
			if err != nil {
				refused++
				continue
			}
			made++
			if fault := kept(src, got, c); fault != "" {
				t.Fatalf("%v: %s\n%s\n----\n%s", c, fault, src, got)
			}
			src = got
		}
	}
	if refused*50 > made {
		t.Errorf("%d changes made, %d refused", made, refused)
	}
}

// kept says what a change has damaged.
func kept(src, got []byte, c Change) string {
	same := common(src, got)
	switch c.Operation {
	case Insert:
		if same < len(src)-2 { // [] may become a list
			return "other bytes changed"
		}
	case Set:
		f, err := scan(src)
		if err != nil {
			return err.Error()
		}
		length := 0
		if at := f.find(c.Path); at.value != nil {
			length = at.value.to - at.value.from
		}
		if same < len(src)-max(length, 2) {
			return "other bytes changed"
		}
	case Remove:
		if same < len(got) && !subsequence(bytes.Split(got, []byte("\n")), bytes.Split(src, []byte("\n"))) {
			return "something else changed"
		}
	case Move:
		sorted := func(b []byte) string { s := bytes.Runes(b); slices.Sort(s); return string(s) }
		if sorted(src) != sorted(got) {
			return "something was lost"
		}
	}
	return ""
}

// common is the length of the common beginning and end.
func common(a, b []byte) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	m := 0
	for m < len(a)-n && m < len(b)-n && a[len(a)-1-m] == b[len(b)-1-m] {
		m++
	}
	return n + m
}

func subsequence(few, many [][]byte) bool {
	for _, line := range many {
		if len(few) > 0 && bytes.Equal(line, few[0]) {
			few = few[1:]
		}
	}
	return len(few) == 0
}

func randomChange(r *rand.Rand, values map[string]any) Change {
	var paths []Path
	var walk func(p Path, v any)
	walk = func(p Path, v any) {
		if len(p) > 0 {
			paths = append(paths, p)
		}
		switch v := v.(type) {
		case map[string]any:
			keys := make([]string, 0, len(v))
			for k := range v {
				keys = append(keys, k)
			}
			slices.Sort(keys)
			for _, k := range keys {
				walk(append(slices.Clone(p), k), v[k])
			}
		case []any:
			for i := range v {
				walk(append(slices.Clone(p), i), v[i])
			}
		}
	}
	walk(nil, values)
	path := paths[r.IntN(len(paths))]
	v, length := at(values, path), 0
	_, isElement := path[len(path)-1].(int)
	if isElement {
		length = len(at(values, path[:len(path)-1]).([]any))
	}
	_, isTable := v.(map[string]any)
	_, isList := v.([]any)
	switch n := r.IntN(10); {
	case isElement && n < 3:
		return Change{Move, path, nil, r.IntN(length)}
	case isElement && n < 6 && isTable:
		return Change{Insert, path, map[string]any{"note": "вставка"}, 0}
	case isElement && n < 6:
		return Change{Insert, path, v, 0}
	case n == 6:
		return Change{Remove, path, nil, 0}
	case isTable:
		return Change{Set, append(path, fmt.Sprint("key", r.IntN(99))), "новое «значение»", 0}
	case isList:
		return Change{Insert, append(path, 0), at(values, append(path, 0)), 0}
	}
	return Change{Set, path, "другое \"значение\"\nи строка", 0}
}

// at returns the value at a path, or a text.
func at(v any, p Path) any {
	for _, step := range p {
		switch step := step.(type) {
		case string:
			v = v.(map[string]any)[step]
		case int:
			if list := v.([]any); step < len(list) {
				v = list[step]
			} else {
				return "текст"
			}
		}
	}
	return v
}

func FuzzApply(f *testing.F) {
	f.Add(sample, "start", "текст", 0)
	f.Add("a = [ {b = 1}, ]\n[c]\nd.e = 1", "a", "x", 1)
	f.Fuzz(func(t *testing.T, src, key, value string, i int) {
		for _, c := range []Change{
			{Set, Path{key}, value, 0}, {Remove, Path{key}, nil, 0}, {Insert, Path{key, i}, value, 0},
			{Move, Path{key, i}, nil, 0}, {Set, Path{key, i, key}, value, 0},
		} {
			got, err := Apply([]byte(src), c)
			if err != nil {
				continue
			}
			if _, err := Values(got); err != nil {
				t.Errorf("%v of %q made %q", c, src, got)
			}
		}
	})
}
