package compose

import (
	"regexp"
	"strings"

	"protokol/generator/document"
	"protokol/generator/internal/typography"
)

// typeset corrects the typography of a paper. With dashes between words corrected, too, all of them become en dashes if
// it has one, as most templates print, and em dashes otherwise.
func typeset(blocks []document.Block, look treatment) {
	look.in(func() bool { return usesEnDash(blocks) }).correct(blocks)
}

// treatment is how the texts of a paper are corrected.
type treatment int

const (
	uncorrected  treatment = iota
	asTyped                // only spaces are bound
	withDashes             // see typeset
	withEnDashes           // the same, in a paper that uses en dashes
)

// They are added to a treatment by earlier rules: before unitRules numbers may be parted from many of their units,
// before numberRules from what is named by them, before referenceRules from the words for parts of acts, before
// columnRules units in titles of columns from the words before them, before dayRules days from «числа», and before
// dateRules dates from prepositions.
const (
	partsUnits      treatment = 1 << 2
	partsNumbers    treatment = 1 << 3
	partsReferences treatment = 1 << 4
	partsTitles     treatment = 1 << 5
	partsDays       treatment = 1 << 6
	partsDates      treatment = 1 << 7

	bindsNoTitles = partsUnits | partsNumbers | partsReferences | partsTitles
	partsAny      = bindsNoTitles | partsDays | partsDates
)

// bound returns a text in which numbers are not parted from other words.
func (t treatment) bound(text string) string {
	switch {
	case t&partsUnits != 0:
		return text
	case t&partsNumbers != 0:
		return typography.BindNumbers(text, typography.Units)
	case t&partsReferences != 0:
		return typography.BindNumbers(text, typography.Designations)
	case t&(partsTitles|partsDays) != 0:
		return typography.BindNumbers(text, typography.References)
	case t&partsDates != 0:
		return typography.BindNumbers(text, typography.Days)
	}
	return typography.BindNumbers(text, typography.Dates)
}

// earlier returns what earlier rules add to the treatment of a request.
func (r Request) earlier() treatment {
	switch {
	case r.precedes(unitRules):
		return partsUnits
	case r.precedes(numberRules):
		return partsNumbers
	case r.precedes(referenceRules):
		return partsReferences
	case r.precedes(columnRules):
		return partsTitles
	case r.precedes(dayRules):
		return partsDays
	case r.precedes(dateRules):
		return partsDates
	}
	return 0
}

// kind returns a treatment by the current rules.
func (t treatment) kind() treatment { return t &^ partsAny }

// in returns the treatment of the parts of a paper that has en dashes between words or not.
func (t treatment) in(hasEnDash func() bool) treatment {
	if t.kind() == withDashes && hasEnDash() {
		return t + withEnDashes - withDashes
	}
	return t
}

// correct corrects the texts of blocks.
func (t treatment) correct(blocks []document.Block) {
	kind := t.kind()
	correction(func(text string) string {
		if kind == asTyped {
			text = typography.Bind(text)
		} else {
			text = typography.Typeset(text)
		}
		if kind == withEnDashes && strings.Contains(text, "—") {
			text = emDash.ReplaceAllString(text, "$1–$2")
		}
		return t.bound(text)
	}).blocks(blocks)
	if kind != asTyped {
		separateNumber(blocks)
	}
	if t&bindsNoTitles == 0 {
		bindTitles(blocks)
	}
}

// bindTitles keeps units in the titles of columns with the words before them.
func bindTitles(blocks []document.Block) {
	for _, block := range blocks {
		switch b := block.(type) {
		case document.Table:
			correction(typography.BindTitle).rows(b.Header)
		case document.List:
			for _, item := range b.Items {
				bindTitles(item.Blocks)
			}
		}
	}
}

// emDash is an em dash between words. Those of ranges and compounds have no space
// before them.
var emDash = regexp.MustCompile(`(^|[ \x{A0}])—($|[ \x{A0}])`)

// usesEnDash reports whether a paper has an en dash between words.
func usesEnDash(blocks []document.Block) bool {
	found := false
	document.Texts(&document.Document{Blocks: blocks}, func(text string, _ document.Source) {
		found = found || hasEnDash(text)
	})
	return found
}

// hasEnDash reports whether a text has an en dash between words.
func hasEnDash(text string) bool {
	const dash = "–"
	for from := 0; ; {
		i := strings.Index(text[from:], dash)
		if i < 0 {
			return false
		}
		before, after := text[:from+i], text[from+i+len(dash):]
		if isEdge(before, strings.HasSuffix) && isEdge(after, strings.HasPrefix) {
			return true
		}
		from += i + len(dash)
	}
}

// isEdge reports whether the text next to a dash is empty or has a space there.
func isEdge(text string, has func(s, space string) bool) bool {
	return text == "" || has(text, " ") || has(text, "\u00a0")
}
