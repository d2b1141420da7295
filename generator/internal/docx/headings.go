package docx

import (
	"fmt"
	"slices"
	"strconv"

	"protokol/generator/style"
)

// Headings have the styles that editors build in, «heading 1» to «heading 3» (their
// names are the same in all languages), or styles based on these: navigation panes,
// tables of contents and pandoc know no others.

// builtIn lists the styles of the sheet that become the built-in headings.
var builtIn = [...]string{"title", "heading"}

// thirdHeading is the style with the format of «heading 3». No built-in paper has headings of that level: a clerk may
// use it, and templates of offices do.
const thirdHeading, thirdHeadingID = "label", "Heading3"

// isThirdHeading reports a heading of the third level in the style for headings or in thirdHeading.
func (p paragraph) isThirdHeading() bool {
	return p.outline == 3 && (p.style == thirdHeading || headingID(p.style) == "Heading2")
}

// differOnlyInSpacing reports whether a paragraph with a style has the format of another one when its spacing, and that
// its lines are kept together, are written in it.
func differOnlyInSpacing(st, other style.Style) bool {
	if other.KeepLines && !st.KeepLines {
		return false
	}
	other.Title, other.KeepLines = st.Title, st.KeepLines
	other.Before, other.After, other.Line = st.Before, st.After, st.Line
	return st == other
}

// headings is the levels of the styles of the shipped templates. Headings in styles
// of other templates have their level in the paragraph.
var headings = map[string]int{"title": 1, "title-below": 1, "title-left": 1, "form-title": 1,
	"heading": 2, "hearing": 2, "annex-title": 2}

// headingID returns the ID of the built-in heading for a style, or "".
func headingID(name string) string {
	if i := slices.Index(builtIn[:], name); i >= 0 {
		return fmt.Sprint("Heading", i+1)
	}
	return ""
}

// following is the style of the paragraph that Word begins at the end of one.
var following = map[string]string{
	"title": "body", "title-below": "body", "title-left": "body", "heading": "body", "Heading3": "body",
	"annex-title": "body", "hearing": "body",
	"stage": "body", "label": "person", "keyword": "point", "salutation": "letter", "form-title": "form-text",
	"letterhead": "registration", "letter-heading": "letter", "copy-mark": "signature", "caption": "body",
}

// offered lists the styles that Word offers in its gallery, in this order. The
// others are shown once they are used.
var offered = []string{"body", "title", "heading", "Heading3", "label", "keyword", "point", "line", "person", "agenda",
	"vote", "letter", "letter-point", "cell", "signature"}

// place writes the place of a style in the gallery of styles (ECMA-376, 17.7.4).
func (m markup) place(name string) {
	if i := slices.Index(offered, name); i >= 0 {
		m.value("w:uiPriority", strconv.Itoa(i+1))
		m.empty("w:qFormat")
		return
	}
	m.value("w:uiPriority", "99")
	m.empty("w:semiHidden")
	m.empty("w:unhideWhenUsed")
}
