package sample

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/fields"
)

// blocks makes the nodes of blocks: the blocks about the items of a list become one repetition.
func (f *finder) blocks(blocks []*Block, in *scope) (list []*Node) {
	regions := f.regions(blocks, in)
	for at := 0; at < len(blocks) && f.frame.Err() == nil; {
		if len(regions) > 0 && regions[0].starts[0] == at {
			list = append(list, regions[0].made)
			at, regions = regions[0].end, regions[1:]
			continue
		}
		end := len(blocks)
		if len(regions) > 0 {
			end = regions[0].starts[0]
		}
		if made, used := f.spread(blocks[at:end], in); used > 0 {
			list = append(list, made...)
			at += used
			continue
		}
		list = append(list, f.block(blocks[at], in))
		at++
	}
	return list
}

func (f *finder) block(b *Block, in *scope) *Node {
	if b.Kind == Paragraph {
		if strings.TrimSpace(b.Text) != "" {
			f.before = normalize(b.Text).text
		}
		return f.paragraph(b, in)
	}
	around := f.cells
	f.cells = b.Kind == Row
	n := &Node{Block: b, Kids: f.blocks(b.Kids, in)}
	f.cells = around
	return n
}

// group makes the repetition of a region, or nil if the blocks about the people in it are not alike.
func (f *finder) group(blocks []*Block, r *region) *Node {
	n := &Node{Marker: r.marker, series: r.series, Dropped: blocks[r.starts[0]:r.end]}
	around := f.rows
	f.rows = f.rowList(blocks, r)
	defer func() { f.rows = around }()
	for k, start := range r.starts {
		i := r.items[r.order[k]]
		lines := f.blocks(blocks[start:r.endOf(k)], &i.scope)
		setItem(lines, i.instance)
		if n.all = append(n.all, i.instance); k == 0 {
			n.Kids = lines
		} else {
			n.Kids = f.mergeLines(n.Kids, lines)
		}
	}
	if k := r.starts[0]; len(r.order) == 1 && !r.texts && r.end == k+1 && blocks[k].Kind == Paragraph {
		n.plain = f.paragraph(blocks[k], r.items[r.order[0]].outer)
	}
	if !r.texts && (n.isMixed() || n.losesWords(n) && f.areNamed(blocks, r)) {
		return nil
	}
	f.judge(n, r)
	return n
}

// rowList returns the list over which the rows about one of the items of a region repeat,
// such as the decisions of a question; rows about the others do, too. It is nil if there
// is none.
func (f *finder) rowList(blocks []*Block, r *region) *fields.Field {
	most := 0
	for k, start := range r.starts {
		if r.endOf(k)-start > r.endOf(most)-r.starts[most] {
			most = k
		}
	}
	rows := blocks[r.starts[most]:r.endOf(most)]
	if len(rows) < 2 || rows[0].Kind != Row {
		return nil
	}
	for _, inner := range f.allSeries(&r.items[r.order[most]].scope) {
		if inner.texts && slices.ContainsFunc(classes(f.anchors(rows, inner)), func(class []anchor) bool {
			return len(class) > 1
		}) {
			return inner.path.List()
		}
	}
	return nil
}

// isMixed reports whether some items have lines with values that others do not have,
// and no fact says why.
func (n *Node) isMixed() bool {
	return slices.ContainsFunc(n.Kids, func(kid *Node) bool {
		if !kid.isPartial(n) || !kid.slots() {
			return false
		}
		_, sure := condition(kid.in, n, kid.uses(n))
		return !sure
	})
}

// losesWords reports whether a repetition prints words of only some items for all, or keeps a name.
func (n *Node) losesWords(owner *Node) bool {
	for k, t := range n.tokens {
		if t.differs() && !t.isSlot() {
			return true
		}
		if t.in == nil || holdsAll(t.in, owner.all) {
			continue
		}
		part := &Node{tokens: slices.Clone(n.tokens[k : k+1])}
		for k+1 < len(n.tokens) && n.tokens[k+1].in != nil && sameItems(n.tokens[k+1].in, t.in) {
			k++
			part.tokens = append(part.tokens, n.tokens[k])
		}
		if _, sure := condition(t.in, owner, part.uses(owner)); !sure {
			return true
		}
	}
	return slices.ContainsFunc(n.Kids, func(kid *Node) bool { return kid.losesWords(owner) })
}

