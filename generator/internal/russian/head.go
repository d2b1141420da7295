package russian

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/typography"
	"protokol/generator/internal/wordset"
)

var (
	isActing = wordset.Words(actingWords, "вр.и.о врип врип. врио. ио. и.п. вр.и.п. и/о в/и/о исп.об. исп.обяз. "+
		"вр.исп.обяз. врем.исп.обяз.")
	// isAbbreviatedNoun reports abbreviations of head nouns, which stay.
	isAbbreviatedNoun = wordset.Words(abbreviatedNouns,
		"пред. сек. преп. инж. бух. тов. упр. дисп. ком. зам.нач. зам.дир.")
	isAbbreviatedAdjective = wordset.Words(abbreviatedAdjectives, "мед. гос. фин. адм. коммерч. исполн. худ. вр.")
	// isShortAttribute reports abbreviated adjectives without a full stop.
	isShortAttribute = wordset.Words("гл ст вед мл ген тех исп фин мед")
	// isBareAbbreviation reports abbreviations without a full stop.
	isBareAbbreviation = wordset.Words("нач пом рук зав дир")
)

// actingAt returns the number of words of «и. о.» at i, which stay like the
// genitive that they govern, or 0.
func (d *declension) actingAt(i int) int {
	next := ""
	if i+1 < len(d.words) {
		next = d.words[i+1].lower
	}
	switch lower := d.words[i].lower; {
	case inList(lower, "и. и вр. врем. временно") && inList(next, "о. о исп."),
		lower == "и." && next == "п.": // «исполняющий полномочия»
		return 2 + d.dutyAfter(i+2)
	case inList(lower, "исп. исполн. исп и.") && d.dutyAfter(i+1) > 0:
		return 2
	case isActing(lower):
		return 1
	}
	return 0
}

// dutyAfter returns 1 if «обязанности» or its abbreviation is at i.
func (d *declension) dutyAfter(i int) int {
	if i < len(d.words) && inList(d.words[i].lower, "обязанности обяз. об. обязан.") {
		return 1
	}
	return 0
}

// declinePosition declines the position that starts at i, in place, and returns
// its number of words, or 0 if there is none.
func (d *declension) declinePosition(i int, place placement) int {
	w := &d.words[i]
	if place != placeWithin && place != placeBracketed {
		if n := d.actingAt(i); n > 0 {
			d.setGender(Masculine)
			return n
		}
		if isAbbreviatedNoun(w.lower) || isContraction(w.lower) && !d.leadsToNoun(i) || d.isShortSpecialist(i) {
			w.text = declineContraction(w, d.c)
			d.setGender(Masculine)
			return 1
		}
		if d.animate && isBareAbbreviation(w.lower) {
			d.addDoubt("«" + w.text + "» — сокращение без точки")
			d.setGender(Masculine)
			return 1
		}
	}
	adjectives, at := d.leadingAdjectives(i, place)
	if len(adjectives) == 0 && place == placeFirst && w.adjective.found() {
		return 0 // «Столовой № 7» is not in the nominative
	}
	agreeing := Unknown
	if n := len(adjectives); n > 0 {
		last := &d.words[adjectives[n-1]]
		agreeing = last.adjective.gender
		if last.after != "" && last.before == "" {
			at = len(d.words) // after a comma no noun belongs to the adjective
		}
	}
	if at < len(d.words) && (d.words[at].before == "" || at == i && (place == placeBracketed || place == placeDashed)) {
		if n, ok := d.acceptHead(at, place, adjectives, agreeing); ok {
			return d.declineHead(i, at, adjectives, n)
		}
	}
	if len(adjectives) == 0 {
		return 0
	}
	return d.declineSubstantive(i, place, adjectives, at)
}

// leadsToNoun reports whether a contraction at i is an attribute: «с/х рабочий».
func (d *declension) leadsToNoun(i int) bool {
	if !strings.Contains(d.words[i].text, "/") || i+1 >= len(d.words) || d.words[i].after != "" {
		return false
	}
	next := &d.words[i+1]
	return next.adjective.found() || lookupLower(next.lower).animate
}

