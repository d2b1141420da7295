package sample

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/fields"
)

// variant is a word or a sign that some items have where others have another one.
type variant struct {
	text string // as the paper has it
	in   []*instance
}

// variantsOf returns the variants of a token of a node for the items of the node.
func (t token) variantsOf(n *Node) []variant {
	if t.variants != nil {
		return slices.Clone(t.variants)
	}
	return []variant{{t.shown(n), n.in}}
}

// variantsWith merges the variants of two tokens, if one is the plural of the other or both are different signs at
// the end. Nil means that there is no choice.
func (t token) variantsWith(o token, a, b *Node) []variant {
	if t.variants == nil && o.variants == nil && !isPlural(t.word, o.word) && !isPlural(o.word, t.word) &&
		(t.word == o.word || !t.isStop() || !o.isStop()) {
		return nil
	}
	merged := t.variantsOf(a)
	for _, v := range o.variantsOf(b) {
		k := slices.IndexFunc(merged, func(w variant) bool { return w.text == v.text })
		if k < 0 {
			merged = append(merged, v)
			continue
		}
		merged[k].in = both(merged[k].in, v.in)
	}
	if len(merged) == 1 {
		return nil
	}
	return merged
}

// isStop reports whether a token ends a paragraph; after a colon, points follow.
func (t token) isStop() bool { return t.isPunctuation() || t.word == ":" }

// placeVariants writes conditions that choose among the variants of a token.
func (f *finder) placeVariants(n, owner *Node, t token) {
	text, left, all := "", slices.Clone(t.variants), owner.all
	used := n.uses(owner)
	for len(left) > 1 {
		k, name := choice(left, all, used)
		if name == "" {
			break
		}
		text += "{если " + name + "}" + left[k].text + "{иначе}"
		all = slices.DeleteFunc(slices.Clone(all), func(i *instance) bool { return slices.Contains(left[k].in, i) })
		left = slices.Delete(left, k, k+1)
	}
	if len(left) > 1 && !t.isStop() {
		f.remark(n, left[0].text, fmt.Sprintf("в образце бывает и «%s», и «%s», и по какому признаку, не видно",
			left[0].text, left[1].text), "напишите слово, общее для всех, или поставьте {если …}, {иначе} и {конец}")
	}
	text += left[0].text + strings.Repeat("{конец}", len(t.variants)-len(left))
	if text != t.shown(n) {
		n.Spans = append(n.Spans, Span{t.from, t.to, text})
	}
	if other := cmp.Or(otherGender(t.word), otherEnd(t.word)); other != "" {
		f.gendered(n, left[0].text, other)
	}
}

// isOwnText reports whether a token is the text of the item that is repeated.
func (t token) isOwnText() bool {
	return slices.ContainsFunc(t.options, func(o option) bool {
		return o.level == 0 && slices.Contains(last(o.value.Path).Names, "text")
	})
}

// placeColon makes the colon after a text with points a full stop after others.
func (n *Node) placeColon(owner *Node, t token) {
	name := onlyThese(owner.all, owner.all, nil, func(c fields.Condition) (string, bool) { return c.Name, c.Points })
	if name != "" {
		n.Spans = append(n.Spans, Span{t.from, t.to, "{если " + name + "}:{иначе}.{конец}"})
	}
}

// choice returns a variant and the condition that exactly its items fulfil, or "".
func choice(list []variant, all []*instance, used []string) (k int, name string) {
	for k, v := range list {
		others := func(of func(other string) bool) bool {
			return slices.ContainsFunc(list, func(o variant) bool { return of(normalize(o.text).text) })
		}
		word := normalize(v.text).text
		switch {
		case word == ":":
			name = onlyThese(v.in, all, used, func(c fields.Condition) (string, bool) { return c.Name, c.Points })
		case word == "." && !others(func(o string) bool { return o == ":" }):
			name = onlyThese(v.in, all, used, func(c fields.Condition) (string, bool) {
				return c.Name, c.AsksPlace && c.Holds
			})
		case others(func(o string) bool { return isPlural(word, o) }):
			name = onlyThese(v.in, all, used, func(c fields.Condition) (string, bool) {
				return c.Name + " > 1", c.Many
			})
		}
		if name != "" {
			return k, name
		}
	}
	return 0, ""
}

// onlyThese returns the condition that exactly some of all items fulfil, or "". One about
// what the line prints is preferred.
func onlyThese(some, all []*instance, used []string, of func(fields.Condition) (string, bool)) (name string) {
	isUsed := false
	for k, c := range all[0].conditions {
		fits := !slices.ContainsFunc(all, func(i *instance) bool {
			_, holds := of(i.conditions[k])
			return holds != slices.Contains(some, i)
		})
		if condition, _ := of(c); fits && !isUsed && (name == "" || slices.Contains(used, c.Name)) {
			name, isUsed = condition, slices.Contains(used, c.Name)
		}
	}
	return name
}
