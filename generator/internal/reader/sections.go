package reader

import (
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// section is the headers and footers of a section (ECMA-376-1, 17.10).
type section struct {
	margins map[string][]string // relationships by place
	titled  bool                // the first page has its own
	twice   bool                // two are for the same place

	width, left, reach int // of the sheet, its margin, and of the widest table from there, in twips
}

// margin is a header or a footer that is shown: its relationship, and where.
type margin struct{ relation, place string }

// Edge is the text of a header or a footer, with marks for numbers of pages.
type Edge struct{ Place, Text string }

// places of headers and footers, by the type of their reference (17.18.36).
var edges = map[string]string{"first": " первого листа", "even": onEven, "default": "", "": ""}

const onEven = " чётных листов"

// mostAlike limits the headers read for one place; programs show one.
const mostAlike = 10

func (s *section) element(t xml.StartElement) {
	if t.Name.Local == "titlePg" {
		s.titled = isOn(value(t, "val"))
		return
	}
	if s.margins == nil {
		s.margins = map[string][]string{}
	}
	place := "верхний колонтитул"
	if t.Name.Local == "footerReference" {
		place = "нижний колонтитул"
	}
	place += edges[value(t, "type")]
	if s.twice = s.twice || s.margins[place] != nil; len(s.margins[place]) < mostAlike {
		s.margins[place] = append(s.margins[place], relation(t, "id"))
	}
}

// endSection records which headers and footers are shown. A section has those of the one
// before it unless it names its own.
func (p *paragraphs) endSection() {
	own := p.section.margins
	if p.section.margins = maps.Clone(p.inherited); p.section.margins == nil {
		p.section.margins = map[string][]string{}
	}
	maps.Copy(p.section.margins, own)
	p.inherited = p.section.margins
	if p.section.twice {
		p.report("два колонтитула на одном месте")
	}
	first := false
	for _, place := range slices.Sorted(maps.Keys(p.section.margins)) {
		isFirst := strings.HasSuffix(place, edges["first"])
		if first = first || isFirst; isFirst && !p.section.titled {
			continue
		}
		for _, relation := range p.section.margins[place] {
			if m := (margin{relation, place}); !p.shown[m] {
				p.shown[m] = true
				p.margins = append(p.margins, m)
			}
		}
	}
	if p.section.titled && !first {
		p.report("первый лист без колонтитулов")
	}
	p.compareEdges()
	if s := p.section; s.width > 0 && s.left+s.reach > s.width {
		p.report(fmt.Sprintf("%s: %d мм", widerThanSheet, int(float64(s.reach)/twipsPerMM)))
	}
	p.section = section{}
}

// compareEdges reports that a section has headers and footers for other places than the one before it, or begins with
// those of a first sheet again: their words move to other sheets.
func (p *paragraphs) compareEdges() {
	places := strings.Join(slices.Sorted(maps.Keys(p.section.margins)), ", ")
	if p.sections++; p.sections > 1 && (p.section.titled || places != p.places) {
		p.report("в разных разделах разные колонтитулы")
	}
	p.places = places
}
