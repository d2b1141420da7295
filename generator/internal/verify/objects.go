package verify

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"

	"protokol/generator/internal/compare"
	"protokol/generator/internal/cos"
)

// compareObjects compares the objects other than pages, and how pages are written: a page that one viewer shows
// like the reprint may look different in another, and viewers show or read aloud more than the pages.
func (v *Verdict) compareObjects(theirs, ours *cos.File) {
	v.compareCatalogs(theirs, ours)
	if !isChained(theirs, theirs.Root()["Outlines"]) {
		v.found(0, "в файле не то, что в исходном: %s", catalogKeys["Outlines"])
	}
	v.compareInfo(theirs, ours)
	v.compareStructure(theirs, ours)
	if !v.compareConstructs(theirs, ours) {
		v.plain = theirs.Strict() == nil
		v.compareWriting(theirs, ours)
	}
	v.compareForms(theirs, ours)
	v.compareNotes(theirs, ours)
	v.compareFiles(theirs, ours)
}

// catalogKeys are the entries of the catalog in Russian (ISO 32000-2, table 29) whose changes are visible or
// audible.
var catalogKeys = map[cos.Name]string{
	"Lang": "язык", "PageMode": "показ во весь экран", "PageLabels": "номера листов",
	"ViewerPreferences": "настройки показа и печати", "Outlines": "закладки", "Dests": "места для ссылок",
	"URI": "начало адресов ссылок", "OutputIntents": "назначение цветов", "MarkInfo": "сведения о разметке",
	"Names": "именованные части", "Perms": "права на изменения",
}

// otherwiseCompared are the entries of the catalog that are compared elsewhere, and those that change nothing.
var otherwiseCompared = []cos.Name{"Type", "Pages", "AcroForm", "Metadata", "StructTreeRoot", "AF", "DSS", "Version",
	"Extensions", "PieceInfo", "PageLayout"}

// compareCatalogs reports entries of the catalog that differ from those of the reprint or are missing there.
// Programs leave out entries that they do not know.
func (v *Verdict) compareCatalogs(theirs, ours *cos.File) {
	now, issued := theirs.Root(), ours.Root()
	for _, key := range slices.Sorted(maps.Keys(now)) {
		_, active := activeKeys[key]
		var without []cos.Name
		switch {
		case slices.Contains(otherwiseCompared, key) || active || theirs.Get(now[key]) == nil:
			continue
		case key == "PageMode" && theirs.Name(now[key]) != "FullScreen":
			continue // which panel is open
		case key == "Names":
			without = []cos.Name{"EmbeddedFiles", "JavaScript"} // reported as attachments and actions
		case key == "Perms":
			without = []cos.Name{"DocMDP"} // of a signature
		}
		is := graphOf(theirs, now[key], without...)
		if is == graphOf(ours, issued[key], without...) || is == graphOf(theirs, cos.Dict{}) {
			continue
		}
		name := catalogKeys[key]
		if name == "" {
			name = shown(string(key))
		}
		v.found(0, "в файле не то, что в исходном: %s", name)
	}
}

// nodeKeys are the entries of the nodes of a page tree (ISO 32000-2, 7.7.3.2).
var nodeKeys = []cos.Name{"Type", "Kids", "Count", "Parent", "Resources", "MediaBox", "CropBox", "Rotate",
	"LastModified", "PieceInfo", "Metadata"}

// compareWriting reports pages whose content streams differ from those of the reprint, although both use the same
// constructs.
func (v *Verdict) compareWriting(theirs, ours *cos.File) {
	now, nodes := theirs.Pages()
	issued, _ := ours.Pages()
	are, were := newTypedGraph(theirs), newTypedGraph(ours)
	for _, node := range nodes {
		for key := range theirs.Dict(node) {
			if !slices.Contains(nodeKeys, key) {
				v.found(0, "листы записаны не так, как их печатает программа: %s", shown(string(key)))
			}
		}
	}
	for i := range min(len(now), len(issued)) {
		if !sameMeasures(theirs, ours, now[i], issued[i]) {
			v.found(i+1,
				"размеры, обрез или поворот листа записаны не так, как их печатает программа, и могут пониматься "+
					"по-разному")
		}
		if i < len(v.written) && v.written[i] {
			continue
		}
		if are.page(now[i]) != were.page(issued[i]) {
			v.found(i+1, "шрифты или рисунки записаны не так, как их печатает программа, и могут выглядеть по-разному")
		} else if !sameContent(contentOf(theirs, now[i]), contentOf(ours, issued[i])) {
			v.found(i+1, "лист записан не так, как его печатает программа, и может выглядеть по-разному")
		}
	}
}

