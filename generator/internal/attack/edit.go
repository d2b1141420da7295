package attack

import (
	"slices"
	"strings"

	"protokol/generator/internal/cos"
)

// Editor writes an incremental update of a file.
type Editor struct {
	*cos.File
	*cos.Update
	put []cos.Ref // in order
}

// Edit returns a file with an update.
func Edit(file []byte, change func(*Editor)) ([]byte, error) {
	f, err := cos.Read(file)
	if err != nil {
		return nil, err
	}
	e := newEditor(f)
	change(e)
	return e.Bytes(), f.Err()
}

func newEditor(f *cos.File) *Editor { return &Editor{File: f, Update: f.Update()} }

// Put replaces an object.
func (e *Editor) Put(ref cos.Ref, o cos.Object) {
	if !slices.Contains(e.put, ref) {
		e.put = append(e.put, ref)
	}
	e.Update.Put(ref, o)
}

// Add adds a new object.
func (e *Editor) Add(o cos.Object) cos.Ref {
	ref := e.Reserve()
	e.Put(ref, o)
	return ref
}

// Get returns an object with the changes made so far.
func (e *Editor) Get(o cos.Object) cos.Object { return e.Update.Get(o) }

// change changes entries of a dictionary; an entry of nil is removed.
func (e *Editor) change(ref cos.Ref, entries cos.Dict) {
	d, _ := e.Get(ref).(cos.Dict)
	d = d.With(entries)
	for key, value := range entries {
		if value == nil {
			delete(d, key)
		}
	}
	e.Put(ref, d)
}

func (e *Editor) changeRoot(entries cos.Dict) { e.change(e.Trailer["Root"].(cos.Ref), entries) }

// page returns the first page.
func (e *Editor) page() cos.Ref {
	pages, _ := e.Pages()
	return pages[0]
}

func (e *Editor) changePage(entries cos.Dict) { e.change(e.page(), entries) }

// paint adds black to the first page.
func (e *Editor) paint() {
	contents, ok := e.File.Get(e.Dict(e.page())["Contents"]).(cos.Array)
	if !ok {
		contents = cos.Array{e.Dict(e.page())["Contents"]}
	}
	e.changePage(cos.Dict{"Contents": append(slices.Clone(contents), e.Add(painting()))})
}

// formRef returns the form as an object of its own.
func (e *Editor) formRef() cos.Ref {
	root, _ := e.Get(e.Trailer["Root"]).(cos.Dict)
	if ref, ok := root["AcroForm"].(cos.Ref); ok {
		return ref
	}
	form, _ := root["AcroForm"].(cos.Dict)
	if form == nil {
		form = cos.Dict{"Fields": cos.Array{}}
	}
	ref := e.Add(form)
	e.changeRoot(cos.Dict{"AcroForm": ref})
	return ref
}

func (e *Editor) changeForm(entries cos.Dict) { e.change(e.formRef(), entries) }

// annotate puts an annotation on the first page.
func (e *Editor) annotate(d cos.Dict) cos.Ref {
	ref := e.Add(d.With(cos.Dict{"Type": cos.Name("Annot"), "P": e.page()}))
	page, _ := e.Get(e.page()).(cos.Dict)
	list, _ := e.Get(page["Annots"]).(cos.Array)
	e.changePage(cos.Dict{"Annots": append(slices.Clone(list), ref)})
	return ref
}

// addField puts a field on the first page and into the form.
func (e *Editor) addField(d cos.Dict) cos.Ref {
	ref := e.annotate(d.With(cos.Dict{"Subtype": cos.Name("Widget")}))
	e.list(ref)
	return ref
}

// list adds a field to those of the form.
func (e *Editor) list(field cos.Ref) {
	form, _ := e.Get(e.formRef()).(cos.Dict)
	fields, _ := e.Get(form["Fields"]).(cos.Array)
	e.changeForm(cos.Dict{"Fields": append(slices.Clone(fields), field)})
}

// fields returns the fields that the form lists.
func (e *Editor) fields() (list []cos.Ref) {
	form, _ := e.Get(e.formRef()).(cos.Dict)
	fields, _ := e.Get(form["Fields"]).(cos.Array)
	for _, o := range fields {
		if ref, ok := o.(cos.Ref); ok {
			list = append(list, ref)
		}
	}
	return list
}

// signed returns the last field of the form that is signed, and its signature.
func (e *Editor) signed() (field, signature cos.Ref) {
	for _, ref := range e.fields() {
		if value, ok := e.Dict(ref)["V"].(cos.Ref); ok && e.Dict(value)["ByteRange"] != nil {
			field, signature = ref, value
		}
	}
	return field, signature
}

// emptyField is a signature field that shows nothing.
func emptyField(name string) cos.Dict {
	return cos.Dict{"FT": cos.Name("Sig"), "T": cos.String(name), "Rect": cos.Array{0, 0, 0, 0}, "F": 132}
}

// prependContent puts a stream before the content of the first page.
func (e *Editor) prependContent(ref cos.Ref) {
	contents := e.Dict(e.page())["Contents"]
	list, ok := e.Get(contents).(cos.Array)
	if !ok {
		list = cos.Array{contents}
	}
	e.changePage(cos.Dict{"Contents": append(cos.Array{ref}, list...)})
}

// changeMetadata replaces a text in the metadata.
func (e *Editor) changeMetadata(old, new string) {
	ref := e.Root()["Metadata"].(cos.Ref)
	s := e.Get(ref).(*cos.Stream)
	data, _ := e.Decoded(s)
	if !strings.Contains(string(data), old) {
		panic("no " + old)
	}
	e.Put(ref, &cos.Stream{Dict: cos.Dict{"Type": cos.Name("Metadata"), "Subtype": cos.Name("XML")},
		Data: []byte(strings.ReplaceAll(string(data), old, new))})
}
