package list

import (
	"slices"
	"strings"

	"protokol/generator/internal/table"
)

// isSignature reports whether a row with few values is a signature below the table: it has a post or a label in the
// place of an organization.
func (f *rowFilter) isSignature(r table.Row, values []string, filled, first int) bool {
	if isFooter(values[first], false) {
		return true
	}
	if strings.Trim(strings.Join(values, ""), "_ ") == "" {
		return true
	}
	at, ok := f.position("organization")
	isLabel := ok && first == at && (strings.HasSuffix(values[at], ":") || hasBlank(values))
	isUnder := ok && values[at] == "" && f.Columns[first].Field == "" || f.isBelowNumbers(r, values, first)
	if isLabel || f.continuesFooter(values, filled, first, isUnder) {
		return true
	}
	if isUnder && filled <= 3 && // «Начальник отдела» under «№ п/п»
		(looksLikePost(values[first]) || isFooter(values[first], true)) {
		return true
	}
	if !ok || filled > f.profile.typical || filled == f.profile.known {
		return false
	}
	value := values[at]
	position, hasPosition := f.position("position")
	hasOther := hasPosition && values[position] != "" && !isPerson(values[position])
	return looksLikePost(value) && !hasOther || first == at && isFooter(value, true)
}

// continuesFooter reports whether a row below a signature or a note belongs to it: it
// has no organization, or text in the place of its number.
func (f *rowFilter) continuesFooter(values []string, filled, first int, isUnder bool) bool {
	at, ok := f.position("organization")
	if !f.footer || filled >= f.profile.known {
		return false
	}
	hasNumber := f.profile.numbers >= 0 && isRowNumber(values[f.profile.numbers])
	return ok && (values[at] == "" && !hasNumber || first == f.profile.numbers) || !ok && isUnder
}

// isBelowNumbers reports whether a row of a list without organizations has text in the place of its number, is below
// all rows with numbers, and has nothing to reach anybody by: «Староста» may be a recipient among others.
func (f *rowFilter) isBelowNumbers(r table.Row, values []string, first int) bool {
	_, ok := f.position("organization")
	if ok || first != f.profile.numbers || f.profile.lastNumber == 0 || r.Number < f.profile.lastNumber {
		return false
	}
	return !slices.ContainsFunc([]string{"address", "postal_address", "phone", "email"}, func(key string) bool {
		at, ok := f.position(key)
		return ok && values[at] != ""
	})
}

// hasBlank reports whether a cell is a line to sign on: «______».
func hasBlank(values []string) bool {
	return slices.ContainsFunc(values, func(value string) bool {
		return len(value) >= 3 && strings.Trim(value, "_") == ""
	})
}

// isStray reports whether a row with few values is separate from the table, after a gap or without the number that
// others have, and names neither an organization nor a person.
func (f *rowFilter) isStray(r table.Row, values []string, filled int) bool {
	hasNumber := f.profile.numbers >= 0 && isRowNumber(values[f.profile.numbers])
	isApart := f.profile.numbered && !hasNumber || f.last > 0 && r.Number > f.last+1
	if !isApart || filled*2 > f.profile.typical {
		return false
	}
	for _, key := range []string{"organization", "organization_short", "name", "surname"} {
		at, ok := f.position(key)
		if ok && (looksLikeBody(values[at]) || looksLikeName(values[at])) {
			return false
		}
	}
	return true
}
