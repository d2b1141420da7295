package collect

import (
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/reader"
)

// A joined file has several forms whose fields have the same names. Programs that
// join files rename fields, keep two fields with one name, or merge two fields
// into one. Fields are therefore grouped by their place: a form consists of the
// fields of one hierarchy or one page, each question once.

// answered is a field of one of our forms and the question that it answers.
type answered struct {
	reader.Widget
	kind  *Kind
	key   string // of the question; for an unknown one the key it would have
	place int    // of the field in its file
}

// group is the fields of one form.
type group struct {
	kind   *Kind
	fields []answered
	page   int             // of its first field
	last   int             // of its last field
	roots  map[string]bool // hierarchies of its fields
	keys   map[string]bool // of its questions
	joined bool            // of two units that presumably belong together
}

// split groups the fields of a file by form, in page order.
func split(widgets []reader.Widget) (groups []*group) {
	for _, unit := range units(widgets) {
		if g := unit.owner(groups); g != nil {
			g.add(unit)
		} else {
			groups = append(groups, unit)
		}
	}
	return groups
}

// units groups the fields of our forms by page, hierarchy and kind. If a hierarchy
// has most questions twice on a page, a repeated question begins the next unit.
func units(widgets []reader.Widget) (list []*group) {
	type place struct {
		page int
		root string
		kind *Kind
	}
	at := map[place][]answered{}
	var order []place
	for _, a := range recognize(widgets) {
		p := place{a.Page, rootOf(a.Widget), a.kind}
		if at[p] == nil {
			order = append(order, p)
		}
		at[p] = append(at[p], a)
	}
	for _, p := range order {
		keys := map[string]bool{}
		for _, a := range at[p] {
			keys[a.key] = true
		}
		doubled := len(at[p])-len(keys) >= max(enough, len(keys)/2)
		unit := newGroup(p.kind, p.page, p.root)
		for _, a := range at[p] {
			if doubled && unit.keys[a.key] {
				list = append(list, unit)
				unit = newGroup(p.kind, p.page, p.root)
			}
			unit.put(a)
		}
		list = append(list, unit)
	}
	return list
}

// enough is the number of questions by which a form is recognized whose fields
// were renamed, or which is there twice.
const enough = 3

func newGroup(kind *Kind, page int, root string) *group {
	return &group{kind: kind, page: page, last: page, roots: map[string]bool{root: true}, keys: map[string]bool{}}
}

func (g *group) put(a answered) {
	g.fields = append(g.fields, a)
	g.keys[a.key] = true
}

// add adds the fields of a unit.
func (g *group) add(unit *group) {
	if !g.shares(unit) && g.last != unit.page {
		g.joined = true
	}
	for root := range unit.roots {
		g.roots[root] = true
	}
	for _, a := range unit.fields {
		g.put(a)
	}
	g.last = unit.page
}

// shares reports whether two groups have fields of one hierarchy.
func (g *group) shares(other *group) bool {
	for root := range other.roots {
		if g.roots[root] {
			return true
		}
	}
	return false
}

// owner returns the form to which a unit belongs: one of the same hierarchy that
// has few of its questions, or one of the same page or the page before that has
// none. It is nil if the unit begins a form.
func (g *group) owner(groups []*group) *group {
	for _, other := range slices.Backward(groups) {
		if other.kind != g.kind {
			continue
		}
		common := 0
		for key := range g.keys {
			if other.keys[key] {
				common++
			}
		}
		if other.shares(g) && (common < enough || 2*common < len(g.keys)) || common == 0 && other.last >= g.page-1 {
			return other
		}
	}
	return nil
}

// rootOf identifies the hierarchy of a field: by its top, or by the first part of
// its name if it has none.
func rootOf(w reader.Widget) string {
	if w.Root != w.Object {
		return "#" + strconv.Itoa(w.Root)
	}
	root, _, _ := strings.Cut(w.Name, ".")
	return root
}

// recognize returns the fields of our forms with their questions.
func recognize(widgets []reader.Widget) (list []answered) {
	found := make([]answered, len(widgets))
	lost := map[string][]int{} // fields whose first name may have been replaced, by hierarchy
	for i, w := range widgets {
		a, ok := named(w)
		a.place = i
		if found[i] = a; !ok && w.Kind != reader.SignatureField {
			lost[rootOf(w)] = append(lost[rootOf(w)], i)
		}
	}
	for _, places := range lost {
		renamedRoot(widgets, places, found)
	}
	return slices.DeleteFunc(found, func(a answered) bool { return a.kind == nil })
}

// named finds the question of a field by its name. Programs that join files put
// something before the first part or after any.
func named(w reader.Widget) (a answered, ok bool) {
	parts := strings.Split(w.Name, ".")
	for _, kind := range Kinds {
		root := strings.TrimSuffix(kind.prefix, ".")
		if i := slices.IndexFunc(parts, func(part string) bool { return isPart(part, root) }); i >= 0 {
			return answered{Widget: w, kind: kind, key: kind.key(parts[i+1:])}, true
		}
	}
	return answered{}, false
}

// key returns the key of the question to which the parts of a name belong after
// the first, or what it would be.
func (k *Kind) key(parts []string) string {
	for _, q := range k.Questions {
		if slices.EqualFunc(parts, strings.Split(q.Key, ".")[1:], isPart) {
			return q.Key
		}
	}
	return k.prefix + strings.Join(parts, ".")
}

// renamedRoot finds the questions of the fields of a hierarchy whose first name
// was replaced: dummyFieldName1.inn is one. It is one of our forms if half of the
// questions are there and nothing else is.
func renamedRoot(widgets []reader.Widget, places []int, found []answered) {
	for _, kind := range Kinds {
		keys := map[string]bool{}
		for _, i := range places {
			keys[kind.lostKey(widgets[i])] = true
		}
		if keys[""] || len(keys) < max(enough, len(kind.Questions)/2) {
			continue
		}
		for _, i := range places {
			found[i] = answered{widgets[i], kind, kind.lostKey(widgets[i]), i}
		}
		return
	}
}

// lostKey returns the key of the question to which a field belongs whose first
// name is not ours, or "".
func (k *Kind) lostKey(w reader.Widget) string {
	_, rest, _ := strings.Cut(w.Name, ".")
	if key := k.key(strings.Split(rest, ".")); k.question(key).Title != key {
		return key
	}
	return ""
}

// isPart reports whether a part of a name is one of ours, perhaps with what a
// program put after it: «applicant+1», «inn#0», «applicant [129]», «inn1x2y3».
func isPart(part, want string) bool {
	rest, ok := strings.CutPrefix(part, want)
	return ok && (rest == "" || strings.ContainsAny(rest, "0123456789") || !isLetter(rest[0]))
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' }