// areNamed reports whether the meeting has separate names for all people of a region: the chair and the secretary.
func (f *finder) areNamed(blocks []*Block, r *region) bool {
	for k, start := range r.starts {
		isNamed := func(b *Block) bool { return f.line(b, &r.items[r.order[k]].scope).isNamedOutside() }
		if !slices.ContainsFunc(blocks[start:r.endOf(k)], isNamed) {
			return false
		}
	}
	return true
}

// endOf returns where the blocks about an item end.
func (r *region) endOf(k int) int {
	if k+1 < len(r.starts) {
		return r.starts[k+1]
	}
	return r.end
}

// isNamedOutside reports whether a name of the meeting prints a person of a node.
func (n *Node) isNamedOutside() bool {
	return slices.ContainsFunc(n.tokens, token.isNamedOutside) || slices.ContainsFunc(n.Kids, (*Node).isNamedOutside)
}

// isNamedOutside reports whether a name of the meeting prints a person.
func (t token) isNamedOutside() bool {
	return slices.ContainsFunc(t.options, func(o option) bool {
		return o.level > 0 && !o.value.stays && !o.value.Weak && last(o.value.Path).Kind == fields.Person
	})
}

// setItem records the item that lines are about.
func setItem(lines []*Node, i *instance) {
	for _, n := range lines {
		n.in = []*instance{i}
		if n.plain != nil {
			n.plain.in = n.in
		}
		if n.Marker == "" {
			setItem(n.Kids, i)
		}
	}
}

// judge reports doubts about a repetition.
func (f *finder) judge(n *Node, r *region) {
	name := r.path.List().Name()
	if found := len(r.order); found < len(r.items) {
		f.remark(n, "", fmt.Sprintf("в образце %d из %d в списке «%s» файла заседания: бланк печатает всех", found,
			len(r.items), name), "если так и надо, ничего не делайте; иначе уберите лишних из файла")
	}
	if !slices.IsSorted(r.order) {
		f.remark(n, "", "в образце порядок списка «"+name+"» другой, чем в файле заседания: бланк печатает как в файле",
			"переставьте в файле, если важно")
	}
}

// conditional puts parts that only some items have between «если» and «конец».
func (f *finder) conditional(kids []*Node, owner *Node) (list []*Node) {
	for at := 0; at < len(kids); {
		end := at + 1
		if kids[at].isPartial(owner) {
			for end < len(kids) && (kids[end].blank() && end+1 < len(kids) || kids[end].isPartial(owner)) &&
				(kids[end].blank() || sameItems(kids[at].in, kids[end].in)) {
				end++
			}
			for kids[end-1].blank() {
				end--
			}
		}
		for _, lines := range apart(kids[at:end], owner) {
			list = append(list, f.wrap(lines, owner)...)
		}
		at = end
	}
	return list
}

// apart divides lines that the same items have by the facts that they print: another item may
// have decisions and no speakers. A line without a fact belongs to the next one with a fact.
func apart(lines []*Node, owner *Node) (list [][]*Node) {
	from, last := 0, ""
	for k, n := range lines {
		if n.blank() || !n.isPartial(owner) {
			continue
		}
		used := n.asks(owner)
		name, sure := condition(n.in, owner, used)
		if !sure || len(used) == 0 {
			continue
		}
		if last != "" && name != last {
			list = append(list, lines[from:endOfFacts(lines, from, k, owner)])
			from += len(list[len(list)-1])
		}
		last = name
	}
	return append(list, lines[from:])
}

