package table

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// numberFormat is the part of a number format that is relevant in lists: whether it shows a date or time, and the
// zeros and literals it adds to codes (ECMA-376, part 1, 18.8.30).
type numberFormat struct {
	hasDate, hasTime bool
	isElapsed        bool           // hours are not limited to a day: [h]:mm
	isPercent        bool           // shows hundredths
	isBoolean        bool           // shows whether the number is not 0; only in OpenDocument
	patterns         []digitPattern // sections such as 0000000000 or 000\-000, tried in order
}

// digitPattern is a section of a number format that places single digits.
type digitPattern struct {
	symbols  []symbol
	min, max float64 // other numbers use another section
}

// symbol is a literal, or a 0 or # for a digit.
type symbol struct {
	char    byte
	isDigit bool
}

// builtinFormat returns a format that is defined by its number alone (18.8.30),
// including the East Asian dates.
func builtinFormat(id int) numberFormat {
	switch {
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return numberFormat{hasDate: true}
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id >= 45 && id <= 47, id == 55, id == 56:
		return numberFormat{hasTime: true}
	case id == 9, id == 10:
		return numberFormat{isPercent: true}
	case id == 22:
		return numberFormat{hasDate: true, hasTime: true}
	}
	return numberFormat{}
}

// parseFormat parses a format code.
func parseFormat(text string) (f numberFormat) {
	const longest = 255 // limit of Excel, in characters
	if len(text) > longest || strings.HasPrefix(strings.ToLower(text), "general") {
		return numberFormat{}
	}
	for rest := text; rest != ""; {
		var s section
		s, rest = readSection(rest)
		if s.hasDate || s.hasTime {
			return numberFormat{hasDate: s.hasDate, hasTime: s.hasTime, isElapsed: s.isElapsed}
		}
		f.isPercent = f.isPercent || s.isPercent
		if s.isPattern() {
			f.patterns = append(f.patterns, digitPattern{s.symbols, s.min, s.max})
		}
	}
	return f
}

// section is one of the sections of a format, each for a range of numbers.
type section struct {
	symbols          []symbol
	min, max         float64 // from its condition
	hasDate, hasTime bool
	isElapsed        bool
	isPercent        bool
	isNumeric        bool // has a decimal point, digit groups or a percent sign
}

// isPattern reports whether the section pads with zeros or separates digits.
func (s section) isPattern() bool {
	zeros, digits, between := 0, 0, false
	for i, p := range s.symbols {
		if !p.isDigit {
			between = between || digits > 0 && i+1 < len(s.symbols) && s.symbols[i+1].isDigit
			continue
		}
		if digits++; p.char == '0' {
			zeros++
		}
	}
	return !s.isNumeric && (zeros > 1 || between)
}

func (s *section) addLiteral(c byte) { s.symbols = append(s.symbols, symbol{char: c}) }

// readSection reads up to the next semicolon.
func readSection(text string) (s section, rest string) {
	s.max = math.Inf(1)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case ';':
			return s, text[i+1:]
		case '"':
			for i++; i < len(text) && text[i] != '"'; i++ {
				s.addLiteral(text[i])
			}
		case '\\':
			if i++; i < len(text) {
				s.addLiteral(text[i])
			}
		case '_', '*': // space of the width of the next character; repetition of it
			i++
		case '[':
			end := strings.IndexByte(text[i:], ']')
			if end < 0 {
				return section{isNumeric: true}, ""
			}
			s.parseBracket(text[i+1 : i+end])
			i += end
		case '0', '#':
			s.symbols = append(s.symbols, symbol{c, true})
		case '%':
			s.isNumeric, s.isPercent = true, true
		case '.', ',', '/', '?', 'E', 'e', '@':
			s.isNumeric = true
		case 'y', 'Y', 'd', 'D':
			s.hasDate = true
		case 'h', 'H', 's', 'S':
			s.hasTime = true
		case 'm', 'M': // months or minutes, depending on the neighbours
			s.hasDate = s.hasDate || !s.hasTime && !strings.ContainsAny(text[i:], "sS")
		default:
			s.addLiteral(c)
		}
	}
	return s, ""
}

// parseBracket parses a condition or elapsed hours. Colours and locales are
// ignored.
func (s *section) parseBracket(text string) {
	if lower := strings.ToLower(text); lower != "" && strings.Trim(lower, "hms") == "" {
		s.hasTime, s.isElapsed = true, true
	}
	s.addCondition(text)
}

// addCondition limits the section to the numbers of a condition: <=9999999.
func (s *section) addCondition(text string) {
	number := strings.TrimLeft(text, "<>=")
	limit, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return
	}
	switch text[:len(text)-len(number)] {
	case "<=":
		s.max = limit
	case "<":
		s.max = math.Nextafter(limit, math.Inf(-1))
	case ">=":
		s.min = limit
	case ">":
		s.min = math.Nextafter(limit, math.Inf(1))
	case "=":
		s.min, s.max = limit, limit
	}
}

