package list

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// format is how a number is shown, as far as a list needs it: is it a day, and
// which zeros and signs stand in a code (ECMA-376, part 1, 18.8.30).
type format struct {
	day, clock bool
	codes      []code // sections that are codes: 0000000000, 000\-000; tried in turn
}

// code is a section of a number format that puts digits in places.
type code struct {
	places []place
	most   float64 // greater numbers have another section
}

// place is a sign that is shown, or 0 or # for a digit.
type place struct {
	sign  byte
	digit bool
}

// styles reads the number formats of the cells' styles.
func (b *workbook) styles(part string) error {
	var sheet struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := b.decode(part, &sheet); err != nil {
		return err
	}
	formats := map[int]format{}
	for _, f := range sheet.Formats {
		formats[f.ID] = parseFormat(f.Code)
	}
	for _, cell := range sheet.Cells {
		f, own := formats[cell.Format]
		if !own {
			f = builtIn(cell.Format)
		}
		b.formats = append(b.formats, f)
	}
	return nil
}

// builtIn are the formats that have a number and no code (18.8.30; those of
// the East are days too).
func builtIn(id int) format {
	switch {
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return format{day: true}
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id >= 45 && id <= 47, id == 55, id == 56:
		return format{clock: true}
	case id == 22:
		return format{day: true, clock: true}
	}
	return format{}
}

// parseFormat reads the code of a format.
func parseFormat(text string) (f format) {
	const longest = 255 // characters, as Excel has it
	if len(text) > longest || strings.HasPrefix(strings.ToLower(text), "general") {
		return format{}
	}
	for rest := text; rest != ""; {
		var s section
		s, rest = readSection(rest)
		if s.day || s.clock {
			return format{day: s.day, clock: s.clock}
		}
		if s.isCode() {
			f.codes = append(f.codes, code{s.places, s.most})
		}
	}
	return f
}

// section is one of the parts of a format, for numbers of one kind.
type section struct {
	places     []place
	most       float64 // by its condition
	day, clock bool
	figure     bool // a decimal point, groups, per cent: no code
}

// isCode is true of sections that keep zeros or put signs between digits.
func (s section) isCode() bool {
	zeros, digits, between := 0, 0, false
	for i, p := range s.places {
		if !p.digit {
			between = between || digits > 0 && i+1 < len(s.places) && s.places[i+1].digit
			continue
		}
		if digits++; p.sign == '0' {
			zeros++
		}
	}
	return !s.figure && (zeros > 1 || between)
}

func (s *section) sign(c byte) { s.places = append(s.places, place{sign: c}) }

// readSection reads to the next semicolon.
func readSection(text string) (s section, rest string) {
	s.most = math.Inf(1)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case ';':
			return s, text[i+1:]
		case '"':
			for i++; i < len(text) && text[i] != '"'; i++ {
				s.sign(text[i])
			}
		case '\\':
			if i++; i < len(text) {
				s.sign(text[i])
			}
		case '_', '*': // a space as wide as the next sign, the next sign again and again
			i++
		case '[':
			end := strings.IndexByte(text[i:], ']')
			if end < 0 {
				return section{figure: true}, ""
			}
			s.bracket(text[i+1 : i+end])
			i += end
		case '0', '#':
			s.places = append(s.places, place{c, true})
		case '.', ',', '%', '/', '?', 'E', 'e', '@':
			s.figure = true
		case 'y', 'Y', 'd', 'D':
			s.day = true
		case 'h', 'H', 's', 'S':
			s.clock = true
		case 'm', 'M': // months or minutes: the signs beside it tell
			s.day = s.day || !s.clock && !strings.ContainsAny(text[i:], "sS")
		default:
			s.sign(c)
		}
	}
	return s, ""
}

