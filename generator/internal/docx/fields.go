package docx

import (
	"strconv"
	"strings"
	"time"

	"protokol/generator/document"
	"protokol/generator/style"
)

// A field becomes a content control (ECMA-376, 17.5.2) whose tag is the key of
// the field; Word shows its title above it. A bookmark named after the key
// encloses it: LibreOffice 7.4, and editors without content controls, drop the
// tag but keep the bookmark.

const (
	symbolFont = "Segoe UI Symbol" // has checkbox characters
	hintStyle  = "PlaceholderText" // Word removes it when text is typed
	hintColor  = "767676"          // readable on white (WCAG 2, 4.5:1)
)

// control opens a content control, up to the element for its kind; empty means
// that it shows its placeholder. The order of properties is fixed.
func (b *body) control(field document.Field, f format, empty bool) {
	m := b.out
	b.controls++
	m.empty("w:bookmarkStart", "w:id", strconv.Itoa(b.controls), "w:name", strings.ReplaceAll(field.Name, ".", "_"))
	m.open("w:sdt")
	m.open("w:sdtPr")
	m.formatting(f)
	m.value("w:alias", shortened(field.About))
	m.value("w:tag", field.Name)
	m.value("w:id", strconv.Itoa(b.controls))
	m.value("w:lock", "sdtLocked") // can be edited, not deleted
	if empty {
		m.empty("w:showingPlcHdr")
	}
}

// content closes the properties of a control and writes its content.
func (b *body) content(value string, f format) {
	m := b.out
	m.close("w:sdtPr")
	m.open("w:sdtContent")
	m.run(f)
	m.text(value)
	m.close("w:r")
	m.close("w:sdtContent")
	m.close("w:sdt")
	m.empty("w:bookmarkEnd", "w:id", strconv.Itoa(b.controls))
}

// titleLimit is the maximum length of a title in Word ([MS-OI29500], 2.1.510).
const titleLimit = 64

// shortened cuts a title at titleLimit.
func shortened(title string) string {
	if runes := []rune(title); len(runes) > titleLimit {
		return string(runes[:titleLimit-1]) + "…"
	}
	return title
}

// words writes the value of a control or its placeholder in grey.
func (b *body) words(field document.Field, kind document.InputKind, value string, f format) {
	if value == "" {
		f.hint = true
		value = b.prompts[document.Prompt{Kind: kind, Required: field.Required}]
	}
	b.content(value, f)
}

func (b *body) input(n document.Input, f format) {
	m := b.out
	b.control(n.Field, f, n.Value == "")
	switch n.Kind {
	case document.Choice:
		m.open("w:comboBox") // allows other values, too
		for _, option := range n.Options {
			m.empty("w:listItem", "w:displayText", option, "w:value", option)
		}
		m.close("w:comboBox")
	case document.Date:
		m.date(n.Value)
	default:
		if n.Lines > 1 {
			m.empty("w:text", "w:multiLine", "1")
		} else {
			m.empty("w:text")
		}
	}
	b.words(n.Field, n.Kind, n.Value, f)
}

// date writes a date picker with its value in the printed format.
func (m markup) date(value string) {
	if day, err := time.Parse("02.01.2006", value); err == nil {
		m.open("w:date", "w:fullDate", day.Format("2006-01-02T15:04:05Z"))
	} else {
		m.open("w:date")
	}
	m.value("w:dateFormat", "dd.MM.yyyy")
	m.value("w:lid", "ru-RU")
	m.value("w:storeMappedDataAs", "dateTime")
	m.value("w:calendar", "gregorian")
	m.close("w:date")
}

// code writes a field for a code in a single frame: Word has no comb fields.
func (b *body) code(n document.Boxes, f format) {
	f.boxed = true
	b.control(n.Field, f, n.Text == "")
	b.out.empty("w:text")
	b.words(n.Field, document.Words, n.Text, f)
}

// checkbox writes a box; if it is a field, it can be ticked ([MS-DOCX],
// 2.6.1.2).
func (b *body) checkbox(n document.Checkbox, f format) {
	m := b.out
	if n.Field.Name == "" {
		m.run(f)
		m.text(string(n.Rune()))
		m.close("w:r")
		return
	}
	f.symbol = true
	b.control(n.Field, f, false)
	checked := "0"
	if n.Checked {
		checked = "1"
	}
	m.open("w14:checkbox")
	m.empty("w14:checked", "w14:val", checked)
	m.empty("w14:checkedState", "w14:val", "2611", "w14:font", symbolFont)
	m.empty("w14:uncheckedState", "w14:val", "2610", "w14:font", symbolFont)
	m.close("w14:checkbox")
	b.content(string(n.Rune()), f)
}

// writingHeight returns the height of a row, pt, for the lines of its fields; 0
// for a single line. Lines are as far apart as rows of one line.
func (b *body) writingHeight(row document.Row, st style.Style) float64 {
	lines := 1
	for _, cell := range row.Cells {
		for _, block := range cell.Blocks {
			p, _ := block.(document.Paragraph)
			for _, inline := range p.Inlines {
				if in, ok := inline.(document.Input); ok {
					lines = max(lines, in.Lines)
				}
			}
		}
	}
	if lines == 1 {
		return 0
	}
	const natural = 1.15 // line height of Times New Roman, in ems
	return float64(lines) * (st.Before + natural*st.Size*st.Line + st.After)
}
