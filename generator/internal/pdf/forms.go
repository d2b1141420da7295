package pdf

import (
	"strings"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/layout"
)

// form collects the fields of a paper for its interactive form (ISO 32000-1,
// 12.7).
type form struct {
	hasText bool                   // there are text or choice fields
	face    *formFace              // face of text and choice fields
	font    *cos.Ref               // font of the face; nil until a field needs it
	groups  map[string]*fieldGroup // by full name
	order   []*fieldGroup          // in the order they were added
	top     []cos.Ref              // fields without a parent, in reading order
	signed  bool                   // there are signature fields
}

// fieldGroup is a field that only has children: "applicant.head".
type fieldGroup struct {
	name   string // the last part of the full one
	parent *fieldGroup
	ref    cos.Ref
	kids   []cos.Ref
}

// add adds a field and its only widget as one object (ISO 32000-1, 12.7.3 and
// 12.5.6.19); d has the entries of all annotations. It also draws the
// appearance of the widget: PDF/A requires one (ISO 19005-3, 6.3.3) and does
// not allow programs to generate it (6.4.1).
func (m *form) add(w *cos.Writer, a *annotation, d cos.Entries) (ref cos.Ref, err error) {
	field := a.node.Field
	draw := drawing{field: field, face: m.face, width: a.rect[2] - a.rect[0], height: a.rect[3] - a.rect[1]}
	ref = w.Reserve()
	about := cos.TextString(field.Tooltip)
	d = append(d, "Subtype", cos.Name("Widget"), "TU", about, "Contents", about)
	d = append(d, m.place(w, field.Name, ref)...)
	switch field.Kind {
	case layout.SignatureField:
		m.signed = true
		d = append(d, "FT", cos.Name("Sig"), "AP", cos.Entries{"N", draw.write(w, nil)})
	case layout.CheckField:
		d = append(d, checkBox(w, draw)...)
	default:
		var entries cos.Entries
		entries, err = m.textField(w, draw)
		d = append(d, entries...)
	}
	w.Put(ref, d)
	return ref, err
}

// checkBox returns the entries of a check box (ISO 32000-1, 12.7.4.2.3).
func checkBox(w *cos.Writer, draw drawing) cos.Entries {
	const tick = "4" // in ZapfDingbats
	state := cos.Name("Off")
	if draw.field.Checked {
		state = "Yes"
	}
	states := cos.Entries{"Yes", draw.write(w, draw.tick(true)), "Off", draw.write(w, draw.tick(false))}
	return cos.Entries{
		"FT", cos.Name("Btn"), "Ff", flags(draw.field), "V", state, "AS", state,
		"MK", cos.Entries{"CA", cos.String(tick)}, "AP", cos.Entries{"N", states},
	}
}

// textField returns the entries of a text field (ISO 32000-1, 12.7.4.3) or a
// choice field (12.7.4.4).
func (m *form) textField(w *cos.Writer, draw drawing) (d cos.Entries, err error) {
	field := draw.field
	if draw.fallback, err = m.face.fallback(field.Value); err != nil {
		return nil, err
	}
	if m.font == nil {
		font := m.face.write(w)
		m.font = &font
	}
	draw.font = m.font
	if field.Kind == layout.ChoiceField {
		options := cos.Array{}
		for _, option := range field.Options {
			options = append(options, cos.TextString(option))
		}
		d = cos.Entries{"FT", cos.Name("Ch"), "Opt", options}
	} else {
		d = cos.Entries{"FT", cos.Name("Tx")}
	}
	size := 0.0 // automatic, so that long values are completely visible
	if field.Most > 0 {
		d, size = append(d, "MaxLen", field.Most), field.Size
	}
	if field.Value != "" {
		d = append(d, "V", cos.TextString(field.Value))
	}
	appearance := cos.Entries{"N", draw.write(w, draw.draw())}
	return append(d, "Ff", flags(field), "DA", defaultAppearance(size), "AP", appearance), nil
}

// flags returns the flags of a field (ISO 32000-1, tables 221, 228 and 230).
func flags(field *layout.Field) (flags int) {
	const (
		required   = 1 << 1
		multiline  = 1 << 12
		combo      = 1 << 17
		editable   = 1 << 18 // any text, not only the options
		noSpelling = 1 << 22 // do not check the spelling
		comb       = 1 << 24
	)
	if field.Required {
		flags |= required
	}
	switch {
	case field.Kind == layout.ChoiceField:
		flags |= combo | editable
	case field.Kind == layout.CombField:
		flags |= comb | noSpelling
	case field.Kind == layout.TextField && field.Lines > 1:
		flags |= multiline
	}
	return flags
}

// place adds a field to the hierarchy of its full name (ISO 32000-1, 12.7.3.2)
// and returns the entries with its partial name and its parent.
func (m *form) place(w *cos.Writer, name string, ref cos.Ref) cos.Entries {
	at := strings.LastIndexByte(name, '.')
	own := cos.TextString(name[at+1:])
	if at < 0 {
		m.top = append(m.top, ref)
		return cos.Entries{"T", own}
	}
	group := m.group(w, name[:at])
	group.kids = append(group.kids, ref)
	return cos.Entries{"T", own, "Parent", group.ref}
}

func (m *form) group(w *cos.Writer, name string) *fieldGroup {
	if g, known := m.groups[name]; known {
		return g
	}
	g := &fieldGroup{name: name, ref: w.Reserve()}
	if at := strings.LastIndexByte(name, '.'); at >= 0 {
		g.name, g.parent = name[at+1:], m.group(w, name[:at])
		g.parent.kids = append(g.parent.kids, g.ref)
	} else {
		m.top = append(m.top, g.ref)
	}
	if m.groups == nil {
		m.groups = map[string]*fieldGroup{}
	}
	m.groups[name] = g
	m.order = append(m.order, g)
	return g
}

// write adds the groups and returns the form (ISO 32000-1, 12.7.2), or nil for
// a paper without fields. Signature fields are in the order of signing.
func (m *form) write(w *cos.Writer) cos.Entries {
	if len(m.top) == 0 {
		return nil
	}
	for _, g := range m.order {
		d := cos.Entries{"T", cos.TextString(g.name), "Kids", references(g.kids)}
		if g.parent != nil {
			d = append(d, "Parent", g.parent.ref)
		}
		w.Put(g.ref, d)
	}
	const signaturesExist = 1
	d := cos.Entries{"Fields", references(m.top)}
	if m.signed {
		d = append(d, "SigFlags", signaturesExist)
	}
	if m.font != nil {
		d = append(d, "DA", defaultAppearance(0), "DR", cos.Entries{"Font", cos.Entries{formFontName, *m.font}})
	}
	return d
}
