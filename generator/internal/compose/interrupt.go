package compose

import (
	"html/template"
	"text/template/parse"
)

// interruptible adds an empty write to every iteration of loops, so that a loop
// without output ends with its context, too, which the writer checks.
func interruptible(set *template.Template) {
	for _, t := range set.Templates() {
		if t.Tree != nil {
			interruptList(t.Tree.Root)
		}
	}
}

func interruptList(list *parse.ListNode) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.IfNode:
			interruptList(n.List)
			interruptList(n.ElseList)
		case *parse.WithNode:
			interruptList(n.List)
			interruptList(n.ElseList)
		case *parse.RangeNode:
			interruptList(n.List)
			interruptList(n.ElseList)
			n.List.Nodes = append(n.List.Nodes, &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos})
		}
	}
}
