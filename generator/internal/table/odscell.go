package table

import (
	"encoding/xml"
	"strconv"
	"strings"
	"time"

	"protokol/generator/internal/printable"
)

// cell converts a cell with its text (ODF 1.3, part 3, 19.387).
func (s *odfStyles) cell(e xml.StartElement, text, style string) (c Cell) {
	c.Formula, c.struck = odfAttribute(e, "formula") != "", s.strikes(style)
	fail := func(message string) { c.problem, c.IsError = message, true }
	switch kind := odfAttribute(e, "value-type"); kind {
	case "float", "currency", "percentage":
		value, err := strconv.ParseFloat(odfAttribute(e, "value"), 64)
		if err != nil {
			c.Text = text
			fail("в ячейке не число, хотя таблица хранит его как число")
		} else if isTruthValue(odfAttribute(e, "formula")) {
			c.Text, c.Formula = yesNo(value != 0), false
		} else {
			f := s.format(style)
			f.isPercent = f.isPercent || kind == "percentage"
			c.Text, c.problem = f.formatNumber(value)
			c.IsError = c.problem != ""
		}
	case "date", "time":
		value := odfAttribute(e, kind+"-value")
		var ok bool
		if c.Text, ok = formatODFDate(value, s.format(style)); !ok {
			c.Text = value
			fail("в ячейке не дата, хотя таблица хранит её как дату")
		}
	case "boolean":
		c.Text = yesNo(isTrue(odfAttribute(e, "boolean-value")))
	case "string":
		if c.Text = odfAttribute(e, "string-value"); c.Text == "" {
			c.Text = text
		}
		if isODFError(e) {
			c.Text = ""
			fail(ErrorIn + printable.Excerpt(text, 20))
		}
	default:
		if c.Text = text; c.Formula && text == "" {
			fail(errNotSaved)
		}
	}
	return c
}

// isTruthValue reports whether a formula is how LibreOffice stores a truth value
// of an Excel workbook.
func isTruthValue(formula string) bool { return formula == "of:=TRUE()" || formula == "of:=FALSE()" }

// isODFError reports whether the text of a cell is an error. OpenDocument has no
// type for it; LibreOffice has one of its own.
func isODFError(e xml.StartElement) bool {
	for _, a := range e.Attr {
		if a.Name.Local == "value-type" && a.Value == "error" {
			return true
		}
	}
	return false
}

// formatODFDate formats a date, a point in time or a duration: 2017-11-20,
// 2017-11-20T14:30:00, PT14H30M00S.
func formatODFDate(text string, f numberFormat) (string, bool) {
	if rest, ok := strings.CutPrefix(text, "PT"); ok {
		duration, err := time.ParseDuration(strings.ToLower(strings.Replace(rest, ",", ".", 1)))
		if err != nil || duration < 0 {
			return "", false
		}
		seconds := int(duration.Round(time.Second) / time.Second)
		if f.isElapsed {
			return formatElapsed(seconds), true
		}
		return numberFormat{hasTime: true}.formatTime(time.Unix(int64(seconds), 0).UTC()), true
	}
	if !f.hasDate && !f.hasTime {
		f = numberFormat{hasDate: true, hasTime: true}
	}
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04"} {
		if at, err := time.Parse(layout, strings.TrimSuffix(text, "Z")); err == nil {
			return f.formatTime(at.Round(time.Second)), true
		}
	}
	return "", false
}
