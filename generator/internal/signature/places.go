package signature

import (
	"slices"

	"protokol/generator/internal/cos"
)

// Place is the area of a signature field on a page.
type Place struct {
	Field     string
	Page      int        // from 0
	Rect      [4]float64 // of its lower left and its upper right corner, in points
	Signature int        // index of its signature; -1 for none
}

// maxPlaces is more than documents have.
const maxPlaces = 50

// placesOf returns the areas of the visible fields.
func placesOf(f *cos.File, list []field, signatures []Signature) (places []Place) {
	byRef, seen := map[cos.Ref]int{}, map[cos.Ref]bool{} // pages may share lists and annotations
	for i, field := range list {
		byRef[field.widget], byRef[field.ref] = i, i
	}
	pages, _ := f.Pages()
	for i, page := range pages {
		annotations := f.Dict(page)["Annots"]
		if ref, ok := annotations.(cos.Ref); ok {
			if seen[ref] {
				continue
			}
			seen[ref] = true
		}
		for _, o := range f.Array(annotations) {
			ref, _ := o.(cos.Ref)
			at, ok := byRef[ref]
			if !ok || seen[ref] || len(places) == maxPlaces {
				continue
			}
			seen[ref] = true
			if p, ok := placeOf(f, list[at], f.Dict(ref), signatures); ok {
				p.Page = i
				places = append(places, p)
			}
		}
	}
	return places
}

// placeOf returns the area of a widget of a field, or false if it is invisible.
func placeOf(f *cos.File, of field, widget cos.Dict, signatures []Signature) (Place, bool) {
	const hidden = 1<<1 | 1<<5
	rect, ok := corners(f, widget["Rect"])
	if !ok || rect[2]-rect[0] < 1 || rect[3]-rect[1] < 1 || f.Int(widget["F"])&hidden != 0 {
		return Place{}, false
	}
	p := Place{Field: clean(of.name), Rect: rect, Signature: -1}
	if of.signature != nil {
		p.Signature = slices.IndexFunc(signatures, func(s Signature) bool { return s.Field == p.Field })
	}
	return p, true
}

// Cover reports that a mark hides words that were visible to earlier signers.
func (r *Report) Cover(p Place, words string) {
	if p.Signature < 0 {
		return
	}
	for i := range r.Signatures[:p.Signature] {
		if s := &r.Signatures[i]; !s.Stamp {
			s.Changes = noted(s.Changes, "отметка подписи «"+p.Field+"» закрыла напечатанное: «"+words+"»")
		}
	}
}

// Overlap adds a remark that a mark lies, or will lie, over words without hiding anything that others signed.
func (r *Report) Overlap(p Place, words string) {
	if p.Signature < 0 {
		r.Remarks = noted(r.Remarks, "место подписи «"+p.Field+"» стоит поверх напечатанного: «"+words+
			"»; отметка может его закрыть")
		return
	}
	s := &r.Signatures[p.Signature]
	s.Remarks = noted(s.Remarks, "отметка стоит поверх напечатанного: «"+words+"»")
}
