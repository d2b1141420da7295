package reader

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// place reports an element with words at a position where programs differ in showing it.
func (p *paragraphs) place(name string) {
	if parents := places[name]; parents != nil && !slices.Contains(parents, p.around(1)) {
		p.report("слова не там, где их показывают все программы")
	}
	if p.around(1) == "r" && (!slices.Contains(inRuns, name) || slices.Contains(inNotes, name) && !p.isNotes) {
		p.report("знак среди слов, которого здесь не прочитать")
	}
}

// places are the elements that may contain elements with words (ECMA-376-1, 17).
var places = map[string][]string{
	"body": {"document"},
	"p":    {"body", "tc", "sdtContent", "customXml", "hdr", "ftr", "footnote", "endnote", "comment", "ins", "moveTo"},
	"tbl":  {"body", "tc", "sdtContent", "customXml", "hdr", "ftr", "footnote", "endnote", "comment", "ins", "moveTo"},
	"tr":   {"tbl", "sdtContent", "customXml", "ins", "moveTo"},
	"tc":   {"tr", "sdtContent", "customXml", "ins", "moveTo"},
	"r": {"p", "hyperlink", "ins", "moveTo", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo", "rt",
		"rubyBase"},
	"t": {"r"},
}

// inRuns are the elements of a run that are read or show nothing (17.3.3).
var inRuns = []string{"rPr", "t", "instrText", "tab", "br", "cr", "ptab", "noBreakHyphen", "softHyphen", "sym",
	"fldChar",
	"lastRenderedPageBreak", "footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef", "separator",
	"continuationSeparator", "commentReference", "annotationRef"}

// inNotes are the elements that are shown only in notes and comments.
var inNotes = []string{"footnoteRef", "endnoteRef", "separator", "continuationSeparator", "annotationRef"}

// sym reads a sign of a font (ECMA-376-1, 17.3.3.30). Codes of letters are not letters in
// a font of signs, whose own codes are private ones.
func (p *paragraphs) sym(t xml.StartElement) {
	p.write(symbol(t))
	if font := strings.ToLower(value(t, "font")); p.silent == 0 && !slices.Contains(signFonts, font) {
		p.useFont(font)
	}
}

// symbol returns the sign of a w:sym; "" for none.
func symbol(t xml.StartElement) string {
	const private = 0xf000
	code, err := strconv.ParseUint(value(t, "char"), 16, 16)
	if err != nil {
		return ""
	}
	if slices.Contains(signFonts, strings.ToLower(value(t, "font"))) {
		code |= private
	}
	return string(rune(code))
}

// note reports the number of a note, which programs put after a word (17.11.14). Its words
// are read elsewhere.
func (p *paragraphs) note(t xml.StartElement) {
	said := "сноска " + p.after("")
	if own := value(t, "customMarkFollows"); own != "" && isOn(own) {
		said += " со знаком вместо номера"
	}
	p.report(said)
	p.notes.refer(t, strings.TrimPrefix(said, "сноска "))
}

// after describes, in Russian, a position by the word of the paragraph before it.
func (p *paragraphs) after(typed string) string {
	const near = 60 // bytes
	tail := func(text string) string { return text[max(0, len(text)-near):] }
	before := tail(tail(p.text.String()) + tail(p.run.String()) + tail(typed))
	if list := words(strings.ToValidUTF8(before, "")); len(list) > 0 {
		return "после слова «" + list[len(list)-1] + "»"
	}
	return "в начале абзаца"
}

// oddSpaces reports spaces that some programs show as nothing or as a line.
func (p *paragraphs) oddSpaces(typed string) {
	const most = 200
	for i, r := range typed {
		if !strings.ContainsRune(oddSpaces, r) {
			continue
		}
		if p.spaces++; p.spaces > most {
			p.report("много пробелов, которые часть программ не показывает")
			return
		}
		p.report(fmt.Sprintf("пробел U+%04X, который часть программ не показывает, %s", r, p.after(typed[:i])))
	}
}

func countLetters(text string) (count int) {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			count++
		}
	}
	return count
}

