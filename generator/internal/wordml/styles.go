package wordml

import "strings"

// style is a style of any type (ECMA-376-1, 17.7.4).
type style struct {
	id, name, kind, basedOn string
	pPr, rPr                *node
	table                   *node // the whole style, of a table
	striped                 bool  // it holds a striped shading
}

// styles are the styles of a document.
type styles struct {
	byID      map[string]*style
	paragraph string // default styles
	table     string
	pPr, rPr  *node // of the document's defaults
	para      paraProps
	run       runProps
}

func (d *Document) readStyles(p *part) {
	s := &d.styles
	s.byID = map[string]*style{}
	s.pPr = p.root.kid("docDefaults", "pPrDefault", "pPr")
	s.rPr = p.root.kid("docDefaults", "rPrDefault", "rPr")
	for _, n := range p.root.kids {
		if n.name != "style" {
			continue
		}
		one := &style{id: n.attr("styleId"), name: strings.ToLower(n.kid("name").attr("val")), kind: n.attr("type"),
			basedOn: n.kid("basedOn").attr("val"), pPr: n.kid("pPr"), rPr: n.kid("rPr")}
		if one.kind == "table" {
			one.table, one.striped = n, n.anyStriped()
		}
		s.byID[one.id] = one
		if v := n.attr("default"); v == "1" || v == "true" || v == "on" {
			switch one.kind {
			case "paragraph":
				s.paragraph = one.id
			case "table":
				s.table = one.id
			}
		}
	}
}

// finish works out the defaults, which need the theme.
func (s *styles) finish(th theme) {
	s.run = runProps{ascii: "Times New Roman", ansi: "Times New Roman", size: 10}
	s.para = paraProps{line: 12, lineRule: "auto"}
	s.run.apply(s.rPr, th, defaults, nil)
	s.para.apply(s.pPr)
}

// maxBased limits the depth of styles based on each other.
const maxBased = 40

// chain returns a style and those it is based on, the last one first.
func (s *styles) chain(id string) (list []*style) {
	for range maxBased {
		one := s.byID[id]
		if one == nil {
			break
		}
		list = append(list, one)
		id = one.basedOn
	}
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
	return list
}

// styleKey is a paragraph style within the conditional formats of a table style.
type styleKey struct{ paragraph, table string }

// resolvedStyle is a paragraph style with all that it is based on.
type resolvedStyle struct {
	para    paraProps
	run     runProps
	heading int // level of a heading by its name, or 0
}

// style returns the properties of a paragraph style in a table's cell or outside
// of tables.
func (l *lowering) style(id string, cell *cellFormat) *resolvedStyle {
	if l.styles.byID[id] == nil || l.styles.byID[id].kind != "paragraph" {
		id = l.styles.paragraph
	}
	key := styleKey{id, ""}
	if cell != nil {
		key.table = cell.key
	}
	if known, ok := l.resolved.Load(key); ok {
		return known.(*resolvedStyle)
	}
	r := &resolvedStyle{para: l.styles.para, run: l.styles.run}
	if cell != nil {
		var state [toggleCount]byte
		for _, n := range cell.nodes {
			r.para.apply(n.kid("pPr"))
			r.run.apply(n.kid("rPr"), l.theme, styled, &state)
		}
		r.run.settle(state)
	}
	chain := l.styles.chain(id)
	numbered := -1
	for i, one := range chain {
		if one.pPr.kid("numPr") != nil {
			numbered = i
		}
	}
	var state [toggleCount]byte
	for i, one := range chain {
		if i == numbered {
			r.para.apply(one.pPr.kidOnly("numPr"))
			r.para.apply(l.levelOf(&r.para, one.id).properties("pPr"))
		}
		r.para.apply(one.pPr)
		r.run.apply(one.rPr, l.theme, styled, &state)
	}
	r.run.settle(state)
	r.para.style, r.heading = id, l.heading(id)
	known, _ := l.resolved.LoadOrStore(key, r)
	return known.(*resolvedStyle)
}

// kidOnly returns a copy of an element with only one of its kids.
func (n *node) kidOnly(name string) *node {
	if k := n.kid(name); k != nil {
		return &node{name: n.name, kids: []*node{k}}
	}
	return nil
}

// character applies a character style to the properties of a run.
func (l *lowering) character(r *runProps, id string) {
	one := l.styles.byID[id]
	if one == nil || one.kind != "character" {
		return
	}
	var state [toggleCount]byte
	for _, one := range l.styles.chain(id) {
		r.apply(one.rPr, l.theme, styled, &state)
	}
	r.settle(state)
}

// heading returns the level of a heading by the names of its style, or 0.
func (l *lowering) heading(id string) int {
	for _, one := range l.styles.chain(id) {
		for _, prefix := range []string{"heading ", "заголовок "} {
			digit, ok := strings.CutPrefix(one.name, prefix)
			if ok && len(digit) == 1 && digit[0] >= '1' && digit[0] <= '9' {
				return int(digit[0] - '0')
			}
		}
	}
	return 0
}
