package pdf

import (
	"io"
	"math"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/layout"
)

// finish writes the file: the pages drawn with fpdf and everything for
// archiving and accessibility.
func finish(
	out io.Writer, contents [][]byte, paper *layout.Result, fonts fontSet, images imageSet, tree *structure, o Options,
) error {
	w := cos.NewWriter(out, o.Profile.version())
	root := w.Reserve()
	pages := make([]cos.Ref, len(contents))
	for i := range pages {
		pages[i] = w.Reserve()
	}
	structTree, err := tree.write(w, pages)
	if err != nil {
		return err
	}
	resources := w.Add(cos.Entries{
		"ProcSet", procSet, "ColorSpace", cos.Entries{},
		"Font", fonts.write(w, o.Profile), "XObject", images.write(w),
	})
	for i, drawn := range contents {
		page := cos.Entries{
			"Type", cos.Name("Page"), "Parent", root, "Resources", resources,
			"Contents", w.Add(packed(nil, o.pages.deflate(drawn))), "StructParents", i, "Tabs", cos.Name("S"),
		}
		if size := paper.Pages[i].Size; size != paper.Size { // others inherit that of the tree
			page = append(page, "MediaBox", numbers(0, 0, size.Width, size.Height))
		}
		if list := tree.annotationsOf(i); len(list) > 0 {
			page = append(page, "Annots", list)
		}
		w.Put(pages[i], page)
	}
	w.Put(root, cos.Entries{
		"Type", cos.Name("Pages"), "Kids", references(pages), "Count", len(pages), "MediaBox", mediaBox(paper.Size),
	})
	catalog := catalog(w, root, structTree, o)
	if tree.bookmarks != nil {
		outline := outlineWriter{w: w, pages: pages}
		if o.Profile.isPDF2() {
			outline.element = func(b *bookmark) cos.Ref { return tree.nodes[b.element].ref }
		}
		catalog = append(catalog, "Outlines", outline.write(tree.bookmarks))
	}
	if form := tree.form.write(w); form != nil {
		// A separate object, so that a signature need not rewrite the catalog.
		catalog = append(catalog, "AcroForm", w.Add(form))
	}
	return w.Close(trailer(w, catalog, o))
}

// procSet is obsolete, but old printers need it (ISO 32000-1, 14.2).
var procSet = cos.Array{cos.Name("PDF"), cos.Name("Text"), cos.Name("ImageB"), cos.Name("ImageC"), cos.Name("ImageI")}

// mediaBox returns the box of most pages, to hundredths of a point.
func mediaBox(size flow.Page) cos.Array {
	return numbers(0, 0, math.Round(size.Width*100)/100, math.Round(size.Height*100)/100)
}

// catalog returns the catalog (ISO 32000-1, 7.7.2) without outlines and form.
func catalog(w *cos.Writer, pages, structTree cos.Ref, o Options) cos.Entries {
	return append(cos.Entries{
		"Type", cos.Name("Catalog"), "Pages", pages, "Lang", cos.String("ru-RU"),
		"MarkInfo", cos.Entries{"Marked", true}, "ViewerPreferences", cos.Entries{"DisplayDocTitle", true},
		"StructTreeRoot", structTree, "Metadata", w.Add(metadata(o)), "OutputIntents", cos.Array{outputIntent(w)},
	}, attach(w, o)...)
}

// deflated returns a stream with compressed data.
func deflated(d cos.Entries, data []byte) *cos.Stream { return packed(d, cos.Deflate(data)) }

// packed returns a stream of data that is already compressed.
func packed(d cos.Entries, data []byte) *cos.Stream {
	return &cos.Stream{Entries: append(d, "Filter", cos.Name("FlateDecode")), Data: data}
}

// references returns an array of references.
func references(refs []cos.Ref) cos.Array {
	list := make(cos.Array, len(refs))
	for i, ref := range refs {
		list[i] = ref
	}
	return list
}

// numbers returns an array of numbers.
func numbers(values ...float64) cos.Array {
	list := make(cos.Array, len(values))
	for i, v := range values {
		list[i] = rounded(v)
	}
	return list
}
