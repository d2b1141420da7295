// Package faces finds a face for every font that a Word paper names: the family
// itself among those that the user gives, a built-in family of the same widths, or
// one that looks alike, which is a substitution.
package faces

import (
	"strings"

	"protokol/generator/internal/font"
)

// Built-in families, by their indexes.
const (
	Serif = iota
	Sans
	Mono
	Carlito
	Caladea
)

// Names are the names of the built-in families.
var Names = []string{"Liberation Serif", "Liberation Sans", "Liberation Mono", "Carlito", "Caladea"}

// twins maps fonts to built-in families with the same widths.
var twins = map[string]uint8{
	"times new roman": Serif, "times": Serif, "times new roman cyr": Serif, "liberation serif": Serif, "tinos": Serif,
	"pt astra serif": Serif, "xo thames": Serif, "timesnewromanpsmt": Serif, "times new roman, serif": Serif,
	"arial": Sans, "helvetica": Sans, "arial cyr": Sans, "liberation sans": Sans, "arimo": Sans, "pt astra sans": Sans,
	"xo oriel": Sans, "arialmt": Sans,
	"courier new": Mono, "courier": Mono, "courier new cyr": Mono, "liberation mono": Mono, "cousine": Mono,
	"xo courser": Mono,
	"calibri":    Carlito, "carlito": Carlito,
	"cambria": Caladea, "caladea": Caladea, "cambria math": Caladea,
}

// alike maps fonts to built-in families that look like them but have other widths.
var alike = map[string]uint8{
	"calibri light": Carlito, "segoe ui": Carlito, "candara": Carlito, "corbel": Carlito, "aptos": Carlito,
	"tahoma": Sans, "verdana": Sans, "trebuchet ms": Sans, "arial narrow": Sans, "arial black": Sans, "roboto": Sans,
	"open sans": Sans, "microsoft sans serif": Sans, "franklin gothic book": Sans, "century gothic": Sans,
	"pt sans": Sans, "dejavu sans": Sans, "montserrat": Sans, "impact": Sans, "noto sans": Sans,
	"consolas": Mono, "lucida console": Mono, "dejavu sans mono": Mono, "pt mono": Mono,
}

// Set holds the families of papers.
type Set struct{ family *font.Family }

// New returns the set of the built-in families: the first is that of our own
// papers, twins are the others in the order of Names.
func New(own *font.Family, twins [][4][]byte) (*Set, error) {
	var list [][4]*font.Face
	for _, files := range twins {
		var family [4]*font.Face
		for i, data := range files {
			var err error
			if family[i], err = font.Parse(data); err != nil {
				return nil, err
			}
		}
		list = append(list, family)
	}
	return &Set{own.WithFamilies(list...)}, nil
}

// Family returns all families as one.
func (s *Set) Family() *font.Family { return s.family }

// Find returns the index of the family for a font. The name of a family that has
// other widths is not empty.
func (s *Set) Find(name string) (family uint8, substitute string) {
	key := strings.ToLower(strings.TrimSpace(name))
	if i, ok := twins[key]; ok {
		return i, ""
	}
	i, ok := alike[key]
	if !ok {
		i = guess(key)
	}
	return i, Names[i]
}

// guess chooses a family by the words in a font's name.
func guess(name string) uint8 {
	switch {
	case strings.Contains(name, "mono") || strings.Contains(name, "courier") || strings.Contains(name, "console"):
		return Mono
	case strings.Contains(name, "times") || strings.Contains(name, "serif") && !strings.Contains(name, "sans"):
		return Serif
	case strings.Contains(name, "sans") || strings.Contains(name, "arial") || strings.Contains(name, "gothic") ||
		strings.Contains(name, "ui"):
		return Sans
	}
	return Serif
}
