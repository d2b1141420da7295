package reader

import (
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"protokol/generator/internal/opc"
)

// styles are the formatting that the styles of a document give (ECMA-376-1, 17.7).
type styles struct {
	theme       *theme
	formattings map[string]formatting
	parents     map[string]string
	kinds       map[string]string
	standard    map[string]string         // by the kind of style: the default style
	places      map[string]paragraphStyle // "" for the defaults
	merged      map[string]paragraphStyle
	indents     map[string]int // of tables, in twips
	defaults    formatting
	outside     []string // properties that conceal paragraphs
	strict      bool     // the part is strict, not transitional
	known       map[string]formatting
	folded      map[string]string // names and identifiers in small letters: programs differ in whether these are equal
}

// named returns the formatting of a style with those it is based on. A missing or unknown name means the default
// style.
func (s *styles) named(id, kind string) formatting {
	var l formatting
	if _, known := s.formattings[id]; !known {
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
		l = l.over(s.formattings[id])
		id = s.parents[id]
	}
	s.known[named] = l
	return l
}

// paragraphStyle contains the properties that a style gives to a paragraph.
type paragraphStyle struct {
	listPlace
	room room
}

// paragraph returns the properties of a paragraph style, with those it is based on.
func (s *styles) paragraph(id string) (p paragraphStyle) {
	if _, known := s.formattings[id]; !known {
		id = s.standard["paragraph"]
	}
	named := id
	if known, ok := s.merged[named]; ok {
		return known
	}
	const deepest = 50
	for range deepest {
		of := s.places[id]
		p.listPlace, p.room = p.over(of.listPlace), p.room.over(of.room)
		if id == "" {
			break
		}
		id = s.parents[id]
	}
	s.merged[named] = p
	return p
}

// tableIndent returns the widest indent that a style of tables gives, with those it is
// based on.
func (s *styles) tableIndent(id string) (widest int) {
	if _, known := s.formattings[id]; !known {
		id = s.standard["table"]
	}
	const deepest = 50
	for i := 0; i < deepest && id != ""; i++ {
		widest = max(widest, s.indents[id])
		id = s.parents[id]
	}
	return widest
}

// isLike reports whether styles look like others.
func (s *styles) isLike(other *styles) bool {
	return s.defaults == other.defaults && maps.Equal(s.formattings, other.formattings) &&
		maps.Equal(s.places, other.places) &&
		maps.Equal(s.parents, other.parents) && maps.Equal(s.standard, other.standard) &&
		maps.Equal(s.kinds, other.kinds) && maps.Equal(s.indents, other.indents) &&
		slices.Equal(s.outside, other.outside)
}

// report adds a finding, in Russian, about concealed words to the report; "" is ignored.
func (s *styles) report(what string) {
	if what != "" {
		s.outside = append(s.outside, what)
	}
}

// misused reports a reference to a style of another kind: some programs ignore it, others apply the style.
func (s *styles) misused(id, kind string) string {
	if s == nil || s.kinds[id] == kind {
		return ""
	}
	if s.kinds[id] == "" {
		if other := s.folded[strings.ToLower(id)]; other != "" {
			return "стиль, имя которого отличается от другого только заглавными буквами: " + id
		}
		return ""
	}
	return "стиль не своего вида: " + id
}

// chains reports styles that are based on those of other kinds.
func (s *styles) chains() {
	for id, parent := range s.parents {
		s.report(s.misused(parent, s.kinds[id]))
	}
	if s.isRing() {
		s.report("стили, основанные друг на друге")
	}
}

// isRing reports whether a style is indirectly based on itself.
func (s *styles) isRing() bool {
	from := map[string]string{} // for each style, the one from which it was first reached
	for id := range s.parents {
		for at := id; at != "" && from[at] != id; at = s.parents[at] {
			if from[at] != "" {
				break // reached before
			}
			from[at] = id
			if parent := s.parents[at]; parent != "" && from[parent] == id {
				return true
			}
		}
	}
	return false
}

// readStyles reads a part of styles.
func readStyles(content io.Reader, elements *int, theme *theme) (*styles, error) {
	s := &styles{theme: theme, formattings: map[string]formatting{}, parents: map[string]string{},
		standard: map[string]string{},
		kinds:    map[string]string{}, places: map[string]paragraphStyle{}, merged: map[string]paragraphStyle{},
		known: map[string]formatting{}, folded: map[string]string{}, indents: map[string]int{}}
	var id string
	var current formatting
	var open nesting
	for decoder := opc.NewLimited(content, elements); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			s.chains()
			s.strict = open.strict
			return s, nil
		}
		if err != nil {
			return nil, unreadable(err, "стили DOCX не читаются")
		}
		switch t := token.(type) {
		case xml.StartElement:
			s.report(open.start(t))
			if t.Name.Local == "style" {
				id, current = value(t, "styleId"), formatting{}
			}
			s.element(t, open.around(1), id, &current)
		case xml.EndElement:
			open.end()
			switch t.Name.Local {
			case "style":
				s.formattings[id] = current
				id = ""
			case "rPrDefault":
				s.defaults = current
			}
		}
	}
}

// begin notes the beginning of a style. It is a paragraph style by default (17.7.4.17).
func (s *styles) begin(t xml.StartElement, id string) {
	kind := cmp.Or(value(t, "type"), "paragraph")
	if value(t, "default") != "" && isOn(value(t, "default")) {
		if s.standard[kind] != "" {
			s.report("два стиля по умолчанию")
		}
		s.standard[kind] = id
	}
	if _, twice := s.kinds[id]; twice {
		s.report("два стиля с одним именем: " + id)
	}
	s.kinds[id] = kind
	s.fold(id, id)
}

// fold reports styles whose identifiers differ only in case, or which have the same name: programs use one of them
// for both.
func (s *styles) fold(name, id string) {
	name = strings.ToLower(name)
	if other := s.folded[name]; other != "" && other != id {
		s.report("два стиля, которые программы примут за один: " + id)
	}
	s.folded[name] = id
}

// element notes an element in the style that is being read.
func (s *styles) element(t xml.StartElement, parent, id string, current *formatting) {
	t = s.theme.plain(t)
	name := t.Name.Local
	switch {
	case name == "style":
		s.begin(t, id)
	case name == "name" && parent == "style":
		s.fold(s.kinds[id]+" "+value(t, "val"), id)
	case name == "basedOn":
		s.parents[id] = value(t, "val")
	case parent == "numPr" && slices.Contains(wordML, t.Name.Space):
		place := s.places[id]
		place.element(t)
		s.places[id] = place
	case parent == "pPr" && name == "ind", parent == "pPr" && name == "spacing":
		place := s.places[id]
		place.room.element(t)
		s.places[id] = place
		s.report(conceals(t, parent))
	case name == "tblInd":
		s.indents[id] = max(s.indents[id], number(t, "w"))
		s.report(conceals(t, parent))
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
		}
		if name == "bdr" || parent != "rPr" && name != "shd" && parent != "style" { // a style may be hidden
			s.report(conceals(t, parent))
		}
	}
}
