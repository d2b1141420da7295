package pdf

import (
	"cmp"
	"slices"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/origin"
)

// worthDeflating is the size in bytes from which compression is worth its time
// in a batch of letters: the row of a letter is not compressed.
const worthDeflating = 4 << 10

// attach embeds the attachments and returns the entries of the catalog that
// refer to them: as associated files of the document and as named embedded
// files (ISO 19005-3, 6.8; ISO 32000-2, 14.13; 7.11.4).
func attach(w *cos.Writer, o Options) cos.Entries {
	if !o.Profile.Attaches() {
		return nil
	}
	attachments := o.Origin.Attachments()
	if len(attachments) == 0 {
		return nil
	}
	type named struct {
		name cos.String
		ref  cos.Ref
	}
	var files []named
	var associated cos.Array
	for _, a := range attachments {
		data := w.Add(embeddedFile(a, o))
		name := cos.TextString(a.Name)
		spec := w.Add(cos.Entries{
			"Type", cos.Name("Filespec"), "F", name, "UF", name, "Desc", cos.TextString(a.About),
			"AFRelationship", cos.Name(a.Relationship), "EF", cos.Entries{"F", data, "UF", data},
		})
		associated = append(associated, spec)
		files = append(files, named{name, spec})
	}
	// A name tree is sorted (7.9.6).
	slices.SortFunc(files, func(a, b named) int { return cmp.Compare(a.name, b.name) })
	var names cos.Array
	for _, f := range files {
		names = append(names, f.name, f.ref)
	}
	return cos.Entries{"AF", associated, "Names", cos.Entries{"EmbeddedFiles", cos.Entries{"Names", names}}}
}

// embeddedFile returns an embedded file stream (ISO 32000-1, 7.11.4).
func embeddedFile(a origin.Attachment, o Options) *cos.Stream {
	d := cos.Entries{
		"Type", cos.Name("EmbeddedFile"), "Subtype", cos.Name(a.Type),
		"Params", cos.Entries{"Size", len(a.Data), "ModDate", cos.Date(o.Date.UTC())},
	}
	switch {
	case len(a.Data) < worthDeflating:
		return &cos.Stream{Entries: d, Data: a.Data}
	case a.Own: // not shared with other papers
		return deflated(d, a.Data)
	}
	return packed(d, o.packed.deflate(a.Data))
}
