package verify

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"protokol/generator/internal/compare"
	"protokol/generator/internal/cos"
)

// formField is a field in the field list of a PDF form, which programs use to fill in or read the form, whatever
// the pages show (ISO 32000-2, 12.7.4).
type formField struct {
	label string // for people
	kind  cos.Name
	rules string  // rules for its value, and those of its widgets
	boxes string  // appearances of a check box
	odd   string  // what it draws in addition to text; "" for nothing
	ticks string  // how its ticks on the page differ from its value; "" for not at all
	count int     // fields of this name
	fonts trust   // in its fonts
	value string  // of a text field
	size  float64 // of the letters with which programs redraw it; 0 for one that fits
	cuts  bool    // programs that draw the value do not show all of it
	free  bool    // a place for a signature
	loose bool    // programs may find it in another place of the form, as its nodes are not linked both ways
}

// Limits of a form; usual ones have a handful of levels.
const (
	maxFields = 10_000
	maxLevels = 20
)

// formFields returns the fields in the form's list by their full names. Fonts are those of the reprint.
func formFields(f *cos.File, fonts map[string]bool) map[string]formField {
	w := formWalk{file: f, seen: map[cos.Ref]cos.Ref{}, found: map[string]formField{}, fonts: fonts,
		trusts: map[cos.Ref]trust{}, graph: newGraph(f), faces: newTypedGraph(f)}
	form := f.Dict(f.Root()["AcroForm"])
	w.kids(form["Fields"], formNode{entries: cos.Dict{"DA": form["DA"], "Q": form["Q"]}})
	return w.found
}

type formWalk struct {
	file  *cos.File
	seen  map[cos.Ref]cos.Ref // the nodes above
	found map[string]formField

	fonts  map[string]bool // graphs of those of the reprint
	trusts map[cos.Ref]trust
	graph  *graph
	faces  *graph // of fonts
}

// formNode is a node of the tree of fields; the zero one is above all.
type formNode struct {
	object  cos.Object
	name    string   // in full
	entries cos.Dict // its own and those that it inherits
	level   int
	loose   bool
}

// inheritable are the entries that a field inherits from its ancestors (ISO 32000-2, table 226), including those
// for its appearance and rules.
var inheritable = []cos.Name{"FT", "Ff", "MaxLen", "Opt", "TU", "TM", "DV", "RV", "DA", "Q", "V"}

// kids notes the fields in a list. One in the lists of several nodes has a name by each.
func (w *formWalk) kids(list cos.Object, above formNode) {
	parent, isLinked := above.object.(cos.Ref)
	isLinked = isLinked || above.object == nil
	for _, kid := range w.file.Array(list) {
		ref, isRef := kid.(cos.Ref)
		first, again := w.seen[ref]
		unread := formField{label: above.name + ".…", count: 1}
		switch {
		case again && isLinked && first == parent:
			continue
		case again:
			w.found[unread.label] = unread
			continue
		case above.level > maxLevels || len(w.seen) > maxFields:
			w.found[unread.label] = unread
			return
		case isRef:
			w.seen[ref] = parent
		}
		w.field(kid, above)
	}
}

// field notes a field, or those below it. The Parent of each node must lead to the one above: some programs find names
// and types of fields by it, others by the lists.
func (w *formWalk) field(o cos.Object, above formNode) {
	d := w.file.Dict(o)
	node := formNode{object: o, name: w.file.Text(d["T"]), entries: above.entries.With(nil), level: above.level + 1,
		loose: above.loose || !isBelow(d, above.object)}
	if above.name != "" {
		node.name = above.name + "." + node.name
	}
	for _, key := range inheritable {
		if d[key] != nil {
			node.entries[key] = d[key]
		}
	}
	kids := w.file.Array(d["Kids"])
	if slices.ContainsFunc(kids, func(kid cos.Object) bool { return w.file.Dict(kid)["T"] != nil }) {
		w.kids(d["Kids"], node)
		return
	}
	widgets := []cos.Object{d}
	if len(kids) > 0 {
		widgets = kids
		node.loose = node.loose || slices.ContainsFunc(kids, func(kid cos.Object) bool {
			widget := w.file.Dict(kid)
			return !isBelow(widget, o) || widget["Kids"] != nil
		})
	}
	found := w.described(node.name, node.entries, widgets)
	found.loose = node.loose
	w.found[node.name] = found
}

// isBelow reports whether the Parent of a node is the one above it, or nothing where none is.
func isBelow(d cos.Dict, above cos.Object) bool {
	if _, isRef := above.(cos.Ref); above != nil && !isRef {
		return false // nothing can refer to it
	}
	return d["Parent"] == nil && above == nil || d["Parent"] != nil && d["Parent"] == above
}