// isShortSpecialist recognizes «спец.» as a noun: «гл. спец. отдела».
func (d *declension) isShortSpecialist(i int) bool {
	if d.words[i].lower != "спец." {
		return false
	}
	return i+1 >= len(d.words) || !d.words[i+1].adjective.found() && !lookupLower(d.words[i+1].lower).animate
}

// declineSubstantive declines adjectives without a noun: «заведующий аптекой».
func (d *declension) declineSubstantive(i int, place placement, adjectives []int, at int) int {
	first, last := &d.words[adjectives[0]], &d.words[adjectives[len(adjectives)-1]]
	g := last.adjective.gender
	switch {
	case place == placeFirst:
		d.checkSubstantive(last, at)
	case place == placeWithin || place == placeAfterMark && !isCompleteAlone(last.lower):
		return 0
	case g != d.gender && !isSubstantive(first.lower) && !isRoom(last.lower):
		return 0 // «…, ответственное за…» agrees with the head noun, «…, заведующая…» is another position
	case d.nounFollows(at, g):
		return 0 // «(русский язык)»
	}
	animate := d.animate || d.isPerson || place == placeFirst // «присутствующие» are persons
	for _, k := range adjectives {
		d.declineAdjective(&d.words[k], animate, true)
	}
	d.setGender(g)
	d.isPerson = animate
	return adjectives[len(adjectives)-1] + 1 - i
}

// nounFollows reports whether the word at i may be a noun that an adjective
// agrees with.
func (d *declension) nounFollows(i int, g Gender) bool {
	if i >= len(d.words) || d.words[i].before != "" || d.words[i].adjective.found() || d.words[i-1].after != "" {
		return false
	}
	w := &d.words[i]
	n, ok := d.headNoun(w, g)
	before := &d.words[i-1]
	follows := i-2 >= 0 && lookupLower(d.words[i-2].lower).animate // «сестра палатная дома»
	return ok && !d.namesAlone(before, w, n) && !(follows && d.mayDepend(w, n))
}

// checkSubstantive adds a doubt if a noun seems to follow an adjective at the
// start of a phrase, but is not recognized as one that agrees.
func (d *declension) checkSubstantive(last *phraseWord, at int) {
	if at >= len(d.words) || last.after != "" {
		return
	}
	next := &d.words[at]
	n := lookupLower(next.lower)
	switch {
	case d.animate && last.adjective.gender == Feminine && n.gender == Masculine && n.animate && isWord(next.text) &&
		n.known && !d.isMark(next):
		d.addDoubt("«" + last.text + "» и «" + next.text + "» — разного рода")
	case !isCompleteAlone(last.lower) && isWord(next.text) && hasAnySuffix(next.lower, "ом ем ов ев ёв ей ий ой") &&
		!next.adjective.found() && last.adjective.gender == Masculine,
		d.capitals && isAbbreviation(next.text) && readsAsWord(next.lower) && !isCompleteAlone(last.lower):
		d.addDoubt("не ясно, склоняется ли «" + next.text + "»")
	}
}

// isSubstantive reports whether an adjective can name a position by itself.
var isSubstantive = wordset.Endings("щий щая щийся щаяся щие ный ная рабочий рабочая ученый учёный портной часовой " +
	"рядовой участковый горновой вожатый старший старшая главный лесничий кормчий зодчий")

// isUnlistedPerson reports a masculine that only its suffix makes a person: in the
// name of a body it may as well be a thing («рудник», «изолятор»).
func (n noun) isUnlistedPerson(lower string) bool {
	_, listed := lexicon()[lower]
	return n.animate && n.gender == Masculine && !listed && !n.institution && n.paradigm != indeclinable
}

