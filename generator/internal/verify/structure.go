package verify

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"protokol/generator/internal/cos"
)

// compareStructure reports that programs which read a paper aloud, or extract text by its structure, get a
// different result from the reprint (ISO 32000-2, 14.7). A program may have dropped the structure.
func (v *Verdict) compareStructure(theirs, ours *cos.File) {
	root := theirs.Dict(theirs.Root()["StructTreeRoot"])
	if root == nil {
		return
	}
	known := ours.Dict(ours.Root()["StructTreeRoot"])
	mapped := roles(theirs, root["RoleMap"])
	same := (mapped == "" || mapped == roles(ours, known["RoleMap"])) &&
		slices.Equal(namespaces(theirs, root), namespaces(ours, known)) &&
		slices.Equal(structure(theirs, root), structure(ours, known)) && sameRoots(theirs, ours, root, known)
	if !same {
		v.found(0, "структура документа не та, что в исходном: вслух её прочтут иначе, чем написано на листах")
	}
}

// rootKeys are the entries of the root that lead to elements, or are compared elsewhere.
var rootKeys = []cos.Name{"K", "ParentTree", "ParentTreeNextKey", "RoleMap", "Namespaces", "IDTree"}

// sameRoots reports whether the root has the same further entries as that of the reprint, such as pronunciations.
func sameRoots(theirs, ours *cos.File, root, known cos.Dict) bool {
	is := graphOf(theirs, root, rootKeys...)
	return is == graphOf(theirs, cos.Dict{}) || is == graphOf(ours, known, rootKeys...)
}

// structure lists the elements of a structure tree in reading order, with their types, texts and content, and the
// elements to which the pages refer. Elements of form fields, which programs that sign add, are left out unless
// they replace words.
func structure(f *cos.File, root cos.Dict) []string {
	w := structureWalk{file: f, seen: map[cos.Ref]bool{}, places: map[cos.Ref]int{},
		spaces: f.Array(root["Namespaces"]), graph: newGraph(f)}
	w.pages = w.graph.pages
	w.kids(root["K"], 0, 0)
	return append(w.list, w.parents(root)...)
}

type structureWalk struct {
	file   *cos.File
	seen   map[cos.Ref]bool
	pages  map[cos.Ref]int
	spaces cos.Array // the namespaces of the file
	graph  *graph
	list   []string
	places map[cos.Ref]int // of the elements in the list
}

// maxStructureLevels is more than documents have.
const maxStructureLevels = 60

func (w *structureWalk) kids(o cos.Object, page, level int) {
	ref, isRef := o.(cos.Ref)
	if level > maxStructureLevels || isRef && w.seen[ref] {
		return
	}
	w.seen[ref] = isRef
	switch o := w.file.Get(o).(type) {
	case cos.Array:
		for _, kid := range o {
			w.kids(kid, page, level)
		}
	case int:
		w.list = append(w.list, fmt.Sprint("content ", page, o))
	case cos.Dict:
		w.places[ref] = len(w.list)
		w.element(o, page, level)
	}
}

func (w *structureWalk) element(d cos.Dict, page, level int) {
	if ref, ok := d["Pg"].(cos.Ref); ok {
		page = w.pages[ref]
	}
	kind := w.file.Name(d["S"])
	switch {
	case w.file.Name(d["Type"]) == "MCR" || kind == "" && d["MCID"] != nil:
		said := fmt.Sprint("content ", page, w.file.Int(d["MCID"]))
		if d["Stm"] != nil {
			said += w.graph.of(d["Stm"]) // not of the page itself
		}
		w.list = append(w.list, said)
	case w.file.Name(d["Type"]) == "OBJR" && w.file.Name(w.file.Dict(d["Obj"])["Subtype"]) == "Link":
		w.list = append(w.list, "link "+strings.Join(notesOf(w.graph, cos.Array{d["Obj"]}), " "))
	case kind == "":
	case kind == "Form" && w.isMute(d) && w.holdsWidgets(d["K"]):
		w.kids(d["K"], page, level+1)
	default:
		said := []string{string(kind)}
		if other := w.file.Name(d["Type"]); other != "" && other != "StructElem" {
			said = append(said, "Type", string(other)) // for which some programs take it
		}
		if space, ok := d["NS"]; ok {
			said = append(said, fmt.Sprint("NS ", spaceIndex(w.spaces, space)))
		}
		for _, key := range slices.Sorted(maps.Keys(d)) {
			if text, isText := w.file.Get(d[key]).(cos.String); isText && text != "" {
				said = append(said, string(key), w.file.Text(text))
			} else if !isText && !slices.Contains(elementKeys, key) {
				said = append(said, string(key), w.graph.of(d[key]))
			}
		}
		w.list = append(w.list, strings.Join(said, " "))
		w.kids(d["K"], page, level+1)
		w.list = append(w.list, "end")
	}
}

// elementKeys are the entries of an element that make up the tree, and those that are compared elsewhere (ISO
// 32000-2, table 355).
var elementKeys = []cos.Name{"Type", "S", "P", "K", "Pg", "NS", "R", "Ref"}

// holdsWidgets reports whether an element holds references to form fields, and no words.
func (w *structureWalk) holdsWidgets(o cos.Object) bool {
	kids := w.file.Array(o)
	if kids == nil {
		kids = cos.Array{o}
	}
	return !slices.ContainsFunc(kids, func(kid cos.Object) bool {
		return w.file.Get(kid) != nil && w.file.Name(w.file.Dict(kid)["Type"]) != "OBJR"
	})
}

// isMute reports whether nothing of an element is read aloud. Papers of earlier versions have no IDs of form
// fields.
func (w *structureWalk) isMute(d cos.Dict) bool {
	for key, value := range d {
		if key == "ID" {
			continue
		}
		text, isText := w.file.Get(value).(cos.String)
		isAttribute := key == "A" && !w.saysMore(value, 0) || key == "C"
		if isText && text != "" || !isText && !slices.Contains(elementKeys, key) && !isAttribute {
			return false
		}
	}
	return true
}

// saysMore reports whether attributes hold texts or properties for people, such as the description of a printed field
// (ISO 32000-2, 14.8.5.6 and 14.7.6.3).
func (w *structureWalk) saysMore(o cos.Object, level int) bool {
	const deep = 5
	more := func(o cos.Object) bool { return w.saysMore(o, level+1) }
	switch o := w.file.Get(o).(type) {
	case cos.String:
		return true
	case cos.Array:
		return level > deep || slices.ContainsFunc(o, more)
	case cos.Dict:
		return level > deep || w.file.Name(o["O"]) == "UserProperties" ||
			slices.ContainsFunc(slices.Collect(maps.Values(o)), more)
	}
	return false
}
