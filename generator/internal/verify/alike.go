package verify

import (
	"bytes"
	"slices"

	"protokol/generator/internal/cos"
)

// alike reports for each page whether it is written in a paper as in its reprint, byte by byte: contents, resources,
// boxes and links, with what pages inherit. Only compression may differ, where all programs undo it alike: those that
// save a paper again compress it their own way. Such a page need not be read and drawn by the engine, which takes a
// quarter of a second, while signing changes the pages with marks only. Nothing is alike in a paper that readers could
// understand differently, or when a page looks as layers say; pages with fields, notes and marks are always drawn.
// Known is the number of pages with the same contents, however these are compressed, whatever else they are made of.
func alike(paper, reprint *cos.File) (pages []bool, known int) {
	files := [2]*cos.File{paper, reprint}
	var refs [2][]cos.Ref
	var packed, plain [2]*graph // streams as they are, which is enough for most pages, and decompressed
	if paper.Strict() != nil {
		return nil, 0
	}
	for i, f := range files {
		if f.Get(f.Root()["OCProperties"]) != nil {
			return nil, 0
		}
		packed[i], plain[i] = newGraph(f), newGraph(f)
		packed[i].exact, plain[i].exact, plain[i].plain = true, true, true
		refs[i], _ = f.Pages()
	}
	unlike := 0
	for page := range min(len(refs[0]), len(refs[1])) {
		is, was := refs[0][page], refs[1][page]
		same := onlyLinks(paper, is) && onlyLinks(reprint, was)
		if same && packed[0].drawn(is) != packed[1].drawn(was) {
			if same = unlike < mostUnlike && plain[0].drawn(is) == plain[1].drawn(was); !same {
				unlike++
			}
		}
		same = same && paper.Err() == nil && reprint.Err() == nil
		if pages = append(pages, same); same || hasContent(paper, is, reprint, was) {
			known++
		}
	}
	return pages, known
}

// mostUnlike limits the pages whose streams are decompressed in vain: they are drawn anyway.
const mostUnlike = 10

// hasContent reports whether a page has the contents of another.
func hasContent(f *cos.File, page cos.Ref, other *cos.File, issued cos.Ref) bool {
	return slices.EqualFunc(contentStreams(f, page), contentStreams(other, issued), func(a, b *cos.Stream) bool {
		is, err := f.Decoded(a)
		if err != nil {
			return false
		}
		was, err := other.Decoded(b)
		return err == nil && bytes.Equal(is, was)
	})
}

// onlyLinks reports whether the annotations of a page are links.
func onlyLinks(f *cos.File, page cos.Ref) bool {
	list := f.Get(f.Dict(page)["Annots"])
	notes, isArray := list.(cos.Array)
	return (isArray || list == nil) && !slices.ContainsFunc(notes, func(o cos.Object) bool {
		return f.Name(f.Dict(o)["Subtype"]) != "Link"
	})
}

// undrawn are the entries of a page that change nothing of its look and its words.
var undrawn = []cos.Name{"LastModified", "PieceInfo", "Tabs", "Metadata"}

// drawn returns the graph of all that a page is drawn with.
func (g *graph) drawn(ref cos.Ref) string {
	page := g.file.Dict(ref)
	page = inherited(g.file, page).With(page)
	for _, key := range undrawn {
		delete(page, key)
	}
	return g.of(page)
}
