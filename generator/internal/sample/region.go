package sample

import (
	"cmp"
	"slices"
	"strings"

	"protokol/generator/internal/fields"
)

// region is blocks that are about one item of a list after another.
type region struct {
	*series
	starts     []int // of the blocks about each item
	order      []int // of the items
	end        int
	made       *Node
	inText     bool // the value of its first item follows another one
	named      bool // the words before it name the list
	identified bool // the only item is there with two of its facts
}

// regions finds the repetitions in blocks.
func (f *finder) regions(blocks []*Block, in *scope) (chosen []*region) {
	var all []*region
	lists := f.allSeries(in)
	if len(blocks) > 0 && blocks[0].Kind == Row {
		lists = append(lists, f.flattened(in)...)
	}
	for _, s := range lists {
		for _, class := range classes(f.anchors(blocks, s)) {
			for _, r := range f.runs(blocks, s, class) {
				if len(r.order) == 1 && s.path.List() != f.rows &&
					in.names(f.normal(blocks[r.starts[0]]), blocks[r.starts[0]]) {
					continue
				}
				f.extend(blocks, r)
				if !f.isInTable(blocks, r) {
					all = append(all, r)
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *region) int {
		return cmp.Or(first(a.flat, b.flat), first(b.full(), a.full()), first(b.texts, a.texts), first(b.named,
			a.named),
			(b.end-b.starts[0])-(a.end-a.starts[0]), a.rank-b.rank)
	})
	for _, r := range all {
		if slices.ContainsFunc(chosen, func(o *region) bool { return r.starts[0] < o.end && o.starts[0] < r.end }) {
			continue
		}
		if r.made = f.group(blocks, r); r.made != nil {
			chosen = append(chosen, r)
		}
	}
	slices.SortFunc(chosen, func(a, b *region) int { return a.starts[0] - b.starts[0] })
	return chosen
}

// isInTable reports whether the only item is in a row below the head of a table: the row repeats itself, not the
// table.
func (f *finder) isInTable(blocks []*Block, r *region) bool {
	b := blocks[r.starts[0]]
	return len(r.order) == 1 && b.Kind == Table && len(b.Kids) > 1 && r.end == r.starts[0]+1 &&
		!r.items[r.order[0]].isIn(f.normal(b.Kids[0])) &&
		!f.holdsAny(b.Kids[0], f.textsIn(&r.items[r.order[0]].scope))
}

// names reports whether a row is about the item around, too: a question with its only
// decision. It is not a row of the inner list, then.
func (s *scope) names(text normal, b *Block) bool {
	if b.Kind != Row || s.outer == nil {
		return false
	}
	return slices.ContainsFunc(s.values, func(v value) bool {
		return (saysWhat(v) || isName(v)) && !v.Weak && len(text.find(v.normal)) > 0
	})
}

func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// full reports whether every item of the list is there.
func (r *region) full() bool { return len(r.order) == len(r.items) }

// classes groups anchors that are alike.
func classes(list []anchor) (groups [][]anchor) {
next:
	for _, a := range list {
		for n := range groups {
			if groups[n][0].alike(a) {
				groups[n] = append(groups[n], a)
				continue next
			}
		}
		groups = append(groups, []anchor{a})
	}
	return groups
}

// runs splits anchors that are alike where an item recurs, and keeps the repetitions.
func (f *finder) runs(blocks []*Block, s *series, class []anchor) (list []*region) {
	var at *region
	for _, a := range class {
		if s.texts && at != nil && at.order[len(at.order)-1] == a.item {
			continue // the next decision on the same question
		}
		if at == nil || slices.Contains(at.order, a.item) || !s.near(at.starts[len(at.starts)-1], a.block) {
			at = &region{series: s, inText: strings.Contains(a.before, "¤")}
			list = append(list, at)
		}
		at.starts, at.order = append(at.starts, a.block), append(at.order, a.item)
	}
	return slices.DeleteFunc(list, func(r *region) bool {
		r.named = f.isNamed(blocks, r)
		r.identified = len(r.order) == 1 && f.identifies(blocks[r.starts[0]], r.items[r.order[0]])
		return !r.repeats(blocks) || f.cells && len(r.order) == 1 // one cell is not a repeated column
	})
}

// near reports whether two blocks can be about people who follow each other in a
// list. Texts may be far from each other.
func (s *series) near(a, b int) bool { return s.texts || b-a <= 3 }

// repeats reports whether a run is a repetition and not a coincidence.
func (r *region) repeats(blocks []*Block) bool {
	found := len(r.order)
	if r.flat {
		return found > 1
	}
	if found == 1 && len(r.items) == 1 {
		return r.texts || r.identified || r.named && !r.inText || blocks[r.starts[0]].Kind == Row && r.starts[0] > 0
	}
	return found >= 2 && 2*found >= len(r.items)
}

// identifies reports whether a paragraph has the name of a person and another fact, such as
// the position, and no name of the meeting prints the person.
func (f *finder) identifies(b *Block, i *item) bool {
	if b.Kind != Paragraph {
		return false
	}
	person, other := false, false
	for _, t := range f.paragraph(b, &i.scope).tokens {
		if i.outer.outer == nil && t.isNamedOutside() {
			return false
		}
		for _, o := range t.options {
			if o.level == 0 && !o.value.Weak {
				isPerson := last(o.value.Path).Kind == fields.Person
				person, other = person || isPerson, other || !isPerson
			}
		}
	}
	return person && other
}

// isNamed reports whether the words before a run name its list.
func (f *finder) isNamed(blocks []*Block, r *region) bool {
	before := f.before
	if b := blocks[r.starts[0]]; b.Kind == Paragraph && names(f.normal(b).text, r.path) {
		return true
	}
	for n := r.starts[0] - 1; n >= 0 && n >= r.starts[0]-2; n-- {
		before = f.normal(blocks[n]).text + " " + before
		if n > 0 && strings.TrimSpace(blocks[n].all()) != "" {
			before = f.normal(blocks[n]).text
			break
		}
	}
	return names(before, r.path)
}

// names reports whether a text has the stem of a name of a list.
func names(text string, p fields.Path) bool {
	for _, name := range p.List().Names {
		stem := []rune(normalize(name).text)
		if len(stem) > 4 && strings.Contains(text, string(stem[:min(len(stem)-1, 8)])) {
			return true
		}
	}
	return false
}

// extend finds where the blocks about the items begin and end.
func (f *finder) extend(blocks []*Block, r *region) {
	for r.beginsEarlier(f, blocks) {
		for k := range r.starts {
			r.starts[k]--
		}
	}
	if r.texts && r.starts[0] > 0 && f.isOfPerson(blocks, r) {
		for k := range r.starts {
			r.starts[k]--
		}
	}
	if r.texts && !r.flat && blocks[r.starts[0]].Kind == Row {
		f.beginAtParts(blocks, r)
	}
	last := len(r.starts) - 1
	r.end = r.starts[last] + 1
	if last > 0 && !r.texts {
		r.end = min(len(blocks), r.starts[last]+r.starts[last]-r.starts[last-1])
	}
	if !r.texts || f.isAgendaOnly(blocks, r) {
		return
	}
	longest := 12
	for k := 1; k <= last; k++ {
		longest = max(longest, r.starts[k]-r.starts[k-1]+4)
	}
	texts := f.textsIn(&r.items[r.order[last]].scope)
	for n := r.end; n < len(blocks) && n < r.end+longest && !f.isAboutOther(blocks[n], r, texts); n++ {
		if f.holdsAny(blocks[n], texts) || f.continues(blocks, r, n) ||
			f.belongs(blocks[n], &r.items[r.order[last]].scope, 0) {
			r.end = n + 1
		}
	}
}

// beginAtParts lets the rows about an item begin with those above its first block that have texts
// of its own lists and none of the item before: the question is beside the last of its decisions.
func (f *finder) beginAtParts(blocks []*Block, r *region) {
	var before []string
	above := 0
	for k, start := range r.starts {
		own := f.textsIn(&r.items[r.order[k]].scope)
		n := start
		for n > above && f.holdsAny(blocks[n-1], own) && !f.holdsAny(blocks[n-1], before) {
			n--
		}
		r.starts[k] = n
		before, above = own, start+1
	}
}

// isOfPerson reports whether the block before that of every item names its person: the speaker is above the text of
// the speech.
func (f *finder) isOfPerson(blocks []*Block, r *region) bool {
	for k, start := range r.starts {
		b := blocks[start-1]
		if b.Kind != Paragraph || k > 0 && start-1 <= r.starts[k-1] ||
			!slices.ContainsFunc(f.paragraph(b, &r.items[r.order[k]].scope).tokens, token.isOwnPerson) {
			return false
		}
	}
	return true
}

// isOwnPerson reports whether a token is the person of the item that is repeated.
func (t token) isOwnPerson() bool {
	return slices.ContainsFunc(t.options, func(o option) bool {
		return o.level == 0 && !o.value.Weak && last(o.value.Path).Kind == fields.Person
	})
}

// isAboutOther reports whether a block is about another item than the last: the list
// begins again below, or a table is about all items.
func (f *finder) isAboutOther(b *Block, r *region, texts []string) bool {
	if b.Kind != Table && f.holdsAny(b, texts) {
		return false
	}
	for _, k := range r.order[:len(r.order)-1] {
		i := r.items[k]
		others := slices.DeleteFunc(f.textsIn(&i.scope), func(s string) bool { return slices.Contains(texts, s) })
		if i.isIn(f.normal(b)) || f.holdsAny(b, others) {
			return true
		}
	}
	return false
}

// isAgendaOnly reports whether the only item is here in the agenda and recurs below.
func (f *finder) isAgendaOnly(blocks []*Block, r *region) bool {
	start := r.starts[0]
	if len(r.items) > 1 || start == 0 || !strings.Contains(f.normal(blocks[start-1]).text, "повестк") {
		return false
	}
	return slices.ContainsFunc(blocks[start+1:], func(b *Block) bool { return r.items[0].isIn(f.normal(b)) })
}

func (f *finder) holdsAny(b *Block, texts []string) bool {
	text := f.normal(b)
	return slices.ContainsFunc(texts, func(s string) bool { return strings.Contains(text.text, s) })
}

// charged are the beginnings of words before the people responsible for a decision and its deadline.
var charged = []string{"отв", "исполн", "контрол", "поруч", "срок"}

func isCharged(word string) bool {
	return slices.ContainsFunc(charged, func(stem string) bool { return strings.HasPrefix(word, stem) })
}

// belongs reports whether a paragraph has facts of an item, or of an item of its lists, that
// its words say to be those of a vote, of who answers for a decision or of the term.
func (f *finder) belongs(b *Block, in *scope, depth int) bool {
	if b.Kind != Paragraph || depth > maxDepth {
		return false
	}
	n := f.paragraph(b, in)
	for k, t := range n.tokens {
		for _, o := range t.options {
			if o.level > 0 {
				continue
			}
			switch kind := last(o.value.Path).Kind; kind {
			case fields.Ballot:
				if n.expects(k, o) {
					return true
				}
			case fields.List, fields.Date, fields.Text:
				if !o.value.Weak && slices.ContainsFunc(n.wordsBefore(k, 4), isCharged) {
					return true
				}
			}
		}
	}
	return slices.ContainsFunc(f.allSeries(in), func(s *series) bool {
		return s.texts && slices.ContainsFunc(s.items, func(i *item) bool { return f.belongs(b, &i.scope, depth+1) })
	})
}

// continues reports whether a block after the last item is like one that an
// earlier item has after its first block.
func (f *finder) continues(blocks []*Block, r *region, n int) bool {
	last := len(r.starts) - 1
	if strings.TrimSpace(blocks[n].all()) == "" {
		return false
	}
	here := f.line(blocks[n], &r.items[r.order[last]].scope)
	for k := range last {
		for _, b := range blocks[r.starts[k]+1 : r.starts[k+1]] {
			if f.joinNodes(f.line(b, &r.items[r.order[k]].scope), here) != nil {
				return true
			}
		}
	}
	return false
}

// beginsEarlier reports whether the block before that of every item belongs to the
// item: it is the same for all.
func (r *region) beginsEarlier(f *finder, blocks []*Block) bool {
	if len(r.starts) < 2 || r.starts[0] == 0 {
		return false
	}
	var common *Node
	for k, start := range r.starts {
		if k > 0 && start-1 <= r.starts[k-1] || blocks[start-1].Kind == Table {
			return false
		}
		here := f.line(blocks[start-1], &r.items[r.order[k]].scope)
		if k == 0 {
			common = here
		} else if common = f.joinNodes(common, here); common == nil {
			return false
		}
	}
	return true
}

// line makes the node of a block as part of the text about an item, without looking for repetitions.
func (f *finder) line(b *Block, in *scope) *Node {
	if b.Kind == Paragraph {
		return f.paragraph(b, in)
	}
	n := &Node{Block: b}
	for _, kid := range b.Kids {
		n.Kids = append(n.Kids, f.line(kid, in))
	}
	return n
}
