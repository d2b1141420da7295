package verify

import "protokol/generator/internal/cos"

// isChained reports whether the bookmarks of an outline are the same forwards and backwards: some programs start
// from the last one (ISO 32000-2, 12.3.3).
func isChained(f *cos.File, top cos.Object) bool {
	left := maxBookmarks
	return isChainedBelow(f, top, &left, 0)
}

const maxBookmarks = 10_000

func isChainedBelow(f *cos.File, node cos.Object, left *int, level int) bool {
	d := f.Dict(node)
	var before cos.Object
	for next := d["First"]; f.Dict(next) != nil; {
		item := f.Dict(next)
		if *left--; *left < 0 || level > maxLevels || !isSame(item["Prev"], before) ||
			!isChainedBelow(f, next, left, level+1) {
			return false
		}
		before, next = next, item["Next"]
	}
	return isSame(d["Last"], before)
}

// isSame reports whether two references are equal.
func isSame(a, b cos.Object) bool {
	one, ok1 := a.(cos.Ref)
	other, ok2 := b.(cos.Ref)
	return ok1 == ok2 && one == other
}
