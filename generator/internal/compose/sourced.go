package compose

import (
	"bytes"
	"html/template"
	"reflect"
	"text/template/parse"

	"protokol/generator/internal/trace"
)

// sourced is a fact that selects the words of its partial: «РЕШЕНИЕ НЕ
// ПРИНЯТО». The words of a partial without tags have the origin of the fact,
// unless they have one of their own.
type sourced interface {
	// source returns a text marked like the words, or "".
	source() string
}

func (v Verdict) source() string    { return string(v) }
func (q Quorum) source() string     { return q.from }
func (q Question) source() string   { return q.from }
func (l VoteLine) source() string   { return l.from }
func (f Figure) source() string     { return f.from }
func (r AnnexRef) source() string   { return r.from }
func (r RollRow) source() string    { return r.from }
func (s Salutation) source() string { return s.Name }

// from returns a source for words that depend on the values of keys.
func (g *grammar) from(keys ...string) string { return g.origins.Computed("-", keys...) }

// Functions that print the start and end markers around the words of a fact.
const (
	openFunction  = "openSource"
	closeFunction = "closeSource"
)

var sourceFunctions = template.FuncMap{
	openFunction:  func(fact any) string { opening, _ := around(fact); return opening },
	closeFunction: func(fact any) string { _, closing := around(fact); return closing },
}

func around(fact any) (opening, closing string) {
	v := reflect.ValueOf(fact)
	if f, ok := fact.(sourced); ok && (v.Kind() != reflect.Pointer || !v.IsNil()) {
		return trace.Around(f.source())
	}
	return "", ""
}

var sourcedType = reflect.TypeFor[sourced]()

// isSourced reports whether facts of a type, or of the one it points to, are
// sourced.
func isSourced(t reflect.Type) bool {
	t = pointed(t)
	return t != nil && t.Implements(sourcedType)
}

// markSourced adds markers around calls of partials for sourced facts.
func markSourced(set *template.Template, calls map[*parse.TemplateNode]bool) {
	plain := map[string]bool{}
	for _, t := range set.Templates() {
		if t.Tree != nil {
			encloseCalls(t.Tree.Root, func(n *parse.TemplateNode) bool {
				return calls[n] && len(n.Pipe.Decl) == 0 && isPlain(set, n.Name, plain)
			})
		}
	}
}

// isPlain reports whether a template and those it calls have no tags.
func isPlain(set *template.Template, name string, known map[string]bool) bool {
	if plain, ok := known[name]; ok {
		return plain
	}
	known[name] = true // during the recursion
	t := set.Lookup(name)
	known[name] = t != nil && t.Tree != nil && everyNode(t.Tree.Root, func(node parse.Node) bool {
		switch n := node.(type) {
		case *parse.TextNode:
			return !bytes.ContainsRune(n.Text, '<')
		case *parse.TemplateNode:
			return isPlain(set, n.Name, known)
		}
		return true
	})
	return known[name]
}

// everyNode reports whether a predicate is true for all nodes of a list and its
// branches.
func everyNode(list *parse.ListNode, holds func(parse.Node) bool) bool {
	if list == nil {
		return true
	}
	for _, node := range list.Nodes {
		branch := branchOf(node)
		if !holds(node) || branch != nil && !(everyNode(branch.List, holds) && everyNode(branch.ElseList, holds)) {
			return false
		}
	}
	return true
}

// branchOf returns the branch node of if, with and range, or nil.
func branchOf(node parse.Node) *parse.BranchNode {
	switch n := node.(type) {
	case *parse.IfNode:
		return &n.BranchNode
	case *parse.WithNode:
		return &n.BranchNode
	case *parse.RangeNode:
		return &n.BranchNode
	}
	return nil
}

// encloseCalls adds markers around the wanted calls of a list.
func encloseCalls(list *parse.ListNode, wanted func(*parse.TemplateNode) bool) {
	if list == nil {
		return
	}
	for i, node := range list.Nodes {
		if branch := branchOf(node); branch != nil {
			encloseCalls(branch.List, wanted)
			encloseCalls(branch.ElseList, wanted)
		}
		if call, ok := node.(*parse.TemplateNode); ok && wanted(call) {
			list.Nodes[i] = &parse.ListNode{NodeType: parse.NodeList, Pos: call.Pos, Nodes: []parse.Node{
				functionOf(openFunction, call), call, functionOf(closeFunction, call),
			}}
		}
	}
}

// functionOf returns an action that prints a function of the argument of a
// call.
func functionOf(name string, call *parse.TemplateNode) *parse.ActionNode {
	args := []parse.Node{parse.NewIdentifier(name).SetPos(call.Pos), call.Pipe.CopyPipe()}
	pipe := &parse.PipeNode{NodeType: parse.NodePipe, Pos: call.Pos, Line: call.Line, Cmds: []*parse.CommandNode{
		{NodeType: parse.NodeCommand, Pos: call.Pos, Args: args},
	}}
	return &parse.ActionNode{NodeType: parse.NodeAction, Pos: call.Pos, Line: call.Line, Pipe: pipe}
}
