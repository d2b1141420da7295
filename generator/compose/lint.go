package compose

import (
	"errors"
	"fmt"
	"html/template"
	"regexp"
	"strings"
	"text/template/parse"
)

// lint checks what only shows when a template takes its other branch: every
// branch of an if, range or with must close the tags that it opens.
func lint(set *template.Template) error {
	var problems []error
	for _, t := range set.Templates() {
		if t.Tree == nil || t.Tree.Root == nil {
			continue
		}
		l := linter{name: t.Tree.ParseName, tree: t.Tree}
		l.branch(t.Tree.Root)
		problems = append(problems, l.problems...)
	}
	return errors.Join(problems...)
}

type linter struct {
	name     string
	tree     *parse.Tree
	problems []error
}

// branch checks one list of nodes. What an action prints holds no tags: its
// value is escaped.
func (l *linter) branch(list *parse.ListNode) {
	if list == nil {
		return
	}
	var text strings.Builder
	for _, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.TextNode:
			text.Write(n.Text)
		case *parse.IfNode:
			l.branches(n.BranchNode)
		case *parse.RangeNode:
			l.branches(n.BranchNode)
		case *parse.WithNode:
			l.branches(n.BranchNode)
		}
	}
	if tag := unbalanced(text.String()); tag != "" {
		l.problems = append(l.problems, fmt.Errorf(
			"шаблон %s%s, строка %d: тег <%s> открыт и закрыт в разных ветвях", l.name, Extension, l.line(list), tag))
	}
}

func (l *linter) branches(n parse.BranchNode) {
	l.branch(n.List)
	l.branch(n.ElseList)
}

// line is where a list of nodes begins.
func (l *linter) line(list *parse.ListNode) int {
	location, _ := l.tree.ErrorContext(list)
	var line int
	if parts := strings.Split(location, ":"); len(parts) > 1 {
		fmt.Sscan(parts[len(parts)-2], &line)
	}
	return line
}

var tagPattern = regexp.MustCompile(`<(/?)([A-Za-z][\w-]*)(?:[^<>"]|"[^"]*")*?(/?)>`)

// unbalanced names the first tag that is not opened and closed in the text.
func unbalanced(text string) string {
	var open []string
	for _, m := range tagPattern.FindAllStringSubmatch(text, -1) {
		switch closing, name, empty := m[1] != "", m[2], m[3] != ""; {
		case empty:
		case !closing:
			open = append(open, name)
		case len(open) == 0 || open[len(open)-1] != name:
			return name
		default:
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		return open[0]
	}
	return ""
}
