// Package tagged reads the logical structure of tagged PDFs in tests and checks
// it for what screen readers need.
package tagged

import (
	"strings"
	"testing"
)

// Element is a structure element (ISO 32000-1, 14.7.2). The root has no role.
type Element struct {
	Role       string
	Attributes []string // "/Scope /Column"
	Text       string   // of the element and its descendants, in structure order
	Kids       []*Element
}

// Each calls visit for an element and its descendants, with their parents.
func (e *Element) Each(visit func(e, parent *Element)) {
	for _, kid := range e.Kids {
		visit(kid, e)
		kid.Each(visit)
	}
}

// parents lists the allowed parents of each role (ISO 32000-1, 14.8.4; ISO
// 14289-1, 7).
var parents = map[string]string{
	"Document": "",
	"H1":       "Document", "H2": "Document", "H3": "Document", "H4": "Document", "H5": "Document", "H6": "Document",
	"Div": "Document Div LBody", "P": "Document Div LBody TD TH",
	"L": "Document Div LBody TD TH", "LI": "L", "Lbl": "LI", "LBody": "LI",
	"Table": "Document Div LBody TD TH", "TR": "Table", "TH": "TR", "TD": "TR",
	"Caption": "Table Document", "Figure": "Document Div TD",
	"Link": "P H1 H2 H3 H4 H5 H6 TD TH Caption", "Form": "P Div TD TH",
}

// Check reports what would confuse a screen reader: elements in the wrong
// parent, skipped heading levels, list items without a body, tables that do not
// start with header cells, header cells without a scope.
func Check(t testing.TB, root *Element) {
	t.Helper()
	level := 0
	root.Each(func(e, parent *Element) {
		allowed, known := parents[e.Role]
		if !known || !strings.Contains(" "+allowed+" ", " "+parent.Role+" ") {
			t.Errorf("%s stands in %q", e.Role, parent.Role)
		}
		switch e.Role {
		case "H1", "H2", "H3", "H4", "H5", "H6":
			if next := int(e.Role[1] - '0'); next > level+1 {
				t.Errorf("%s follows a heading of level %d", e.Role, level)
			} else {
				level = next
			}
		case "LI":
			if last := len(e.Kids) - 1; last < 0 || last > 1 || e.Kids[last].Role != "LBody" ||
				last == 1 && e.Kids[0].Role != "Lbl" {
				t.Error("an LI is not a label and a body")
			}
		case "TH":
			if !strings.Contains(strings.Join(e.Attributes, " "), "/Scope /") {
				t.Error("a TH has no scope")
			}
		case "Table":
			rows := e.Kids
			if len(rows) > 0 && rows[0].Role == "Caption" {
				rows = rows[1:]
			}
			if len(rows) < 2 || len(rows[0].Kids) == 0 || rows[0].Kids[0].Role != "TH" {
				t.Error("a Table does not begin with its head")
			}
		}
	})
}
