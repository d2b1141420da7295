package compose

import (
	"fmt"
	"html/template"
	"text/template/parse"

	"protokol/generator/internal/trace"
)

// unmarkedFunction marks unmarked output of an action as of unknown origin.
const unmarkedFunction = "unmarked"

// markActions makes all actions of a set print through unmarkedFunction.
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
				markLiterals(n.Pipe)
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

// markLiterals marks the literals in a pipe that its functions print unchanged.
func markLiterals(pipe *parse.PipeNode) {
	for _, cmd := range pipe.Cmds {
		f, ok := cmd.Args[0].(*parse.IdentifierNode)
		prints := !ok || f.Ident == "join" || f.Ident == "plural"
		for _, arg := range cmd.Args {
			switch n := arg.(type) {
			case *parse.StringNode:
				if prints {
					n.Text = trace.Literal(n.Text)
				}
			case *parse.PipeNode:
				markLiterals(n)
			}
		}
	}
}
