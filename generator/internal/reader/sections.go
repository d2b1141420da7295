package reader

import (
	"encoding/xml"
	"fmt"
)

// section is the headers and footers of a section (ECMA-376-1, 17.10).
type section struct {
	margins map[string][]string // relationships by kind: of the first sheet, of even ones, of all
	titled  bool                // the first sheet has its own

	width, left, reach int // of the sheet, its margin, and of the widest table from there, in twips
}

func (s *section) element(t xml.StartElement) {
	if t.Name.Local == "titlePg" {
		s.titled = isOn(value(t, "val"))
		return
	}
	if s.margins == nil {
		s.margins = map[string][]string{}
	}
	s.margins[value(t, "type")] = append(s.margins[value(t, "type")], relation(t, "id"))
}

// endSection records which headers and footers are shown.
func (p *paragraphs) endSection() {
	for kind, list := range p.section.margins {
		if kind != "first" || p.section.titled {
			p.margins = append(p.margins, list...)
		}
	}
	if p.section.titled && p.section.margins["first"] == nil {
		p.report("первый лист без колонтитулов")
	}
	if s := p.section; s.width > 0 && s.left+s.reach > s.width {
		p.report(fmt.Sprintf("%s: %d мм", widerThanSheet, int(float64(s.reach)/twipsPerMM)))
	}
	p.section = section{}
}
