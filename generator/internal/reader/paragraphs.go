package reader

import (
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraphs reads the text of a part of WordprocessingML.
type paragraphs struct {
	*Words
	nesting
	decoder    *xml.Decoder
	list       []string
	text       strings.Builder // of the paragraph
	run        strings.Builder // of the current run
	styles     *styles
	theme      *theme
	style      string // of the paragraph
	at         listPlace
	numbers    counters
	cells      []int         // beginnings of the open cells in the list
	ground     string        // of the paragraph
	pageColor  string        // background of all pages
	tables     []table       // those that are open
	cell       *cell         // the formatting of these; nil when it has changed
	formatting formatting    // of the run itself
	mark       paragraphMark // of the paragraph
	room       room          // of the paragraph itself
	tallest    int           // of its letters, in half-points
	runs       string        // style of the run
	fields     []*field
	codes      int    // of those whose code is being read
	space      string // namespace of the part
	section    section
	inherited  map[string][]string // headers and footers of the section before
	places     string              // of the headers and footers of the section before
	sections   int
	images     []Image
	margins    []margin        // headers and footers that are shown
	shown      map[margin]bool // of them
	notes      *notes
	opened     openNote
	tagged     []bool // for each open content control, whether it is a form field
	filled     bool   // the paragraph shows something
	silent     int    // number of open form fields
	isBody     bool   // only there are form fields read as such
	isMargin   bool   // a header or a footer
	isNotes    bool
	letters    int // and digits so far
	spaces     int // of those that are reported

	reported map[string]bool
}

// unread lists elements whose content is not text of the document: deleted or
// moved away (17.13.5).
var unread = map[string]bool{
	"del":          true,
	"moveFrom":     true,
	"pPrChange":    true,
	"rPrChange":    true,
	"sectPrChange": true,
	"tblPrChange":  true,
}

// signs are elements that represent a character.
var signs = map[string]string{"tab": " ", "br": " ", "cr": " ", "ptab": " ", "noBreakHyphen": "-"}

// maxDepth limits the nesting of elements: ten nested tables.
const maxDepth = 500

var errTooDeep = errors.New("elements nest too deep")

// token returns the next token and checks the depth.
func (p *paragraphs) token() (xml.Token, error) {
	token, err := p.decoder.Token()
	switch t := token.(type) {
	case xml.StartElement:
		p.report(p.nesting.start(t))
		if len(p.open) > maxDepth {
			return nil, errTooDeep
		}
	case xml.EndElement:
		p.nesting.end()
	}
	return token, err
}

// inRun reports whether the current element is a property of a run, and not of the
// mark of a paragraph.
func (p *paragraphs) inRun() bool { return p.around(1) == "rPr" && p.around(2) == "r" }

// inMark reports whether the current element is a property of the mark of a paragraph.
func (p *paragraphs) inMark() bool { return p.around(1) == "rPr" && p.around(2) == "pPr" }

// skip skips the rest of the current element.
func (p *paragraphs) skip() error { return p.inside(func(xml.Token) {}) }

// inside calls do for the tokens of the rest of the current element.
func (p *paragraphs) inside(do func(xml.Token)) error {
	for outside := len(p.open) - 1; len(p.open) > outside; {
		token, err := p.token()
		if err != nil {
			return err
		}
		do(token)
	}
	return nil
}

// removed reads the words of a tracked deletion or move, which programs show struck.
func (p *paragraphs) removed() error {
	var text strings.Builder
	err := p.inside(func(token xml.Token) {
		switch t := token.(type) {
		case xml.StartElement:
			text.WriteString(p.removedSign(t))
		case xml.CharData:
			if name := p.around(0); name == "delText" || name == "t" {
				text.Write(t)
			}
		}
	})
	hide(&p.Removed, text.String())
	return err
}

// removedSign returns the character that an element represents in deleted text (ECMA-376-1, 17.13.5.14). It reports
// elements other than text, such as drawings.
func (p *paragraphs) removedSign(t xml.StartElement) string {
	name := t.Name.Local
	isWord := slices.Contains(wordML, t.Name.Space) && slices.Contains(inRuns, name) &&
		!strings.HasSuffix(name, "Ref") && !strings.HasSuffix(name, "noteReference")
	if objects[name] || p.around(1) == "r" && !isWord && name != "delText" && name != "delInstrText" {
		p.report("среди удалённого с пометкой есть не только слова")
	}
	if name == "sym" {
		return symbol(t)
	}
	return signs[name]
}

func (p *paragraphs) read() error {
	for {
		token, err := p.token()
		if errors.Is(err, io.EOF) {
			p.endStory(0)
			p.end()
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			err = p.start(t)
		case xml.EndElement:
			switch t.Name.Local {
			case "r":
				p.endRun()
			case "fldSimple":
				p.endField(true)
			case "tbl":
				p.endTable()
			case "sdt":
				if last := len(p.tagged) - 1; last >= 0 {
					p.silent -= count(p.tagged[last])
					p.tagged = p.tagged[:last]
				}
			case "p":
				p.spoil()
				p.endParagraph()
			case "sectPr":
				p.endSection()
			case "tc":
				p.endStory(len(p.cells))
				p.endCell()
			case "footnote", "endnote":
				p.endStory(0)
				p.report(p.notes.add(p.opened.start, strings.Join(p.list[p.opened.from:], " ")))
			case "tr":
				p.Cells = append(p.Cells, endOfRow)
				p.endRow()
			}
		}
		if err != nil {
			return err
		}
	}
}

// wordML lists the namespaces of WordprocessingML, transitional and strict.
var wordML = []string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
	"http://purl.oclc.org/ooxml/wordprocessingml/main",
}