// page returns the graph of a page without the entries that are compared in rendered form.
func (g *graph) page(ref cos.Ref) string {
	page := g.file.Dict(ref)
	page = page.With(inherited(g.file, page))
	for _, key := range append(slices.Clone(passedKeys), "MediaBox") {
		delete(page, key)
	}
	return g.of(page)
}

// maxContent limits the content of a page, in bytes: a hostile page refers to the same stream many times.
const maxContent = 64 << 20

// contentOf returns a page's content; nil when it cannot be read, or when programs put its parts together in different
// ways: some have white space between them (ISO 32000-2, 7.8.2), others do not.
func contentOf(f *cos.File, ref cos.Ref) (content []byte) {
	for _, s := range contentStreams(f, ref) {
		data, err := f.Decoded(s)
		if err != nil || len(content)+len(data) > maxContent || !isApart(content, data) {
			return nil
		}
		content = append(content, data...)
	}
	return content
}

// isApart reports whether there is white space between two parts of a content, and neither a comment nor a string goes
// on in the second.
func isApart(a, b []byte) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	return (isBlank(a[len(a)-1]) || isBlank(b[0])) && !isUnfinished(lastToken(a))
}

// lastToken returns the last token, comment or space of content.
func lastToken(content []byte) []byte {
	from := 0
	for i := 0; i < len(content); {
		from, i = i, afterToken(content, i)
	}
	return content[from:]
}

// isUnfinished reports whether a token is a comment, or a string without an end.
func isUnfinished(token []byte) bool {
	switch {
	case token[0] == '(':
		return afterString(append(bytes.Clone(token), ')'), 0) > len(token)
	case token[0] == '<' && len(token) > 1 && token[1] == '<':
		return false
	}
	return token[0] == '%' || token[0] == '<' && token[len(token)-1] != '>'
}

// sameContent reports whether two contents have the same tokens.
func sameContent(a, b []byte) bool {
	return bytes.Equal(a, b) || bytes.Equal(normalized(a), normalized(b))
}

// contentStreams returns the streams that are the content of a page
// (ISO 32000-2, table 31).
func contentStreams(f *cos.File, page cos.Ref) (list []*cos.Stream) {
	for _, part := range parts(f, f.Dict(page)["Contents"]) {
		if s, ok := f.Get(part).(*cos.Stream); ok {
			list = append(list, s)
		}
	}
	return list
}

// parts returns the items of an array, or an object that is not one.
func parts(f *cos.File, o cos.Object) cos.Array {
	if list, ok := f.Get(o).(cos.Array); ok {
		return list
	}
	return cos.Array{o}
}

// normalized writes one space between tokens, and numbers and strings in one form.
func normalized(content []byte) (out []byte) {
	for i := 0; i < len(content); {
		from := i
		if i = afterToken(content, i); content[from] == '%' || isBlank(content[from]) {
			continue
		}
		token := content[from:i]
		if n, ok := numberOf(token); ok {
			out = appendNumber(out, n)
		} else if s, ok := stringOf(token); ok {
			out = append(hex.AppendEncode(append(out, '<'), []byte(s)), '>')
		} else {
			out = append(out, token...)
		}
		out = append(out, ' ')
	}
	return out
}

// numberOf returns the value of a number (ISO 32000-1, 7.3.3). Numbers with exponents or in base 16 are not
// allowed, and programs differ in how they read them and very long ones.
func numberOf(token []byte) (float64, bool) {
	if len(token) > cos.MaxNumber || len(bytes.Trim(token, "+-.0123456789")) > 0 {
		return 0, false
	}
	n, err := strconv.ParseFloat(string(token), 64)
	return n, err == nil
}

// stringOf returns the value of a string that every program reads alike.
func stringOf(token []byte) (cos.String, bool) {
	if !isPlainString(token) {
		return "", false
	}
	o, err := cos.Parse(token)
	s, isString := o.(cos.String)
	return s, err == nil && isString
}

// isPlainString reports whether a token is a string that every program reads alike: ends
// of lines (7.3.4.2) and codes beyond a byte are not.
func isPlainString(token []byte) bool {
	if token[0] == '(' {
		return !bytes.ContainsAny(token, "\r\n") && !overflow.Match(token)
	}
	return len(token) > 1 && token[0] == '<'
}

// overflow matches a code that no byte holds.
var overflow = regexp.MustCompile(`\\[4-7][0-7][0-7]`)

func isBlank(c byte) bool { return bytes.IndexByte([]byte(" \t\r\n\f\x00"), c) >= 0 }

// found reports a difference on a page, from 1, or in the file for 0.
func (v *Verdict) found(page int, format string, args ...any) {
	v.Differences = append(v.Differences, compare.Finding{Page: page, Text: fmt.Sprintf(format, args...)})
}
