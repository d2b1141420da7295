package signature

import (
	"fmt"
	"maps"
	"slices"

	"protokol/generator/internal/cos"
)

// findChanges finds the changes in the file after a signature.
func (s *Signature) findChanges(f *cos.File, at field) {
	if s.end == len(f.Data) {
		return
	}
	signed, err := f.Before(s.end)
	if err != nil || signed.Strict() != nil {
		s.Problems = append(s.Problems, "подпись охватывает не весь документ")
		return
	}
	then := slices.IndexFunc(fields(signed), func(old field) bool {
		return old.ref == at.ref && cos.Format(old.signature) == cos.Format(at.signature)
	})
	if then < 0 {
		s.Problems = append(s.Problems, "подпись охватывает не весь документ")
		return
	}
	c := newComparison(signed, f)
	s.Changes = c.changes()
	s.Permitted, s.Filled = c.permitted, c.filled
	if signed.Err() != nil {
		s.Problems = append(s.Problems, "документ, который был подписан, повреждён")
	}
}

// comparison finds differences between a file as it was signed and as it is now.
// Only existing objects matter: new ones can be reached only through them. A
// difference is a change unless it is known to be harmless.
type comparison struct {
	was, is *cos.File
	rules   rules
	uses    [2]uses        // of the objects, then and now
	roles   map[int]string // the kinds of objects, in Russian
	pages   map[int]int    // page by number of its object
	lists   map[int]int    // page by number of the object that lists its annotations
	fields  map[int]field  // of signatures
	inputs  map[int]field  // of other types, by the number of the field or its widget

	store     store // now
	compared  int   // entries of lists so far
	found     []string
	permitted []string
	filled    []string // names of fields
}

// Limits of a comparison; maxFound limits the findings in a report.
const (
	maxCompared = 1 << 20
	maxFound    = 30
)

func newComparison(was, is *cos.File) *comparison {
	c := &comparison{
		was: was, is: is, rules: rulesOf(was),
		roles: map[int]string{}, pages: map[int]int{}, lists: map[int]int{},
		fields: map[int]field{}, inputs: map[int]field{},
	}
	root := was.Root()
	c.name(was.Trailer["Info"], "свойства файла")
	c.name(root["Metadata"], "свойства файла")
	c.name(root["StructTreeRoot"], "структура документа")
	w := fieldWalk{file: was, seen: map[cos.Ref]bool{}}
	form := was.Dict(root["AcroForm"])
	w.kids(form["Fields"], field{}, "", 0)
	for _, field := range w.other {
		c.name(field.ref, fmt.Sprintf("поле «%s»", clean(field.name)))
		for _, ref := range append(references(was.Array(field.dict["Kids"])), field.ref) {
			c.inputs[ref.Number] = field
		}
	}
	for _, field := range w.found {
		c.fields[field.ref.Number] = field
		c.fields[field.widget.Number] = field
	}
	c.namePages()
	return c
}

func references(list cos.Array) (refs []cos.Ref) {
	for _, o := range list {
		if ref, ok := o.(cos.Ref); ok {
			refs = append(refs, ref)
		}
	}
	return refs
}

func (c *comparison) name(o cos.Object, role string) {
	if ref, ok := o.(cos.Ref); ok && c.roles[ref.Number] == "" {
		c.roles[ref.Number] = role
	}
}

// namePages names the page tree and the objects on its pages.
func (c *comparison) namePages() {
	pages, nodes := c.was.Pages()
	for _, node := range nodes {
		c.name(node, "список страниц")
	}
	for i, ref := range pages {
		page, d := i+1, c.was.Dict(ref)
		c.pages[ref.Number] = page
		if list, ok := d["Annots"].(cos.Ref); ok && c.lists[list.Number] == 0 {
			c.lists[list.Number] = page
		}
		c.name(d["Contents"], fmt.Sprintf("содержание страницы %d", page))
		for _, part := range c.was.Array(d["Contents"]) {
			c.name(part, fmt.Sprintf("содержание страницы %d", page))
		}
	}
}

func (c *comparison) report(format string, args ...any) {
	c.found = noted(c.found, fmt.Sprintf(format, args...))
}

// permit reports a change that the signatures allow.
func (c *comparison) permit(format string, args ...any) {
	c.permitted = noted(c.permitted, fmt.Sprintf(format, args...))
}

func noted(list []string, text string) []string {
	if len(list) >= maxFound {
		text = "и другое"
	}
	if slices.Contains(list, text) {
		return list
	}
	return append(list, text)
}

