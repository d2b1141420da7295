package sample

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/fields"
)

// mergeLines merges the lines about several items: lines that are the same for all become one, others are put
// between them.
func (f *finder) mergeLines(a, b []*Node) (merged []*Node) {
	f.frame.Spend(len(a) * len(b) * stepsPerPair)
	walk(f.frame, a, b, func(x, y *Node) bool { return f.joinNodes(x, y) != nil }, func(x, y *Node) {
		switch {
		case x == nil:
			merged = append(merged, y)
		case y == nil:
			merged = append(merged, x)
		default:
			merged = append(merged, f.joinNodes(x, y))
		}
	})
	return merged
}

// walk visits two lists in step by their longest common subsequence. The rest
// is left out if there is too much work.
func walk[T any](frame fields.Frame, a, b []T, same func(T, T) bool, visit func(x, y T)) {
	for len(a) > 0 && len(b) > 0 && same(a[0], b[0]) {
		visit(a[0], b[0])
		a, b = a[1:], b[1:]
	}
	if !frame.Spend(len(a) * len(b) / pairsPerStep) {
		return
	}
	long := make([][]int, len(a)+1)
	equal := make([][]bool, len(a))
	for i := range long {
		long[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		equal[i] = make([]bool, len(b))
		for j := len(b) - 1; j >= 0; j-- {
			long[i][j] = max(long[i+1][j], long[i][j+1])
			if equal[i][j] = same(a[i], b[j]); equal[i][j] {
				long[i][j] = max(long[i][j], long[i+1][j+1]+1)
			}
		}
	}
	var none T
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && equal[i][j] && long[i][j] == long[i+1][j+1]+1:
			visit(a[i], b[j])
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && long[i+1][j] >= long[i][j+1]:
			visit(a[i], none)
			i++
		default:
			visit(none, b[j])
			j++
		}
	}
}

// join merges two nodes, or returns nil if they are not the same for both items.
func (f *finder) joinNodes(a, b *Node) *Node {
	n := &Node{Block: a.Block, Marker: a.Marker, series: a.series, Dropped: both(a.Dropped, b.Dropped),
		in: both(a.in, b.in), all: both(a.all, b.all)}
	switch {
	case a.plain != nil && b.isParagraph():
		return f.joinNodes(a.plain, b)
	case b.plain != nil && a.isParagraph():
		return f.joinNodes(a, b.plain)
	case a.Marker != b.Marker || (a.Block == nil) != (b.Block == nil):
		return nil
	case a.Block == nil:
		n.Kids = f.mergeLines(a.Kids, b.Kids)
		if a.plain != nil && b.plain != nil {
			n.plain = f.joinNodes(a.plain, b.plain)
		}
		return n
	case a.Block.Kind != b.Block.Kind:
		return nil
	case a.Block.Kind == Paragraph:
		if len(a.Block.Text) > 0 && len(b.Block.Text) > 0 || a.blank() == b.blank() {
			return f.joinParagraphs(n, a, b)
		}
		return nil
	case a.Block.Kind == Row:
		return f.joinRows(n, a, b)
	}
	if b.Block.IsMerged {
		n.Block = b.Block
	}
	if n.Kids = joinEmpty(a, b); n.Kids != nil {
		return n
	}
	n.Kids = f.mergeLines(a.Kids, b.Kids)
	if written(n.Kids) > max(written(a.Kids), written(b.Kids)) {
		return nil
	}
	return n
}

// joinEmpty merges a cell with words and an empty one: what only the first row about an
// item has, such as the question above its decisions. Nil means that they are not such.
func joinEmpty(a, b *Node) (kids []*Node) {
	full, empty := a, b
	if written(a.Kids) == 0 {
		full, empty = b, a
	}
	if a.Block.Kind != Container || written(empty.Kids) > 0 || written(full.Kids) == 0 {
		return nil
	}
	for _, kid := range full.Kids {
		n := *kid
		if len(full.Kids) == 1 && kid.isParagraph() {
			n.tokens = slices.Clone(kid.tokens)
			for k := range n.tokens {
				n.tokens[k].in = orAll(n.tokens[k].in, kid)
				n.tokens[k].options = notPlace(n.tokens[k].options)
			}
			n.in = both(kid.in, empty.in)
		}
		kids = append(kids, &n)
	}
	return kids
}

// notPlace leaves the names of a value that is not beside every item: it is not the place
// of the item in its list.
func notPlace(list []option) []option {
	isPlace := func(o option) bool {
		name := last(o.value.Path).Name()
		return o.level == 0 && (name == "№" || strings.HasSuffix(name, "номер"))
	}
	if !slices.ContainsFunc(list, func(o option) bool { return o.level > 0 }) {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), isPlace)
}

func (n *Node) isParagraph() bool { return n.Block != nil && n.Block.Kind == Paragraph }

// written counts nodes that are not empty paragraphs.
func written(list []*Node) (count int) {
	for _, n := range list {
		if !n.blank() {
			count++
		}
	}
	return count
}

func (f *finder) joinRows(n, a, b *Node) *Node {
	if len(a.Kids) != len(b.Kids) {
		return nil
	}
	for k := range a.Kids {
		cell := f.joinNodes(a.Kids[k], b.Kids[k])
		if cell == nil {
			return nil
		}
		n.Kids = append(n.Kids, cell)
	}
	return n
}

