package reader

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/opc"
)

// numbering is the definitions of numbered lists (ECMA-376-1, 17.9).
type numbering struct {
	lists   map[string]map[int]*level // levels by the number of an abstract list
	nums    map[string]*num
	outside []string // properties that conceal numbers
}

// level is a level of a list.
type level struct {
	start      int
	kind, text string
	restart    int // the level that restarts it, from 1; -1 for the one above it
	hidden     bool
	style      string // of the paragraphs at this level
	room       room
	joined     bool // there is nothing between the number and the words
}

// num is a list that paragraphs name.
type num struct {
	abstract string
	starts   map[int]int
	levels   map[int]*level // that replace those of the abstract list
}

// listPlace says which list a paragraph belongs to and at which level; empty for none.
type listPlace struct{ list, level string }

// over returns a place combined with that of a style, over which it takes precedence.
func (l listPlace) over(below listPlace) listPlace {
	if l.list == "" {
		l.list = below.list
	}
	if l.level == "" {
		l.level = below.level
	}
	return l
}

// element notes an element of numPr.
func (l *listPlace) element(t xml.StartElement) {
	switch t.Name.Local {
	case "numId":
		l.list = value(t, "val")
	case "ilvl":
		l.level = value(t, "val")
	}
}

// readNumbering reads the definitions of lists, which a document may lack.
func (a *parts) readNumbering(w *Words, beside []opc.Relationship, body string) error {
	for _, r := range beside {
		if r.Kind() != "numbering" {
			continue
		}
		content, err := a.open(r.Part(body))
		if err != nil {
			return err
		}
		defer content.Close()
		n := &numberingReader{styles: a.styles, theme: a.theme,
			numbering: numbering{lists: map[string]map[int]*level{}, nums: map[string]*num{}}}
		if err := n.read(opc.NewLimited(content, &a.elements)); err != nil {
			return unreadable(err, "нумерация DOCX не читается")
		}
		a.lists = &n.numbering
		w.Outside = append(w.Outside, n.outside...)
		return nil
	}
	return nil
}

// numberingReader reads a part of definitions.
type numberingReader struct {
	numbering
	open       []string
	abstract   string // that is open
	num        *num
	number     int // of the open level
	level      *level
	formatting formatting // of it
	style      string     // of its number
	styles     *styles
	theme      *theme
}

func (n *numberingReader) read(decoder *xml.Decoder) error {
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if !slices.Contains(wordML, t.Name.Space) {
				n.report(slices.Contains(effects, t.Name.Local), hiddenNumbers)
				if err := decoder.Skip(); err != nil {
					return err
				}
				continue
			}
			n.start(t)
			n.open = append(n.open, t.Name.Local)
		case xml.EndElement:
			n.open = n.open[:len(n.open)-1]
			switch t.Name.Local {
			case "num":
				n.num = nil
			case "lvl":
				if n.level.kind == "bullet" {
					n.formatting.bent = false // signs in place of letters
				}
				l := n.formatting
				if n.style != "" && n.styles != nil {
					l = l.over(n.styles.named(n.style, "character"))
				}
				n.report(l.hides || l.isFaint(), hiddenNumbers)
				n.level, n.formatting, n.style = nil, formatting{}, ""
			}
		}
	}
}

func (n *numberingReader) start(t xml.StartElement) {
	t = n.theme.plain(t)
	switch name := t.Name.Local; {
	case name == "abstractNum":
		n.abstract = value(t, "abstractNumId")
		n.report(n.lists[n.abstract] != nil, listTwice)
		n.lists[n.abstract] = map[int]*level{}
	case name == "num":
		n.num = &num{starts: map[int]int{}, levels: map[int]*level{}}
		n.report(n.nums[value(t, "numId")] != nil, listTwice)
		n.nums[value(t, "numId")] = n.num
	case name == "numStyleLink" || name == "styleLink":
		n.report(true, "список, номера которого берутся из другого")
	case name == "abstractNumId" && n.num != nil:
		n.report(n.num.abstract != "", listTwice)
		n.num.abstract = value(t, "val")
	case name == "lvlOverride":
		n.number = number(t, "ilvl")
	case name == "startOverride" && n.num != nil:
		_, isKnown := n.num.starts[n.number]
		n.report(isKnown, levelTwice)
		n.num.starts[n.number] = number(t, "val")
	case name == "lvl":
		n.beginLevel(number(t, "ilvl"))
	case n.level != nil:
		n.level.element(t)
		if n.open[len(n.open)-1] == "pPr" {
			n.level.room.element(t)
		}
		if n.open[len(n.open)-1] == "rPr" {
			n.formatting.property(t)
			if name == "rStyle" {
				n.style = value(t, "val")
			}
		}
	}
}

// beginLevel notes the beginning of a level, of a list or of an exception to one. Programs differ in which of two
// equal levels they take.
func (n *numberingReader) beginLevel(number int) {
	n.number, n.level = number, &level{restart: -1, kind: "decimal"}
	levels := n.lists[n.abstract]
	if n.num != nil {
		levels = n.num.levels
	}
	if levels != nil {
		n.report(levels[number] != nil, levelTwice)
		levels[number] = n.level
	}
}

const (
	hiddenNumbers = "номера списка, которых не видно"
	listTwice     = "два списка под одним номером"
	levelTwice    = "уровень списка, описанный дважды"
)

func (n *numberingReader) report(found bool, what string) {
	if found {
		n.outside = append(n.outside, what)
	}
}

