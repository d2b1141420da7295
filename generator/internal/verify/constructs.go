package verify

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"protokol/generator/internal/compare"
	"protokol/generator/internal/cos"
)

// constructs lists what pages of a PDF are made of, except for some: keys and names of their dictionaries, and
// operators of their contents. Pages that one viewer draws like the reprint may look different in another if they use
// something that this program does not print, such as a UserUnit or a kind of shading.
func constructs(f *cos.File, without []bool) map[string]bool {
	w := constructWalk{file: f, seen: map[cos.Ref]bool{}, found: map[string]bool{}}
	pages, _ := f.Pages()
	for i, ref := range pages {
		if i < len(without) && without[i] {
			continue
		}
		page := f.Dict(ref)
		w.dict("Page", page.With(inherited(f, page)))
		if contents := page["Contents"]; contents != nil {
			w.contents(parts(f, contents))
		}
	}
	return w.found
}

// contents notes the operators of the parts of a page's contents. Where one is not a stream, some programs show
// nothing at all.
func (w *constructWalk) contents(list cos.Array) {
	for _, part := range list {
		ref, _ := part.(cos.Ref)
		if s, ok := w.file.Get(part).(*cos.Stream); !ok {
			w.found["content that is not a stream"] = true
		} else if !w.seen[ref] {
			w.seen[ref] = true
			w.content(s)
		}
	}
}

// inherited returns what a page inherits (ISO 32000-1, 7.7.3.4). An entry that refers to nothing is absent (7.3.9).
func inherited(f *cos.File, page cos.Dict) cos.Dict {
	entries := cos.Dict{}
	const most = 20 // levels
	node := f.Dict(page["Parent"])
	for level := 0; node != nil && level < most; level++ {
		for _, key := range []cos.Name{"Resources", "MediaBox", "CropBox", "Rotate"} {
			if f.Get(page[key]) == nil && entries[key] == nil && f.Get(node[key]) != nil {
				entries[key] = node[key]
			}
		}
		node = f.Dict(node["Parent"])
	}
	return entries
}

type constructWalk struct {
	file  *cos.File
	seen  map[cos.Ref]bool
	found map[string]bool
}

// Keys that do not matter, and dictionaries whose keys are names given by the
// program that writes.
var (
	passedKeys = []cos.Name{"Parent", "Annots", "StructParents", "StructParent", "Contents", "Length", "Filter",
		"DecodeParms", "CropBox", "BleedBox", "TrimBox", "ArtBox", "Rotate", "LastModified", "PieceInfo", "Tabs",
		"Metadata"}
	resourceKeys = []string{"Font", "XObject", "ExtGState", "ColorSpace", "Pattern", "Shading", "Properties"}
	givenNames   = []cos.Name{"BaseFont", "FontName", "Name"}
)

// maxPlace limits how deep objects lie, by the length of their place, in bytes.
const maxPlace = 500

// visit notes an object that an entry holds.
func (w *constructWalk) visit(place string, o cos.Object) {
	if len(place) > maxPlace {
		w.found["deeper objects"] = true
		return
	}
	if ref, ok := o.(cos.Ref); ok {
		if w.seen[ref] {
			return
		}
		w.seen[ref] = true
	}
	switch o := w.file.Get(o).(type) {
	case cos.Dict:
		w.dict(place, o)
	case *cos.Stream:
		w.dict(place, o.Dict)
		if w.file.Name(o.Dict["Subtype"]) == "Form" || o.Dict["PatternType"] != nil {
			w.content(o)
		}
	case cos.Array:
		for _, item := range o {
			w.visit(place, item)
		}
	case cos.Name:
		w.found[place+" "+string(o)] = true
	}
}

func (w *constructWalk) dict(place string, d cos.Dict) {
	if kind := w.file.Name(d["Type"]); kind != "" && place != "Page" {
		place = string(kind)
	}
	for key, value := range d {
		_, isDict := w.file.Get(value).(cos.Dict)
		switch {
		case slices.Contains(passedKeys, key):
		case slices.Contains(givenNames, key) && !isDict:
			w.found[place+"/"+string(key)] = true
		case slices.Contains(resourceKeys, place):
			w.visit(place+" resource", value)
		case slices.Contains(resourceKeys, string(key)) && isDict:
			w.visit(string(key), value)
		default:
			w.found[place+"/"+string(key)] = true
			w.visit(place+"/"+string(key), value)
		}
	}
}

// content notes the operators of a content stream.
func (w *constructWalk) content(s *cos.Stream) {
	if w.file.Name(s.Dict["Subtype"]) != "Form" && s.Dict["PatternType"] == nil {
		for key := range s.Dict {
			if !slices.Contains([]cos.Name{"Length", "Filter", "DecodeParms", "DL", "Type"}, key) {
				w.found["content /"+string(key)] = true // such as the place of another file
			}
		}
	}
	data, err := w.file.Decoded(s)
	if err != nil {
		w.found["content in an unusual encoding"] = true
		return
	}
	for _, operator := range operators(data) {
		if operator != "q" && operator != "Q" {
			w.found["operator "+operator] = true
		}
	}
}

// operators returns the words of a content stream that are not operands (ISO
// 32000-1, 7.8.2), each once.
func operators(data []byte) (list []string) {
	seen := map[string]bool{}
	for i := 0; i < len(data); {
		from := i
		i = afterToken(data, i)
		if strings.IndexByte("<>[]{}()% \t\r\n\f\x00/+-.0123456789", data[from]) >= 0 {
			continue
		}
		if word := string(data[from:i]); !seen[word] {
			seen[word] = true
			list = append(list, word)
		}
	}
	return list
}

// afterToken returns the offset after the token, comment or space at an offset.
func afterToken(data []byte, i int) int {
	switch c := data[i]; {
	case c == '(':
		return afterString(data, i)
	case c == '%':
		for i < len(data) && data[i] != '\n' && data[i] != '\r' {
			i++
		}
		return i
	case (c == '<' || c == '>') && i+1 < len(data) && data[i+1] == c:
		return i + 2
	case c == '<':
		for i < len(data) && data[i] != '>' {
			i++
		}
		return min(i+1, len(data))
	case strings.IndexByte(">[]{}) \t\r\n\f\x00", c) >= 0:
		return i + 1
	}
	for i++; i < len(data) && strings.IndexByte("<>[]{}()/% \t\r\n\f\x00", data[i]) < 0; {
		i++
	}
	return i
}

// afterString returns the offset after a literal string.
func afterString(data []byte, i int) int {
	for depth := 0; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(data)
}

// compareConstructs reports constructs that the pages of a paper use and those of its reprint do not. The constructs of
// pages that are written alike are those of the reprint; most other pages have those of the same pages of it.
func (v *Verdict) compareConstructs(theirs, ours *cos.File) bool {
	var used map[string]bool
	for _, without := range [][]bool{v.written, nil} {
		used = constructs(theirs, without)
		known := constructs(ours, without)
		maps.DeleteFunc(used, func(name string, _ bool) bool { return known[name] })
		if len(used) == 0 {
			return false
		}
	}
	var extra []string
	for name := range used {
		extra = append(extra, shown(name))
	}
	slices.Sort(extra)
	list := strings.Join(extra[:min(len(extra), maxActions)], "; ")
	v.Differences = append(v.Differences, compare.Finding{Text: fmt.Sprintf(
		"листы записаны не так, как их печатает программа, и могут выглядеть по-разному: %s", list)})
	return true
}
