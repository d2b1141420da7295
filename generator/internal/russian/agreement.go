package russian

import (
	"strings"
	"unicode"

	"protokol/generator/internal/typography"
)

// maxAdjectives limits the time spent on hostile text.
const maxAdjectives = 20

// leadingAdjectives returns the indices of the adjectives from i on and the
// index after them.
func (d *declension) leadingAdjectives(i int, place placement) (found []int, next int) {
	limit := min(len(d.words), i+maxAdjectives)
	for ; i < limit; i++ {
		w := &d.words[i]
		if d.isPassedOver(i, found) {
			continue
		}
		if !w.adjective.found() || w.quoted || isAbbreviation(w.text) && !d.isWordInCapitals(w) {
			return found, i
		}
		bracketed := len(found) > 0 && w.before == "(" && w.after == ")"
		switch {
		case len(found) > 0 && !d.isFurtherAdjective(found[len(found)-1], i),
			len(found) == 0 && !d.standsBeforeNoun(i) && !(place == placeFirst && d.beginsMasculine(i)),
			len(found) > 0 && w.before != "" && !bracketed:
			return found, i
		case len(found) == 0 && w.before != "" && place != placeBracketed && place != placeDashed && !w.opensBracket():
			return found, i
		}
		found = append(found, i)
		enumerated := w.after == "," && i+1 < len(d.words) && d.isFurtherAdjective(i, i+1)
		if w.after != "" && !bracketed && !enumerated {
			return found, i + 1
		}
	}
	return found, limit
}

// isPassedOver reports a word among adjectives that does not decline: an
// abbreviation, «и» between adjectives, an adverb, or an indeclinable attribute.
func (d *declension) isPassedOver(i int, found []int) bool {
	w := &d.words[i]
	if i+1 >= len(d.words) {
		return isAbbreviatedAdjective(w.lower)
	}
	next := &d.words[i+1]
	switch {
	case isAbbreviatedAdjective(w.lower):
		return !d.isShortSpecialist(i)
	case i == 0 && strings.HasSuffix(w.lower, ".") && !isAbbreviatedNoun(w.lower): // «тех. директор»
		return next.adjective.found() || lookupLower(next.lower).animate
	case w.isConjunction(): // «учебная и научная комиссия»
		return len(found) > 0 && d.isFurtherAdjective(found[len(found)-1], i+1)
	case len(found) > 0 && !hasCyrillic(w.text): // «старший Python разработчик»
		return lookupLower(next.lower).animate
	case strings.HasSuffix(w.lower, "о") && isWord(w.text) && !isAbbreviation(w.text): // «временно исполняющий»
		return (next.adjective.found() || next.lower == "не") && !lookupLower(w.lower).known
	case w.lower == "не": // «не работающий»
		return next.adjective.found()
	case i+2 < len(d.words) && d.isHalf(i) && d.isHalf(i+1): // «мастер класс ведущий»
		return d.isPassedOver(i+1, found)
	case d.isHalf(i): // «веб дизайнер»
		n := lookupLower(next.lower)
		return n.animate && n.gender != Plural || isCompleteAlone(next.lower) // «штаб станицы»
	}
	return false
}

// isHalf reports whether the word at i is the first part of a compound without its
// hyphen, or a word of such a part: «мастер класс ведущий».
func (d *declension) isHalf(i int) bool {
	w := &d.words[i]
	if !w.word.isBare() {
		return false
	}
	return isIndeclinableHalf(w.lower) ||
		i+1 < len(d.words) && d.words[i+1].isBare() && isIndeclinableHalf(w.lower+"-"+d.words[i+1].lower) ||
		i > 0 && d.words[i-1].isBare() && isIndeclinableHalf(d.words[i-1].lower+"-"+w.lower)
}

// isFurtherAdjective reports whether the word at i may be another adjective: it
// agrees with the last one. A word in -ой must also precede its noun, unlike in
// «заведующий ветеринарной аптекой».
func (d *declension) isFurtherAdjective(last, i int) bool {
	a, w := d.words[last].adjective, &d.words[i]
	return a.found() && a.gender == w.adjective.gender && typography.LeadingDigits(w.lower) == "" &&
		d.standsBeforeNoun(i)
}

// standsBeforeNoun reports, for a word in -ой, whether it is the nominative of a
// masculine, as in «областной суд» and «окружной военный суд», and not an
// oblique case of a feminine, as in «городской больницы». The nearest word that is
// no numeral and not in brackets decides: feminine nouns have no ending in a
// consonant in these cases.
func (d *declension) standsBeforeNoun(i int) bool {
	if !strings.HasSuffix(d.words[i].lower, "ой") {
		return true
	}
	limit := min(len(d.words), i+maxAdjectives)
	for i++; i < limit; i++ {
		w, before := &d.words[i], &d.words[i-1]
		inBrackets := w.adjective.found() && w.isBracketed()
		if !inBrackets && (w.before != "" || before.after != "" && !before.isBracketed()) {
			return false
		}
		switch {
		case w.adjective.gender == Masculine && !strings.HasSuffix(w.lower, "ой"):
			return true
		case w.adjective.gender == Masculine, isForeign(w.text):
			continue
		case d.isMark(w) || !isWord(w.text):
			return false
		}
		n := lookupLower(leadingHalf(w.lower))
		if last := lookupLower(lastPart(w.lower)); n.gender == Neuter && last.known {
			n = last // «кафе-клуб»
		}
		return n.gender == Masculine && (n.known || !hasAnySuffix(w.lower, "ой ей ью ом ем ов ев ам ах ых их ым им"))
	}
	return false
}

// isForeign reports a numeral or a word in Latin letters, which decides nothing about the
// words beside it: «внеочередной VI съезд», «городской Wi-Fi центр».
func isForeign(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool {
		return r != '-' && !unicode.Is(unicode.Latin, r) && !unicode.IsDigit(r)
	})
}

// beginsMasculine reports whether a word in -ой at i, the first of a phrase, is in the nominative of the masculine.
// In the name of a position it is; in that of a body it is if it is joined to others or, with a doubt, before an
// abbreviation or a name in quotes: «Областной МФЦ», but also «Районной ЦРБ».
func (d *declension) beginsMasculine(i int) bool {
	if d.animate || d.joinsMasculine(i) {
		return true
	}
	at := i + 1
	for at < len(d.words) && isForeign(d.words[at].text) {
		at++
	}
	if at >= len(d.words) || d.words[i].after != "" || isRoom(strings.TrimSuffix(d.words[i].lower, "ой")+"ая") {
		return false
	}
	next := &d.words[at]
	isName := next.quoted || isAbbreviation(next.text) && !d.isWordInCapitals(next)
	if isName {
		d.doubtWord(doubtUnclearGender)
	}
	return isName
}

// joinsMasculine reports whether a word in -ой at i is one of several adjectives of a
// masculine noun, joined by commas or «и»: «Городской и районный суд».
func (d *declension) joinsMasculine(i int) bool {
	limit := min(len(d.words), i+maxAdjectives)
	for i++; i < limit; i++ {
		w := &d.words[i]
		switch {
		case w.before != "" && !w.isBracketed(), w.quoted:
			return false
		case w.adjective.gender == Masculine && !strings.HasSuffix(w.lower, "ой"):
			return true
		case w.adjective.gender == Masculine, w.isConjunction(), isForeign(w.text):
			continue
		}
		n := lookupLower(leadingHalf(w.lower))
		return n.gender == Masculine && n.known && !d.words[i-1].isConjunction()
	}
	return false
}
