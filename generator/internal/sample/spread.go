package sample

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxSpread is the number of paragraphs that a value can go on over.
const maxSpread = 8

// spread finds a value that begins in the first block and ends with a later one: a
// title that is centred line by line. It returns the nodes, and the number of blocks
// they are made of.
func (f *finder) spread(blocks []*Block, in *scope) (list []*Node, used int) {
	text := ""
	first := blocks[0]
	if first.Kind != Paragraph || strings.TrimSpace(first.Text) == "" {
		return nil, 0
	}
	for n, b := range blocks[:min(len(blocks), maxSpread)] {
		if b.Kind != Paragraph || n > 0 && strings.TrimSpace(b.Text) == "" {
			return nil, 0
		}
		if n > 0 {
			text += "\n"
		}
		text += b.Text
		if n == 0 {
			continue
		}
		if m, ok := in.ending(text, len(first.Text), len(b.Text)); ok && !f.eachAlone(blocks[:n+1], in) {
			return f.spreadNodes(blocks[:n+1], m, in), n + 1
		}
	}
	return nil, 0
}

// eachAlone reports whether each of blocks is a value of its own.
func (f *finder) eachAlone(blocks []*Block, in *scope) bool {
	return !slices.ContainsFunc(blocks, func(b *Block) bool {
		tokens := f.paragraph(b, in).tokens
		return len(tokens) != 1 || !tokens[0].isSlot()
	})
}

// ending returns the longest value that begins before a place and ends with the text, ignoring
// a final punctuation mark.
func (s *scope) ending(text string, before, lastLine int) (best match, ok bool) {
	end := utf8.RuneLen('.')
	for _, m := range s.matches(text) {
		strong := slices.ContainsFunc(m.options, func(o option) bool { return !o.value.Weak })
		if strong && m.from < before && m.to > len(text)-lastLine && len(strings.TrimSpace(text[m.to:])) <= end &&
			strings.Contains(text[m.from:m.to], "\n") {
			return m, true
		}
	}
	return match{}, false
}

// spreadNodes puts the value into the first paragraph. The others go.
func (f *finder) spreadNodes(blocks []*Block, m match, in *scope) []*Node {
	b := blocks[0]
	var before []match
	for _, other := range in.matches(b.Text) {
		if other.to <= m.from {
			before = append(before, other)
		}
	}
	m.to = len(strings.TrimRight(b.Text, spaces))
	n := &Node{Block: b, tokens: tokenize(b.Text, append(before, m)), Dropped: blocks}
	f.before = normalize(b.Text).text
	f.remark(n, "", "значение в образце набрано несколькими абзацами, в бланке — одним",
		"если нужны прежние строки, разделите их в бланке сами")
	return []*Node{n}
}
