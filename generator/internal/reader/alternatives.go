package reader

import "encoding/xml"

// choices are open alternatives (ECMA-376-3, 7.5) in a drawing.
type choices struct {
	depth int  // depth of their element
	known bool // every current program shows one of the earlier ones
	outer bool // they are inside markup that no current program shows
}

// alternative notes the beginning of alternatives, or of one of them.
func (o *drawing) alternative(t xml.StartElement) {
	if t.Name.Space != compatibility {
		return
	}
	depth := len(o.p.open)
	if t.Name.Local == "AlternateContent" {
		o.choices = append(o.choices, choices{depth: depth, outer: o.fallback})
		return
	}
	last := len(o.choices) - 1
	if last < 0 || depth != o.choices[last].depth+1 {
		return
	}
	switch open := &o.choices[last]; t.Name.Local {
	case "Choice":
		open.known = open.known || o.p.names.isKnown(attribute(t, "Requires"))
	case "Fallback":
		o.fallback = open.outer || open.known
	}
}

// endAlternative notes their end, after their element has been closed.
func (o *drawing) endAlternative(name xml.Name) {
	last := len(o.choices) - 1
	if last < 0 || name.Space != compatibility {
		return
	}
	switch depth := len(o.p.open) + 1; {
	case name.Local == "AlternateContent" && depth == o.choices[last].depth:
		o.choices = o.choices[:last]
	case name.Local == "Fallback" && depth == o.choices[last].depth+1:
		o.fallback = o.choices[last].outer
	}
}

// knownDrawings are the namespaces of markup that every current program shows, by the prefixes that LibreOffice
// relies on.
var knownDrawings = map[string]string{"wps": extensions + "10/wordprocessingShape",
	"wpg": extensions + "10/wordprocessingGroup", "w14": extensions + "10/wordml"}

// isKnown reports whether every current program knows the markup that an alternative requires. LibreOffice does not
// know a list of prefixes, or another prefix for the namespace.
func (p *prefixes) isKnown(required string) bool {
	space := knownDrawings[required]
	return space != "" && p.spaces[required] == space
}

// attribute returns an attribute without a namespace.
func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Space == "" && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
