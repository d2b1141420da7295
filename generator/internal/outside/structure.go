package outside

import (
	"strings"
	"testing"
)

// Element is a node of a PDF's logical structure as poppler lists it.
type Element struct {
	Role       string
	Attributes []string // "/Scope /Column"
	Kids       []*Element
}

// Structure reads the logical structure of a PDF by poppler; the root has no
// role.
func Structure(t testing.TB, file string) *Element {
	t.Helper()
	root := &Element{}
	open := []*Element{root} // by depth
	for _, line := range strings.Split(Run(t, Program(t, "pdfinfo"), "-struct", file), "\n") {
		text := strings.TrimLeft(line, " ")
		depth := (len(line) - len(text)) / 2
		switch {
		case text == "" || strings.HasPrefix(text, "Object "):
		case strings.HasPrefix(text, "/"):
			last := open[len(open)-1]
			last.Attributes = append(last.Attributes, text)
		case depth >= len(open):
			t.Fatalf("poppler indents %q too far", line)
		default:
			role, _, _ := strings.Cut(strings.TrimSuffix(text, ":"), " ")
			e := &Element{Role: role}
			open[depth].Kids = append(open[depth].Kids, e)
			open = append(open[:depth+1], e)
		}
	}
	return root
}

// Aloud is the words of a PDF in the order of its structure, as a screen
// reader says them.
func Aloud(t testing.TB, file string) string {
	t.Helper()
	var said strings.Builder
	for _, line := range strings.Split(Run(t, Program(t, "pdfinfo"), "-struct-text", file), "\n") {
		if text, quoted := strings.CutPrefix(strings.TrimSpace(line), `"`); quoted {
			said.WriteString(strings.TrimSuffix(text, `"`))
		}
	}
	return said.String()
}

// Each visits an element and all below it with their parents.
func (e *Element) Each(visit func(e, parent *Element)) {
	for _, kid := range e.Kids {
		visit(kid, e)
		kid.Each(visit)
	}
}

// parents says where elements stand (ISO 32000-1, 14.8.4; ISO 14289-1, 7).
var parents = map[string]string{
	"Document": "", "H1": "Document", "H2": "Document", "H3": "Document", "H4": "Document", "H5": "Document", "H6": "Document",
	"Div": "Document Div LBody", "P": "Document Div LBody TD TH", "L": "Document Div LBody TD TH", "LI": "L", "Lbl": "LI", "LBody": "LI",
	"Table": "Document Div LBody TD TH", "TR": "Table", "TH": "TR", "TD": "TR",
	"Caption": "Table Document", "Figure": "Document Div TD", "Link": "P H1 H2 H3 H4 H5 H6 TD TH Caption", "Form": "P Div TD TH",
}

// CheckStructure holds the structure of a PDF to what a screen reader counts
// on: elements where they belong, headings without a gap, items with bodies,
// tables that begin with heads that say what they are heads of.
func CheckStructure(t testing.TB, file string) {
	t.Helper()
	level := 0
	Structure(t, file).Each(func(e, parent *Element) {
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
			if last := len(e.Kids) - 1; last < 0 || last > 1 || e.Kids[last].Role != "LBody" || last == 1 && e.Kids[0].Role != "Lbl" {
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
