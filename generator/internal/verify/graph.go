package verify

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"protokol/generator/internal/cos"
)

// graph writes the content of objects in a form that does not depend on how a program numbers and compresses them:
// viewers that decode streams as package cos draw two files alike that are equal in this form. All viewers do so if the
// graph is exact: it holds streams as they are compressed, and entries of nothing. It is as exact with those streams
// decompressed that all programs decompress alike. A typed graph tells integers from reals and values from references
// to them: where they stand in fonts, pictures and colors, some programs take one of them only. No program that saves a
// paper again turns one into the other.
type graph struct {
	file  *cos.File
	exact bool
	plain bool
	typed bool
	pages map[cos.Ref]int    // from 1
	known map[cos.Ref]string // digests of objects; "" while an object is being written
	size  int                // of what was written for all objects
	text  *strings.Builder
}

// maxGraph limits the text of a graph, and maxDepth limits how deep objects lie.
const (
	maxGraph = 16 << 20 // bytes
	maxDepth = 60
)

// neutralKeys are entries that are redundant, that only the program which wrote them uses, or that refer back.
// BackKeys refer back to a parent or number such references; no page shows them.
var (
	neutralKeys = []cos.Name{"Type", "ProcSet", "Length", "Filter", "DecodeParms", "DL", "P", "SE", "Prev", "Last",
		"Metadata", "PieceInfo", "LastModified"}
	backKeys = []cos.Name{"Parent", "StructParent", "StructParents"}
)

// textKeys are the entries that hold texts for people. Other strings are bytes, such as the palette of a picture.
var textKeys = []cos.Name{"Title", "Contents", "Alt", "ActualText", "E", "Lang", "T", "TU", "TM", "CA", "RC", "AC",
	"Subj", "Desc", "UF", "Info", "OutputCondition", "OutputConditionIdentifier", "RegistryName"}

// graphOf returns the text of an object, without some entries of it.
func graphOf(f *cos.File, o cos.Object, without ...cos.Name) string {
	if d := f.Dict(o); d != nil && len(without) > 0 {
		d = maps.Clone(d)
		for _, key := range without {
			delete(d, key)
		}
		o = d
	}
	return newGraph(f).of(o)
}

// newTypedGraph returns a graph of resources.
func newTypedGraph(f *cos.File) *graph {
	g := newGraph(f)
	g.typed = true
	return g
}

func newGraph(f *cos.File) *graph {
	g := &graph{file: f, pages: map[cos.Ref]int{}, known: map[cos.Ref]string{}}
	pages, _ := f.Pages()
	for i, page := range pages {
		g.pages[page] = i + 1
	}
	return g
}

// of returns the text of one more object.
func (g *graph) of(o cos.Object) string {
	g.text = &strings.Builder{}
	g.write(o, 0)
	return g.text.String()
}

// omitted counts the objects that are left out of graphs.
var omitted atomic.Int64

func (g *graph) write(o cos.Object, depth int) {
	if g.size+g.text.Len() > maxGraph || depth > maxDepth {
		fmt.Fprintf(g.text, "…%d ", omitted.Add(1)) // equal to nothing
		return
	}
	ref, _ := o.(cos.Ref)
	if page := g.pages[ref]; page > 0 {
		fmt.Fprintf(g.text, "page%d ", page)
		return
	}
	_, isRef := o.(cos.Ref)
	o = g.file.Get(o)
	switch o.(type) {
	case cos.Dict, cos.Array, *cos.Stream:
		g.text.WriteString(g.digest(ref, o, depth))
	default:
		if isRef && g.typed {
			g.text.WriteString("reference to ")
		}
		g.value(o, depth)
	}
}

// digest returns the digest of an object. Others may share it: programs merge equal objects, and make direct
// objects indirect.
func (g *graph) digest(ref cos.Ref, o cos.Object, depth int) string {
	if digest, ok := g.known[ref]; ok && ref.Number > 0 {
		return cmp.Or(digest, "cycle ")
	}
	g.known[ref] = ""
	outer := g.text
	g.text = &strings.Builder{}
	g.value(o, depth)
	digest := fmt.Sprintf("%x ", sha256.Sum256([]byte(g.text.String())))
	g.size += g.text.Len()
	g.known[ref], g.text = digest, outer
	return digest
}

