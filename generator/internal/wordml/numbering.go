package wordml

import (
	"strconv"
	"strings"
)

// numbering holds the definitions of lists (ECMA-376-1, 17.9).
type numbering struct {
	abstract map[string]*node
	nums     map[string]*node
	linked   map[string]string // style of a list → abstract definition
}

func (d *Document) readNumbering(p *part) {
	n := numbering{abstract: map[string]*node{}, nums: map[string]*node{}, linked: map[string]string{}}
	for _, k := range p.root.kids {
		switch k.name {
		case "abstractNum":
			id := k.attr("abstractNumId")
			n.abstract[id] = k
			if link := k.kid("styleLink"); link != nil {
				n.linked[link.attr("val")] = id
			}
		case "num":
			n.nums[k.attr("numId")] = k
		}
	}
	d.numbering = n
}

// listLevel is one level of a list, with its overrides.
type listLevel struct {
	*node
	abstract string // the list whose numbers it continues
	start    int
	override bool // the number restarts where the list is first used
}

func (v *listLevel) properties(name string) *node {
	if v == nil {
		return nil
	}
	return v.kid(name)
}

// definition returns a list's abstract definition and its ID.
func (n *numbering) definition(num *node) (string, *node) {
	id := num.kid("abstractNumId").attr("val")
	one := n.abstract[id]
	if link := one.kid("numStyleLink"); link != nil {
		if target, ok := n.linked[link.attr("val")]; ok {
			return target, n.abstract[target]
		}
	}
	return id, one
}

// level returns a level of a list, or nil.
func (n *numbering) level(numID string, at int) *listLevel {
	num := n.nums[numID]
	if num == nil {
		return nil
	}
	id, abstract := n.definition(num)
	v := &listLevel{abstract: id, start: 1}
	if abstract != nil {
		for _, k := range abstract.kids {
			if k.name == "lvl" && whole(k.attr("ilvl")) == at {
				v.node = k
			}
		}
	}
	for _, k := range num.kids {
		if k.name != "lvlOverride" || whole(k.attr("ilvl")) != at {
			continue
		}
		if lvl := k.kid("lvl"); lvl != nil {
			v.node = lvl
		}
		if start := k.kid("startOverride"); start != nil {
			v.override, v.start = true, whole(start.attr("val"))
		}
	}
	if v.node == nil {
		return nil
	}
	if start := v.kid("start"); start != nil && !v.override {
		v.start = whole(start.attr("val"))
	} else if start == nil && !v.override {
		v.start = 0
	}
	return v
}

// levelOf returns the level of the list of a paragraph, or nil. A style may be
// linked with a level.
func (l *lowering) levelOf(p *paraProps, style string) *listLevel {
	if p.num == "" || p.num == "0" {
		return nil
	}
	if style != "" {
		if num := l.numbering.nums[p.num]; num != nil {
			_, abstract := l.numbering.definition(num)
			if abstract != nil {
				for _, k := range abstract.kids {
					if k.name == "lvl" && k.kid("pStyle").attr("val") == style {
						p.numLevel = whole(k.attr("ilvl"))
					}
				}
			}
		}
	}
	return l.numbering.level(p.num, p.numLevel)
}

// counter counts the items of a list. Lists with one abstract definition share it.
type counter struct {
	values [9]int
	begun  [9]bool
	seen   map[string]bool // lists whose overrides have been used
}

// count advances a list and returns the text of its label (ECMA-376-1, 17.9.11).
func (l *lowering) count(p *paraProps, v *listLevel) string {
	l.peculiar++
	c := l.counters[v.abstract]
	if c == nil {
		c = &counter{seen: map[string]bool{}}
		l.counters[v.abstract] = c
	}
	at := p.numLevel
	key := p.num + "/" + strconv.Itoa(at)
	switch {
	case v.override && !c.seen[key]:
		c.values[at] = v.start
	case !c.begun[at]:
		c.values[at] = v.start
	default:
		c.values[at]++
	}
	c.seen[key], c.begun[at] = true, true
	for i := range c.begun {
		if i > at && l.restarts(p.num, i, at) {
			c.begun[i] = false
		}
	}
	for i := range at {
		if !c.begun[i] {
			c.begun[i] = true
			if upper := l.numbering.level(p.num, i); upper != nil {
				c.values[i] = upper.start
			}
		}
	}
	return l.label(p, v, c)
}

// restarts reports whether a deeper level restarts after a level (17.9.10).
func (l *lowering) restarts(num string, deeper, at int) bool {
	v := l.numbering.level(num, deeper)
	if v == nil {
		return true
	}
	restart := v.kid("lvlRestart")
	if restart == nil {
		return true
	}
	after := whole(restart.attr("val"))
	return after > 0 && at < after
}

// label returns the text of a label: %1 to %9 stand for the numbers of levels.
func (l *lowering) label(p *paraProps, v *listLevel, c *counter) string {
	text := v.kid("lvlText").attr("val")
	legal := on(v.kid("isLgl"))
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] != '%' || i+1 >= len(text) || text[i+1] < '1' || text[i+1] > '9' {
			b.WriteByte(text[i])
			continue
		}
		i++
		at := int(text[i] - '1')
		format := "decimal"
		if one := l.numbering.level(p.num, at); one != nil && !(legal && at < p.numLevel) {
			format = one.kid("numFmt").attr("val")
		}
		l.numerals(format)
		b.WriteString(formatNumber(c.values[at], format))
	}
	return b.String()
}

const russianLetters = "абвгдежзиклмнопрстуфхцчшщэюя" // without ё, й, ъ, ы, ь

// formatNumber returns a number in a format (ECMA-376-1, 17.18.59).
func formatNumber(n int, format string) string {
	switch format {
	case "none":
		return ""
	case "lowerLetter":
		return letters(n, "abcdefghijklmnopqrstuvwxyz")
	case "upperLetter":
		return strings.ToUpper(letters(n, "abcdefghijklmnopqrstuvwxyz"))
	case "russianLower":
		return letters(n, russianLetters)
	case "russianUpper":
		return strings.ToUpper(letters(n, russianLetters))
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -"
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

// letters returns a letter, repeated after the end of the alphabet.
func letters(n int, alphabet string) string {
	list := []rune(alphabet)
	if n <= 0 || n > 30*len(list) {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(list[(n-1)%len(list)]), (n-1)/len(list)+1)
}

func roman(n int) string {
	if n <= 0 || n >= 10_000 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, step := range []struct {
		value int
		text  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"},
		{9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= step.value; n -= step.value {
			b.WriteString(step.text)
		}
	}
	return b.String()
}