// described returns a field. Programs that sign a form lock its fields against
// filling, so that flag may differ.
func (w *formWalk) described(name string, d cos.Dict, widgets []cos.Object) formField {
	const readOnly = 1
	found := formField{label: w.file.Text(d["TU"]), kind: w.file.Name(d["FT"]), count: w.found[name].count + 1}
	if found.label == "" {
		found.label = name
	}
	if found.kind == "Sig" {
		if found.free = w.file.Get(d["V"]) == nil; found.free {
			found.rules = w.placeRules(widgets)
		}
		return found
	}
	found.rules = fmt.Sprintln(w.file.Int(d["Ff"])&^readOnly, w.file.Int(d["MaxLen"]), w.options(d["Opt"]),
		w.file.Text(d["DV"]), w.file.Text(d["RV"]), w.file.Int(d["Q"]), w.file.Text(d["TM"]))
	for _, o := range widgets {
		widget := w.file.Dict(o)
		appearance := w.file.Text(d["DA"])
		if own := widget["DA"]; own != nil {
			appearance = w.file.Text(own)
		}
		found.rules += fmt.Sprint(isOddDefault(appearance), " ", w.widgetRules(widget))
		found.size = max(found.size, letterSize(appearance))
		switch found.kind {
		case "Tx", "Ch":
			found.value = w.file.Text(d["V"])
			found.cuts = found.cuts || w.cuts(widget, appearance, found.value, w.file.Int(d["Ff"]))
			found.odd = cmp.Or(found.odd, oddAppearance(w.file, widget, w.file.Int(d["Ff"])))
			found.fonts = max(found.fonts, w.fontsIn(widget, appearance))
		case "Btn":
			found.boxes += boxAppearances(w.file, widget)
			found.ticks = cmp.Or(found.ticks, ticks(w.file, widget, d))
		}
	}
	return found
}

// options returns the choices of a field in one encoding.
func (w *formWalk) options(o cos.Object) (list []string) {
	for _, item := range w.file.Array(o) {
		list = append(append(list, w.file.Text(item)), w.options(item)...)
	}
	return list
}

// compareForms reports fields of the form that differ from those of the reprint or are missing there. Places for
// invisible signatures may be added.
func (v *Verdict) compareForms(theirs, ours *cos.File) {
	fonts := fontsOf(ours)
	now, issued := formFields(theirs, fonts), formFields(ours, fonts)
	for _, name := range slices.Sorted(maps.Keys(issued)) {
		was, is := issued[name], now[name]
		switch {
		case is.count == 0:
			v.foundField("в форме документа нет поля «%s»: программы его не заполнят и не прочтут", was)
		case is.odd != "" && was.odd == "":
			v.foundField("поле формы «%s» нарисовано "+is.odd+", а не обычными буквами", was)
		case is.fonts == lying:
			v.foundField("поле формы «%s» нарисовано шрифтом, который показывает не те буквы", was)
		case redraws(theirs) && is.size > was.size+1:
			v.foundField("поле формы «%s» программы нарисуют более крупными буквами, чем при печати: "+
				"слова могут не поместиться", was)
		case is.boxes != "" && is.boxes != was.boxes:
			v.foundField("отметки в поле формы «%s» нарисованы не так, как при печати", was)
		case is.loose || is.kind != was.kind || is.rules != was.rules && is.free == was.free || is.count != was.count:
			v.foundField("поле формы «%s» устроено иначе, чем при печати", was)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(now)) {
		if is := now[name]; is.fonts == foreign && is.value != "" {
			v.Remarks = append(v.Remarks,
				compare.Finding{Text: fmt.Sprintf("поле формы «%s» нарисовано шрифтом, которого нет в "+
					"исходном документе: посмотрите, то ли на листе, что в данных поля, — «%s»", shown(is.label),
					shown(is.value))})
			v.Unlike = true
		}
		if is := now[name]; is.cuts && is.value != issued[name].value {
			v.Remarks = append(v.Remarks, compare.Finding{Text: fmt.Sprintf("значение поля формы «%s» длиннее, чем "+
				"помещается на листе: программы покажут и напечатают не всё", shown(is.label))})
		}
		if issued[name].count == 0 && now[name].kind != "Sig" {
			v.foundField("в форме документа есть поле «%s», которого нет в исходном файле", now[name])
		}
	}
}

// foundField reports a difference in a field of the form.
func (v *Verdict) foundField(format string, field formField) {
	v.found(0, format, shown(field.label))
}

// checkForm reports fields on pages that the form does not list: filling in and
// signing programs do not know them. It needs no source.
func (v *Verdict) checkForm(f *cos.File) {
	listed := map[cos.Ref]bool{}
	todo := []cos.Object{f.Dict(f.Root()["AcroForm"])["Fields"]}
	for len(todo) > 0 {
		list := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, kid := range f.Array(list) {
			if ref, ok := kid.(cos.Ref); ok && !listed[ref] {
				listed[ref] = true
				todo = append(todo, f.Dict(ref)["Kids"])
			}
		}
	}
	pages, _ := f.Pages()
	for i, page := range pages {
		for _, o := range f.Array(f.Dict(page)["Annots"]) {
			ref, _ := o.(cos.Ref)
			if f.Name(f.Dict(o)["Subtype"]) == "Widget" && !listed[ref] {
				v.found(i+1, "на листе есть поля, которых нет в форме документа: программы их не заполнят и не прочтут")
				return
			}
		}
	}
}
