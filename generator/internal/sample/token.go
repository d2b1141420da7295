package sample

import (
	"slices"
	"strings"
	"unicode"
)

// token is a word, a sign or a value of a paragraph.
type token struct {
	from, to int    // in the text of the block
	word     string // normalized
	literal  bool   // may be a word of the template
	running  bool   // the number of a row, which has no name in braces
	letter   bool   // the letter of an item: «а)»
	leads    bool   // the number with which a paragraph begins
	alone    bool   // nothing else is in the paragraph
	options  []option
	variants []variant // if it is not the same for all items

	in []*instance // items whose paragraph has it
}

// paragraph makes the node of a paragraph.
func (f *finder) paragraph(b *Block, s *scope) *Node {
	n := &Node{Block: b, tokens: f.tokensOf(b, s)}
	if len(n.tokens) == 1 {
		n.tokens[0].alone = true
	}
	if len(n.tokens) > 2 && n.isNumbered() && n.tokens[0].isNumber() {
		n.tokens[0].leads = true
	}
	if len(n.tokens) > 1 && n.tokens[1].word == ")" && len([]rune(n.tokens[0].word)) == 1 {
		n.tokens[0].letter = !n.tokens[0].isNumber()
		s.findLetter(&n.tokens[0])
	}
	return n
}

// tokensKey is a paragraph and the facts that are looked for in it.
type tokensKey struct {
	block *Block
	scope *scope
}

// maxKept is the number of tokens up to which those of a paragraph are kept for the next time.
const maxKept = 100

// tokensOf returns the tokens of a paragraph, which the caller may change.
func (f *finder) tokensOf(b *Block, s *scope) []token {
	key := tokensKey{b, s}
	list, ok := f.tokens[key]
	if !ok {
		list = tokenize(b.Text, f.whole(b.Text, s.matches(b.Text)))
		if len(list) > maxKept {
			return list
		}
		f.tokens[key] = list
	}
	f.frame.Spend(len(list))
	return slices.Clone(list)
}

// findLetter makes a token the letter of the item that is repeated, if it is.
func (s *scope) findLetter(t *token) {
	w, ok := s.frame.Letter(s.within)
	if ok && t.letter && t.word == w.Text {
		t.options, t.literal = []option{{name: w.Name, value: &value{Writing: w, normal: w.Text}}}, false
	}
}

// tokenize splits a text at the values in it and into words.
func tokenize(text string, matches []match) (list []token) {
	at := 0
	for _, m := range matches {
		list = append(list, words(text, at, m.from)...)
		t := token{from: m.from, to: m.to, word: normalize(text[m.from:m.to]).text, options: m.options}
		t.literal = true
		for _, o := range m.options {
			t.literal = t.literal && o.value.Weak
		}
		list = append(list, t)
		at = m.to
	}
	return append(list, words(text, at, len(text))...)
}

// words splits a part of a text into words and signs.
func words(text string, from, to int) (list []token) {
	start := -1
	flush := func(end int) {
		if start >= 0 {
			list = append(list, token{from: start, to: end, word: normalize(text[start:end]).text, literal: true})
		}
		start = -1
	}
	for i, r := range text[from:to] {
		at := from + i
		switch {
		case strings.ContainsRune(spaces, r):
			flush(at)
		case isWord(r) || r == '-' && start >= 0:
			if start < 0 {
				start = at
			}
		default:
			flush(at)
			list = append(list, token{from: at, to: at + len(string(r)), word: normalize(string(r)).text,
				literal: true})
		}
	}
	flush(to)
	return list
}

// isSlot reports whether a token is certainly a value, which a name may print.
func (t token) isSlot() bool {
	return !t.literal && slices.ContainsFunc(t.options, func(o option) bool { return !o.value.stays })
}

// differs reports whether a token is a value or a person, and so may be other words for another item.
func (t token) differs() bool { return !t.literal && len(t.options) > 0 }

func (t token) isNumber() bool {
	return t.word != "" && unicode.IsDigit(rune(t.word[0])) && strings.Trim(t.word, "0123456789.") == ""
}

// isPunctuation reports whether a token separates items of a list.
func (t token) isPunctuation() bool { return t.word == ";" || t.word == "." || t.word == "," }

// blank reports whether a node is an empty paragraph.
func (n *Node) blank() bool {
	return n.Block != nil && n.Block.Kind == Paragraph && len(n.tokens) == 0
}

// slots reports whether a node certainly has a value.
func (n *Node) slots() bool {
	for _, t := range n.tokens {
		if t.isSlot() {
			return true
		}
	}
	for _, kid := range n.Kids {
		if kid.slots() {
			return true
		}
	}
	return n.Marker != ""
}