// format puts the digits of a whole number into the pattern, from the right.
// Excess digits precede the first one.
func (c digitPattern) format(digits string) string {
	first := slices.IndexFunc(c.symbols, func(p symbol) bool { return p.isDigit })
	var reversed []byte
	for i, p := range slices.Backward(c.symbols) {
		switch {
		case !p.isDigit:
			reversed = append(reversed, p.char)
		case digits != "":
			reversed = append(reversed, digits[len(digits)-1])
			digits = digits[:len(digits)-1]
		case p.char == '0':
			reversed = append(reversed, '0')
		}
		for ; i == first && digits != ""; digits = digits[:len(digits)-1] {
			reversed = append(reversed, digits[len(digits)-1])
		}
	}
	slices.Reverse(reversed)
	return string(reversed)
}

// epoch is the date from which a workbook counts days.
type epoch struct {
	start    time.Time
	leap1900 bool // whether 29 February 1900 counts, a date that did not exist
}

func newEpoch(date1904 bool) epoch {
	if date1904 {
		return epoch{start: time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)}
	}
	return epoch{start: time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC), leap1900: true}
}

// formatDate formats a number as a date, a time or both: 02.01.2006 15:04.
func (e epoch) formatDate(value float64, f numberFormat) (string, bool) {
	const last = 2_958_466 // 1 January 10000
	if !(value >= 0 && value < last) {
		return "", false
	}
	const day = 24 * 60 * 60
	if f.isElapsed && !f.hasDate {
		return formatElapsed(int(math.Round(value * day))), true
	}
	if e.leap1900 && value >= 1 && value < 60 {
		value++
	}
	seconds := math.Round(value * day)
	return f.formatTime(e.start.Add(time.Duration(seconds) * time.Second)), true
}

// formatElapsed formats a duration in hours: 36:00.
func formatElapsed(seconds int) string {
	text := fmt.Sprintf("%02d:%02d", seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		text += fmt.Sprintf(":%02d", seconds%60)
	}
	return text
}

// formatTime formats a point in time as a date, a time or both.
func (f numberFormat) formatTime(at time.Time) string {
	layout := "02.01.2006"
	switch {
	case !f.hasDate && at.Second() != 0:
		layout = "15:04:05"
	case !f.hasDate:
		layout = "15:04"
	case f.hasTime && at.Hour()+at.Minute() > 0:
		layout = "02.01.2006 15:04"
	}
	return at.Format(layout)
}

// cellStyles are the number formats of the cell styles of a workbook, and whether they strike text through.
type cellStyles struct {
	formats []numberFormat // by cell style
	struck  []bool         // by cell style
	epoch   epoch
}

// strikes reports whether a cell style strikes text through.
func (s cellStyles) strikes(style int) bool {
	return style >= 0 && style < len(s.struck) && s.struck[style]
}

// parseNumber returns a number as the format of a cell style shows it.
func (s cellStyles) parseNumber(text string, style int) (shown, problem string) {
	value, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return text, "в ячейке не число, хотя таблица хранит его как число"
	}
	return s.formatNumber(value, style)
}

// formatNumber returns a number as the format of a cell style shows it. The
// problem says if the spreadsheet itself has lost digits.
func (s cellStyles) formatNumber(value float64, style int) (shown, problem string) {
	f := numberFormat{}
	if style >= 0 && style < len(s.formats) {
		f = s.formats[style]
	}
	if f.hasDate || f.hasTime {
		if date, ok := s.epoch.formatDate(value, f); ok {
			return date, ""
		}
		return formatDecimal(value), "в ячейке число, которое не бывает датой"
	}
	return f.formatNumber(value)
}

// formatNumber returns a number that is not a date.
func (f numberFormat) formatNumber(value float64) (shown, problem string) {
	if math.IsInf(value, 0) || math.IsNaN(value) {
		return "", "в ячейке не число, хотя таблица хранит его как число"
	}
	switch {
	case f.isBoolean:
		return yesNo(value != 0), ""
	case f.isPercent:
		return formatDecimal(value*100) + "%", ""
	}
	const exact = 1e15 // spreadsheets keep fifteen digits
	if value != math.Trunc(value) || math.Abs(value) >= exact {
		shown = formatDecimal(value)
		if math.Abs(value) >= exact {
			problem = "число длиннее 15 цифр: последние таблица потеряла; " +
				"сделайте столбец текстовым и введите его заново"
		}
		return shown, problem
	}
	digits := strconv.FormatInt(int64(value), 10)
	for _, c := range f.patterns {
		if value >= max(c.min, 0) && value <= c.max {
			return c.format(digits), ""
		}
	}
	return digits, ""
}

// formatDecimal formats a number with at most fifteen significant digits, a
// decimal comma and no exponent.
func formatDecimal(value float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(value, 'e', 14, 64), 64)
	if err != nil {
		rounded = value
	}
	text := strconv.FormatFloat(rounded, 'f', -1, 64)
	const longest = 40 // 1e300 would give a page of zeros
	if len(text) > longest {
		text = strconv.FormatFloat(rounded, 'g', -1, 64)
	}
	return strings.Replace(text, ".", ",", 1)
}
