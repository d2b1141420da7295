package sample

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/fields"
)

// finish decides which fact each value of a node is, and which parts only some items have.
func (f *finder) finish(n, owner *Node) {
	if n.Block != nil && n.Block.Kind == Paragraph {
		if !f.frame.Spend(n.comparisons()) {
			return
		}
		f.choose(n, owner)
		f.agreement(n)
		if n.joined != nil {
			f.join(n)
		}
		f.rest(n)
		return
	}
	if n.Block != nil && n.Block.Kind == Row {
		before := f.row
		f.row = n.Block.all()
		defer func() { f.row = before }()
	}
	if n.Block != nil && n.Block.Kind == Table {
		before := f.head
		f.head = n.Block.Kids[0]
		defer func() { f.head = before }()
	}
	if n.series != nil && n.Marker == n.series.marker {
		owner = n
		if len(n.all) == 1 {
			f.single(n)
		}
	}
	if owner != nil && !strings.HasPrefix(n.Marker, "если ") {
		n.Kids = f.conditional(n.Kids, owner)
	}
	for k, kid := range n.Kids {
		if n.Block != nil && n.Block.Kind == Row && f.head != nil {
			f.column = ""
			if k < len(f.head.Kids) && f.head != n.Block {
				f.column = f.normal(f.head.Kids[k]).text
			}
		}
		if k > 0 {
			f.goesOn(kid, n.Kids[k-1])
		}
		if f.after = ""; k+1 < len(n.Kids) && n.Kids[k+1].isParagraph() {
			f.after = f.normal(n.Kids[k+1].Block).text
		}
		f.finish(kid, kid.under(owner))
	}
	f.column = ""
}

// comparisons returns the steps of telling apart the words of a paragraph, and each value from all of them.
func (n *Node) comparisons() int {
	words, values := len(n.tokens), 0
	for _, t := range n.tokens {
		if len(t.options) > 0 {
			values++
		}
	}
	return words*words/toldPerStep + words*values/pairsPerStep
}

// single reports a repetition that was found for one item only.
func (f *finder) single(n *Node) {
	name := n.series.path.List().Name()
	if f.isSentence(n) {
		n.Marker, n.Kids[0].joined = "если "+name, n.series
		return
	}
	f.remark(n, "", "в списке «"+name+"» один, поэтому где кончается сказанное о нём, видно не всегда",
		"проверьте, что {"+n.Marker+"} и {конец} стоят на своих местах")
}

// under returns the repetition around a node, with the items that have the node.
func (n *Node) under(owner *Node) *Node {
	if owner == nil || n.in == nil {
		return owner
	}
	return &Node{Marker: owner.Marker, series: owner.series, all: n.in}
}

// choose replaces the values of a paragraph by names.
func (f *finder) choose(n, owner *Node) {
	for k := 0; k < len(n.tokens); k++ {
		if owner != nil && n.tokens[k].in != nil && !holdsAll(n.tokens[k].in, owner.all) {
			k = f.optional(n, k, owner)
			continue
		}
		f.put(n, k, owner)
	}
}

// put writes the name of a token for the items of a repetition.
func (f *finder) put(n *Node, k int, owner *Node) {
	switch t := n.tokens[k]; {
	case owner != nil && t.variants != nil:
		f.placeVariants(n, owner, t)
	case owner != nil && t.word == ":" && k > 0 && k == len(n.tokens)-1 && n.tokens[k-1].isOwnText():
		n.placeColon(owner, t)
	default:
		f.place(n, k)
	}
}

// place replaces a value by a name.
func (f *finder) place(n *Node, k int) (placed bool) {
	t := &n.tokens[k]
	if len(t.options) == 0 {
		return false
	}
	o, ok := f.pick(n, k)
	if !ok {
		return false
	}
	text := "{" + o.written() + "}"
	n.Spans = append(n.Spans, Span{t.from, t.to, text})
	f.names++
	for _, field := range o.value.Path {
		f.found[field.Name()] = true
	}
	return true
}

