package verify

import (
	"crypto/sha256"
	"maps"
	"slices"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/origin"
)

// checkAttached reports files inside a PDF other than those it was made from, and names under which viewers find
// different files: by the list of attachments, by the associated files, or by the entries for other systems (ISO
// 32000-2, 7.11.4).
func (v *Verdict) checkAttached(f *cos.File, list []origin.Attachment) {
	for _, a := range list {
		isPart := func(file origin.File) bool { return string(file.Data) == string(a.Data) }
		if a.Name != origin.ManifestName && !slices.ContainsFunc(v.From.Files, isPart) {
			v.found(0, "в документ вложен лишний файл: %s", shown(a.Name))
		}
	}
	w := fileWalk{file: f, seen: map[cos.Ref]bool{}, known: map[string]bool{}, extra: map[string]bool{}}
	for _, a := range list {
		w.known[w.key(a.Name, a.Data)] = true
	}
	root := f.Root()
	w.visit(root["AF"], 0)
	w.visit(f.Dict(root["Names"])["EmbeddedFiles"], 0)
	for _, name := range slices.Sorted(maps.Keys(w.extra)) {
		v.found(0, "под именем %s вложены разные файлы: программы увидят не один и тот же", shown(name))
	}
}

type fileWalk struct {
	file  *cos.File
	seen  map[cos.Ref]bool
	known map[string]bool // files by name and content
	extra map[string]bool // names of others
}

func (w *fileWalk) key(name string, data []byte) string {
	sum := sha256.Sum256(data)
	return name + "\x00" + string(sum[:])
}

func (w *fileWalk) visit(o cos.Object, level int) {
	ref, isRef := o.(cos.Ref)
	if level > maxLevels || isRef && w.seen[ref] {
		return
	}
	w.seen[ref] = isRef
	switch o := w.file.Get(o).(type) {
	case cos.Array:
		for _, item := range o {
			w.visit(item, level+1)
		}
	case cos.Dict:
		if o["EF"] != nil {
			w.specification(o)
			return
		}
		w.visit(o["Names"], level+1)
		w.visit(o["Kids"], level+1)
	}
}

// specification checks the files that a file specification leads to.
func (w *fileWalk) specification(d cos.Dict) {
	for _, where := range []cos.Name{"UF", "F", "DOS", "Mac", "Unix"} {
		s, ok := w.file.Get(w.file.Dict(d["EF"])[where]).(*cos.Stream)
		if !ok {
			continue
		}
		name := w.file.Text(d["UF"])
		if other := w.file.Text(d["F"]); name == "" {
			name = other
		}
		if data, err := w.file.Decoded(s); err != nil || !w.known[w.key(name, data)] {
			w.extra[name] = true
		}
	}
}
