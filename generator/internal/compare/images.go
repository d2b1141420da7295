package compare

import (
	"math"
	"slices"

	"protokol/generator/internal/reader"
)

// images compares the pictures of a DOCX: their files, sizes, and what is read aloud in
// their place. A picture that another program packed anew is like the one it was made
// from.
func (r *Report) images(theirs, ours []reader.Image) {
	for _, is := range theirs {
		if is.Odd != "" {
			r.differ(0, "рисунок показан не так, как в исходном файле: %s", is.Odd)
			continue
		}
		if !slices.ContainsFunc(ours, func(was reader.Image) bool { return isLike(is, was) }) {
			r.differ(0, "рисунок не тот, что в исходном файле, или показан и назван иначе: %s", said(is.About))
		} else if !slices.ContainsFunc(ours, func(was reader.Image) bool { return is.Sum == was.Sum }) {
			r.remark(0, "рисунок записан заново; похож на тот, что в исходном файле, но мелочи посмотрите глазами")
		}
	}
	for _, was := range ours {
		if !slices.ContainsFunc(theirs, func(is reader.Image) bool { return isLike(is, was) }) {
			r.differ(0, "нет рисунка, который есть в исходном файле: %s", said(was.About))
		}
	}
}

// isLike reports whether two pictures look alike, and are shown and named so.
func isLike(a, b reader.Image) bool {
	isNear := func(a, b int) bool { return a == 0 || b == 0 || math.Abs(float64(a-b)) <= 1+float64(b)/20 }
	return (a.Sum == b.Sum || looksLike(a.Grid, b.Grid)) && (a.About == "" || a.About == b.About) &&
		isNear(a.Width, b.Width) && isNear(a.Height, b.Height)
}

func looksLike(a, b []byte) bool {
	if a == nil || len(a) != len(b) {
		return false
	}
	const most = 24 // of 255
	for i := range a {
		if math.Abs(float64(a[i])-float64(b[i])) > most {
			return false
		}
	}
	return true
}