// changes returns the differences, each once.
func (c *comparison) changes() []string {
	if cos.Format(c.was.Trailer["Root"]) != cos.Format(c.is.Trailer["Root"]) {
		c.report("изменено: весь документ")
		return c.found
	}
	if cos.Format(c.was.Trailer["Info"]) != cos.Format(c.is.Trailer["Info"]) {
		c.info(c.was.Dict(c.was.Trailer["Info"]), c.is.Dict(c.is.Trailer["Info"]))
	}
	for _, number := range c.is.Changed(c.was) {
		c.object(number)
	}
	for _, number := range c.dangling() {
		c.report("добавлено: %s, на который ссылался подписанный документ", c.kind(number))
	}
	return c.found
}

// object compares an object that was replaced. Its kind decides whether the difference is harmless, so all
// references to it must agree in its kind.
func (c *comparison) object(number int) {
	was, is := c.was.Object(number), c.is.Object(number)
	if cos.Format(was) == cos.Format(is) {
		return
	}
	old, wasDict := was.(cos.Dict)
	now, isDict := is.(cos.Dict)
	dicts := wasDict && isDict
	root := c.was.Root()
	_, isPage := c.pages[number]
	place, isField := c.fields[number]
	input, isInput := c.inputs[number]
	switch {
	case dicts && isNumber(c.was.Trailer["Root"], number) && c.isRoot(number):
		c.catalog(old, now)
	case dicts && isNumber(root["AcroForm"], number) && c.usedOnly(number, use{c.root(), "AcroForm"}):
		c.form(old, now)
	case isNumber(c.was.Dict(root["AcroForm"])["Fields"], number) && c.usedOnly(number, c.fieldList()):
		c.grown(c.was.Array(was), c.is.Array(is), "форма")
	case dicts && isPage:
		c.page(old, now, c.pages[number])
	case dicts && isField && c.usedAs(number, fieldUses):
		c.field(place, old, now)
	case dicts && isInput && c.usedAs(number, fieldUses):
		c.input(input, old, now)
	case dicts && isNumber(c.was.Trailer["Info"], number) && c.usedOnly(number, use{0, "Info"}):
		c.info(old, now)
	case dicts && isNumber(root["StructTreeRoot"], number) && c.usedAs(number, []string{"StructTreeRoot", "P"}):
		c.structTree(old, now)
	case dicts && c.isParentTree(number):
		c.parentTree(old, now)
	case dicts && isElement(old) && isElement(now):
		c.element(old, now)
	case isNumber(root["Metadata"], number) && c.usedOnly(number, use{c.root(), "Metadata"}):
		c.metadata(was, is)
	case c.isStore(number) && c.hasValidationData():
	default:
		c.other(number, was, is)
	}
}

// root is the number of the catalog.
func (c *comparison) root() int {
	ref, _ := c.was.Trailer["Root"].(cos.Ref)
	return ref.Number
}

// other compares an object that belongs neither to the form nor to a page.
func (c *comparison) other(number int, was, is cos.Object) {
	if page := c.lists[number]; page > 0 && c.isAnnotationList(number, page) {
		c.grown(c.was.Array(was), c.is.Array(is), fmt.Sprintf("страница %d", page))
	} else if field, ok := c.appearanceOf(number); ok && field.kind == button {
		c.report("изменено: поле «%s»", clean(field.name))
	} else if ok {
		c.appearance(field)
	} else if role, ok := c.roles[number]; ok {
		c.report("изменено: %s", role)
	} else {
		c.report("изменено: %s", c.kind(number))
	}
}

func isNumber(o cos.Object, number int) bool {
	ref, ok := o.(cos.Ref)
	return ok && ref.Number == number
}

// catalog compares the catalog, to which data for long-term validation may be added (ISO 32000-2, 12.8.4.3), but from
// which it may not be removed.
func (c *comparison) catalog(old, now cos.Dict) {
	if !sameTexts(old, now, "AcroForm", "DSS", "Extensions", "Version", "Metadata") ||
		!c.hasValidationData() || !c.areExtensions(now["Extensions"]) ||
		cos.Format(old["Version"]) != cos.Format(now["Version"]) && !c.isVersion(now["Version"]) {
		c.report("изменено: каталог документа")
	} else if c.was.Get(old["DSS"]) != nil && c.is.Get(now["DSS"]) == nil {
		c.report("удалено: данные для проверки через годы (DSS)")
	}
	if cos.Format(old["Metadata"]) != cos.Format(now["Metadata"]) {
		c.metadata(c.was.Get(old["Metadata"]), c.is.Get(now["Metadata"]))
	}
	if cos.Format(old["AcroForm"]) != cos.Format(now["AcroForm"]) {
		form, _ := c.is.Get(now["AcroForm"]).(cos.Dict)
		c.form(c.was.Dict(old["AcroForm"]), form)
	}
}

