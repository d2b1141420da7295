package docx

import (
	"protokol/generator/document"
)

// nbsp is a no-break space: a quarter of an em, half the width of a digit.
const nbsp = "\u00a0"

// boxes writes a row of boxes: bordered runs, one em wide with a digit in the
// middle, separated by runs without a border, for Word merges adjacent borders
// (ECMA-376, 17.3.2.4).
func (b *body) boxes(n document.Boxes, f format) {
	m := b.out
	for i, sign := range n.Signs() {
		if i > 0 {
			m.run(f)
			m.text(nbsp)
			m.close("w:r")
		}
		if sign == "" {
			sign = nbsp + nbsp
		}
		m.open("w:r")
		m.open("w:rPr")
		m.border()
		m.close("w:rPr")
		m.text(nbsp + sign + nbsp)
		m.close("w:r")
	}
}

// border writes the border of a run.
func (m markup) border() {
	m.empty("w:bdr", "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "auto")
}

// footer writes the foot of the last page: a frame at the bottom margin
// (ECMA-376, 17.3.1.11), anchored in the last paragraph of the section.
func (b *body) footer(foot document.Foot) error {
	b.foot = true
	err := b.blocks(foot.Blocks, 0, "")
	b.foot = false
	b.separator()
	return err
}

// frame positions a paragraph at the foot of the page, as wide as the text.
func (b *body) frame() {
	b.out.empty("w:framePr", "w:w", twips(b.page.TextWidth()), "w:wrap", "notBeside", "w:vAnchor", "margin",
		"w:hAnchor", "margin", "w:xAlign", "left", "w:yAlign", "bottom")
}
