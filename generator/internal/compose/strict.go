package compose

import (
	"fmt"
	"html/template"
	"text/template/parse"

	"protokol/generator/internal/trace"
)

// unmarkedFunction marks what an action prints as of unknown origin; the markers in it
// stay.
const unmarkedFunction = "unmarked"

// markActions makes every action of a set of templates print through
// unmarkedFunction.
func markActions(set *template.Template) {
	set.Funcs(template.FuncMap{unmarkedFunction: func(value any) string { return trace.Unmarked(fmt.Sprint(value)) }})
	for _, t := range set.Templates() {
		if t.Tree != nil {
			markList(t.Tree, t.Tree.Root)
		}
	}
}

func markList(tree *parse.Tree, list *parse.ListNode) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.ActionNode:
			if len(n.Pipe.Decl) == 0 {
				name := parse.NewIdentifier(unmarkedFunction).SetTree(tree).SetPos(n.Pos)
				call := &parse.CommandNode{NodeType: parse.NodeCommand, Pos: n.Pos, Args: []parse.Node{name}}
				n.Pipe.Cmds = append(n.Pipe.Cmds, call)
			}
		case *parse.IfNode:
			markList(tree, n.List)
			markList(tree, n.ElseList)
		case *parse.RangeNode:
			markList(tree, n.List)
			markList(tree, n.ElseList)
		case *parse.WithNode:
			markList(tree, n.List)
			markList(tree, n.ElseList)
		}
	}
}