// joinParagraphs merges the words of two paragraphs. A part that only one of them has must be a value with the
// words around it, or the sign at the end.
func (f *finder) joinParagraphs(n, a, b *Node) *Node {
	long, short := a, b
	if len(b.tokens) > len(a.tokens) {
		long, short = b, a
		n.Block = b.Block
	}
	spare, slots, bad := 0, false, false // words in a row that only one has
	close := func() {
		bad = bad || spare > 0 && !slots
		spare, slots = 0, false
	}
	x, y := long.tokens, short.tokens
	var end []token // the sign at the end of both
	if i, j := len(x)-1, len(y)-1; i > 0 && j > 0 && x[i].isStop() && y[j].isStop() {
		end, x, y = []token{x[i].with(y[j], long, short)}, x[:i], y[:j]
	}
	walk(f.frame, x, y, token.same, func(x, y token) {
		switch {
		case x.isNone():
			bad = bad || !short.isEnd(y)
		case y.isNone():
			if !long.isEnd(x) {
				x.in = orAll(x.in, long)
				spare, slots = spare+1, slots || x.differs()
			}
			n.tokens = append(n.tokens, x)
		default:
			close()
			n.tokens = append(n.tokens, x.with(y, long, short))
		}
	})
	close()
	if bad {
		return nil
	}
	n.tokens = append(n.tokens, end...)
	return n
}

func (t token) isNone() bool { return t.to == 0 }

// isEnd reports whether a token is the sign at the end of a paragraph.
func (n *Node) isEnd(t token) bool {
	return t.isPunctuation() && t.from == n.tokens[len(n.tokens)-1].from
}

func orAll(in []*instance, n *Node) []*instance {
	if in == nil {
		return n.in
	}
	return in
}

// with merges a token with the same one of another item.
func (t token) with(o token, a, b *Node) token {
	t.variants = t.variantsWith(o, a, b)
	t.literal = t.literal && o.literal && (t.word == o.word || agree(t.word, o.word) || t.variants != nil)
	if isPlural(t.word, o.word) {
		t.word = o.word
	}
	t.options = t.commonOptions(o)
	t.running = (t.running || t.isRunning(o)) && len(t.options) == 0
	t.literal = t.literal || t.running
	if t.in != nil || o.in != nil {
		t.in = append(slices.Clone(orAll(t.in, a)), orAll(o.in, b)...)
	}
	return t
}

// commonOptions returns the names that print both values. A number with which a
// paragraph begins may be typed wrong for some items: 1, 2, 4.
func (t token) commonOptions(o token) []option {
	list := common(t.options, o.options)
	if list != nil || !t.leads || !o.leads {
		return list
	}
	for _, one := range [][]option{t.options, o.options} {
		if slices.ContainsFunc(one, func(o option) bool { return o.level == 0 && o.value.Path.Lists() != nil }) {
			return one
		}
	}
	return nil
}

// same reports whether two tokens are the same word or may be the same value.
func (t token) same(o token) bool {
	return t.literal && o.literal && (t.word == o.word || agree(t.word, o.word)) || t.isRunning(o) ||
		len(common(t.options, o.options)) > 0
}

// isRunning reports whether two numbers are alone in their cells, such as numbers of
// rows that go on from one list to the next, begin their paragraphs, or are letters of
// items.
func (t token) isRunning(o token) bool {
	return t.word != o.word && (t.letter && o.letter || t.leads && o.leads ||
		t.alone && o.alone && t.isNumber() && o.isNumber())
}

// common returns the names that print both values.
func common(a, b []option) (list []option) {
	for _, x := range a {
		for _, y := range b {
			if x.name != y.name {
				continue
			}
			switch {
			case x.letter == y.letter || y.letter == "" && fits(x.letter, y.value.Prints):
				list = append(list, x)
			case x.letter == "" && fits(y.letter, x.value.Prints):
				list = append(list, y)
			}
		}
	}
	if list == nil {
		return samePlace(a, b)
	}
	return list
}

// samePlace returns the names of persons that two items have in different writings: one
// in full, the other with initials.
func samePlace(a, b []option) (list []option) {
	isPerson := func(o option) bool {
		return last(o.value.Path).Kind == fields.Person && !o.value.Case && !o.value.Weak
	}
	for _, x := range a {
		for _, y := range b {
			if isPerson(x) && isPerson(y) && x.level == y.level && slices.Equal(x.value.Path, y.value.Path) &&
				(x.value.Path.Lists() != nil || x.value.stays) {
				list = addOption(addOption(list, x), y)
			}
		}
	}
	return list
}

// fits reports whether a filter for capitals leaves a value as it is.
func fits(letter, printed string) bool {
	switch letter {
	case "с заглавной":
		return firstUpper(printed)
	case "с маленькой":
		return !firstUpper(printed)
	}
	return false
}

func firstUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

func both[T any](a, b []T) []T { return append(slices.Clone(a), b...) }

func addOption(list []option, o option) []option {
	if slices.ContainsFunc(list, func(p option) bool { return p.name == o.name && p.letter == o.letter }) {
		return list
	}
	return append(list, o)
}
