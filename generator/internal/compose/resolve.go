package compose

import (
	"errors"
	"fmt"
	"html/template"
	"maps"
	"reflect"
	"slices"
	"text/template/parse"
)

// views maps templates to the types of their views.
var views = map[string]reflect.Type{
	"protocol":       reflect.TypeFor[Protocol](),
	"protocol-full":  reflect.TypeFor[Protocol](),
	"protocol-brief": reflect.TypeFor[Protocol](),
	"protocol-tasks": reflect.TypeFor[Protocol](),
	"extract":        reflect.TypeFor[Extract](),
	"notice":         reflect.TypeFor[Letter](),
	"letter":         reflect.TypeFor[Letter](),
	"invitation":     reflect.TypeFor[Letter](),
	"attendance":     reflect.TypeFor[Attendance](),
	"assignments":    reflect.TypeFor[Assignments](),
	"application":    reflect.TypeFor[Application](),
	"consent":        reflect.TypeFor[Consent](),
	"envelope":       reflect.TypeFor[Envelope](),
	"label":          reflect.TypeFor[Label](),
	"labels":         reflect.TypeFor[LabelSheets](),
	paperTemplate:    reflect.TypeFor[Paper](),
	"register":       reflect.TypeFor[Register](),
}

// maxVisits limits the number of templates followed, each through all its
// calls.
const maxVisits = 5000

// resolver follows the types of facts through the templates. It replaces facts
// that have a partial with a call of it, and records which facts of letters are
// printed under which conditions.
type resolver struct {
	set      *template.Template
	seen     map[visit]bool
	calls    []visit // current call stack
	budget   int
	reached  []reach
	sourced  map[*parse.TemplateNode]bool // calls of partials with such facts
	problems []error
}

type visit struct {
	template string
	dot      reflect.Type
}

// resolve resolves all templates of a set. It returns the facts of letters that
// each template prints. Added are the names of those of papers.
func resolve(set *template.Template, added []string) (map[string][]reach, error) {
	r := &resolver{set: set, seen: map[visit]bool{}, sourced: map[*parse.TemplateNode]bool{}}
	prints := map[string][]reach{}
	for _, name := range slices.Concat(slices.Sorted(maps.Keys(views)), added) {
		r.reached, r.budget = nil, maxVisits
		view, known := views[name]
		if !known {
			view = views[paperTemplate] // of a kind that the office added
		}
		r.template(name, value{Type: view, path: []string{}}, nil)
		prints[name] = r.reached
	}
	r.budget = maxVisits
	for t, partial := range partials {
		r.template(partial, value{Type: t}, nil)
	}
	for former, partial := range formerFields {
		r.template(partial, value{Type: former.view}, nil)
	}
	markSourced(set, r.sourced)
	return prints, errors.Join(r.problems...)
}

// value describes a value in a template: its type and the fields that lead to
// it from the view, each nil if unknown.
type value struct {
	reflect.Type
	path []string
}

// scope is the context of an action.
type scope struct {
	template string
	dot      value
	vars     []variable // the innermost last
	guards   []guard
}

type variable struct {
	name string
	value
}

// variable returns the innermost variable with a name, or the zero value.
func (s scope) variable(name string) value {
	for i := len(s.vars) - 1; i >= 0; i-- {
		if s.vars[i].name == name {
			return s.vars[i].value
		}
	}
	return value{}
}

// assign sets the innermost variable with a name.
func (s scope) assign(name string, v value) {
	for i := len(s.vars) - 1; i >= 0; i-- {
		if s.vars[i].name == name {
			s.vars[i].value = v
			return
		}
	}
}

func (r *resolver) template(name string, dot value, guards []guard) {
	t := r.set.Lookup(name)
	v := visit{name, dot.Type}
	if t == nil || t.Tree == nil || t.Tree.Root == nil || slices.Contains(r.calls, v) {
		return
	}
	if !holdsFacts(dot.Type) {
		if r.seen[v] {
			return
		}
		r.seen[v] = true
	}
	if r.budget--; r.budget < 0 {
		r.reached = everyFact()
		return
	}
	r.calls = append(r.calls, v)
	r.list(t.Tree.Root, scope{name, dot, []variable{{"$", dot}}, guards})
	r.calls = r.calls[:len(r.calls)-1]
}

func (r *resolver) list(list *parse.ListNode, s scope) {
	if list == nil {
		return
	}
	for i, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.ActionNode:
			list.Nodes[i] = r.action(n, &s)
		case *parse.IfNode:
			r.branches(&n.BranchNode, s, func(value) value { return s.dot })
		case *parse.WithNode:
			r.branches(&n.BranchNode, s, func(v value) value { return v })
		case *parse.RangeNode:
			r.loop(n, s)
		case *parse.TemplateNode:
			r.call(n, s)
		}
	}
}

