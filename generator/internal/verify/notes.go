package verify

import (
	"slices"
	"time"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/origin"
)

// compareNotes reports annotations of pages that differ from those of the reprint, including borders and
// appearances, which not every viewer draws, and the targets of links. Fields are compared as fields.
func (v *Verdict) compareNotes(theirs, ours *cos.File) {
	now, _ := theirs.Pages()
	issued, _ := ours.Pages()
	are, were := newGraph(theirs), newGraph(ours)
	for i := range min(len(now), len(issued)) {
		annotations := theirs.Get(theirs.Dict(now[i])["Annots"])
		if _, isList := annotations.(cos.Array); !isList && annotations != nil {
			v.found(i+1, "список ссылок и пометок листа записан не так, как его печатает программа")
		}
		known := notes(were, issued[i])
		for _, note := range notes(are, now[i]) {
			if !slices.Contains(known, note) {
				v.found(i+1, "ссылка или пометка записана не так, как её печатает программа")
				break
			}
		}
	}
}

// noteKeys are the entries in which programs note when and by what they wrote an
// annotation.
var noteKeys = []cos.Name{"NM", "M", "CreationDate"}

// notes returns the graphs of the annotations of a page that are not fields.
func notes(g *graph, page cos.Ref) (list []string) {
	return notesOf(g, g.file.Array(g.file.Dict(page)["Annots"]))
}

func notesOf(g *graph, annotations cos.Array) (list []string) {
	for _, o := range annotations {
		d := g.file.Dict(o)
		if g.file.Name(d["Subtype"]) == "Widget" {
			continue
		}
		d = d.With(nil)
		for _, key := range noteKeys {
			delete(d, key)
		}
		list = append(list, g.of(d))
	}
	return list
}

// fileKeys are the entries of the specification of a file that this program writes (ISO
// 32000-2, 7.11.3).
var fileKeys = []cos.Name{"Type", "F", "UF", "EF", "Desc", "AFRelationship"}

// compareFiles reports embedded files whose descriptions differ from those that this program writes: their names,
// of which programs show different ones, types and relationships.
func (v *Verdict) compareFiles(f, ours *cos.File) {
	if v.From.Version == "" || v.Claimed {
		return // by another program, or in place of others
	}
	f = f.Again() // many pictures may have exhausted what a file may decompress
	known := v.From.Attachments()
	printed, _ := cos.ParseDate(ours.Text(ours.Dict(ours.Trailer["Info"])["CreationDate"]))
	isTrue := map[cos.Ref]bool{} // by references: two lists name each file
	isKnown := func(s specification) bool {
		d := f.Dict(s.object)
		name := f.Text(d["F"])
		i := slices.IndexFunc(known, func(a origin.Attachment) bool { return a.Name == name })
		if i < 0 || f.Text(d["UF"]) != name || s.listed != "" && s.listed != name ||
			f.Text(d["Desc"]) != known[i].About || string(f.Name(d["AFRelationship"])) != known[i].Relationship {
			return false
		}
		for _, data := range f.Dict(d["EF"]) {
			ref, _ := data.(cos.Ref)
			if string(f.Name(f.Dict(data)["Subtype"])) != known[i].Type ||
				!isTrue[ref] && !hasTrueParameters(f, data, printed) {
				return false
			}
			isTrue[ref] = ref != cos.Ref{}
		}
		for key := range d {
			if !slices.Contains(fileKeys, key) {
				return false
			}
		}
		return true
	}
	if slices.ContainsFunc(specifications(f), func(s specification) bool { return !isKnown(s) }) {
		v.found(0, "вложенный файл описан не так, как его вкладывает программа: имя, вид или назначение другие")
	}
}

// hasTrueParameters reports whether the size of an embedded file is the stated one and its date is not before the
// printing: programs show both.
func hasTrueParameters(f *cos.File, data cos.Object, printed time.Time) bool {
	s, ok := f.Get(data).(*cos.Stream)
	if !ok {
		return false
	}
	parameters := f.Dict(s.Dict["Params"])
	content, err := f.Decoded(s)
	if size := f.Get(parameters["Size"]); size != nil && (err != nil || size != len(content)) {
		return false
	}
	for _, key := range []cos.Name{"ModDate", "CreationDate"} {
		date, err := cos.ParseDate(f.Text(parameters[key]))
		if f.Get(parameters[key]) != nil && (err != nil || date.Before(printed)) {
			return false
		}
	}
	return true
}

// specification is one of a file, with the name that a list gives it; "" for none.
type specification struct {
	listed string
	object cos.Object
}

// specifications returns the file specifications of a file.
func specifications(f *cos.File) (list []specification) {
	for _, o := range f.Array(f.Root()["AF"]) {
		list = append(list, specification{"", o})
	}
	seen := map[cos.Ref]bool{}
	var walk func(o cos.Object, level int)
	walk = func(o cos.Object, level int) {
		ref, isRef := o.(cos.Ref)
		if level > maxLevels || isRef && seen[ref] {
			return
		}
		seen[ref] = isRef
		d := f.Dict(o)
		names := f.Array(d["Names"])
		for i := 0; i+1 < len(names); i += 2 {
			list = append(list, specification{f.Text(names[i]), names[i+1]})
		}
		for _, kid := range f.Array(d["Kids"]) {
			walk(kid, level+1)
		}
	}
	walk(f.Dict(f.Root()["Names"])["EmbeddedFiles"], 0)
	return list
}
