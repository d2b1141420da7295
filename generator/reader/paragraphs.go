package reader

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// paragraphs reads the words of a part of WordprocessingML, element by element.
type paragraphs struct {
	*Words
	decoder *xml.Decoder
	list    []string
	text    strings.Builder // of the paragraph
	run     strings.Builder // of the run in it
	hidden  bool            // the run is not shown
	fields  []*field        // complex ones that are open
	depth   int
}

// field is a complex field (ECMA-376, 17.16.18): its code, then what it showed
// last.
type field struct {
	code  strings.Builder
	shows bool // the code is over
}

// unread are elements whose content is not to be read as text: deleted or moved
// away (17.13.5), or a second look for older programs (part 3, 9).
var unread = map[string]bool{"del": true, "moveFrom": true, "Fallback": true, "pPrChange": true, "rPrChange": true, "sectPrChange": true, "tblPrChange": true}

// signs are elements that stand for a character.
var signs = map[string]string{"tab": " ", "br": " ", "cr": " ", "ptab": " ", "noBreakHyphen": "-"}

// maxDepth is how deep elements nest: a table in each cell of another, ten times.
const maxDepth = 500

var errTooDeep = errors.New("elements nest too deep")

// token reads on, not too deep.
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

// skip reads on to the end of the element that has begun.
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
			case "pPr":
				p.hidden = false // it was the mark of the paragraph
			case "p":
				p.end()
			}
		}
		if err != nil {
			return err
		}
	}
}

func (p *paragraphs) start(t xml.StartElement) error {
	name := t.Name.Local
	if sign, ok := signs[name]; ok {
		p.run.WriteString(sign)
		return nil
	}
	switch name {
	case "p":
		p.end() // that a text box stands in
	case "t", "instrText":
		return p.chars(name == "instrText")
	case "sym":
		if code, err := strconv.ParseUint(attribute(t, "char"), 16, 16); err == nil {
			p.run.WriteRune(rune(code))
		}
	case "vanish":
		p.hidden = p.hidden || on(attribute(t, "val"))
	case "fldChar":
		p.fieldChar(attribute(t, "fldCharType"))
	case "fldSimple":
		if counted(attribute(t, "instr")) {
			return p.skip()
		}
	case "drawing", "pict", "object":
		p.Pictures++
	case "altChunk", "subDoc":
		p.Embedded = true
	case "ins", "moveTo":
		p.Revised = true
	}
	if unread[name] {
		p.Revised = p.Revised || name == "del" || name == "moveFrom"
		return p.skip()
	}
	return nil
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

// counted reports whether a field shows a number that depends on the page.
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
		p.fields = p.fields[:last]
	}
}

func (p *paragraphs) endRun() {
	if !p.hidden {
		p.text.WriteString(p.run.String())
	}
	p.run.Reset()
	p.hidden = false
}

// invisible are characters that programs put in and take out at will.
var invisible = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u2060", "", "\ufeff", "", "\u2011", "-")

func (p *paragraphs) end() {
	p.endRun()
	if words := strings.Fields(invisible.Replace(p.text.String())); len(words) > 0 {
		p.list = append(p.list, strings.Join(words, " "))
	}
	p.text.Reset()
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on reads a switch (ECMA-376, 17.17.4): one that is named is on.
func on(value string) bool { return value != "0" && value != "false" && value != "off" }