// format notes a style or a property that may hide text (ECMA-376-1, 17.3.2 and
// 17.7).
func (p *paragraphs) format(t xml.StartElement) {
	t = p.theme.plain(t)
	last := len(p.tables) - 1
	if parent := p.around(1); !p.inRun() && (t.Name.Local == "tbl" || t.Name.Local == "tc" || parent == "tcPr" ||
		strings.HasPrefix(parent, "tblPr")) {
		p.cell = nil
	}
	switch name, parent := t.Name.Local, p.around(1); {
	case parent == "numPr":
		p.at.element(t)
	case p.inRun() && name == "rStyle":
		p.runs = value(t, "val")
		p.report(p.styles.misused(p.runs, "character"))
	case p.inRun():
		p.formatting.property(t)
	case p.inMark():
		p.mark.property(t)
	case name == "pStyle":
		p.style = value(t, "val")
		p.report(p.styles.misused(p.style, "paragraph"))
	case name == "tbl":
		p.tables = append(p.tables, table{})
	case name == "background":
		p.pageColor = paint(value(t, "color"))
	case name == "shd" && parent == "pPr":
		p.ground = shading(t)
	case last < 0:
	case name == "tblStyle":
		p.tables[last].style = value(t, "val")
		p.report(p.styles.misused(value(t, "val"), "table"))
	case name == "tc":
		p.cells = append(p.cells, len(p.list))
		p.tables[last].ground, p.tables[last].merged = "", false
	case name == "tr":
		p.tables[last].row = ""
	case name == "shd" && parent == "tblPr":
		p.tables[last].below = shading(t)
	case name == "shd" && parent == "tblPrEx":
		p.tables[last].row = shading(t)
	case name == "shd" && parent == "tcPr":
		p.tables[last].ground = shading(t)
	case (name == "vMerge" || name == "hMerge") && value(t, "val") != "restart":
		p.tables[last].merged = true
	}
}

// table is the relevant state of an open table.
type table struct {
	style  string
	ground string // of the open cell
	row    string // of the open row
	below  string // of the table
	grid   grid
	merged bool // this cell continues another, and its words are not shown (17.4.84)
}

func (p *paragraphs) endRun() {
	if p.run.Len() == 0 {
		p.formatting, p.runs = formatting{}, ""
		return
	}
	p.filled = true
	l := p.effective()
	if !l.hides && p.silent == 0 {
		p.tallest = max(p.tallest, l.halfPoints) // of spaces, too, whose ground may cover other lines
	}
	if l.hides || l.isFaint() {
		hide(&p.Hidden, p.run.String())
		if l.isFaint() && !l.hides && p.silent == 0 {
			p.text.WriteString(p.run.String())
		}
	} else if p.silent == 0 {
		p.text.WriteString(p.run.String())
		p.letters += countLetters(p.run.String())
		p.font(l)
	}
	p.run.Reset()
	p.formatting, p.runs = formatting{}, ""
}

// hide adds invisible words to a list, up to a limit that suffices to distinguish papers.
func hide(list *[]string, text string) {
	const most = 50_000
	found := words(text)
	*list = append(*list, found[:min(len(found), max(0, most-len(*list)))]...)
}

// maxFonts is more than documents have.
const maxFonts = 50

// cell is the formatting of all tables around a run.
type cell struct {
	formatting
	ground string
	merged bool
}

// tablesFormatting returns the formatting of the open tables, worked out once for a cell.
func (p *paragraphs) tablesFormatting() cell {
	if p.cell != nil {
		return *p.cell
	}
	var c cell
	for _, table := range slices.Backward(p.tables) {
		if p.styles != nil {
			below := p.styles.named(table.style, "table")
			hides := c.hides || below.hides
			c.formatting = c.over(below)
			c.hides = hides
		}
		c.ground = cmp.Or(c.ground, table.ground, table.row, table.below)
		c.merged = c.merged || table.merged
	}
	p.cell = &c
	return c
}

// font records the fonts of the run.
func (p *paragraphs) font(l formatting) {
	if words(p.run.String()) == nil {
		return
	}
	for _, font := range l.fonts {
		p.useFont(font)
	}
}

func (p *paragraphs) useFont(font string) {
	if font != "" && len(p.Fonts) < maxFonts && !slices.Contains(p.Fonts, font) {
		p.Fonts = append(p.Fonts, font)
	}
}

// effective returns the formatting of the run with its styles, those of the paragraph and those of the tables
// around it (ECMA-376-1, 17.7.2). Text that several styles hide is visible in some programs and hidden in others
// (17.7.3).
func (p *paragraphs) effective() formatting {
	l, direct := p.formatting, p.formatting.vanish
	ground := p.ground
	lay := func(below formatting) {
		hides := l.hides || !direct && below.hides
		l = l.over(below)
		l.hides = hides
	}
	if p.styles != nil {
		lay(p.styles.named(p.runs, "character"))
		lay(p.styles.named(p.style, "paragraph"))
	}
	if len(p.tables) > 0 {
		tables := p.tablesFormatting()
		lay(tables.formatting)
		ground = cmp.Or(ground, tables.ground)
		l.hides = l.hides || tables.merged
	}
	if p.styles != nil {
		lay(p.styles.defaults)
	}
	l.fill = cmp.Or(l.fill, ground, p.pageColor)
	return l
}