// bracket reads a condition or a count of hours; a colour and a language say
// nothing here.
func (s *section) bracket(text string) {
	if lower := strings.ToLower(text); lower != "" && strings.Trim(lower, "hms") == "" {
		s.clock = true
	}
	for _, sign := range []string{"<=", "<"} {
		if number, ok := strings.CutPrefix(text, sign); ok {
			if limit, err := strconv.ParseFloat(number, 64); err == nil {
				s.most = limit
				if sign == "<" {
					s.most = math.Nextafter(limit, 0)
				}
				return
			}
		}
	}
}

// put puts the digits of a whole number into the places of a code, from the
// right; those that are left over stand before the first.
func (c code) put(digits string) string {
	first := slices.IndexFunc(c.places, func(p place) bool { return p.digit })
	var reversed []byte
	for i, p := range slices.Backward(c.places) {
		switch {
		case !p.digit:
			reversed = append(reversed, p.sign)
		case digits != "":
			reversed = append(reversed, digits[len(digits)-1])
			digits = digits[:len(digits)-1]
		case p.sign == '0':
			reversed = append(reversed, '0')
		}
		for ; i == first && digits != ""; digits = digits[:len(digits)-1] {
			reversed = append(reversed, digits[len(digits)-1])
		}
	}
	slices.Reverse(reversed)
	return string(reversed)
}

// epoch is the day before the first, from which a workbook counts.
type epoch struct {
	day    time.Time
	leaped bool // it has a 29 February 1900, which there was not
}

func epochOf(date1904 bool) epoch {
	if date1904 {
		return epoch{day: time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)}
	}
	return epoch{day: time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC), leaped: true}
}

// shown is a number as a date: 02.01.2006, 15:04 or both.
func (e epoch) shown(value float64, f format) (string, bool) {
	const last = 2_958_466 // 1 January 10000
	if value < 0 || value >= last {
		return "", false
	}
	if e.leaped && value >= 1 && value < 60 {
		value++
	}
	seconds := math.Round(value * 24 * 60 * 60)
	at := e.day.Add(time.Duration(seconds) * time.Second)
	layout := "02.01.2006"
	switch {
	case !f.day && at.Second() != 0:
		layout = "15:04:05"
	case !f.day:
		layout = "15:04"
	case f.clock && at.Hour()+at.Minute() > 0:
		layout = "02.01.2006 15:04"
	}
	return at.Format(layout), true
}

// number is a cell's number as its format shows it. The flaw is told when the
// table itself has lost digits.
func (b *workbook) number(text string, style int) (shown, flaw string) {
	value, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(value, 0) || math.IsNaN(value) {
		return text, "в ячейке не число, хотя таблица хранит его как число"
	}
	f := format{}
	if style >= 0 && style < len(b.formats) {
		f = b.formats[style]
	}
	if f.day || f.clock {
		if date, ok := b.epoch.shown(value, f); ok {
			return date, ""
		}
		return text, "в ячейке число, которое не бывает датой"
	}
	const exact = 1e15 // a spreadsheet keeps fifteen digits
	if value != math.Trunc(value) || math.Abs(value) >= exact {
		shown = plain(value)
		if math.Abs(value) >= exact {
			flaw = "число длиннее 15 цифр: последние таблица потеряла; сделайте столбец текстовым и введите его заново"
		}
		return shown, flaw
	}
	digits := strconv.FormatInt(int64(value), 10)
	for _, c := range f.codes {
		if value >= 0 && value <= c.most {
			return c.put(digits), ""
		}
	}
	return digits, ""
}

// plain is a number of fifteen digits at most, without an exponent, with a
// decimal comma.
func plain(value float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(value, 'e', 14, 64), 64)
	if err != nil {
		rounded = value
	}
	text := strconv.FormatFloat(rounded, 'f', -1, 64)
	const longest = 40 // 1e300 would be a page of zeros
	if len(text) > longest {
		text = strconv.FormatFloat(rounded, 'g', -1, 64)
	}
	return strings.Replace(text, ".", ",", 1)
}
