package sample

import (
	"slices"
	"strings"

	"protokol/generator/internal/fields"
)

// anchor is a block that is about one item of a list.
type anchor struct {
	block, item int
	before      string        // the words before its value, without numbers
	paths       []fields.Path // that the value may be
}

// anchors returns the blocks that are about exactly one item.
func (f *finder) anchors(blocks []*Block, s *series) (list []anchor) {
	for n, b := range blocks {
		if f.frame.Err() != nil {
			return nil
		}
		found := f.namedIn(b, s.index())
		if len(found) != 1 {
			continue
		}
		a := anchor{block: n, item: found[0].item}
		if f.describe(b, s.items[a.item], &a) {
			list = append(list, a)
		}
	}
	return append(list, f.deepAnchors(blocks, s)...)
}

// keyIndex finds items by their keys.
type keyIndex struct {
	words  *wordIndex
	owners []owner // of the keys
}

// owner is an item of a list, perhaps of one inside an item.
type owner struct {
	outer  int
	series *series
	item   int
}

func (x *keyIndex) add(s *series, outer int) {
	for k, i := range s.items {
		for key := range i.keys {
			x.words.add(key)
			x.owners = append(x.owners, owner{outer, s, k})
		}
	}
}

// index returns the index of the items of a list.
func (s *series) index() *keyIndex {
	if s.keys == nil {
		s.keys = &keyIndex{words: newWordIndex(nil)}
		s.keys.add(s, 0)
	}
	return s.keys
}

// deepIndex returns the index of the texts of all items of a list.
func (f *finder) deepIndex(s *series) *keyIndex {
	if s.deepKeys == nil {
		s.deepKeys = &keyIndex{words: newWordIndex(nil)}
		for k, i := range s.items {
			for _, inner := range f.allSeries(&i.scope) {
				if inner.texts {
					s.deepKeys.add(inner, k)
				}
			}
		}
	}
	return s.deepKeys
}

// namedIn returns the items that a block names, in their order.
func (f *finder) namedIn(b *Block, x *keyIndex) (list []owner) {
	text := f.normal(b)
	f.frame.Spend(1 + len(text.text)/bytesPerStep)
	for _, at := range x.words.find(text, f.frame) {
		list = append(list, x.owners[at.value])
	}
	return slices.Compact(list)
}

// deepAnchors returns the blocks that have a text of a part of an item: a decision on a question. Only the first of
// each kind counts.
func (f *finder) deepAnchors(blocks []*Block, s *series) (list []anchor) {
	if !s.texts || len(blocks) == 0 || blocks[0].Kind == Row {
		return nil // rows repeat themselves
	}
	x := f.deepIndex(s)
	for n, b := range blocks {
		if f.frame.Err() != nil {
			return nil
		}
		var before *series
		for _, o := range f.namedIn(b, x) {
			if o.series == before {
				continue
			}
			before = o.series
			a := anchor{block: n, item: o.outer}
			if f.describe(b, o.series.items[o.item], &a) {
				list = append(list, a)
			}
		}
	}
	return list
}

func (i *item) isIn(text normal) bool {
	for key := range i.keys {
		if text.has(key) {
			return true
		}
	}
	return false
}

// normal returns the normalized text of a block and its children.
func (f *finder) normal(b *Block) normal {
	if f.normals == nil {
		f.normals = map[*Block]normal{}
	}
	n, ok := f.normals[b]
	if !ok {
		n = normalize(b.all())
		f.normals[b] = n
	}
	return n
}

// all returns the text of a block and its children.
func (b *Block) all() string {
	if b.Kind == Paragraph {
		return b.Text
	}
	var texts []string
	for _, kid := range b.Kids {
		texts = append(texts, kid.all())
	}
	return strings.Join(texts, "\n")
}

// describe finds the first value of an item in a block and the words before it.
func (f *finder) describe(b *Block, i *item, a *anchor) bool {
	if b.Kind != Paragraph {
		for _, kid := range b.Kids {
			a.before += "|"
			before := a.before
			if f.describe(kid, i, a) {
				return true
			}
			if b.Kind == Row {
				a.before = before // a cell is one, with any number of paragraphs
			}
		}
		return false
	}
	before := a.before
	for _, t := range f.paragraph(b, &i.scope).tokens {
		if paths := t.keyPaths(i); paths != nil {
			a.before, a.paths = before, paths
			return true
		}
		switch {
		case t.differs():
			before += " ¤"
		case t.isNumber() || t.letter || isOrdinal(t.word):
			before += " #"
		default:
			before += " " + lemma(t.word)
		}
	}
	a.before += "¶"
	return false
}

// keyPaths returns the facts of an item that a token may be, if it identifies the item.
func (t token) keyPaths(i *item) (paths []fields.Path) {
	key := false
	for _, o := range t.options {
		if o.level == 0 {
			paths = append(paths, o.value.Path)
			key = key || i.keys[o.value.normal]
		}
	}
	if !key {
		return nil
	}
	return paths
}

// alike reports whether two anchors may belong to the same repetition.
func (a anchor) alike(b anchor) bool {
	return a.before == b.before && slices.ContainsFunc(a.paths, func(p fields.Path) bool {
		return slices.ContainsFunc(b.paths, func(q fields.Path) bool { return slices.Equal(p, q) })
	})
}
