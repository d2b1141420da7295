package attack

import (
	"math/rand/v2"

	"protokol/generator/internal/cos"
)

// Mutate changes up to three random objects of a file in an update. Half of the
// updates also do what is allowed after a signature, or nearly that.
func Mutate(file []byte, random *rand.Rand) ([]byte, error) {
	return Edit(file, func(e *Editor) {
		m := mutator{e, random, e.Numbers()}
		changes := random.IntN(4)
		if random.IntN(2) == 0 {
			ref := allowed[random.IntN(len(allowed))](e)
			if random.IntN(3) > 0 {
				e.Put(ref, m.mutated(e.Get(ref), 0))
			}
			changes /= 2
		}
		for range changes {
			number := m.numbers[random.IntN(len(m.numbers))]
			if random.IntN(3) == 0 {
				number = m.important()
			}
			e.Put(cos.Ref{Number: number}, m.mutated(e.Get(cos.Ref{Number: number}), 0))
		}
	})
}

// Targets adds fields for allowed changes to a paper.
func Targets(e *Editor) {
	e.addField(cos.Dict{"FT": cos.Name("Sig"), "T": cos.String("free"), "Rect": cos.Array{60, 100, 200, 140}, "F": 4})
	e.addField(cos.Dict{"FT": cos.Name("Tx"), "T": cos.String("sum"), "Rect": cos.Array{300, 100, 500, 140}, "F": 4,
		"AP": cos.Dict{"N": e.Add(white(200, 40))}})
}

// allowed are changes that are allowed after a signature. Each returns an object that it changed.
var allowed = []func(*Editor) cos.Ref{
	func(e *Editor) cos.Ref { return e.addField(emptyField("new")) },
	func(e *Editor) cos.Ref {
		return e.named("free", cos.Dict{"V": e.Add(cos.Dict{"Type": cos.Name("Sig")})})
	},
	func(e *Editor) cos.Ref { return e.named("sum", cos.Dict{"V": cos.String("9")}) },
	func(e *Editor) cos.Ref {
		e.change(e.Trailer["Info"].(cos.Ref), cos.Dict{"ModDate": cos.String("D:20300101000000Z")})
		return e.Trailer["Info"].(cos.Ref)
	},
	func(e *Editor) cos.Ref {
		store := e.Add(cos.Dict{"Type": cos.Name("DSS"), "Certs": cos.Array{e.Add(painting())}})
		e.changeRoot(cos.Dict{"DSS": store})
		return store
	},
}

// named changes the field with a name and gives it a black appearance.
func (e *Editor) named(name string, entries cos.Dict) cos.Ref {
	for _, ref := range e.fields() {
		if e.Text(e.Dict(ref)["T"]) == name {
			e.change(ref, entries.With(cos.Dict{"AP": cos.Dict{"N": e.Add(appearance(100, 40))}}))
			return ref
		}
	}
	return e.page()
}

type mutator struct {
	*Editor
	random  *rand.Rand
	numbers []int
}

// important returns the number of the catalog, the form, a page or a field.
func (m mutator) important() int {
	pages, nodes := m.Pages()
	list := append(append(append(pages, nodes...), m.fields()...), m.Trailer["Root"].(cos.Ref))
	if ref, ok := m.Trailer["Info"].(cos.Ref); ok {
		list = append(list, ref)
	}
	return list[m.random.IntN(len(list))].Number
}

// mutated returns a changed object; the change is often at a deeper level.
func (m mutator) mutated(o cos.Object, depth int) cos.Object {
	if depth > 5 || m.random.IntN(8) == 0 {
		return m.value()
	}
	switch o := o.(type) {
	case cos.Dict:
		return m.dict(o, depth)
	case *cos.Stream:
		if m.random.IntN(2) == 0 {
			return &cos.Stream{Dict: m.dict(o.Dict, depth).(cos.Dict), Data: o.Data}
		}
		return &cos.Stream{Dict: cos.Dict{}, Data: []byte(black)}
	case cos.Array:
		changed := append(cos.Array{}, o...)
		switch i := m.random.IntN(len(o) + 1); {
		case i == len(o):
			return append(changed, m.value())
		case m.random.IntN(3) == 0:
			return append(changed[:i:i], changed[i+1:]...)
		default:
			changed[i] = m.mutated(o[i], depth+1)
			return changed
		}
	case int:
		return o + m.random.IntN(400) - 200
	case cos.Name:
		return names[m.random.IntN(len(names))]
	}
	return m.value()
}

func (m mutator) dict(d cos.Dict, depth int) cos.Object {
	d = d.With(nil)
	keys := names
	if m.random.IntN(3) > 0 {
		keys = nil
		for _, key := range names {
			if d[key] != nil {
				keys = append(keys, key)
			}
		}
	}
	if len(keys) == 0 {
		keys = names
	}
	key := keys[m.random.IntN(len(keys))]
	if d[key] != nil && m.random.IntN(4) == 0 {
		delete(d, key)
	} else {
		d[key] = m.mutated(d[key], depth+1)
	}
	return d
}

// value returns a random object.
func (m mutator) value() cos.Object {
	switch m.random.IntN(9) {
	case 0:
		return nil
	case 1:
		return m.random.IntN(1000) - 100
	case 2:
		return cos.Array{m.random.IntN(300), m.random.IntN(300), 300 + m.random.IntN(300), 300 + m.random.IntN(500)}
	case 3:
		return m.Add(painting())
	case 4:
		return m.Add(appearance(450, 250))
	case 5:
		return cos.Dict{"N": m.Add(appearance(450, 250))}
	case 6:
		return m.Add(cos.Dict{"Type": cos.Name("Annot"), "Subtype": cos.Name("Widget"), "FT": cos.Name("Sig"),
			"Rect": cos.Array{60, 300, 510, 550}, "AP": cos.Dict{"N": m.Add(appearance(450, 250))}})
	case 7:
		return names[m.random.IntN(len(names))]
	}
	return cos.Ref{Number: m.numbers[m.random.IntN(len(m.numbers))]}
}

// names are the keys and names that matter to readers.
var names = []cos.Name{"Type", "Subtype", "Pages", "Page", "Kids", "Count", "Parent", "Contents", "Resources", "Annots",
	"MediaBox", "CropBox", "Rotate", "UserUnit", "Font", "XObject", "ExtGState", "Properties", "ColorSpace", "Group",
	"AcroForm", "Fields", "FT", "Sig", "Tx", "T", "V", "AP", "N", "AS", "Rect", "F", "Ff", "MK", "DA", "DR", "BS",
	"Border", "OC", "OCProperties", "Perms", "DocMDP", "Reference", "P", "SigFlags", "NeedAppearances", "XFA",
	"NeedsRendering", "OpenAction", "AA", "A", "Names", "EmbeddedFiles", "EF", "AF", "StructTreeRoot", "K", "Lang",
	"Metadata", "Info", "Producer", "ModDate", "Title", "ByteRange", "SubFilter", "Filter", "FlateDecode", "Length",
	"BBox", "Matrix", "BaseFont", "Encoding", "DescendantFonts", "FontDescriptor", "FontFile2", "ToUnicode", "W",
	"Widget", "Annot", "Form", "Stamp", "FreeText", "Off", "DSS", "Extensions", "Version", "PieceInfo", "Outlines",
	"Dests", "PageLabels", "ViewerPreferences", "PageMode", "Collection", "QuadPoints", "InkList", "IC", "C", "CA"}