// endOfFacts returns the place behind the last line with a fact among lines, and the blank lines after it: the next
// part must begin with words.
func endOfFacts(lines []*Node, from, to int, owner *Node) int {
	for to > from+1 && len(lines[to-1].asks(owner)) == 0 {
		to--
	}
	for lines[to].blank() {
		to++
	}
	return to
}

func (n *Node) isPartial(owner *Node) bool { return !n.blank() && !holdsAll(n.in, owner.all) }

func sameItems(a, b []*instance) bool { return holdsAll(a, b) && holdsAll(b, a) }

func holdsAll(a, all []*instance) bool {
	for _, i := range all {
		if !slices.Contains(a, i) {
			return false
		}
	}
	return true
}

// wrap puts lines into a condition, if only some items have them.
func (f *finder) wrap(lines []*Node, owner *Node) []*Node {
	if !lines[0].isPartial(owner) || !slices.ContainsFunc(lines, func(n *Node) bool { return n.Marker == "" }) {
		return lines
	}
	var used []string
	for _, n := range lines {
		used = append(used, n.asks(owner)...)
	}
	name, sure := condition(lines[0].in, owner, used)
	if name == "" {
		f.remark(lines[0], "", "это в образце есть не у всех в списке «"+owner.series.path.List().Name()+
			"», и по какому признаку, не видно: бланк печатает у всех",
			"поставьте вокруг {если …} и {конец} или уберите")
		return lines
	}
	n := &Node{Marker: "если " + name, Kids: lines, in: lines[0].in, all: owner.all, series: owner.series}
	if !sure {
		f.remark(lines[0], "", "это в образце есть не у всех; похоже, условие такое: {если "+name+"}",
			"проверьте условие")
	}
	return []*Node{n}
}

// asks returns the fields on which it depends whether an item of a repetition has a node: the list
// that it repeats, or those that it prints.
func (n *Node) asks(owner *Node) []string {
	if n.series != nil && n.Marker == n.series.marker {
		return fieldOf(n.series.path, owner)
	}
	return n.uses(owner)
}

// fieldOf returns the name of the field of the items of a repetition on the way to a fact.
func fieldOf(p fields.Path, owner *Node) []string {
	list := owner.series.path.List()
	if at := slices.Index(p, list); at >= 0 && at+1 < len(p) {
		return []string{list.Of.Name + "." + p[at+1].Name()}
	}
	return nil
}

// uses returns the fields of the items of a repetition that a node prints.
func (n *Node) uses(owner *Node) (names []string) {
	for _, t := range n.tokens {
		for _, o := range t.options {
			names = append(names, fieldOf(o.value.Path, owner)...)
		}
	}
	if n.series != nil && n.Marker != "" {
		names = append(names, fieldOf(n.series.path, owner)...)
	}
	for _, kid := range n.Kids {
		names = append(names, kid.uses(owner)...)
	}
	return names
}

// condition returns the name that exactly the items with a line have; it is sure if
// the line prints it, or if the line prints nothing of the items and only the first or
// the last of each list has it, or those without a list, such as that of decisions.
func condition(in []*instance, owner *Node, used []string) (name string, sure bool) {
	place, lacking := "", []string{}
	for n, c := range owner.all[0].conditions {
		fits := !slices.ContainsFunc(owner.all, func(i *instance) bool {
			return i.conditions[n].Holds != slices.Contains(in, i)
		})
		switch {
		case !fits:
			if isLacked(n, in, owner.all) {
				lacking = append(lacking, "нет "+c.Name)
			}
		case slices.Contains(used, c.Name):
			return c.Name, true
		case c.AsksPlace:
			place = c.Name
		case name == "":
			name = c.Name
		}
	}
	switch {
	case place != "" && len(used) == 0:
		return place, true
	case name == "" && len(lacking) > 0:
		return lacking[0], len(lacking) == 1
	}
	return name, false
}

// isLacked reports whether exactly some of all items lack the texts that a condition asks for.
func isLacked(n int, some, all []*instance) bool {
	return !slices.ContainsFunc(all, func(i *instance) bool {
		return i.conditions[n].Points == slices.Contains(some, i)
	})
}