// objects lists elements of drawings, which may contain text.
var objects = map[string]bool{
	"drawing":          true,
	"pict":             true,
	"object":           true,
	"oMath":            true,
	"oMathPara":        true,
	"AlternateContent": true,
}

func (p *paragraphs) start(t xml.StartElement) error {
	name := t.Name.Local
	if p.space == "" {
		p.space, p.isMargin = t.Name.Space, name == "hdr" || name == "ftr"
		p.isNotes = name == "footnotes" || name == "endnotes"
	}
	p.beside(t)
	switch {
	case objects[name]:
		return p.object(t)
	case name == "dataBinding": // of any version of Word
		p.report("слова, которые Word заменит другими данными из файла (dataBinding)")
		return p.skip()
	case slices.Contains(effects, name) && p.inRun(): // of Word 2010
		p.formatting.property(t)
		return p.skip()
	case p.around(1) == "background":
		p.report("фон листов")
		return p.skip()
	case name == "collapsed": // of Word 2013
		p.report(collapsed)
		return p.skip()
	case !slices.Contains(wordML, t.Name.Space):
		p.report(unknownExtension(t))
		return p.skip() // Word ignores unknown elements with their text
	case t.Name.Space != p.space:
		p.report(mixedVersions)
		return p.skip()
	case name == "del" && p.around(1) == "trPr":
		p.report("строка таблицы, помеченная удалённой")
		return p.skip()
	case unread[name] && name != "rPrChange" && p.inRun():
		p.report("слова, часть которых помечена удалённой в оформлении")
		return p.skip()
	case unread[name]:
		p.Revised = true
		return p.removed()
	case name == "tab" && p.around(1) == "tabs":
		p.tabStop(t)
		return nil
	case signs[name] != "":
		p.run.WriteString(signs[name])
		return nil
	}
	p.place(name)
	return p.word(t)
}

// word reads an element of WordprocessingML.
func (p *paragraphs) word(t xml.StartElement) error {
	switch name := t.Name.Local; name {
	case "p":
		p.end()
	case "t", "instrText":
		return p.chars(t)
	case "sym":
		p.sym(t)
	case "fldChar":
		p.locked(t)
		p.fieldChar(value(t, "fldCharType"))
	case "fldSimple":
		p.locked(t)
		p.simpleField(value(t, "instr"))
	case "headerReference", "footerReference", "titlePg":
		p.section.element(t)
	case "sdt":
		p.tagged = append(p.tagged, false)
	case "tag":
		p.tag(value(t, "val"))
	case "lvlText":
		p.label(value(t, "val"))
	case "footnoteReference", "endnoteReference":
		p.note(t)
	case "footnote", "endnote":
		p.end()
		p.opened = openNote{t, len(p.list)}
	case "altChunk", "subDoc":
		p.Embedded = true
	case "ins", "moveTo":
		p.Revised = true
	default:
		p.format(t)
		p.measure(t)
		p.report(cmp.Or(conceals(t, p.around(1)), unknown(t)))
		if t.Name.Local == "vanish" && p.inMark() {
			p.report("скрытый конец абзаца")
		}
	}
	return nil
}

// tag notes that the open content control is a form field, whose words are read
// elsewhere.
func (p *paragraphs) tag(name string) {
	last := len(p.tagged) - 1
	if last < 0 || p.tagged[last] || name == "" || p.around(1) != "sdtPr" || !p.isBody {
		return
	}
	p.tagged[last] = true
	p.silent++
	p.spot(name)
}

// maxSpots is more than documents have.
const maxSpots = maxFields

// spot records the place of a form field or a picture. Words of the same run may precede a picture.
func (p *paragraphs) spot(field string) {
	if !p.isBody || len(p.Spots) == maxSpots {
		return
	}
	before := p.letters
	if p.silent == 0 {
		before += countLetters(p.run.String())
	}
	p.Spots = append(p.Spots, Spot{field, before})
}

// report adds a finding, in Russian, about concealed words to the report, once; "" is ignored.
func (p *paragraphs) report(what string) {
	if what != "" && !p.reported[what] {
		p.reported[what] = true
		p.Outside = append(p.Outside, what)
	}
}

// label records words in the numbers of a list (17.9.11), but not letters that
// symbol fonts show as bullets.
func (p *paragraphs) label(text string) {
	isLong := func(s string) bool { return utf8.RuneCountInString(s) > 1 }
	for _, word := range words(text) {
		letters := strings.FieldsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
		if slices.ContainsFunc(letters, isLong) {
			p.Labels = append(p.Labels, word)
		}
	}
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// invisible lists characters that programs insert and remove.
var invisible = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u2060", "", "\ufeff", "", "\u2011", "-")

// oddSpaces are spaces that some programs show as nothing or as a line.
const oddSpaces = "\u0085\u1680\u200a\u2028\u2029"

func words(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Fields(invisible.Replace(text))
}

func (p *paragraphs) end() {
	p.endRun()
	if list := words(p.text.String()); len(list) > 0 {
		p.list = append(p.list, strings.Join(list, " "))
	}
	p.text.Reset()
	p.style, p.ground, p.filled = "", "", false
}
