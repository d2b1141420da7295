package cos

// Limits of a page tree; an honest one has a handful of levels.
const (
	maxPages      = 20_000 // with the nodes above them
	maxPageLevels = 20
)

// Pages returns the pages of a file in order and the nodes of the tree above them (ISO 32000-1, 7.7.3.2). Nodes
// beyond the limits are left out.
func (f *File) Pages() (pages, nodes []Ref) {
	seen := map[Ref]bool{}
	var walk func(o Object, level int)
	walk = func(o Object, level int) {
		ref, ok := o.(Ref)
		if !ok || seen[ref] || level > maxPageLevels || len(seen) > maxPages {
			return
		}
		seen[ref] = true
		kids := f.Array(f.Dict(ref)["Kids"])
		if kids == nil {
			pages = append(pages, ref)
			return
		}
		nodes = append(nodes, ref)
		for _, kid := range kids {
			walk(kid, level+1)
		}
	}
	walk(f.Root()["Pages"], 0)
	return pages, nodes
}