// optional puts a part of a paragraph that only some items have between «если» and
// «конец», and returns its last token.
func (f *finder) optional(n *Node, k int, owner *Node) int {
	end := k
	var used []string
	for end < len(n.tokens) && n.tokens[end].in != nil && sameItems(n.tokens[end].in, n.tokens[k].in) {
		used = append(used, (&Node{tokens: n.tokens[end : end+1]}).uses(owner)...)
		end++
	}
	name, sure := condition(n.tokens[k].in, owner, used)
	if name == "" || !sure {
		f.remark(n, n.Block.Text[n.tokens[k].from:n.tokens[end-1].to],
			"эти слова в образце есть не у всех, и по какому признаку, не видно: бланк печатает их у всех",
			"поставьте вокруг {если …} и {конец} или уберите")
	} else {
		from := n.tokens[k].from
		if k > 0 && n.tokens[k-1].to < from {
			from = n.tokens[k-1].to // with the space before
		}
		n.Spans = append(n.Spans, Span{from, from, "{если " + name + "}"})
	}
	some := &Node{Marker: owner.Marker, series: owner.series, all: n.tokens[k].in}
	for i := k; i < end; i++ {
		f.put(n, i, some)
	}
	if name != "" && sure {
		to := n.tokens[end-1].to
		n.Spans = append(n.Spans, Span{to, to, "{конец}"})
	}
	return end - 1
}

// pick chooses the name for a value and reports doubts about it.
func (f *finder) pick(n *Node, k int) (option, bool) {
	t := n.tokens[k]
	t.options = slices.DeleteFunc(slices.Clone(t.options), func(o option) bool { return o.value.stays })
	if len(t.options) == 0 {
		return option{}, false
	}
	var list []option
	for _, o := range t.options {
		if f.isOfItem(o) {
			continue
		}
		if !t.literal || n.expects(k, o) || f.isLabelled(n, k, o) || f.isHeaded(t, o) {
			list = append(list, o)
		}
	}
	if len(list) == 0 {
		if !f.isOfItem(t.options[0]) {
			f.chance(n, t)
		}
		return option{}, false
	}
	governed, sure := n.governs(k)
	if to := list[0].value.Path[0].Name(); governed == "" && strings.HasPrefix(to, "адресат") && list[0].value.Case &&
		last(list[0].value.Path).Name() != "организация" {
		governed, sure = "кому", slices.ContainsFunc(list, func(o option) bool { return o.has("кому") })
	}
	score := func(o option) int {
		s := 10_000*o.level + o.value.Rank
		if f.isAbout(n, o) {
			s -= 5000
		}
		if o.value.Case != (governed != "") || o.value.Case && !o.has(governed) {
			s += 100_000
		}
		if o.value.Weak {
			s += 2000
		}
		if strings.HasSuffix(o.value.Prints, ".") && !strings.HasSuffix(t.shown(n), ".") &&
			!strings.HasPrefix(n.Block.Text[t.to:], ".") {
			s += 3000 // «1)» is no «1.»
		}
		return s
	}
	slices.SortStableFunc(list, func(a, b option) int { return cmp.Compare(score(a), score(b)) })
	best := list[0]
	f.official(n, t, best)
	f.otherFacts(n, t, best, list)
	f.otherCases(n, k, best, list, sure)
	if people := f.surname[t.word]; len(people) > 1 && strings.HasSuffix(best.value.Name, fields.Surname) {
		f.remark(n, "{"+best.written()+"}", "«"+t.shown(n)+"»: с такой фамилией не один: "+strings.Join(people, ", "),
			"проверьте, о ком это")
	}
	return best, true
}

// isOfItem reports whether a text of another section of the file, such as the heading of
// a letter, is that of an item of a list: in a paper without that section it is the item's.
func (f *finder) isOfItem(o option) bool {
	p := o.value.Path
	return len(p) > 1 && p[0].Kind == fields.Group && last(p).Kind == fields.Text && p.Lists() == nil &&
		slices.ContainsFunc(f.inLists, func(v value) bool { return v.normal == o.value.normal && v.stands() })
}

func (t token) shown(n *Node) string { return n.Block.Text[t.from:t.to] }

