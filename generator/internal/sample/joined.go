package sample

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/fields"
)

// isSentence reports whether a repetition for the only person of a list is one paragraph with words about the list:
// «Отсутствовали: 1 человек (Птицын А.Р.)». Several people follow one another in it, because the words apply to all
// of them.
func (f *finder) isSentence(n *Node) bool {
	s := n.series
	if s.texts || len(s.within) > 1 || s.path.List().Of.First().Kind != fields.Person || len(n.Kids) != 1 {
		return false
	}
	b := n.Kids[0].Block
	return b != nil && b.Kind == Paragraph && names(f.normal(b).text, s.path)
}

// joinedAlike are the ends of names of a person that names of a list of people have, too.
var joinedAlike = []string{"}", " | инициалы}", " | инициалы после}"}

// join turns the text of a paragraph about the only person of a list into a repetition for all, and the number of
// people into the length of the list. A bracket about a person closes with them.
func (f *finder) join(n *Node) {
	list := n.joined.path.List()
	field := "{" + list.Of.Name + "."
	var own []*Span
	for k := range n.Spans {
		if strings.HasPrefix(n.Spans[k].Text, field) {
			own = append(own, &n.Spans[k])
		}
	}
	if len(own) == 0 {
		return
	}
	first, end := own[0], own[len(own)-1]
	from := first.From
	rest, isName := strings.CutPrefix(first.Text, field+list.Of.First().Name())
	if len(own) == 1 && isName && slices.Contains(joinedAlike, rest) {
		first.Text = "{" + list.Name() + rest
	} else {
		separator := ", "
		if strings.Contains(n.Block.Text[from:end.To], ",") {
			separator = "; "
		}
		first.Text = "{" + n.joined.marker + "}{если " + field[1:] + "№ > 1}" + separator + "{конец}" + first.Text
		if at := closing(n.Block.Text, from, end.To); at > 0 && !n.covers(at) {
			n.Spans = append(n.Spans, Span{at - 1, at, n.Block.Text[at-1:at] + "{конец}"})
			slices.SortFunc(n.Spans, func(a, b Span) int { return cmp.Compare(a.From, b.From) })
		} else {
			end.Text += "{конец}"
		}
	}
	f.countJoined(n, from)
}

// closing returns the place after the bracket that closes the open brackets of a range of a text, or 0.
func closing(text string, from, to int) int {
	open := 0
	for k, r := range text[from:] {
		if from+k >= to && open <= 0 {
			return 0
		}
		switch r {
		case '(', '[':
			open++
		case ')', ']':
			if open--; open == 0 && from+k >= to {
				return from + k + 1
			}
		}
	}
	return 0
}

// covers reports whether a name prints the character before a place.
func (n *Node) covers(at int) bool {
	return slices.ContainsFunc(n.Spans, func(s Span) bool { return s.From < at && at <= s.To })
}

// countJoined makes the last «1 человек» before a place the length of the list.
func (f *finder) countJoined(n *Node, before int) {
	for k := len(n.tokens) - 2; k >= 0; k-- {
		t, noun := n.tokens[k], n.tokens[k+1]
		if t.from >= before || !strings.HasPrefix(noun.word, "человек") || t.word != "1" && t.word != "один" {
			continue
		}
		text := "{" + n.joined.path.List().Name() + " | количество}"
		if t.word == "один" {
			text = strings.TrimSuffix(text, "}") + " | прописью}"
		}
		n.Spans = append(n.Spans, Span{t.from, t.to, text})
		slices.SortFunc(n.Spans, func(a, b Span) int { return cmp.Compare(a.From, b.From) })
		f.names++
		word := noun.shown(n)
		f.remark(n, word, fmt.Sprintf("«%s» стоит при числе %s: при другом числе форма другая", word, t.shown(n)),
			"напишите так, чтобы слово не менялось: «человек: {"+n.joined.path.List().Name()+" | количество}»")
		return
	}
}
