package signature

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/cos"
)

// use is a place that refers to an object: the number of the object around it, 0
// for the trailer, and the keys down to it, joined by a solidus. Places in arrays
// are those of the array.
type use struct {
	holder int
	path   string
}

// last is the key that holds the reference.
func (u use) last() string { return u.path[strings.LastIndexByte(u.path, '/')+1:] }

// uses are the places that refer to each object that can be reached.
type uses map[int]map[use]bool

func usesOf(f *cos.File) uses {
	found := uses{}
	var todo []cos.Ref
	collect := func(holder int, o cos.Object) {
		eachRef(o, "", func(path string, ref cos.Ref) {
			if found[ref.Number] == nil {
				todo = append(todo, ref)
				found[ref.Number] = map[use]bool{}
			}
			found[ref.Number][use{holder, path}] = true
		})
	}
	trailer := cos.Dict{"Root": f.Trailer["Root"], "Info": f.Trailer["Info"]}
	for collect(0, trailer); len(todo) > 0; {
		ref := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		collect(ref.Number, f.Get(ref))
	}
	return found
}

// eachRef visits the references in an object.
func eachRef(o cos.Object, path string, visit func(path string, ref cos.Ref)) {
	switch o := o.(type) {
	case cos.Ref:
		visit(path, o)
	case cos.Array:
		for _, item := range o {
			eachRef(item, path, visit)
		}
	case cos.Dict:
		for key, item := range o {
			below := string(key)
			if path != "" {
				below = path + "/" + below
			}
			eachRef(item, below, visit)
		}
	case *cos.Stream:
		eachRef(o.Dict, path, visit)
	}
}

// usesOfBoth returns the uses then and now, found when first needed.
func (c *comparison) usesOfBoth() [2]uses {
	if c.uses[0] == nil {
		c.uses = [2]uses{usesOf(c.was), usesOf(c.is)}
	}
	return c.uses
}

// usedOnly reports whether an object is referred to from one place alone, then
// and now.
func (c *comparison) usedOnly(number int, from use) bool {
	return c.usedBy(number, func(u use) bool { return u == from })
}

// isRoot reports whether an object is the catalog and nothing else. Rules of signatures name
// it as what they hold for (ISO 32000-2, table 256).
func (c *comparison) isRoot(number int) bool {
	return c.usedBy(number, func(u use) bool {
		holder := c.is.Dict(cos.Ref{Number: u.holder})
		isRule := holder["ByteRange"] != nil || holder["TransformMethod"] != nil
		return u == use{0, "Root"} || isRule && u.last() == "Data"
	})
}

// usedAs reports whether an object is referred to only by certain keys.
func (c *comparison) usedAs(number int, keys []string) bool {
	return c.usedBy(number, func(u use) bool { return slices.Contains(keys, u.last()) })
}

func (c *comparison) usedBy(number int, right func(use) bool) bool {
	for _, uses := range c.usesOfBoth() {
		for u := range uses[number] {
			if !right(u) {
				return false
			}
		}
	}
	return true
}

// fieldUses are the keys that refer to fields and widgets: of forms and fields,
// pages and the structure tree, and of the rules that lock fields.
var fieldUses = []string{"Fields", "Kids", "Parent", "Annots", "Obj", "Data"}

// fieldList is the place of the list of fields.
func (c *comparison) fieldList() use {
	if form, ok := c.was.Root()["AcroForm"].(cos.Ref); ok {
		return use{form.Number, "Fields"}
	}
	return use{c.root(), "AcroForm/Fields"}
}

// isAnnotationList reports whether an object is the list of annotations of one
// page and nothing else.
func (c *comparison) isAnnotationList(number, page int) bool {
	return c.usedBy(number, func(u use) bool { return u.path == "Annots" && c.pages[u.holder] == page })
}

// appearanceOf returns the field whose appearance an object is, and no other's.
func (c *comparison) appearanceOf(number int) (of field, ok bool) {
	one := c.usedBy(number, func(u use) bool {
		field, isField := c.fields[u.holder]
		if input, isInput := c.inputs[u.holder]; isInput {
			field, isField = input, true
		}
		if !isField || !strings.HasPrefix(u.path, "AP/") || ok && field.ref != of.ref {
			return false
		}
		of, ok = field, true
		return true
	})
	return of, one && ok
}

// objectKinds are keys that refer to objects, and what these are for a reader, in Russian.
var objectKinds = []struct{ key, kind string }{
	{"XObject", "рисунок или вставка на листе"}, {"FontFile", "шрифт"}, {"Font", "шрифт"}, {"ToUnicode", "шрифт"},
	{"OCG", "слой листа"}, {"Properties", "слой листа"}, {"OCProperties", "слои листов"},
	{"ExtGState", "настройки рисования"},
	{"AP", "вид поля или пометки"}, {"Annots", "пометка или поле"}, {"JavaScript", "сценарий"},
	{"EmbeddedFiles", "вложенный файл"}, {"EF", "вложенный файл"}, {"Resources", "ресурсы листа"},
}

// kind describes an object that was signed, by what referred to it.
func (c *comparison) kind(number int) string {
	for _, known := range objectKinds {
		for u := range c.usesOfBoth()[0][number] {
			if slices.ContainsFunc(strings.Split(u.path, "/"), func(key string) bool {
				return strings.HasPrefix(key, known.key)
			}) {
				return fmt.Sprintf("объект %d (%s)", number, known.kind)
			}
		}
	}
	return fmt.Sprintf("объект %d", number)
}
