package pdf

import (
	"fmt"
	"io"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/layout"
)

// finish writes the file: the pages drawn with fpdf and everything for
// archiving and accessibility.
func finish(
	out io.Writer, drawn []byte, paper *layout.Result, fonts fontSet, images imageSet, tree *structure, o Options,
) error {
	canvas, err := readCanvas(drawn)
	if err != nil {
		return err
	}
	w := cos.NewWriter(out, o.Profile.version())
	root := w.Reserve()
	pages := make([]cos.Ref, len(canvas.contents))
	for i := range pages {
		pages[i] = w.Reserve()
	}
	structTree, err := tree.write(w, pages)
	if err != nil {
		return err
	}
	resources := w.Add(cos.Entries{
		"ProcSet", canvas.procSet, "ColorSpace", cos.Entries{},
		"Font", fonts.write(w, o.Profile), "XObject", images.write(w),
	})
	for i, contents := range canvas.contents {
		page := cos.Entries{
			"Type", cos.Name("Page"), "Parent", root, "Resources", resources,
			"Contents", w.Add(packed(nil, o.pages.deflate(contents))), "StructParents", i, "Tabs", cos.Name("S"),
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
		"Type", cos.Name("Pages"), "Kids", references(pages), "Count", len(pages), "MediaBox", canvas.mediaBox,
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

// catalog returns the catalog (ISO 32000-1, 7.7.2) without outlines and form.
func catalog(w *cos.Writer, pages, structTree cos.Ref, o Options) cos.Entries {
	return append(cos.Entries{
		"Type", cos.Name("Catalog"), "Pages", pages, "Lang", cos.String("ru-RU"),
		"MarkInfo", cos.Entries{"Marked", true}, "ViewerPreferences", cos.Entries{"DisplayDocTitle", true},
		"StructTreeRoot", structTree, "Metadata", w.Add(metadata(o)), "OutputIntents", cos.Array{outputIntent(w)},
	}, attach(w, o)...)
}

// canvasFile is the used content of a file written by fpdf.
type canvasFile struct {
	mediaBox cos.Object // of all pages
	procSet  cos.Object
	contents [][]byte // of each page, not compressed
}

// noResources are the resources of pages without fonts and images.
const noResources = "<</ColorSpace <<>> /Font <<>> /ProcSet [/PDF /Text /ImageB /ImageC /ImageI] /XObject <<>>>>"

// readCanvas reads a file written by fpdf. It is strict, so that entries added
// by another version of fpdf are not ignored.
func readCanvas(drawn []byte) (*canvasFile, error) {
	f, err := cos.Read(drawn)
	if err != nil {
		return nil, fmt.Errorf("pdf: fpdf wrote an unknown file: %w", err)
	}
	pages, nodes := f.Pages()
	if len(nodes) != 1 || len(pages) == 0 || f.Int(f.Dict(nodes[0])["Count"]) != len(pages) {
		return nil, fmt.Errorf("pdf: fpdf wrote an unknown page tree: %s", cos.Format(f.Root()["Pages"]))
	}
	resources := f.Dict(pages[0])["Resources"]
	c := &canvasFile{mediaBox: f.Dict(nodes[0])["MediaBox"], procSet: f.Dict(resources)["ProcSet"]}
	if got := cos.Format(f.Dict(resources)); got != noResources {
		return nil, fmt.Errorf("pdf: fpdf wrote unknown resources: %s", got)
	}
	for _, page := range pages {
		d := f.Dict(page)
		contents, ok := f.Get(d["Contents"]).(*cos.Stream)
		if !ok || len(contents.Dict) != 1 || d["Resources"] != resources ||
			!has(d, "Type", "Parent", "Resources", "Contents") {
			return nil, fmt.Errorf("pdf: fpdf wrote an unknown page: %s", cos.Format(d))
		}
		c.contents = append(c.contents, contents.Data)
	}
	return c, f.Err()
}

// has reports whether a dictionary has the given keys and no others.
func has(d cos.Dict, keys ...cos.Name) bool {
	for _, key := range keys {
		if _, ok := d[key]; !ok {
			return false
		}
	}
	return len(d) == len(keys)
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
