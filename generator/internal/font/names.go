package font

import (
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// IDs of names (OpenType, "name", Name IDs).
const (
	familyName    = 1
	fullName      = 4
	postScript    = 6
	typographic   = 16 // the family of all weights and widths
	maxNames      = 2000
	maxNameLength = 400 // bytes
)

// namesOf returns the names with an ID in a name table, in all languages: those of
// the Windows platform first, without repetitions.
func namesOf(table []byte, id uint16) (list []string) {
	if len(table) < 6 {
		return nil
	}
	for _, platforms := range []func(uint16) bool{
		func(p uint16) bool { return p == 3 }, func(p uint16) bool { return p != 3 },
	} {
		for i := range min(int(be.Uint16(table[2:])), maxNames) {
			if len(table) < 6+12*(i+1) {
				break
			}
			record := table[6+12*i:]
			if be.Uint16(record[6:]) != id || !platforms(be.Uint16(record)) {
				continue
			}
			if name := nameAt(table, record); name != "" && !contains(list, name) {
				list = append(list, name)
			}
		}
	}
	return list
}

// nameAt returns the text of a record of a name table.
func nameAt(table, record []byte) string {
	length, offset := int(be.Uint16(record[8:])), int(be.Uint16(table[4:]))+int(be.Uint16(record[10:]))
	if offset+length > len(table) || length > maxNameLength {
		return ""
	}
	data := table[offset : offset+length]
	switch be.Uint16(record) {
	case 0, 3:
		units := make([]uint16, len(data)/2)
		for i := range units {
			units[i] = be.Uint16(data[2*i:])
		}
		return strings.TrimSpace(string(utf16.Decode(units)))
	case 1:
		encoding := charmap.Macintosh
		if be.Uint16(record[2:]) == 7 {
			encoding = charmap.MacintoshCyrillic
		}
		text, err := encoding.NewDecoder().Bytes(data)
		if err != nil {
			return ""
		}
		return strings.TrimSpace(string(text))
	}
	return ""
}

// postScriptName returns a name without the characters that PostScript does not
// allow in one (OpenType, "name", Name ID 6).
func postScriptName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r <= ' ' || r >= 0x7F || strings.ContainsRune("[](){}<>/%#", r) {
			return -1
		}
		return r
	}, name)
	return name[:min(len(name), 63)]
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

func contains(list []string, name string) bool {
	for _, known := range list {
		if known == name {
			return true
		}
	}
	return false
}
