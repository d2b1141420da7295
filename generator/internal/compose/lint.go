package compose

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"regexp"
	"slices"
	"strings"
	"text/template/parse"
)

// lint checks that every branch of an if, range or with closes the tags that it
// opens, which execution would only show in that branch.
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

// branch checks a list of nodes. The output of actions has no tags: it is
// escaped.
func (l *linter) branch(list *parse.ListNode) {
	if list == nil {
		return
	}
	var text strings.Builder
	var parts []*parse.TextNode
	for _, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.TextNode:
			text.Write(n.Text)
			parts = append(parts, n)
		case *parse.IfNode:
			l.branches(n.BranchNode)
		case *parse.RangeNode:
			l.branches(n.BranchNode)
		case *parse.WithNode:
			l.branches(n.BranchNode)
		}
	}
	at, slip := unbalanced(text.String())
	if slip == "" {
		return
	}
	if list != l.tree.Root {
		slip = messagef("%s в этой ветви", slip)
	}
	l.problems = append(l.problems, fmt.Errorf("шаблон %s%s, строка %d: %s", l.name, Extension, l.line(parts, at),
		slip))
}

func (l *linter) branches(n parse.BranchNode) {
	l.branch(n.List)
	l.branch(n.ElseList)
}

// line returns the line of an offset in the texts between the actions of a
// list.
func (l *linter) line(parts []*parse.TextNode, at int) int {
	i := 0
	for at >= len(parts[i].Text) {
		at -= len(parts[i].Text)
		i++
	}
	location, _ := l.tree.ErrorContext(parts[i])
	var line int
	if fields := strings.Split(location, ":"); len(fields) > 1 {
		fmt.Sscan(fields[len(fields)-2], &line)
	}
	return line + bytes.Count(parts[i].Text[:at], []byte{'\n'})
}

var tagPattern = regexp.MustCompile(`<(/?)([A-Za-z][\w-]*)(?:[^<>"]|"[^"]*")*?(/?)>`)

// unbalanced returns the first unbalanced tag in a text, its offset and the
// error, or "".
func unbalanced(text string) (at int, slip string) {
	type tag struct {
		at   int
		name string
	}
	var open []tag
	for _, m := range tagPattern.FindAllStringSubmatchIndex(text, -1) {
		name := text[m[4]:m[5]]
		switch closing, empty := m[2] < m[3], m[6] < m[7]; {
		case empty:
		case !closing:
			open = append(open, tag{m[0], name})
		case !slices.ContainsFunc(open, func(t tag) bool { return t.name == name }):
			return m[0], messagef("тег <%s> закрыт, но не открыт", name)
		case open[len(open)-1].name != name:
			last := open[len(open)-1]
			return last.at, messagef("тег <%s> не закрыт до </%s>", last.name, name)
		default:
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		last := open[len(open)-1]
		return last.at, messagef("тег <%s> открыт, но не закрыт", last.name)
	}
	return 0, ""
}
