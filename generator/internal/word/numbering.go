package word

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// lists is the numbering part of a template.
type lists struct {
	src      []byte
	insertAt int
	prefix   string
	nums     map[string]*num
	next     int // first free numId
}

// num is a list (ECMA-376-1, 17.9.15): the definition that it uses, the first
// number of each level, and levels that it defines itself.
type num struct {
	abstract string
	starts   map[string]string
	own      map[string]string // markup of w:lvl
	linked   map[string]string // levels by styles
	levels   []string          // in order
}

// prepareNumbering reads the numbering part.
func (t *Template) prepareNumbering() error {
	if t.pack.numbering == "" {
		return nil
	}
	src := t.pack.find(t.pack.numbering).data
	total := 0
	root, err := parse(src, &total)
	if err != nil {
		return Refusal("часть " + t.pack.numbering + " не читается: " + err.Error())
	}
	l := &lists{src: src, nums: map[string]*num{}}
	levels := map[string][]*element{} // of definitions
	root.each(func(e *element) bool {
		switch {
		case e.name == "abstractNum":
			levels[e.attr("abstractNumId")] = e.kids
		case e.name == "num" && e.kid("abstractNumId") != nil:
			l.insertAt, l.prefix = e.end, e.prefix(src)
			abstract := e.kid("abstractNumId").attr("val")
			if n, err := strconv.Atoi(e.attr("numId")); err == nil && isNumber(abstract) {
				l.nums[e.attr("numId")], l.next = readNum(src, e, levels[abstract]), max(l.next, n+1)
			}
		}
		return true
	})
	if l.insertAt > 0 {
		t.lists = l
	}
	return nil
}

// readNum reads a list with the levels of its definition.
func readNum(src []byte, e *element, levels []*element) *num {
	n := &num{abstract: e.kid("abstractNumId").attr("val"), starts: map[string]string{}, own: map[string]string{},
		linked: map[string]string{}}
	for _, level := range levels {
		if style := level.kid("pStyle"); style != nil {
			n.linked[style.attr("val")] = level.attr("ilvl")
		}
		if start := level.kid("start"); level.name == "lvl" && start != nil {
			n.begin(level.attr("ilvl"), start.attr("val"))
		}
	}
	for _, over := range e.kids {
		if over.name != "lvlOverride" {
			continue
		}
		level := over.attr("ilvl")
		if own := over.kid("lvl"); own != nil {
			n.own[level] = string(src[own.start:own.end])
			if start := own.kid("start"); start != nil {
				n.begin(level, start.attr("val"))
			}
		}
		if start := over.kid("startOverride"); start != nil {
			n.begin(level, start.attr("val"))
		}
	}
	return n
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// begin sets the first number of a level.
func (n *num) begin(level, start string) {
	if !isNumber(level) || !isNumber(start) {
		return // not of the schema
	}
	if _, known := n.starts[level]; !known {
		n.levels = append(n.levels, level)
	}
	n.starts[level] = start
}

// freshList is a list that restarts.
type freshList struct {
	id    int
	use   numbering
	round int
}

// numbered returns the numbering part with fresh lists.
func (t *Template) numbered(fresh []freshList) []byte {
	l := t.lists
	var b bytes.Buffer
	b.Write(l.src[:l.insertAt])
	for _, f := range fresh {
		n := l.nums[f.use.list]
		levels, starts := n.levels, n.starts
		if len(levels) == 0 && isNumber(f.use.level) { // the definition is elsewhere
			levels, starts = []string{f.use.level}, map[string]string{f.use.level: "1"}
		}
		w := l.prefix
		fmt.Fprintf(&b, `<%snum %snumId="%d"><%sabstractNumId %sval="%s"/>`, w, w, f.id, w, w, n.abstract)
		for _, level := range levels {
			b.WriteString(strings.ReplaceAll(fmt.Sprintf(`<w:lvlOverride w:ilvl="%s"><w:startOverride w:val="%s"/>`,
				level, starts[level]), "w:", w) + n.own[level] + "</" + w + "lvlOverride>")
		}
		b.WriteString("</" + w + "num>")
	}
	b.Write(l.src[l.insertAt:])
	return b.Bytes()
}
