package compose

import (
	"html/template"
	"text/template/parse"
)

// interruptible makes every turn of a loop write, if only nothing, so that a loop
// which never prints ends with its context, too: whoever takes what is written
// sees it.
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
