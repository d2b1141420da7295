package signature

import (
	"bytes"
	"fmt"

	"protokol/generator/internal/cos"
)

// unlisted reports, in Russian, signatures and marks in a file that do not belong to a checked signature.
func unlisted(f *cos.File, list []field) (problems []string) {
	if n := lostSignatures(f, list); n > 0 {
		problems = append(problems, fmt.Sprintf("в файле есть подписи, которых форма не показывает: %d", n))
	}
	for _, field := range list {
		if field.signature == nil && f.Get(field.dict["V"]) != nil {
			problems = noted(problems, fmt.Sprintf("в поле подписи «%s» стоит не подпись", clean(field.name)))
		}
	}
	names := map[string]bool{}
	for _, field := range list {
		if names[field.name] {
			problems = noted(problems, fmt.Sprintf("два поля подписи с одним именем «%s»", clean(field.name)))
		}
		names[field.name] = true
	}
	for _, page := range orphanMarks(f, list) {
		problems = noted(problems, fmt.Sprintf("страница %d: отметка подписи, за которой нет подписи", page))
	}
	return problems
}

// orphanMarks returns the numbers of the pages that show a mark of a signature
// which belongs to no signed field.
func orphanMarks(f *cos.File, list []field) (numbers []int) {
	signed := map[cos.Ref]bool{}
	for _, field := range list {
		if field.signature != nil {
			signed[field.ref], signed[field.widget] = true, true
		}
	}
	seen := map[cos.Ref]bool{} // lists and annotations that several pages may share
	pages, _ := f.Pages()
	for i, page := range pages {
		annotations := f.Dict(page)["Annots"]
		if ref, ok := annotations.(cos.Ref); ok && seen[ref] {
			continue
		} else if ok {
			seen[ref] = true
		}
		for _, o := range f.Array(annotations) {
			ref, isRef := o.(cos.Ref)
			if isRef && (seen[ref] || signed[ref]) {
				continue
			}
			seen[ref] = isRef
			if isMark(f, f.Dict(o)) {
				numbers = append(numbers, i+1)
				break
			}
		}
	}
	return numbers
}

// lostSignatures counts the signed ranges in the bytes of a file that no field
// leads to any more. A signature writes its range in plain bytes (ISO 32000-2,
// 12.8.1), which later updates cannot remove.
func lostSignatures(f *cos.File, list []field) int {
	known := map[string]bool{}
	for _, field := range list {
		if r, ok := f.Get(field.signature["ByteRange"]).(cos.Array); ok {
			known[cos.Format(r)] = true
		}
	}
	lost := map[string]bool{}
	key := []byte("/ByteRange")
	for at := 0; ; {
		i := bytes.Index(f.Data[at:], key)
		if i < 0 {
			return len(lost)
		}
		at += i + len(key)
		if o, err := cos.Parse(f.Data[at:min(len(f.Data), at+maxRange)]); err == nil {
			if r, ok := o.(cos.Array); ok && len(r) == 4 && !known[cos.Format(r)] {
				lost[cos.Format(r)] = true
			}
		}
	}
}

// maxRange is the maximum length of the numbers of a signed range.
const maxRange = 200

// isMark reports whether an annotation looks like the mark of a signature.
func isMark(f *cos.File, d cos.Dict) bool {
	kind := f.Name(d["FT"])
	for above, level := f.Dict(d["Parent"]), 0; kind == "" && above != nil && level < maxLevels; level++ {
		kind, above = f.Name(above["FT"]), f.Dict(above["Parent"])
	}
	width, height := size(f, d["Rect"])
	return kind == "Sig" && width*height > 0 && !isBlank(f, d["AP"])
}