// isCompleteAlone reports adjectives that do not miss a noun at the start of a
// position.
var isCompleteAlone = wordset.Endings("щий щая щийся щаяся рабочий рабочая учёный ученый портной часовой рядовой " +
	"участковый горновой вожатый вожатая лесничий кормчий зодчий дежурный дежурная уполномоченный поверенный " +
	"доверенный ответственный ответственная")

// declineHead declines a position whose head noun is at i, with the adjectives
// before and after it.
func (d *declension) declineHead(start, i int, adjectives []int, n noun) int {
	animate := d.animate || n.animate
	d.isPerson = animate
	w := &d.words[i]
	if !isKnown(n, d.animate) && !isSubstantiveCompound(w.lower) {
		d.addDoubt("слова «" + w.text + "» нет среди известных должностей и органов")
		d.guess = !n.isRegular() || isGenitive(w.lower) // the form is right if the word is a noun at all
	}
	if d.c == Accusative && !d.animate && n.isUnlistedPerson(w.lower) {
		d.addDoubt("не ясно, называет ли «" + w.text + "» человека")
	}
	for _, k := range adjectives {
		d.declineAdjective(&d.words[k], animate, false)
	}
	if strings.Contains(w.text, "-") {
		w.text = d.declineCompound(w.text, animate)
	} else {
		w.text = n.decline(w.text, d.c, animate)
	}
	d.setGender(n.gender)
	for i++; i < len(d.words) && d.words[i-1].after == "" && d.words[i].before == ""; i++ {
		if !d.agreesBehind(i, n.gender) {
			break
		}
		d.doubtProperName(w, &d.words[i])
		d.declineAdjective(&d.words[i], animate, false)
	}
	return i - start
}

// doubtProperName adds a doubt about an adjective behind the noun of a body that may be
// a proper name, which keeps its form: «сельское поселение Ершовское», but «город
// Грозный» declines (Розенталь, § 197).
func (d *declension) doubtProperName(noun, adjective *phraseWord) {
	if !d.animate && !d.isLowerCase(adjective) && !inList(noun.lower, "город станица") {
		d.doubtWord("не ясно, склоняется ли «" + adjective.text + "»")
	}
}

// agreesBehind reports an adjective at i that agrees with the noun before it:
// «сестра операционная».
func (d *declension) agreesBehind(i int, g Gender) bool {
	w := &d.words[i]
	isOblique := hasAnySuffix(w.lower, "ой ний гий хий") && !d.followsAtEnd(i)
	return w.adjective.gender == g && !isOblique && typography.LeadingDigits(w.lower) == "" &&
		!d.isMark(w) && !w.quoted &&
		!d.nounFollows(i+1, g)
}

// followsAtEnd reports an adjective in -ой at i that agrees with the noun before
// it and not with a feminine in an oblique case, since no noun follows: «агент
// страховой».
func (d *declension) followsAtEnd(i int) bool {
	isLast := i+1 == len(d.words) || d.words[i].after != "" || d.words[i+1].opensBracket()
	return isLast && d.animate && isStressedAdjective(d.words[i].lower)
}

// isStressedAdjective reports adjectives in -ой that name no place or body by
// themselves in the feminine, unlike «душевой» and «буровой».
var isStressedAdjective = wordset.Words("страховой судовой городской заводской цеховой путевой окружной областной " +
	"выпускной запасной рулевой строевой штабной бытовой речной морской войсковой полковой " +
	"хуторской низовой полевой")

// isSubstantiveCompound recognizes compounds of an adjective that names a person
// and a noun: «полицейский-водитель».
func isSubstantiveCompound(lower string) bool {
	first, last, found := strings.Cut(lower, "-")
	return found && (isSubstantive(first) || first == "полицейский") && lookupLower(last).animate
}

// isOblique reports endings of oblique cases that also occur in nominatives of
// the second declension.
var isOblique = wordset.Endings("ов ев ой ей ий ью ом ем ых их ам ям ами ями ах ях им ым ыми ими ого его ому ему ую юю")

