package reader

import (
	"encoding/xml"
	"slices"
)

// isMisread reports whether an element of WordprocessingML has an attribute without a namespace: LibreOffice takes
// some of these for those of WordprocessingML.
func isMisread(t xml.StartElement) bool {
	return slices.Contains(wordML, t.Name.Space) && slices.ContainsFunc(t.Attr, func(a xml.Attr) bool {
		return a.Name.Space == "" && a.Name.Local != "xmlns"
	})
}

// prefixes are the namespaces that a part declares, by their prefixes: "" for several.
type prefixes struct{ spaces, names map[string]string }

// declare notes the namespaces that an element declares. It reports whether a known namespace has two prefixes, or
// its prefix stands for two namespaces: x2t relies on the prefixes of attributes.
func (p *prefixes) declare(t xml.StartElement) (odd bool) {
	for _, a := range t.Attr {
		name := a.Name.Local
		if a.Name.Space != "xmlns" && (a.Name.Space != "" || name != "xmlns") {
			continue
		}
		if p.spaces == nil {
			p.spaces, p.names = map[string]string{}, map[string]string{}
		}
		space, isTaken := p.spaces[name]
		other, isNamed := p.names[a.Value]
		matters := func(space string) bool {
			return slices.Contains(wordML, space) || slices.Contains(officeRelations, space+"/")
		}
		odd = odd || isTaken && space != a.Value && (matters(space) || matters(a.Value)) ||
			isNamed && other != name && matters(a.Value)
		if p.names[a.Value] = name; isTaken && space != a.Value {
			p.spaces[name] = "" // where each applies is not tracked
		} else {
			p.spaces[name] = a.Value
		}
	}
	return odd
}
