package compose

import (
	"reflect"
	"slices"
	"strings"
	"text/template/parse"
)

// Facts of a letter are computed only if they are printed, so that forms that are not printed do not raise doubts.
// The facts that a template prints are derived from the template and the view before it is executed.

// reach is a fact that a template prints under conditions.
type reach struct {
	fact   string // a method of Facts
	guards []guard
}

// guard is a condition on a field of the view: that it is empty or not.
type guard struct {
	path  []string
	given bool
}

// guards returns the conditions under which a branch is taken. Conditions on
// anything but fields of the view are omitted: then the branch may be taken.
func (r *resolver) guards(p *parse.PipeNode, s scope, taken bool) []guard {
	if len(p.Cmds) != 1 || len(r.calls) == 0 || !holdsFacts(r.calls[0].dot) {
		return nil
	}
	args := p.Cmds[0].Args
	if len(args) == 1 {
		return r.guard(args[0], s, taken)
	}
	f, ok := args[0].(*parse.IdentifierNode)
	if !ok {
		return nil
	}
	switch {
	case f.Ident == "not" && len(args) == 2:
		return r.guard(args[1], s, !taken)
	case f.Ident == "and" && taken, f.Ident == "or" && !taken:
		var list []guard
		for _, arg := range args[1:] {
			list = append(list, r.guard(arg, s, taken)...)
		}
		return list
	}
	return nil
}

func (r *resolver) guard(n parse.Node, s scope, given bool) []guard {
	if p, ok := n.(*parse.PipeNode); ok {
		return r.guards(p, s, given)
	}
	// The pipe itself records facts and problems; they must not be recorded
	// twice.
	quiet := resolver{set: r.set}
	v := quiet.operand(n, s)
	if len(v.path) == 0 {
		return nil
	}
	return []guard{{v.path, given}}
}

// holds reports whether a condition is true for a view.
func (g guard) holds(view reflect.Value) bool {
	for _, name := range g.path {
		if view = reflect.Indirect(view); !view.IsValid() {
			return !g.given
		}
		view = view.FieldByName(name)
	}
	filled := view.IsValid() && !view.IsZero()
	if view.Kind() == reflect.Slice || view.Kind() == reflect.Map {
		filled = view.Len() > 0
	}
	return filled == g.given
}

// settle computes the facts of a letter that its template prints, to report
// their problems. Execution of the template computes the same facts again.
func (b *builder) settle(prints []reach, data any) {
	origins := b.origins
	b.origins = nil // these results are not printed
	defer func() { b.origins = origins }()
	view := reflect.ValueOf(data)
	var done []string
	for _, p := range prints {
		if slices.Contains(done, p.fact) || slices.ContainsFunc(p.guards,
			func(g guard) bool { return !g.holds(view) }) {
			continue
		}
		done = append(done, p.fact)
		if work, ok := facts[p.fact]; ok {
			work(Facts{b})
		}
	}
}

// everyFact returns all facts, for templates that cannot be analysed.
func everyFact() []reach {
	var list []reach
	for name := range facts {
		list = append(list, reach{fact: name})
	}
	slices.SortFunc(list, func(a, b reach) int { return strings.Compare(a.fact, b.fact) })
	return list
}

// holdsFacts reports whether the facts of letters can be reached from a type.
func holdsFacts(t reflect.Type) bool {
	t = pointed(t)
	if t == nil || t.Kind() != reflect.Struct {
		return false
	}
	f, has := t.FieldByName("Facts")
	return t == reflect.TypeFor[Facts]() || has && f.Type == reflect.TypeFor[Facts]()
}