func (g *graph) value(o cos.Object, depth int) {
	switch o := o.(type) {
	case cos.Dict:
		g.dict(o, depth)
	case *cos.Stream:
		data, entries := o.Data, o.Dict
		if !g.exact {
			data = g.decoded(o, depth)
		} else if plain, ok := g.plainOf(o); ok {
			data, entries = plain, maps.Clone(entries)
			delete(entries, "Filter")
			delete(entries, "Length")
		}
		fmt.Fprintf(g.text, "stream %x ", sha256.Sum256(data))
		g.dict(entries, depth)
	case cos.Array:
		g.text.WriteString("[ ")
		for _, item := range o {
			g.write(item, depth+1)
		}
		g.text.WriteString("] ")
	case cos.String:
		g.text.WriteString(strconv.Quote(string(o)) + " ")
	case int:
		g.text.WriteString(strconv.Itoa(o) + " ")
	case float64:
		g.text.Write(append(appendNumber(nil, o), ' '))
		if g.exact || g.typed {
			g.text.WriteString("real ") // poppler wants some numbers to be integers
		}
	default:
		g.text.WriteString(cos.Format(o) + " ")
	}
}

// plainOf returns the data of a stream that is written as plain data.
func (g *graph) plainOf(s *cos.Stream) ([]byte, bool) {
	if !g.plain {
		return nil, false
	}
	return g.file.Plain(s)
}

// decoded returns the content of a stream, or, with what it is compressed by, the bytes of one that is not understood.
func (g *graph) decoded(s *cos.Stream, depth int) []byte {
	data, err := g.file.Decoded(s)
	if err != nil {
		data = s.Data
		g.write(s.Dict["Filter"], depth+1)
		g.write(s.Dict["DecodeParms"], depth+1)
	}
	return data
}

// textOf returns a string in one encoding: programs rewrite texts in another. A string that is ASCII, or not well
// formed, is kept as it is: it may not be a text.
func textOf(s cos.String) string {
	text := cos.Text(s)
	isASCII := !strings.ContainsFunc(text, func(r rune) bool { return r >= 0x80 })
	if isASCII || strings.ContainsRune(text, '\uFFFD') {
		return string(s)
	}
	return text
}

// appendNumber writes a number as exactly as programs keep it that calculate in single
// precision.
func appendNumber(b []byte, n float64) []byte { return strconv.AppendFloat(b, n, 'g', 6, 64) }

// dict writes a dictionary, and those of the chain that its Next begins, one after another: bookmarks refer to each
// other so.
func (g *graph) dict(d cos.Dict, depth int) {
	g.entries(d, depth)
	for {
		ref, isRef := d["Next"].(cos.Ref)
		next := g.file.Dict(d["Next"])
		if next == nil || !isRef {
			return
		}
		if _, ok := g.known[ref]; ok || g.size+g.text.Len() > maxGraph {
			g.write(ref, depth+1)
			return
		}
		g.known[ref] = ""
		from := g.text.Len()
		g.entries(next, depth+1)
		g.known[ref] = fmt.Sprintf("%x ", sha256.Sum256([]byte(g.text.String()[from:])))
		d = next
	}
}

// entries writes the entries of a dictionary other than those that hold nothing.
func (g *graph) entries(d cos.Dict, depth int) {
	g.text.WriteString("<< ")
	for _, key := range slices.Sorted(maps.Keys(d)) {
		value := g.file.Get(d[key])
		_, isRef := d[key].(cos.Ref)
		inner, isDict := value.(cos.Dict)
		if key == "Next" && isRef && isDict || slices.Contains(backKeys, key) ||
			!g.exact && (value == nil || isDict && len(inner) == 0 || isNeutral(key, value)) {
			continue
		}
		g.text.WriteString(cos.Format(key) + " ")
		if text, ok := value.(cos.String); ok && slices.Contains(textKeys, key) {
			g.value(cos.String(textOf(text)), depth+1)
			continue
		}
		g.write(d[key], depth+1)
	}
	g.text.WriteString(">> ")
}

// isNeutral reports whether an entry changes nothing. A text under the key of a page is a prefix of page numbers (ISO
// 32000-2, table 161).
func isNeutral(key cos.Name, value cos.Object) bool {
	_, isText := value.(cos.String)
	return slices.Contains(neutralKeys, key) && (key != "P" || !isText)
}
