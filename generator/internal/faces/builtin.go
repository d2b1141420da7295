package faces

import "strings"

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

// copies maps fonts to free families with the same widths that are not built in.
var copies = map[string]string{"arial narrow": "Liberation Sans Narrow", "georgia": "Gelasio", "segoe ui": "Selawik"}

// alike maps fonts to built-in families that look like them but have other widths.
var alike = map[string]uint8{
	"calibri light": Carlito, "segoe ui": Carlito, "candara": Carlito, "corbel": Carlito, "aptos": Carlito,
	"tahoma": Sans, "verdana": Sans, "trebuchet ms": Sans, "arial narrow": Sans, "arial black": Sans, "roboto": Sans,
	"open sans": Sans, "microsoft sans serif": Sans, "franklin gothic book": Sans, "century gothic": Sans,
	"pt sans": Sans, "dejavu sans": Sans, "montserrat": Sans, "impact": Sans, "noto sans": Sans,
	"consolas": Mono, "lucida console": Mono, "dejavu sans mono": Mono, "pt mono": Mono,
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
