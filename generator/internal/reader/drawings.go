package reader

import (
	"encoding/xml"
	"slices"
	"strings"
)

// object counts a drawing and reads its text separately. It reads every alternative of alternate content, because
// programs differ in which they show.
func (p *paragraphs) object(t xml.StartElement) error {
	p.Pictures++
	p.filled = true
	p.spot("")
	o := drawing{p: p, imageWalk: imageWalk{body: p.isBody}}
	o.alternative(t)
	err := p.inside(func(token xml.Token) {
		switch t := token.(type) {
		case xml.StartElement:
			o.start(t)
		case xml.EndElement:
			o.end(t.Name)
		case xml.CharData:
			if name := p.around(0); slices.Contains(measures, name) {
				o.place(p.around(1), name, string(t))
			} else {
				p.oddSpaces(string(t))
				o.text.Write(t)
				o.run.Write(t)
			}
		}
	})
	if err != nil {
		return err
	}
	p.Boxes = append(p.Boxes, words(o.text.String())...)
	p.images = append(p.images, o.images()...)
	return nil
}

// measures are the elements of drawings whose text is a measure (20.4.2).
var measures = []string{"posOffset", "align", "pctPosHOffset", "pctPosVOffset", "pctWidth", "pctHeight"}

// drawing is a drawing that is being read.
type drawing struct {
	imageWalk
	p          *paragraphs
	text       strings.Builder // of all of it
	run        strings.Builder // of the open run
	box        strings.Builder // of the open text box
	formatting formatting      // of the run
	style      string          // of the run
	below      string          // style of the paragraph

	choices []choices // that are open
}

func (o *drawing) start(t xml.StartElement) {
	o.text.WriteByte(' ')
	name, parent := t.Name.Local, o.p.around(1)
	o.alternative(t)
	switch {
	case slices.Contains(wordML, t.Name.Space):
		o.word(t, parent)
	default:
		o.element(t)
		o.odd(parent == "spPr" && slices.Contains(grounds, name), "на закрашенном фоне")
	}
}

// word notes an element of the text in a box.
func (o *drawing) word(t xml.StartElement, parent string) {
	t = o.p.theme.plain(t)
	switch name := t.Name.Local; {
	case name == "txbxContent":
		o.box.Reset()
	case name == "p":
		o.below = ""
		o.box.WriteByte(' ')
	case name == "pStyle":
		o.below = value(t, "val")
	case name == "r":
		o.run.Reset()
		o.formatting, o.style = formatting{}, ""
	case parent == "rPr" && o.p.around(2) == "r":
		o.formatting.property(t)
		if name == "rStyle" {
			o.style = value(t, "val")
		}
	default:
		o.run.WriteString(signs[name])
	}
}

func (o *drawing) end(name xml.Name) {
	o.endAlternative(name)
	switch name.Local {
	case "r":
		l := o.formatting
		if s := o.p.styles; s != nil {
			l = l.over(s.named(o.style, "character")).over(s.named(o.below, "paragraph")).over(s.defaults)
		}
		if l.hides || l.isFaint() {
			hide(&o.p.Hidden, o.run.String())
		}
		o.box.WriteString(o.run.String())
		o.run.Reset()
	case "txbxContent":
		if text := strings.Join(words(o.box.String()), " "); text != "" {
			o.p.Inscriptions = append(o.p.Inscriptions, text)
		}
	}
}
