package pdf

import (
	"fmt"
	"strings"

	"protokol/generator/internal/layout"
)

// form is the interactive form of a paper while its fields are written
// (ISO 32000-1, 12.7).
type form struct {
	worded bool                   // there will be fields for words
	face   *formFace              // for these
	font   int                    // object of the face, 0 until a field asks for it
	groups map[string]*fieldGroup // by their full names
	order  []*fieldGroup          // as they were met
	top    []int                  // objects of the fields without a parent, in the order they are read
	signed bool                   // a field for a signature is among them
}

// fieldGroup is a field that only holds others: "applicant.head".
type fieldGroup struct {
	name   string // the last part of the full one
	parent *fieldGroup
	object int
	kids   []int
}

// write adds a field and its only widget as one object (ISO 32000-1, 12.7.3 and
// 12.5.6.19) and returns its number. What the widget shows is drawn here, too:
// PDF/A wants every widget to have an appearance (ISO 19005-3, 6.3.3) and no
// program to make it (6.4.1).
func (m *form) write(f *file, a *annotation, common string) (int, error) {
	field := a.node.Field
	d := drawing{field: field, face: m.face, width: a.rect[2] - a.rect[0], height: a.rect[3] - a.rect[1]}
	number := f.take()
	name, parent := m.enroll(f, field.Name, number)
	var entries string
	var err error
	switch {
	case field.Kind == layout.SignatureField:
		m.signed = true
		entries = fmt.Sprintf("/FT /Sig /AP <</N %d 0 R>>", d.write(f, 0, nil))
	case field.Kind == layout.CheckField:
		entries = m.check(f, d)
	default:
		entries, err = m.words(f, d)
	}
	about := text(field.Tooltip)
	f.put(number, fmt.Sprintf("<<%s /Subtype /Widget%s /T %s /TU %s /Contents %s %s>>", common, parent, text(name), about, about, entries))
	return number, err
}

// check is the entries of a box to tick (ISO 32000-1, 12.7.4.2.3).
func (m *form) check(f *file, d drawing) string {
	state := "/Off"
	if d.field.Checked {
		state = "/Yes"
	}
	return fmt.Sprintf("/FT /Btn /Ff %d /V %s /AS %s /MK <</CA (4)>> /AP <</N <</Yes %d 0 R /Off %d 0 R>>>>",
		flags(d.field), state, state, d.write(f, 0, d.tick(true)), d.write(f, 0, d.tick(false)))
}

// words is the entries of a field for words: a text (12.7.4.3) or a choice
// (12.7.4.4).
func (m *form) words(f *file, d drawing) (string, error) {
	field := d.field
	if err := d.embed(); err != nil {
		return "", err
	}
	if m.font == 0 {
		m.font = m.face.write(f)
	}
	kind, more, size := "Tx", "", 0.0 // as large as fits, so that long words are seen whole
	if field.Kind == layout.ChoiceField {
		kind, more = "Ch", " /Opt ["
		for _, option := range field.Options {
			more += text(option)
		}
		more += "]"
	}
	if field.Most > 0 {
		more, size = more+fmt.Sprintf(" /MaxLen %d", field.Most), field.Size
	}
	if field.Value != "" {
		more += " /V " + text(field.Value)
	}
	return fmt.Sprintf("/FT /%s /Ff %d /DA (%s)%s /AP <</N %d 0 R>>", kind, flags(field), defaultAppearance(size), more, d.write(f, m.font, d.draw())), nil
}

// flags of a field (ISO 32000-1, tables 221, 228 and 230).
func flags(field *layout.Field) (flags int) {
	const (
		required  = 1 << 1
		multiline = 1 << 12
		combo     = 1 << 17
		editable  = 1 << 18 // other words than those offered, too
		unspelled = 1 << 22 // no words that a spelling checker knows
		combed    = 1 << 24
	)
	if field.Required {
		flags |= required
	}
	switch {
	case field.Kind == layout.ChoiceField:
		flags |= combo | editable
	case field.Kind == layout.CombField:
		flags |= combed | unspelled
	case field.Kind == layout.TextField && field.Lines > 1:
		flags |= multiline
	}
	return flags
}

// enroll puts a field into the hierarchy that the full stops in its name ask
// for (ISO 32000-1, 12.7.3.2), and returns its own part of the name and the
// entry that leads to its parent.
func (m *form) enroll(f *file, name string, number int) (own, parent string) {
	at := strings.LastIndexByte(name, '.')
	if at < 0 {
		m.top = append(m.top, number)
		return name, ""
	}
	group := m.group(f, name[:at])
	group.kids = append(group.kids, number)
	return name[at+1:], fmt.Sprintf(" /Parent %d 0 R", group.object)
}

func (m *form) group(f *file, name string) *fieldGroup {
	if g, known := m.groups[name]; known {
		return g
	}
	g := &fieldGroup{name: name, object: f.take()}
	if at := strings.LastIndexByte(name, '.'); at >= 0 {
		g.name, g.parent = name[at+1:], m.group(f, name[:at])
		g.parent.kids = append(g.parent.kids, g.object)
	} else {
		m.top = append(m.top, g.object)
	}
	if m.groups == nil {
		m.groups = map[string]*fieldGroup{}
	}
	m.groups[name] = g
	m.order = append(m.order, g)
	return g
}

// catalog adds the form itself (ISO 32000-1, 12.7.2) and returns the entry of
// the document's catalog that leads to it, or "" for a paper without fields.
// The form is an object of its own, so that a signature need not write the
// catalog anew. Signature fields stand in it in the order of signing.
func (m *form) catalog(f *file) string {
	if len(m.top) == 0 {
		return ""
	}
	for _, g := range m.order {
		parent := ""
		if g.parent != nil {
			parent = fmt.Sprintf(" /Parent %d 0 R", g.parent.object)
		}
		f.put(g.object, fmt.Sprintf("<</T %s%s /Kids [%s]>>", text(g.name), parent, references(g.kids)))
	}
	const signaturesExist = 1 // SigFlags, bit 1: there are signature fields
	entries := "/Fields [" + references(m.top) + "]"
	if m.signed {
		entries += fmt.Sprintf(" /SigFlags %d", signaturesExist)
	}
	if m.font != 0 {
		entries += fmt.Sprintf(" /DA (%s) /DR <</Font <</%s %d 0 R>>>>", defaultAppearance(0), formFontName, m.font)
	}
	return fmt.Sprintf(" /AcroForm %d 0 R", f.add("<<"+entries+">>"))
}
