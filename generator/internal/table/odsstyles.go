package table

import (
	"cmp"
	"encoding/xml"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// odfStyles are the styles of a spreadsheet of OpenDocument that matter in
// lists: number formats and hidden worksheets (ODF 1.3, part 3, 16).
type odfStyles struct {
	numbers      map[string]odfNumberStyle
	cells        map[string]odfCellStyle
	hiddenTables map[string]bool
	formats      map[string]numberFormat // by cell style, once they are asked for
}

// odfNumberStyle is a number format without its conditional parts.
type odfNumberStyle struct {
	section
	isBoolean bool
	maps      []odfMap
}

// odfMap says that numbers of a condition have another style (16.3).
type odfMap struct{ condition, style string }

// odfCellStyle is a cell style.
type odfCellStyle struct {
	parent, number string
	line           string // through text: "none", "solid" …; "" is that of the parent
}

func newODFStyles() odfStyles {
	return odfStyles{map[string]odfNumberStyle{}, map[string]odfCellStyle{}, map[string]bool{},
		map[string]numberFormat{}}
}

// maxODFStyles limits how many styles are kept.
const maxODFStyles = 100_000

// read reads the styles of a part up to its body.
func (s *odfStyles) read(decoder *xml.Decoder) error {
	reader := odfStyleReader{styles: s}
	for {
		token, err := decoder.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "body" {
				return nil
			}
			reader.start(t)
		case xml.EndElement:
			reader.end(t.Name.Local)
		case xml.CharData:
			reader.text += string(t)
		}
	}
}

// odfStyleReader collects a style from its elements.
type odfStyleReader struct {
	styles *odfStyles
	name   string // of the current style
	family string // of the current style
	number odfNumberStyle
	text   string // since the last start tag

	minDigits int
	embedded  map[int]string // texts by the number of digits after them
	position  int
}

func (r *odfStyleReader) start(e xml.StartElement) {
	r.text = ""
	switch e.Name.Local {
	case "style", "number-style", "currency-style", "percentage-style", "date-style", "time-style", "boolean-style":
		r.name, r.family = odfAttribute(e, "name"), odfAttribute(e, "family")
		r.number = odfNumberStyle{section: section{max: math.Inf(1)}}
		r.number.isPercent = e.Name.Local == "percentage-style"
		r.number.isNumeric = r.number.isPercent
		r.number.isElapsed = odfAttribute(e, "truncate-on-overflow") == "false"
		if r.family == "table-cell" && len(r.styles.cells) < maxODFStyles {
			r.styles.cells[r.name] = odfCellStyle{parent: odfAttribute(e, "parent-style-name"),
				number: odfAttribute(e, "data-style-name")}
		}
	case "text-properties":
		if c, ok := r.styles.cells[r.name]; ok && r.family == "table-cell" {
			c.line = cmp.Or(odfAttribute(e, "text-line-through-style"), odfAttribute(e, "text-line-through-type"))
			r.styles.cells[r.name] = c
		}
	case "table-properties":
		if odfAttribute(e, "display") == "false" {
			r.styles.hiddenTables[r.name] = true
		}
	case "number":
		r.minDigits, _ = strconv.Atoi(odfAttribute(e, "min-integer-digits"))
		places, _ := strconv.Atoi(odfAttribute(e, "decimal-places"))
		r.number.isNumeric = r.number.isNumeric || places > 0 || odfAttribute(e, "grouping") == "true"
		r.embedded = map[int]string{}
	case "embedded-text":
		r.position, _ = strconv.Atoi(odfAttribute(e, "position"))
	case "boolean":
		r.number.isBoolean = true
	case "scientific-number", "fraction":
		r.number.isNumeric = true
	case "day", "month", "year", "day-of-week", "week-of-year", "quarter":
		r.number.hasDate = true
	case "hours", "minutes", "seconds":
		r.number.hasTime = true
	case "map":
		if len(r.number.maps) < 10 {
			r.number.maps = append(r.number.maps, odfMap{odfAttribute(e, "condition"), odfAttribute(e,
				"apply-style-name")})
		}
	}
}

func (r *odfStyleReader) end(name string) {
	switch name {
	case "text":
		r.addText(r.text)
	case "embedded-text":
		if r.embedded != nil && r.position >= 0 && r.position < maxODFDigits {
			r.embedded[r.position] += r.text
		}
	case "number":
		r.addDigits()
	case "number-style", "currency-style", "percentage-style", "date-style", "time-style", "boolean-style":
		if len(r.styles.numbers) < maxODFStyles {
			r.styles.numbers[r.name] = r.number
		}
	}
	r.text = ""
}

// maxODFDigits limits the digits of a pattern.
const maxODFDigits = 100

func (r *odfStyleReader) addText(text string) {
	for i := range min(len(text), maxODFDigits) {
		r.number.addLiteral(text[i])
	}
}

// addDigits adds the digits of a number with the texts between them.
func (r *odfStyleReader) addDigits() {
	zeros := min(max(r.minDigits, 0), maxODFDigits)
	digits := zeros
	for position := range r.embedded {
		digits = max(digits, position+1)
	}
	for after := digits - 1; after >= 0; after-- {
		char := byte('#')
		if after < zeros {
			char = '0'
		}
		r.number.symbols = append(r.number.symbols, symbol{char, true})
		if after > 0 {
			r.addText(r.embedded[after])
		}
	}
	r.embedded = nil
}

// format returns the number format of a cell style.
func (s *odfStyles) format(style string) numberFormat {
	f, known := s.formats[style]
	if !known {
		f = s.numberFormat(s.inherited(style, func(c odfCellStyle) string { return c.number }))
		if len(s.formats) < maxODFStyles {
			s.formats[style] = f
		}
	}
	return f
}

// inherited returns a value of a cell style or of the nearest of its parents that
// has one.
func (s *odfStyles) inherited(style string, value func(odfCellStyle) string) string {
	const deepest = 20
	for range deepest {
		c, ok := s.cells[style]
		if v := value(c); !ok || v != "" {
			return v
		}
		style = c.parent
	}
	return ""
}

// strikes reports whether a cell style strikes text through (ODF 1.3, part 3,
// 20.388).
func (s *odfStyles) strikes(style string) bool {
	line := s.inherited(style, func(c odfCellStyle) string { return c.line })
	return line != "" && line != "none"
}

// numberFormat converts a number style. Its conditional parts come first.
func (s *odfStyles) numberFormat(name string) (f numberFormat) {
	style, ok := s.numbers[name]
	if !ok {
		return f
	}
	f = numberFormat{hasDate: style.hasDate, hasTime: style.hasTime, isElapsed: style.isElapsed,
		isPercent: style.isPercent,
		isBoolean: style.isBoolean}
	for _, m := range style.maps {
		part := s.numbers[m.style].section
		part.min, part.max = 0, math.Inf(1)
		part.symbols = slices.Clip(part.symbols)
		if part.addCondition(strings.TrimPrefix(m.condition, "value()")); part.isPattern() {
			f.patterns = append(f.patterns, digitPattern{part.symbols, part.min, part.max})
		}
	}
	if style.isPattern() {
		f.patterns = append(f.patterns, digitPattern{style.symbols, style.min, style.max})
	}
	return f
}