// isStore reports whether an object is the document security store, or a part of it, and nothing else: it is not
// shown, and programs replace it when they add data.
func (c *comparison) isStore(number int) bool {
	store, ok := c.was.Root()["DSS"].(cos.Ref)
	return ok && c.usedBy(number, func(u use) bool {
		return u == use{c.root(), "DSS"} && number == store.Number ||
			u.holder == store.Number && slices.Contains([]string{"VRI", "Certs", "OCSPs", "CRLs"}, u.path)
	})
}

// form compares the form. Default resources and a default appearance may be
// added where there were none and no field that was signed can use them, and fonts to
// those that there were.
func (c *comparison) form(old, now cos.Dict) {
	except := []cos.Name{"SigFlags", "Fields"}
	for _, key := range []cos.Name{"DR", "DA"} {
		if old[key] == nil && len(c.inputs) == 0 {
			except = append(except, key)
		}
	}
	if c.onlyAddsFonts(old["DR"], now["DR"]) {
		except = append(except, "DR")
	}
	if old == nil {
		old = cos.Dict{}
	}
	if !sameTexts(old, now, except...) || !c.keepsFlags(old["SigFlags"], now["SigFlags"]) {
		c.report("изменено: форма")
	}
	c.grown(c.was.Array(old["Fields"]), c.is.Array(now["Fields"]), "форма")
}

func (c *comparison) page(old, now cos.Dict, page int) {
	if !same(old, now, "Annots") {
		c.report("изменено: страница %d", page)
	}
	c.grown(c.was.Array(old["Annots"]), c.is.Array(now["Annots"]), fmt.Sprintf("страница %d", page))
}

// field compares a signature field. One that was free may be signed, and its
// appearance change, but not its place.
func (c *comparison) field(place field, old, now cos.Dict) {
	name := clean(place.name)
	signature := c.is.Dict(c.is.Dict(place.ref)["V"])
	free := []cos.Name{"V", "AP", "F", "M", "MK", "DA"}
	if c.isShrunk(now) {
		free = append(free, "Rect")
	}
	switch {
	case place.signature != nil:
		c.report("изменено: подпись в поле «%s»", name)
	case signature == nil || !same(plainTexts(c.was, old), plainTexts(c.is, now), free...):
		c.report("изменено: поле подписи «%s»", name)
	case c.rules.locked(place.name) && !c.isStamp(now):
		c.report("добавлено: подпись в поле «%s», хотя прежняя подпись запрещает это поле менять", name)
	case c.rules.level == noChanges && !c.isStamp(now):
		c.report("добавлено: подпись в поле «%s», хотя заверяющая подпись запрещает любые изменения", name)
	case c.coversPage(now):
		c.report("добавлено: отметка подписи «%s», которая закрывает большую часть страницы", name)
	}
}

// isShrunk reports whether a field has no area and shows nothing: PDFBox and DSS take a
// place away from a field that they sign without a mark (ISO 32000-2, 12.7.5.5).
func (c *comparison) isShrunk(field cos.Dict) bool {
	rect := c.is.Array(field["Rect"])
	isNoNumber := func(o cos.Object) bool {
		switch c.is.Get(o).(type) {
		case int, float64:
			return false
		}
		return true // programs may take a string for a number
	}
	width, height := size(c.is, rect)
	return len(rect) == 4 && !slices.ContainsFunc(rect, isNoNumber) &&
		width == 0 && height == 0 && isBlank(c.is, field["AP"])
}

// isStamp reports whether a field holds a time stamp of the document and shows nothing: such a signature does not
// count as a change, whatever other signatures forbid (ISO 32000-2, 12.8.5).
func (c *comparison) isStamp(field cos.Dict) bool {
	return c.is.Name(c.is.Dict(field["V"])["SubFilter"]) == docStamp && isBlank(c.is, field["AP"])
}

// coversPage reports whether a widget is so large that its appearance could
// replace the page. Marks of signatures take a few percent.
func (c *comparison) coversPage(widget cos.Dict) bool {
	const share = 0.15 // of a sheet A4
	width, height := size(c.is, widget["Rect"])
	return width*height > share*595*842
}

// dangling returns objects to which the signed document refers and that were added only afterwards: they reveal
// hidden content.
func (c *comparison) dangling() []int {
	var list []int
	seen := map[int]bool{}
	for todo := []cos.Object{c.was.Trailer}; len(todo) > 0; {
		o := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		switch o := o.(type) {
		case cos.Ref:
			if seen[o.Number] {
				continue
			}
			seen[o.Number] = true
			if c.was.Has(o.Number) {
				todo = append(todo, c.was.Get(o))
			} else if c.is.Has(o.Number) {
				list = append(list, o.Number)
			}
		case cos.Array:
			todo = append(todo, o...)
		case cos.Dict:
			todo = slices.AppendSeq(todo, maps.Values(o))
		case *cos.Stream:
			todo = slices.AppendSeq(todo, maps.Values(o.Dict))
		}
	}
	slices.Sort(list)
	return list
}
