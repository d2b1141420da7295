package signature

import (
	"fmt"
	"maps"
	"slices"

	"protokol/generator/internal/cos"
)

// findChanges finds what was changed in the file after a signature.
func (s *Signature) findChanges(f *cos.File, at field) {
	if s.end == len(f.Data) {
		return
	}
	signed, err := cos.Read(f.Data[:s.end])
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
	if signed.Err() != nil {
		s.Problems = append(s.Problems, "документ, который был подписан, повреждён")
	}
}

// comparison finds differences between a signed file and its current state.
// Only existing objects matter: new ones can be reached only through them.
type comparison struct {
	was, is *cos.File
	roles   map[int]string // what an object was, in Russian
	pages   map[int]int    // page by number of its object
	lists   map[int]int    // page by number of the object that lists its annotations
	fields  map[int]field  // of signatures

	compared int // entries of lists so far
	found    []string
}

// Limits of a comparison; maxFound is how much a person reads.
const (
	maxCompared = 1 << 20
	maxFound    = 30
)

func newComparison(was, is *cos.File) *comparison {
	c := &comparison{
		was: was, is: is,
		roles: map[int]string{}, pages: map[int]int{}, lists: map[int]int{}, fields: map[int]field{},
	}
	root := was.Root()
	c.name(was.Trailer["Info"], "свойства файла")
	c.name(root["Metadata"], "свойства файла")
	c.name(root["StructTreeRoot"], "структура документа")
	w := fieldWalk{file: was, seen: map[cos.Ref]bool{}, other: map[cos.Ref]string{}}
	form := was.Dict(root["AcroForm"])
	w.kids(form["Fields"], field{}, "", 0)
	for ref, name := range w.other {
		c.name(ref, fmt.Sprintf("поле «%s»", clean(name)))
	}
	for _, field := range w.found {
		c.fields[field.ref.Number] = field
		c.fields[field.widget.Number] = field
	}
	c.namePages()
	return c
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
	text := fmt.Sprintf(format, args...)
	if len(c.found) >= maxFound {
		text = "и другое"
	}
	if !slices.Contains(c.found, text) {
		c.found = append(c.found, text)
	}
}

// changes returns the differences, each once.
func (c *comparison) changes() []string {
	if cos.Format(c.was.Trailer["Root"]) != cos.Format(c.is.Trailer["Root"]) {
		c.report("изменено: весь документ")
		return c.found
	}
	if cos.Format(c.was.Trailer["Info"]) != cos.Format(c.is.Trailer["Info"]) {
		c.report("изменено: свойства файла")
	}
	for _, number := range c.is.Changed(c.was) {
		c.object(number)
	}
	for _, number := range c.dangling() {
		c.report("добавлено: объект %d, на который ссылался подписанный документ", number)
	}
	return c.found
}

// object compares an object that was replaced.
func (c *comparison) object(number int) {
	was, is := c.was.Object(number), c.is.Object(number)
	old, now := c.was.Dict(was), c.is.Dict(is)
	root := c.was.Root()
	page, isPage := c.pages[number]
	place, isField := c.fields[number]
	switch {
	case cos.Format(was) == cos.Format(is):
	case isNumber(c.was.Trailer["Root"], number):
		c.catalog(old, now)
	case isNumber(root["AcroForm"], number):
		c.form(old, now)
	case isNumber(c.was.Dict(root["AcroForm"])["Fields"], number):
		c.grown(c.was.Array(was), c.is.Array(is), "форма")
	case isPage:
		c.page(old, now, page)
	case isField:
		c.field(place, old, now)
	default:
		if page := c.lists[number]; page > 0 {
			c.grown(c.was.Array(was), c.is.Array(is), fmt.Sprintf("страница %d", page))
		} else if role, ok := c.roles[number]; ok {
			c.report("изменено: %s", role)
		} else {
			c.report("изменено: объект %d", number)
		}
	}
}

func isNumber(o cos.Object, number int) bool {
	ref, ok := o.(cos.Ref)
	return ok && ref.Number == number
}

// same reports whether dictionaries are equal except for some entries.
func same(a, b cos.Dict, except ...cos.Name) bool {
	a, b = maps.Clone(a), maps.Clone(b)
	for _, key := range except {
		delete(a, key)
		delete(b, key)
	}
	return a != nil && b != nil && cos.Format(a) == cos.Format(b)
}

// catalog compares the catalog, to which data for long-term validation may be
// added (ISO 32000-2, 12.8.4.3).
func (c *comparison) catalog(old, now cos.Dict) {
	if !same(old, now, "AcroForm", "DSS", "Extensions") {
		c.report("изменено: каталог документа")
	}
	c.form(c.was.Dict(old["AcroForm"]), c.is.Dict(now["AcroForm"]))
}

func (c *comparison) form(old, now cos.Dict) {
	if !same(old, now, "SigFlags", "Fields", "DR", "DA") {
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

// grown compares lists of fields or annotations. A new signature field without an
// area on the page is not a change.
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
	for _, o := range now {
		if had[cos.Format(o)] {
			continue
		}
		d := c.is.Dict(o)
		width, height := size(c.is, d["Rect"])
		switch {
		case c.is.Name(d["FT"]) == "Sig" && (width < 1 || height < 1):
		case c.is.Name(d["FT"]) == "Sig":
			c.report("добавлено: поле подписи «%s»", clean(c.is.Text(d["T"])))
		default:
			c.report("добавлено: пометка или поле, %s", where)
		}
	}
}

// field compares a signature field. One that was free may be signed, and its
// appearance change, but not its place.
func (c *comparison) field(place field, old, now cos.Dict) {
	name := clean(place.name)
	signed := c.is.Dict(c.is.Dict(place.ref)["V"]) != nil
	switch {
	case place.signature != nil:
		c.report("изменено: подпись в поле «%s»", name)
	case !signed || !same(old, now, "V", "AP", "F", "M", "MK", "DA"):
		c.report("изменено: поле подписи «%s»", name)
	}
}

// dangling returns objects to which the signed document refers and that were added
// only afterwards: they reveal what was hidden.
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
