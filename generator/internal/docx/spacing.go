package docx

import (
	"protokol/generator/document"
	"protokol/generator/style"
)

// spacing writes the space between a paragraph and the tables above and below it,
// when it is more than that of its style, and all spacing of one whose style in Word has another.
func (b *body) spacing(st style.Style, spaced, all bool) {
	var values []string
	before, after := st.Before, st.After
	if spaced {
		before = max(before, b.after)
	}
	if t, ok := b.next.(document.Table); ok && len(t.Caption) == 0 {
		after = max(after, b.sheet.TableStyle(t.Style).Before)
	}
	if before > st.Before || all {
		values = append(values, "w:before", twipsOfPoints(before))
	}
	if after > st.After || all {
		values = append(values, "w:after", twipsOfPoints(after))
	}
	if all {
		values = append(values, "w:line", integer(st.Line*240), "w:lineRule", "auto")
	}
	if len(values) > 0 {
		b.out.empty("w:spacing", values...)
	}
}

// separator writes the empty paragraph that ECMA-376 requires between tables and
// after a table at the end of the text or of a cell.
func (b *body) separator() { b.separate(0) }

// separate writes a separator as high as the space between two tables, in points.
func (b *body) separate(space float64) {
	const line = 1
	b.afterTable = false
	b.out.WriteString(`<w:p><w:pPr>`)
	if space > line {
		b.out.empty("w:spacing", "w:before", twipsOfPoints(space-line), "w:line", "20", "w:lineRule", "exact")
	} else {
		b.out.empty("w:spacing", "w:line", "20", "w:lineRule", "exact")
	}
	b.out.WriteString(`<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr>`)
	b.ends(false, false)
}
