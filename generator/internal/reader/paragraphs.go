package reader

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraphs reads the text of a part of WordprocessingML.
type paragraphs struct {
	*Words
	decoder *xml.Decoder
	list    []string
	text    strings.Builder // of the paragraph
	run     strings.Builder // of the current run
	styles  *styles
	style   string   // of the paragraph
	tables  []string // styles of the open tables
	look    look     // of the run itself
	rPr     bool     // properties of a run are being read
	runs    string   // style of the run
	fields  []*field // open complex fields
	depth   int
	tagged  []bool // for each open content control, whether it is a form field
	silent  int    // number of open form fields
}

// field is a complex field (ECMA-376, 17.16.18): its code, then its result.
type field struct {
	code  strings.Builder
	shows bool // in the result
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
	switch token.(type) {
	case xml.StartElement:
		if p.depth++; p.depth > maxDepth {
			return nil, errTooDeep
		}
	case xml.EndElement:
		p.depth--
	}
	return token, err
}

// skip skips the rest of the current element.
func (p *paragraphs) skip() error {
	for outside := p.depth - 1; p.depth > outside; {
		if _, err := p.token(); err != nil {
			return err
		}
	}
	return nil
}

func (p *paragraphs) read() error {
	for {
		token, err := p.token()
		if errors.Is(err, io.EOF) {
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
			case "rPr":
				p.rPr = false
			case "pPr":
				p.look, p.runs = look{}, "" // they applied to the paragraph mark
			case "tbl":
				p.tables = p.tables[:max(0, len(p.tables)-1)]
			case "sdt":
				if last := len(p.tagged) - 1; last >= 0 {
					p.silent -= count(p.tagged[last])
					p.tagged = p.tagged[:last]
				}
			case "p":
				p.end()
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
	switch {
	case objects[name]:
		return p.object(name)
	case name == "dataBinding": // of any version of Word
		p.Embedded = true
		return p.skip()
	case name == "textFill" && p.rPr: // of Word 2010
		p.look.property(t)
		return p.skip()
	case !slices.Contains(wordML, t.Name.Space):
		return p.skip() // Word ignores unknown elements with their text
	case unread[name]:
		p.Revised = true
		return p.skip()
	case signs[name] != "":
		p.run.WriteString(signs[name])
		return nil
	}
	switch name {
	case "p":
		p.end()
	case "t", "instrText":
		return p.chars(name == "instrText")
	case "sym":
		if code, err := strconv.ParseUint(value(t, "char"), 16, 16); err == nil {
			p.run.WriteRune(rune(code))
		}
	case "fldChar":
		p.fieldChar(value(t, "fldCharType"))
	case "fldSimple":
		if counted(value(t, "instr")) {
			return p.skip()
		}
		p.field(value(t, "instr"))
	case "sdt":
		p.tagged = append(p.tagged, false)
	case "tag":
		if last := len(p.tagged) - 1; last >= 0 && !p.tagged[last] && value(t, "val") != "" {
			p.tagged[last] = true
			p.silent++
		}
	case "lvlText":
		p.label(value(t, "val"))
	case "altChunk", "subDoc":
		p.Embedded = true
	case "ins", "moveTo":
		p.Revised = true
	default:
		p.format(t)
		if what := conceals(t); what != "" {
			p.Outside = append(p.Outside, what)
		}
	}
	return nil
}

// format notes a style or a property that may hide text (ECMA-376-1, 17.3.2 and
// 17.7).
func (p *paragraphs) format(t xml.StartElement) {
	switch t.Name.Local {
	case "pStyle":
		p.style = value(t, "val")
	case "rStyle":
		p.runs = value(t, "val")
	case "tbl":
		p.tables = append(p.tables, "")
	case "tblStyle":
		if last := len(p.tables) - 1; last >= 0 {
			p.tables[last] = value(t, "val")
		}
	case "vanish", "color", "highlight", "shd", "sz", "w", "strike", "dstrike", "rtl", "position", "spacing", "fitText",
		"rFonts":
		if p.rPr {
			p.look.property(t)
		}
	case "rPr":
		p.rPr = true
	}
}

// object counts a drawing and reads its text separately, and of alternate content
// that of every alternative: programs differ in which they show.
func (p *paragraphs) object(name string) error {
	p.Pictures++
	var text strings.Builder
	for outside := p.depth - 1; p.depth > outside; {
		token, err := p.token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			text.WriteByte(' ')
		case xml.CharData:
			text.Write(t)
		}
	}
	p.Boxes = append(p.Boxes, words(text.String())...)
	return nil
}

// field records a field whose result may be other text than it shows now.
func (p *paragraphs) field(code string) {
	name, _, _ := strings.Cut(strings.TrimSpace(code), " ")
	switch name = strings.ToUpper(name); name {
	case "", "HYPERLINK", "TOC", "PAGEREF", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN":
	default:
		p.Fields = append(p.Fields, name)
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

// chars reads the text of an element.
func (p *paragraphs) chars(code bool) error {
	for {
		token, err := p.token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.CharData:
			last := len(p.fields) - 1
			switch {
			case code && last >= 0:
				p.fields[last].code.Write(t)
			case code, last >= 0 && p.fields[last].shows && counted(p.fields[last].code.String()):
			default:
				p.run.Write(t)
			}
		case xml.EndElement:
			return nil
		}
	}
}

// counted reports whether the result of a field depends on the page.
func counted(code string) bool {
	name, _, _ := strings.Cut(strings.TrimSpace(code), " ")
	switch strings.ToUpper(name) {
	case "PAGE", "NUMPAGES", "SECTIONPAGES":
		return true
	}
	return false
}

func (p *paragraphs) fieldChar(kind string) {
	last := len(p.fields) - 1
	switch {
	case kind == "begin":
		p.fields = append(p.fields, &field{})
	case kind == "separate" && last >= 0:
		p.fields[last].shows = true
	case kind == "end" && last >= 0:
		if code := p.fields[last].code.String(); !counted(code) {
			p.field(code)
		}
		p.fields = p.fields[:last]
	}
}

func (p *paragraphs) endRun() {
	if l := p.effective(); l.hides || l.isFaint() {
		p.Hidden = append(p.Hidden, words(p.run.String())...)
		if l.isFaint() && !l.hides && p.silent == 0 {
			p.text.WriteString(p.run.String())
		}
	} else if p.silent == 0 {
		p.text.WriteString(p.run.String())
	}
	p.run.Reset()
	p.look, p.runs = look{}, ""
}

// effective returns the look of the run with its styles, those of the paragraph
// and those of the tables around it (ECMA-376-1, 17.7.2).
func (p *paragraphs) effective() look {
	if p.styles == nil {
		return p.look
	}
	style := p.style
	if style == "" {
		style = p.styles.standard
	}
	l := p.look.over(p.styles.of(p.runs)).over(p.styles.of(style))
	for _, table := range slices.Backward(p.tables) {
		l = l.over(p.styles.of(table))
	}
	return l.over(p.styles.defaults)
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// invisible lists characters that programs insert and remove.
var invisible = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u2060", "", "\ufeff", "", "\u2011", "-")

func words(text string) []string { return strings.Fields(invisible.Replace(text)) }

func (p *paragraphs) end() {
	p.endRun()
	if list := words(p.text.String()); len(list) > 0 {
		p.list = append(p.list, strings.Join(list, " "))
	}
	p.text.Reset()
	p.style = ""
}
