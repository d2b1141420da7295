package signature

import (
	"slices"
	"strings"

	"protokol/generator/internal/cos"
)

// grown compares lists of fields or annotations. A new signature field that
// shows nothing is not a change.
func (c *comparison) grown(old, now cos.Array, where string) {
	if c.compared += len(old) + len(now); c.compared > maxCompared {
		c.report("изменено: столько, что сравнить нельзя")
		return
	}
	has := map[string]bool{}
	for _, o := range now {
		has[cos.Format(o)] = true
	}
	had := map[string]bool{}
	for _, o := range old {
		had[cos.Format(o)] = true
		if !has[cos.Format(o)] {
			c.report("удалено: пометка или поле, %s", where)
		}
	}
	if len(now)-len(has) > len(old)-len(had) {
		c.report("добавлено: пометка или поле во второй раз, %s", where)
	}
	kept := slices.DeleteFunc(slices.Clone(now), func(o cos.Object) bool { return !had[cos.Format(o)] })
	if len(kept) == len(old) && cos.Format(kept) != cos.Format(old) {
		c.report("изменено: порядок пометок или полей, %s", where) // later ones cover earlier ones
	}
	for _, o := range now {
		if !had[cos.Format(o)] {
			c.added(o, where)
		}
	}
}

// added checks a new field or annotation.
func (c *comparison) added(o cos.Object, where string) {
	d, _ := c.is.Get(o).(cos.Dict)
	isSignature := c.is.Name(d["FT"]) == "Sig"
	name := clean(c.is.Text(d["T"]))
	switch {
	case isSignature && c.isNamedAsInput(c.is.Text(d["T"])):
		c.report("добавлено: поле подписи «%s», которое зовут как другое поле", name)
	case isSignature && c.isInvisible(o, d):
		if c.rules.level == noChanges && !c.isStamp(d) {
			c.report("добавлено: поле подписи «%s», хотя заверяющая подпись запрещает любые изменения", name)
		}
	case isSignature:
		c.report("добавлено: поле подписи «%s»%s", name, c.seen(d))
	default:
		c.report("добавлено: пометка или поле, %s", where)
	}
}

// isNamedAsInput reports whether a field that was signed and is filled in has a name.
func (c *comparison) isNamedAsInput(name string) bool {
	for _, f := range c.inputs {
		if f.name == name {
			return true
		}
	}
	return false
}

// seen says of a new signature field that it has an area: its mark may say anything, so it is
// allowed only in a place that was signed with the document.
func (c *comparison) seen(field cos.Dict) string {
	if width, height := size(c.is, field["Rect"]); width == 0 || height == 0 {
		return ""
	}
	return ": его отметка на листе не на месте, отведённом для подписи"
}

// isInvisible reports whether a new object is a signature field that shows
// nothing and does nothing: it is listed in the form, has no area and no key
// that gives it an action or another shape (ISO 32000-2, 12.7.5.5). What is read aloud for one
// that nobody has signed (12.7.4.1) is a text that nobody has.
func (c *comparison) isInvisible(o cos.Object, d cos.Dict) bool {
	ref, ok := o.(cos.Ref)
	if !ok || c.is.Name(d["Subtype"]) != "Widget" || !slices.Contains(c.topFields(), ref) {
		return false
	}
	if c.is.Dict(c.is.Dict(d["V"])) == nil && d["TU"] != nil {
		return false
	}
	return c.isShrunk(d) && hasOnly(d, "Type", "Subtype", "FT", "T", "TU", "Rect", "F", "Ff", "P", "V", "AP",
		"MK", "DA", "M", "NM", "H", "Lock", "SV", "StructParent") &&
		slices.Equal(slices.Collect(c.listedBy(ref)), []string{"Annots", "Fields"})
}

// listedBy yields the kinds of lists that hold a new field, each once.
func (c *comparison) listedBy(ref cos.Ref) func(yield func(string) bool) {
	var kinds []string
	for u := range c.usesOfBoth()[1][ref.Number] {
		if kind := u.last(); !slices.Contains(kinds, kind) && kind != "Obj" && kind != "Data" {
			kinds = append(kinds, kind)
		}
	}
	slices.Sort(kinds)
	return slices.Values(kinds)
}

// topFields are the fields that the form lists.
func (c *comparison) topFields() []cos.Ref {
	return references(c.is.Array(c.is.Dict(c.is.Root()["AcroForm"])["Fields"]))
}

// isBlank reports whether an appearance paints nothing.
func isBlank(f *cos.File, appearance cos.Object) bool {
	for _, state := range f.Dict(appearance) {
		s, ok := f.Get(state).(*cos.Stream)
		if !ok {
			if f.Get(state) != nil {
				return false
			}
			continue
		}
		content, err := f.Decoded(s)
		if err != nil || len(content) > maxAppearance ||
			slices.ContainsFunc(strings.FieldsFunc(string(content), endsWord), paints) {
			return false
		}
	}
	return true
}

// maxAppearance is the size, in bytes, of an appearance that surely paints something: a blank one has a
// few bytes.
const maxAppearance = 64 << 10

// endsWord reports whether a character ends an operator: white space, a comment or a name
// (ISO 32000-1, 7.2.2).
func endsWord(r rune) bool { return strings.ContainsRune("\x00\t\n\f\r /%{}", r) }

// paints reports whether a word of a content stream may be a painting operator (ISO 32000-1, annex A). Strings may
// hide the operator after them.
func paints(word string) bool {
	return strings.ContainsAny(word, "()<>[]") || slices.Contains([]string{"S", "s", "f", "F", "f*", "B", "B*", "b",
		"b*", "Do", "sh", "BI", "Tj", "TJ", "'", "\""}, word)
}

// hasOnly reports whether a dictionary has no other keys.
func hasOnly(d cos.Dict, keys ...cos.Name) bool {
	for key := range d {
		if !slices.Contains(keys, key) {
			return false
		}
	}
	return true
}