func (l *level) element(t xml.StartElement) {
	switch t.Name.Local {
	case "start":
		l.start = number(t, "val")
	case "numFmt":
		l.kind = value(t, "val") + value(t, "format")
	case "lvlText":
		if l.text = value(t, "val"); value(t, "null") != "" && isOn(value(t, "null")) {
			l.text = ""
		}
	case "lvlRestart":
		l.restart = number(t, "val")
	case "pStyle":
		l.style = value(t, "val")
	case "suff":
		l.joined = value(t, "val") == "nothing"
	case "vanish":
		l.hidden = isOn(value(t, "val"))
	}
}

// maxLevels is how many levels a list has (17.9.3).
const maxLevels = 9

// counters are the numbers that the next paragraphs of lists get.
type counters struct {
	*numbering
	counts map[string]*[maxLevels]int // by abstract list; -1 for a level not begun
	begun  map[string]bool            // restarted lists
}

// label returns the number of the next paragraph at a place; "" for none. Numbers of
// other kinds than decimal ones are written as the number and the kind.
func (c *counters) label(at listPlace) string {
	if c.numbering == nil || at.list == "" || at.list == "0" {
		return ""
	}
	list := c.nums[at.list]
	depth, _ := strconv.Atoi(at.level)
	if list == nil || depth < 0 || depth >= maxLevels {
		return ""
	}
	this := c.at(list, depth)
	if this == nil {
		return ""
	}
	counts := c.count(list, at.list, depth)
	if this.kind == "none" || this.hidden {
		return ""
	}
	if this.kind == "bullet" {
		return "•" + strings.Trim(this.text, "•·▪–—-\uf0b7\uf0a7o ")
	}
	text := this.text
	for k := range depth + 1 {
		of := c.at(list, k)
		if of == nil {
			of = &level{kind: "decimal"}
		}
		written := strconv.Itoa(counts[k])
		if of.kind != "decimal" {
			written += " (" + of.kind + ")"
		}
		text = strings.ReplaceAll(text, fmt.Sprintf("%%%d", k+1), written)
	}
	if text = strings.TrimSpace(text); this.joined {
		text += " (слитно)" // as in «2.5», which differs from «2. 5»
	}
	return text
}

// room returns the measures that a level of a list sets.
func (c *counters) room(at listPlace) room {
	if c.numbering == nil || c.nums[at.list] == nil {
		return room{}
	}
	depth, _ := strconv.Atoi(at.level)
	if l := c.at(c.nums[at.list], depth); l != nil {
		return l.room
	}
	return room{}
}

// of returns the level of a style in its list, if the list names the style (17.9.23).
func (c *counters) of(list, style string) string {
	if c.numbering == nil || c.nums[list] == nil || style == "" {
		return ""
	}
	for k := range maxLevels {
		if l := c.at(c.nums[list], k); l != nil && l.style == style {
			return strconv.Itoa(k)
		}
	}
	return ""
}

// at returns a level of a list.
func (c *counters) at(list *num, depth int) *level {
	if own := list.levels[depth]; own != nil {
		return own
	}
	return c.lists[list.abstract][depth]
}

// count counts a paragraph.
func (c *counters) count(list *num, name string, depth int) *[maxLevels]int {
	counts := c.counts[list.abstract]
	if counts == nil {
		counts = &[maxLevels]int{}
		for k := range counts {
			counts[k] = -1
		}
		c.counts[list.abstract] = counts
	}
	if !c.begun[name] {
		c.begun[name] = true
		for k := range list.starts {
			if k >= 0 && k < maxLevels {
				counts[k] = -1
			}
		}
	}
	for k := range depth + 1 {
		if counts[k] < 0 {
			counts[k] = c.first(list, k)
			if k < depth {
				continue
			}
		} else if k == depth {
			counts[k]++
		}
	}
	for k := depth + 1; k < maxLevels; k++ {
		if of := c.at(list, k); of == nil || of.restart != 0 && (of.restart < 0 || depth < of.restart) {
			counts[k] = -1
		}
	}
	return counts
}

// first returns the first number of a level.
func (c *counters) first(list *num, depth int) int {
	if start, ok := list.starts[depth]; ok {
		return start
	}
	if of := c.at(list, depth); of != nil {
		return of.start
	}
	return 0
}

// endParagraph ends a paragraph and counts it in its list.
func (p *paragraphs) endParagraph() {
	p.endRun()
	at, measures := p.at, p.room.over(p.numbers.room(p.at))
	if p.styles != nil {
		of := p.styles.paragraph(p.style)
		of.level = cmp.Or(p.numbers.of(of.list, p.style), of.level)
		at = at.over(of.listPlace)
		measures = measures.over(of.room).over(p.numbers.room(at))
	}
	p.at, p.room = listPlace{}, room{}
	list := words(p.text.String())
	label := p.numbers.label(at)
	if p.filled || label != "" { // empty ones divide tables, and are flat
		p.report(measures.conceals(p.width()))
		p.report(measures.cuts(p.tallest))
	}
	p.tallest = 0
	if label != "" {
		p.report(p.mark.hidesNumber(p.styles))
	}
	p.mark = paragraphMark{}
	if label != "" && len(list) > 0 {
		p.Numbers = append(p.Numbers, Number{label, list[0]})
	}
	p.end()
}

// endOfRow follows the cells of a row.
const endOfRow = "\n"

// endCell records the words of a cell.
func (p *paragraphs) endCell() {
	last := len(p.cells) - 1
	if last < 0 {
		return
	}
	p.Cells = append(p.Cells, strings.Join(p.list[p.cells[last]:], " "))
	if open := len(p.tables) - 1; open >= 0 {
		p.tables[open].grid.endCell()
	}
	p.cells = p.cells[:last]
}
