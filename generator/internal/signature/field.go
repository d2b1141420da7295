package signature

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/cos"
)

// field is a signature field.
type field struct {
	name      string
	ref       cos.Ref // of the field
	dict      cos.Dict
	kind      cos.Name
	widget    cos.Ref  // its annotation on a page: often the same object
	signature cos.Dict // nil when the field is not signed
}

// Limits of a form; usual ones have a handful of levels.
const (
	maxFields = 10_000
	maxLevels = 20
)

// fields returns the signature fields of a file in the order of its form.
func fields(f *cos.File) []field {
	w := fieldWalk{file: f, seen: map[cos.Ref]bool{}}
	w.kids(f.Dict(f.Root()["AcroForm"])["Fields"], field{}, "", 0)
	return w.found
}

// fieldWalk walks the tree of fields (ISO 32000-1, 12.7.3).
type fieldWalk struct {
	file  *cos.File
	seen  map[cos.Ref]bool
	found []field
	other []field // of other types
}

func (w *fieldWalk) kids(list cos.Object, parent field, kind cos.Name, level int) {
	if level > maxLevels {
		return
	}
	for _, kid := range w.file.Array(list) {
		ref, ok := kid.(cos.Ref)
		if !ok || w.seen[ref] || len(w.seen) > maxFields {
			continue
		}
		w.seen[ref] = true
		w.field(ref, parent, kind, level)
	}
}

func (w *fieldWalk) field(ref cos.Ref, parent field, kind cos.Name, level int) {
	d := w.file.Dict(ref)
	if _, named := d["T"]; !named && level > 0 {
		return // a widget of its parent
	}
	this := field{name: w.file.Text(d["T"]), ref: ref, dict: d, widget: ref}
	if parent.name != "" {
		this.name = parent.name + "." + this.name
	}
	if own := w.file.Name(d["FT"]); own != "" {
		kind = own
	}
	this.kind = kind
	if kids := w.file.Array(d["Kids"]); len(kids) > 0 {
		if first, ok := kids[0].(cos.Ref); ok && w.file.Dict(first)["T"] == nil {
			this.widget = first
		} else {
			w.kids(d["Kids"], this, kind, level+1)
			return
		}
	}
	if kind != "Sig" {
		w.other = append(w.other, this)
		return
	}
	this.signature = w.file.Dict(d["V"])
	w.found = append(w.found, this)
}

// choose returns the field to be signed.
func choose(f *cos.File, name string) (field, error) {
	list := fields(f)
	if err := f.Err(); err != nil {
		return field{}, fmt.Errorf("файл повреждён: %w", err)
	}
	i := slices.IndexFunc(list, func(f field) bool { return f.name == name })
	switch {
	case len(list) == 0:
		return field{}, fmt.Errorf("в файле нет полей электронной подписи")
	case i < 0:
		return field{}, fmt.Errorf("нет поля подписи «%s»; есть: %s", name, strings.Join(names(list), ", "))
	case list[i].signature != nil:
		return field{}, fmt.Errorf("поле «%s» уже подписано", name)
	}
	return list[i], nil
}

func names(list []field) []string {
	var all []string
	for _, f := range list {
		all = append(all, f.name)
	}
	return all
}
