package wordml

import (
	"strconv"
	"strings"
)

// fieldNumerals returns a function for numbers in the format of the switch \* of a
// field, or nil (ECMA-376-1, 17.16.4.3.1), and a format that it does not know, or "".
func fieldNumerals(code string) (number func(int) string, other string) {
	words := strings.Fields(code)
	for i, word := range words {
		kind := word[:min(2, len(word))]
		if kind != `\*` && kind != `\#` {
			continue
		}
		name := word[2:]
		if name == "" && i+1 < len(words) {
			name = words[i+1]
		}
		if name = strings.Trim(name, `"`); kind == `\#` {
			if digits := strings.TrimLeft(name, "#"); digits != "" && digits != "0" {
				other = name // a picture of a number (17.16.4.2)
			}
			continue
		}
		switch name {
		case "ROMAN":
			return pageNumerals("upperRoman"), ""
		case "roman":
			return pageNumerals("lowerRoman"), ""
		case "ALPHABETIC":
			return pageNumerals("upperLetter"), ""
		case "alphabetic":
			return pageNumerals("lowerLetter"), ""
		case "ArabicDash":
			return pageNumerals("numberInDash"), ""
		case "Arabic":
			return strconv.Itoa, other
		}
		if !plainFormats[strings.ToLower(name)] {
			other = name
		}
	}
	return nil, other
}

// plainFormats are formats of the switch \* that leave digits as they are, in lower case.
var plainFormats = map[string]bool{"": true, "arabic": true, "mergeformat": true, "charformat": true, "caps": true,
	"firstcap": true, "lower": true, "upper": true}

// paged are the fields whose results may differ from page to page.
var paged = map[string]bool{"PAGE": true, "NUMPAGES": true, "SECTION": true, "SECTIONPAGES": true, "STYLEREF": true}

// lasting are the fields with results that Word does not work out again.
var lasting = map[string]bool{"": true, "HYPERLINK": true, "FORMTEXT": true, "TC": true, "XE": true, "TA": true,
	"RD": true, "ADDIN": true, "PRIVATE": true}

// partlyField notes a field whose saved result may be another than that of Word. Word works out the fields of headers
// and footers on every page, and those that are marked when it opens the file (ECMA-376-1, 17.16.18 and 17.15.1.81).
func (p *paragraph) partlyField(f *field) {
	name := f.name()
	switch stale := (f.dirty || p.settings.updateFields) && !f.locked; {
	case f.own && f.locked && paged[name]:
		p.approximate("поле " + name + ", которое Word не обновляет (fldLock), печатается с действительным номером")
	case f.own:
	case name == "ADVANCE":
		p.approximate("сдвиг текста полем ADVANCE не выполняется")
	case p.headers.parts[p.part.name] != nil && (f.paged || name == "SECTION" || name == "STYLEREF"):
		p.approximate("поле " + name + " в колонтитуле печатается на всех страницах с сохранённым значением")
	case !stale || lasting[name]:
	case f.words:
		p.approximate("поле " + name + ", которое Word обновляет при открытии, печатается с сохранённым значением")
	case name == "TOC" || name == "BIBLIOGRAPHY":
		p.lose("поле " + name + " без сохранённого значения")
	}
}