// action resolves {{…}}. It returns the node itself or the call of a partial.
func (r *resolver) action(n *parse.ActionNode, s *scope) parse.Node {
	call := &parse.TemplateNode{NodeType: parse.NodeTemplate, Pos: n.Pos, Line: n.Line}
	if len(n.Pipe.Decl) == 0 {
		call.Name, call.Pipe = r.former(n.Pipe, *s)
	}
	if call.Name == "" {
		v := r.pipe(n.Pipe, s)
		if len(n.Pipe.Decl) > 0 {
			return n
		}
		call.Name, call.Pipe = partialOf(v.Type), n.Pipe
		if call.Name == "" || call.Name == s.template { // or a partial that prints its argument
			r.text(n, v, *s)
			return n
		}
	}
	r.call(call, *s)
	return call
}

// text reports an action that prints a struct or a list.
func (r *resolver) text(n *parse.ActionNode, v value, s scope) {
	if t := pointed(v.Type); t != nil && (t.Kind() == reflect.Struct || t.Kind() == reflect.Slice) {
		r.wrong(n, s, fmt.Sprintf("%s — не текст, а сведения: назовите, какие из них печатать", n))
	}
}

// wrong records an error at a node of a template.
func (r *resolver) wrong(at parse.Node, s scope, message string) {
	location, _ := r.set.Lookup(s.template).Tree.ErrorContext(at)
	if err := fmt.Errorf("шаблон %s: %s", place(location), message); !slices.ContainsFunc(r.problems,
		func(p error) bool { return p.Error() == err.Error() }) {
		r.problems = append(r.problems, err)
	}
}

// former returns the partial for {{.View.Field}} if the view no longer has the
// field, and the pipe that returns the view.
func (r *resolver) former(p *parse.PipeNode, s scope) (string, *parse.PipeNode) {
	if len(p.Cmds) != 1 || len(p.Cmds[0].Args) != 1 {
		return "", nil
	}
	view, names := s.dot, []string(nil)
	switch n := p.Cmds[0].Args[0].(type) {
	case *parse.FieldNode:
		names = n.Ident
	case *parse.VariableNode:
		view, names = s.variable(n.Ident[0]), n.Ident[1:]
	}
	if len(names) == 0 {
		return "", nil
	}
	last := len(names) - 1
	for _, name := range names[:last] {
		if view = field(view, name); view.Type == nil {
			return "", nil
		}
	}
	if view.Type == nil {
		return "", nil
	}
	partial := partialOfFormer(view.Type, names[last])
	if partial == "" {
		return "", nil
	}
	pipe := p.CopyPipe()
	pipe.Cmds[0].Args[0] = withoutLast(p.Cmds[0].Args[0])
	return partial, pipe
}

// withoutLast returns a chain of fields without its last one.
func withoutLast(n parse.Node) parse.Node {
	switch n := n.(type) {
	case *parse.FieldNode:
		if last := len(n.Ident) - 1; last > 0 {
			return &parse.FieldNode{NodeType: parse.NodeField, Pos: n.Pos, Ident: n.Ident[:last]}
		}
		return &parse.DotNode{NodeType: parse.NodeDot, Pos: n.Pos}
	case *parse.VariableNode:
		return &parse.VariableNode{NodeType: parse.NodeVariable, Pos: n.Pos, Ident: n.Ident[:len(n.Ident)-1]}
	}
	return n
}

// call resolves {{template "name" pipe}}. For a fact with a partial of its own
// that replaces the default one.
func (r *resolver) call(n *parse.TemplateNode, s scope) {
	var dot value
	if n.Pipe != nil {
		dot = r.pipe(n.Pipe, &s)
	}
	if own := partialOf(dot.Type); own != "" && n.Name == "table" {
		n.Name = own
	}
	if isSourced(dot.Type) {
		r.sourced[n] = true
	}
	r.template(n.Name, dot, s.guards)
}

// branches resolves if and with.
func (r *resolver) branches(n *parse.BranchNode, s scope, dot func(value) value) {
	then := s
	v := r.pipe(n.Pipe, &then)
	then.dot, then.guards = dot(v), append(slices.Clip(s.guards), r.guards(n.Pipe, s, true)...)
	r.list(n.List, then)
	otherwise := then
	otherwise.dot = s.dot
	otherwise.guards = append(slices.Clip(s.guards), r.guards(n.Pipe, s, false)...)
	r.list(n.ElseList, otherwise)
}

// loop resolves range.
func (r *resolver) loop(n *parse.RangeNode, s scope) {
	inner := s
	var element value
	if list := r.expression(n.Pipe, s).Type; pointed(list) != nil {
		switch list = pointed(list); list.Kind() {
		case reflect.Slice, reflect.Array, reflect.Map:
			element = value{Type: list.Elem()}
		}
	}
	if d := n.Pipe.Decl; len(d) > 0 {
		if len(d) > 1 {
			inner.vars = append(inner.vars, variable{name: d[0].Ident[0]})
		}
		inner.vars = append(inner.vars, variable{d[len(d)-1].Ident[0], element})
	}
	inner.dot, inner.guards = element, append(slices.Clip(s.guards), r.guards(n.Pipe, s, true)...)
	r.list(n.List, inner)
	otherwise := s
	otherwise.guards = append(slices.Clip(s.guards), r.guards(n.Pipe, s, false)...)
	r.list(n.ElseList, otherwise)
}
