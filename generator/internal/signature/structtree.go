package signature

import (
	"slices"

	"protokol/generator/internal/cos"
)

// structTree compares the root of the structure tree. Programs that sign rewrite
// the parent tree, which leads from what is on the pages to its elements, and add
// an element for a new field (ISO 32000-2, 14.7).
func (c *comparison) structTree(old, now cos.Dict) {
	if !same(old, now, "ParentTree", "ParentTreeNextKey", "RoleMap") ||
		cos.Format(orEmpty(c.was, old["RoleMap"])) != cos.Format(orEmpty(c.is, now["RoleMap"])) ||
		!c.sameParents(old["ParentTree"], now["ParentTree"]) {
		c.report("изменено: структура документа")
	}
}

// isParentTree reports whether an object is the parent tree and nothing else.
func (c *comparison) isParentTree(number int) bool {
	tree, ok := c.was.Root()["StructTreeRoot"].(cos.Ref)
	return ok && isNumber(c.was.Dict(tree)["ParentTree"], number) &&
		c.usedOnly(number, use{tree.Number, "ParentTree"})
}

// parentTree compares a parent tree that was rewritten in its place.
func (c *comparison) parentTree(old, now cos.Dict) {
	if !same(old, now, "Nums", "Kids") || !c.sameParents(old, now) {
		c.report("изменено: структура документа")
	}
}

func orEmpty(f *cos.File, o cos.Object) cos.Object {
	if o = f.Get(o); o == nil {
		return cos.Dict{}
	}
	return o
}

// sameParents reports whether a parent tree leads to the same elements as before,
// and otherwise only to those of new fields.
func (c *comparison) sameParents(old, now cos.Object) bool {
	was, is := parents(c.was, old), parents(c.is, now)
	for key, value := range was {
		if cos.Format(is[key]) != cos.Format(value) {
			return false
		}
	}
	for key, value := range is {
		if _, known := was[key]; !known && !c.isFieldElement(value) {
			return false
		}
	}
	return len(is) > 0 || len(was) == 0
}

// parents flattens a number tree (ISO 32000-2, 7.9.7). Arrays are resolved,
// elements are references.
func parents(f *cos.File, root cos.Object) map[int]cos.Object {
	found := map[int]cos.Object{}
	seen := map[cos.Ref]bool{}
	var walk func(o cos.Object, level int)
	walk = func(o cos.Object, level int) {
		if ref, ok := o.(cos.Ref); ok {
			if seen[ref] {
				return
			}
			seen[ref] = true
		}
		d := f.Dict(o)
		if level > maxLevels || d == nil {
			return
		}
		list := f.Array(d["Nums"])
		for i := 0; i+1 < len(list); i += 2 {
			if array, ok := f.Get(list[i+1]).(cos.Array); ok {
				found[f.Int(list[i])] = array
			} else {
				found[f.Int(list[i])] = list[i+1]
			}
		}
		for _, kid := range f.Array(d["Kids"]) {
			walk(kid, level+1)
		}
	}
	walk(root, 0)
	return found
}

// isFieldElement reports whether a new structure element holds a new signature
// field that shows nothing, and no words of its own.
func (c *comparison) isFieldElement(o cos.Object) bool {
	ref, ok := o.(cos.Ref)
	d, isDict := c.is.Get(o).(cos.Dict)
	if !ok || !isDict || c.was.Has(ref.Number) || c.is.Name(d["S"]) != "Form" ||
		!hasOnly(d, "Type", "S", "P", "K", "Pg", "NS") || !c.isKnownNamespace(d["NS"]) {
		return false
	}
	item := c.is.Dict(d["K"])
	field := c.is.Dict(item["Obj"])
	return c.is.Name(item["Type"]) == "OBJR" && hasOnly(item, "Type", "Obj", "Pg") && c.isInvisible(item["Obj"], field)
}

// isKnownNamespace reports whether an element has no namespace, or one of those that
// the signed file lists for structure types (ISO 32000-2, 14.7.4.2).
func (c *comparison) isKnownNamespace(o cos.Object) bool {
	if o == nil {
		return true
	}
	_, ok := o.(cos.Ref)
	return ok && slices.Contains(c.was.Array(c.was.Dict(c.was.Root()["StructTreeRoot"])["Namespaces"]), o)
}

// isElement reports whether a dictionary is a structure element.
func isElement(d cos.Dict) bool { return d["S"] != nil && d["P"] != nil && d["K"] != nil }

// element compares a structure element, to which those of new fields may be
// added.
func (c *comparison) element(old, now cos.Dict) {
	before, after := c.was.Array(old["K"]), c.is.Array(now["K"])
	grown := len(before) > 0 && len(after) > len(before) && same(old, now, "K") &&
		cos.Format(after[:len(before)]) == cos.Format(before) &&
		!slices.ContainsFunc(after[len(before):], func(o cos.Object) bool { return !c.isFieldElement(o) })
	if !grown {
		c.report("изменено: структура документа")
	}
}
