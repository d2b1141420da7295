package compare

import (
	"math"
	"slices"
	"strings"

	"protokol/generator/internal/printable"
	"protokol/generator/internal/reader"
)

// images compares the pictures of a DOCX: their files, sizes, and what is read aloud in
// their place. A picture that another program repacked is like the one it was made
// from.
func (r *Report) images(theirs, ours []reader.Image) {
	for _, is := range theirs {
		if is.Fallback && slices.ContainsFunc(ours, func(was reader.Image) bool { return isSame(is, was) }) {
			continue // for programs that do not know the drawing beside it
		}
		if odd := otherwise(is, ours); odd != "" {
			r.differ(0, "рисунок показан не так, как в исходном файле: %s", printable.Short(odd, 120))
			continue
		}
		if !slices.ContainsFunc(ours, func(was reader.Image) bool { return isLike(is, was) }) {
			r.differ(0, "рисунок не тот, что в исходном файле, или показан и назван иначе: %s", said(is.About))
		} else if !slices.ContainsFunc(ours, func(was reader.Image) bool { return is.Sum == was.Sum }) {
			r.remark(0, "рисунок записан заново; похож на тот, что в исходном файле, но мелочи посмотрите глазами")
		}
	}
	for _, was := range ours {
		if !was.Fallback && !slices.ContainsFunc(theirs, func(is reader.Image) bool { return isLike(is, was) }) {
			r.differ(0, "нет рисунка, который есть в исходном файле: %s", said(was.About))
		}
	}
	before, after := inBody(ours), inBody(theirs)
	for i := range min(len(before), len(after)) {
		if len(before) == len(after) && !isSame(after[i], before[i]) {
			r.differ(0, "рисунки переставлены: %s", said(before[i].About))
			return
		}
	}
}

// inBody returns the pictures of the text itself.
func inBody(list []reader.Image) (found []reader.Image) {
	for _, i := range list {
		if i.Body && !i.Fallback {
			found = append(found, i)
		}
	}
	return found
}

// otherwise describes, in Russian, the changes to the appearance of a picture that its most similar counterpart
// does not have; "" for none.
func otherwise(is reader.Image, ours []reader.Image) (odd string) {
	least := math.MaxInt
	for _, was := range ours {
		if !isSame(is, was) {
			continue
		}
		extra := without(slices.Clone(is.Odd), was.Odd)
		switch {
		case len(extra) > 0 && len(extra) >= least:
		case len(extra) > 0:
			odd, least = extra[0], len(extra)
		case !isNear(is.X, was.X) || !isNear(is.Y, was.Y):
			odd, least = "передвинут", 0
		default:
			return ""
		}
	}
	return odd
}

// isSame reports whether two pictures are of files that look alike.
func isSame(a, b reader.Image) bool {
	return a.Shape == b.Shape && (a.Sum == b.Sum || looksLike(a.Grid, b.Grid))
}

// isLike reports whether two pictures look alike, and are shown and named so.
func isLike(is, was reader.Image) bool {
	isWide := func(a, b int) bool { return b == 0 || math.Abs(float64(a-b)) <= 1+float64(b)/20 }
	lost := slices.DeleteFunc(without(slices.Clone(was.Odd), is.Odd), func(odd string) bool {
		return strings.HasPrefix(odd, reader.NamedTwice) // programs that know one name keep one
	})
	return is.Fallback == was.Fallback && isSame(is, was) && (is.About == "" || is.About == was.About) &&
		len(lost) == 0 &&
		len(without(slices.Clone(is.Odd), was.Odd)) == 0 && isWide(is.Width, was.Width) &&
		isWide(is.Height, was.Height) && isNear(is.X, was.X) && isNear(is.Y, was.Y)
}

// isNear reports whether two places, in millimetres, are equal up to rounding.
func isNear(a, b int) bool { return max(a-b, b-a) <= 1 }

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