// headNoun reports whether a word can be the head noun after adjectives of a
// gender, and returns its declension. A compound agrees by its leading part.
func (d *declension) headNoun(w *phraseWord, agreeing Gender) (noun, bool) {
	tail := lastPart(w.lower)
	if !d.mayBeNoun(w, tail) {
		return noun{}, false
	}
	lead := leadingHalf(w.lower)
	n := nounAgreeing(lead, agreeing)
	if tail != w.lower {
		last := lookupLower(tail)
		if agreeing != Unknown && n.gender != agreeing && last.gender == agreeing {
			n.gender = agreeing // «вице-губернатор», «кафе-столовая»
		}
		n.animate = n.animate || last.animate
		n.institution = n.institution || last.institution
	}
	_, listed := lexicon()[lead]
	switch {
	case utf8.RuneCountInString(lead) < 3 && lead == w.lower:
		return noun{}, false
	case agreeing == Unknown:
		return n, isClippedCompound(w.lower) || !hasAnySuffix(w.lower, "ого его ому ему ыми ими")
	case agreeing != n.gender && !isMasculineInA(lead), !n.known && isGenitive(lead), isGenitiveOfBody(lead):
		return noun{}, false
	case !listed && !n.institution && isOblique(w.lower):
		return noun{}, false
	}
	return n, true
}

// mayBeNoun reports whether a word, whose last part is tail, may be a Russian noun
// outside quotes.
func (d *declension) mayBeNoun(w *phraseWord, tail string) bool {
	switch {
	case w.quoted, w.isConjunction(), isPreposition(w.lower), utf8.RuneCountInString(w.text) < 3, w.lower == "гвардии":
		return false
	case tail != w.lower && isFullNoun(leadingHalf(w.lower)) && !isContraction(w.lower) && !strings.Contains(tail, "."):
		return true // «отделение-НБ», «менеджер-PR»
	case !unicode.Is(unicode.Cyrillic, firstRune(tail)), strings.ContainsAny(tail, ".0123456789"),
		isContraction(w.lower), d.animate && isShortAttribute(w.lower):
		return false
	}
	return !isAbbreviation(lastPart(w.text)) || d.isWordInCapitals(w)
}

// isFullNoun reports a noun for persons or bodies that declines before any second part of
// a compound.
func isFullNoun(lower string) bool {
	n := lookupLower(lower)
	return n.institution || n.known && n.animate
}

// isGenitive reports whether a word in -а or -я is the genitive of a known
// masculine: «приёмная президента».
func isGenitive(lower string) bool {
	if stem, ok := strings.CutSuffix(lower, "а"); ok {
		n := lookupLower(stem)
		return n.gender == Masculine && n.known
	}
	if stem, ok := strings.CutSuffix(lower, "я"); ok {
		return lookupLower(stem+"ь").animate || lookupLower(stem+"й").known
	}
	return false
}

// isGenitiveOfBody reports the same of a noun in -ок: «дежурная участка».
func isGenitiveOfBody(lower string) bool {
	stem, ok := strings.CutSuffix(lower, "ка")
	return ok && lookupListed(stem+"ок")
}

var isMasculineInA = wordset.Words(masculineInA)

// nounAgreeing returns the declension of a noun that agrees with an adjective of
// a gender, which decides between a singular and a plural («публичные слушания»,
// «новая компания») and between the genders of nouns in -ь.
func nounAgreeing(lower string, g Gender) noun {
	n := lookupLower(lower)
	switch {
	case n.gender == g || g == Unknown:
	case g == Plural && n.gender == Feminine && hasAnySuffix(lower, "а я") && !n.institution:
		n = neuterPlural(lower)
	case g == Feminine && n.gender == Masculine && hasAnySuffix(lower, "ь") && !n.known:
		n = noun{paradigm: endings("ь", "и и ь ью и"), gender: Feminine, known: true}
	case g == Masculine && n.gender == Feminine && hasAnySuffix(lower, "ь") && !n.institution:
		n = noun{paradigm: endings("ь", "я ю * ем е"), gender: Masculine}
	}
	return n
}
