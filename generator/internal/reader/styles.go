package reader

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
)

// styles are the looks that the styles of a document give (ECMA-376-1, 17.7).
type styles struct {
	looks    map[string]look
	parents  map[string]string
	kinds    map[string]string
	standard map[string]string // by the kind of style: that of what names none
	places   map[string]listPlace
	defaults look
	outside  []string // what conceals paragraphs
	known    map[string]look
}

// named returns the look of a style with those it is based on. What names no style, or
// one that there is not, has the standard one.
func (s *styles) named(id, kind string) look {
	var l look
	if _, known := s.looks[id]; !known {
		id = s.standard[kind]
	}
	named := id
	if known, ok := s.known[named]; ok {
		return known
	}
	const deepest = 50
	for range deepest {
		if id == "" {
			break
		}
		l = l.over(s.looks[id])
		id = s.parents[id]
	}
	s.known[named] = l
	return l
}

// place returns the list of a style of paragraphs, with those it is based on.
func (s *styles) place(id string) (l listPlace) {
	if _, known := s.looks[id]; !known {
		id = s.standard["paragraph"]
	}
	const deepest = 50
	for range deepest {
		if id == "" {
			break
		}
		l = l.over(s.places[id])
		id = s.parents[id]
	}
	return l
}

// report reports what may conceal words, in Russian; "" for nothing.
func (s *styles) report(what string) {
	if what != "" {
		s.outside = append(s.outside, what)
	}
}

// misused reports a style that is named as one of a kind and is of another: programs take
// it for none, or for what it is.
func (s *styles) misused(id, kind string) string {
	if s == nil || s.kinds[id] == "" || s.kinds[id] == kind {
		return ""
	}
	return "стиль не своего вида: " + id
}

// chains reports styles that are based on those of other kinds.
func (s *styles) chains() {
	for id, parent := range s.parents {
		s.report(s.misused(parent, s.kinds[id]))
	}
}

// readStyles reads a part of styles.
func readStyles(content io.Reader) (*styles, error) {
	s := &styles{looks: map[string]look{}, parents: map[string]string{}, standard: map[string]string{},
		kinds: map[string]string{}, places: map[string]listPlace{}, known: map[string]look{}}
	var id string
	var current look
	var open nesting
	for decoder := xml.NewDecoder(content); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			s.chains()
			return s, nil
		}
		if err != nil {
			return nil, refusal("файл повреждён: стили DOCX не читаются")
		}
		switch t := token.(type) {
		case xml.StartElement:
			s.report(open.start(t))
			if t.Name.Local == "style" {
				id, current = value(t, "styleId"), look{}
			}
			s.element(t, open.around(1), id, &current)
		case xml.EndElement:
			open.end()
			switch t.Name.Local {
			case "style":
				s.looks[id] = current
			case "rPrDefault":
				s.defaults = current
			}
		}
	}
}

// element notes an element in the style that is being read.
func (s *styles) element(t xml.StartElement, parent, id string, current *look) {
	name := t.Name.Local
	switch {
	case name == "style":
		if kind := value(t, "type"); value(t, "default") != "" && isOn(value(t, "default")) {
			if s.standard[kind] != "" {
				s.report("два стиля по умолчанию")
			}
			s.standard[kind] = id
		}
		if _, twice := s.kinds[id]; twice {
			s.report("два стиля с одним именем: " + id)
		}
		s.kinds[id] = value(t, "type")
	case name == "basedOn":
		s.parents[id] = value(t, "val")
	case parent == "numPr" && slices.Contains(wordML, t.Name.Space):
		place := s.places[id]
		place.element(t)
		s.places[id] = place
	case name == "collapsed":
		s.report(collapsed)
	case slices.Contains(effects, name):
		current.bent = true
	case !slices.Contains(wordML, t.Name.Space):
		s.report(unknownExtension(t))
	case slices.Contains(wordML, t.Name.Space):
		s.report(unknown(t))
		if parent == "rPr" || name == "shd" {
			current.property(t)
		} else if parent != "style" { // a style may be hidden
			s.report(conceals(t, parent))
		}
	}
}