// official reports that a name without a word about its office was taken for that of
// the chair or the secretary.
func (f *finder) official(n *Node, t token, best option) {
	name := best.value.Path[0].Name()
	if name != "председатель" && name != "секретарь" || f.isAbout(n, best) || len(best.value.Path) > 1 {
		return
	}
	f.remark(n, "{"+best.written()+"}", fmt.Sprintf("«%s» стоит без слова «%s»: взято {%s}", t.shown(n), name,
		best.name), "если здесь подписывает или назван другой, замените имя в скобках")
}

// otherFacts reports that a value may be another fact, too.
func (f *finder) otherFacts(n *Node, t token, best option, list []option) {
	var others []string
	for _, o := range list[1:] {
		other := "{" + o.value.Path.Name() + "}"
		if o.level == best.level && !sameFact(o, best) && f.isAbout(n, o) == f.isAbout(n, best) &&
			!slices.Contains(others, other) {
			others = append(others, other)
		}
	}
	if len(others) > 0 && best.value.Path.Lists() == nil {
		f.remark(n, "{"+best.written()+"}", fmt.Sprintf("«%s» есть в файле не один раз: взято {%s}, а может быть и %s",
			t.shown(n), best.name, strings.Join(others[:min(3, len(others))], ", ")), "проверьте имя в скобках")
	}
}

func sameFact(a, b option) bool {
	p, q := a.value.Path, b.value.Path
	positions := strings.HasPrefix(last(p).Name(), "должность") && strings.HasPrefix(last(q).Name(), "должность")
	return slices.Equal(p, q) || a.value.Key != "" && a.value.Key == b.value.Key ||
		last(p).Name() == last(q).Name() && p[0] != q[0] && len(p) != len(q) &&
			len(p)+len(q) == 3 ||
		positions && len(p) == len(q) && len(p) > 1 && p[0] == q[0] ||
		sameDay(a, b) || strings.HasPrefix(b.name, a.value.Path.Name()+".") ||
		strings.HasPrefix(a.name, b.value.Path.Name()+".") || readyCase(a) && readyCase(b)
}

// readyCase reports whether a name is one of the body or the association, whose cases have separate names.
func readyCase(o option) bool {
	name := o.value.Path.Name()
	return strings.HasPrefix(name, "орган") || strings.HasPrefix(name, "кластер") || strings.HasPrefix(name, "совет.")
}

// otherCases reports that the form of a value is that of several cases.
func (f *finder) otherCases(n *Node, k int, best option, list []option, sure bool) {
	if !best.value.Case && !n.afterPreposition(k) || sure {
		return
	}
	var others []string
	for _, o := range list[1:] {
		if slices.Equal(o.value.Path, best.value.Path) && o.name != best.name && !slices.Contains(others, o.name) {
			others = append(others, o.name)
		}
	}
	if len(others) > 0 {
		f.remark(n, "{"+best.written()+"}", fmt.Sprintf("«%s» — форма не одного падежа: взято {%s}, а может быть {%s}",
			n.tokens[k].shown(n), best.name, strings.Join(others, "}, {")),
			"проверьте падеж: у другого имени формы разойдутся")
	}
}

// sameDay reports whether two names print the date of the meeting.
func sameDay(a, b option) bool {
	day := func(o option) bool {
		name := o.value.Path.Name()
		return name == "дата" || name == "дата цифрами"
	}
	return day(a) && day(b)
}

// chance reports that a text equals that of a fact, perhaps by chance.
func (f *finder) chance(n *Node, t token) {
	o := t.options[0]
	if name := o.value.Path.Name(); t.isNumber() || len(f.surname[t.word]) > 0 || name == "вид" ||
		name == "форма проведения" {
		return // numbers are reported together; words of the paper's own
	}
	f.remark(n, t.shown(n), fmt.Sprintf("«%s» совпадает с {%s}, но может быть и само по себе: оставлено как есть",
		t.shown(n), o.value.Path.Name()), "если это оно, напишите вместо него {"+o.written()+"}")
}

// last returns the field of a fact.
func last(p fields.Path) *fields.Field { return p[len(p)-1] }
