package russian

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Position declines the name of a position: the head noun and the adjectives
// before it, but not the words that depend on it. A comma, a dash or «и» may
// introduce a second position. After «и. о.» and «врио» nothing is declined,
// because they govern a genitive that is already there. The form has a doubt if
// the head noun is not known as a position.
func Position(text string, c Case) Form {
	if c == Nominative {
		return certain(text)
	}
	d := declension{c: c, animate: true}
	return Form{d.declinePhrase(text), d.doubt}
}

// GenderOfNoun returns the gender or number of the head noun of a phrase, for
// agreement: «Положение» is neuter, «Правила» is plural. It returns Unknown if
// there is no head noun.
func GenderOfNoun(phrase string) Gender {
	d := declension{c: Dative}
	d.declinePhrase(phrase)
	return d.gender
}

// declension declines the words of a phrase.
type declension struct {
	c           Case
	animate     bool   // the phrase refers to persons
	capitals    bool   // the whole phrase is in capitals
	doubt       string // the first one found
	gender      Gender // of the first head noun
	headAnimate bool   // whether the last head noun is animate
}

// placement is the place of a position in a phrase. It determines which nouns
// are accepted as the head.
type placement int

const (
	placeFirst       placement = iota // any noun
	placeCoordinated                  // after «и» that directly follows a head noun: any known noun
	placeConjoined                    // after a later «и»: only persons
	placeDetached                     // after a comma or a dash: only persons; other nouns cause a doubt
)

// declinePhrase declines all positions in a phrase.
func (d *declension) declinePhrase(text string) string {
	d.capitals = isUpper(text)
	words := splitWords(text)
	place, depth := placeFirst, 0
	for i := 0; i < len(words); {
		n := d.declinePosition(words[i:], place)
		found := n > 0
		if !found {
			if place == placeFirst {
				d.addDoubt("не найдено слово, которое склоняется", words[i])
			}
			n = 1
		}
		for _, w := range words[i : i+n] {
			depth = max(0, depth+w.nesting())
		}
		i += n
		place = placeDetached
		if found && i < len(words) && words[i].text == "и" && words[i-1].after == "" {
			place = placeCoordinated
		}
		for i < len(words) && (depth > 0 || !words[i-1].endsClause()) {
			depth = max(0, depth+words[i].nesting())
			i++
		}
		if place == placeDetached && inList(words[i-1].text, "и или /") {
			place = placeConjoined
		}
	}
	return joinWords(words)
}

func (d *declension) addDoubt(reason string, w word) {
	if d.doubt == "" && !isAbbreviation(w.text) && w.before == "" {
		d.doubt = reason
	}
}

const (
	actingWords      = "врио врид ио и.о и.о. вр.и.о. вр. и."
	abbreviatedNouns = "зам. нач. зав. пом. рук. дир. проф. доц. акад. канд. чл.-корр. к.т.н. д.т.н. к.э.н. д.э.н. " +
		"к.ф.-м.н. д.ф.-м.н. к.ю.н. д.ю.н. к.м.н. д.м.н. к.п.н. д.п.н. к.и.н. д.и.н. к.х.н. д.х.н. к.б.н. д.б.н."
	abbreviatedAdjectives = "гл. ст. вед. мл. ген. исп. техн. науч. уч. спец."
)

// declinePosition declines a position at the start of words, in place, and
// returns its number of words, or 0 if there is none. A position after the
// first one must be certain, because the words may depend on the previous one.
func (d *declension) declinePosition(words []word, place placement) int {
	if inList(strings.ToLower(words[0].text), actingWords+" "+abbreviatedNouns) {
		d.setGender(Masculine)
		return 1
	}
	adjectives, i := d.leadingAdjectives(words, place)
	agreeing := Unknown
	if n := len(adjectives); n > 0 {
		last := adjectives[n-1]
		_, agreeing, _ = adjective(words[last].text)
		if words[last].after != "" && words[last].before == "" {
			i = len(words) // after a comma no noun belongs to the adjective
		}
	}
	if i < len(words) && words[i].before == "" {
		if n, ok := d.acceptHead(words[i], agreeing, len(adjectives) > 0, place); ok {
			return d.declineHead(words, adjectives, i, n)
		}
	}
	if len(adjectives) == 0 {
		return 0
	}
	if place != placeFirst && agreeing != d.gender && !isPositionAdjective(words[adjectives[0]].text) {
		return 0 // «…, ответственное за…» agrees with the head noun, «…, заведующая…» is another position
	}
	animate := d.animate || d.headAnimate || place == placeFirst // «присутствующие» are persons
	for _, k := range adjectives {
		words[k].text = d.declineAdjective(words[k].text, animate)
	}
	d.setGender(agreeing)
	d.headAnimate = animate
	return adjectives[len(adjectives)-1] + 1
}

// acceptHead decides whether a word is the head noun of a position.
func (d *declension) acceptHead(w word, agreeing Gender, hasAdjectives bool, place placement) (noun, bool) {
	n, ok := d.headNoun(w.text, agreeing)
	if !ok || n.gender == Plural && place != placeFirst && d.gender != Plural && !hasAdjectives {
		return noun{}, false // «…, логистики» is a genitive after a singular
	}
	if place == placeFirst || hasAdjectives || n.animate || place == placeCoordinated && n.known {
		return n, true
	}
	if place == placeDetached && n.gender == Masculine && !hasAnySuffix(strings.ToLower(w.text), obliqueEndings) {
		d.addDoubt("не ясно, склоняется ли «"+w.text+"»", w)
	}
	return noun{}, false
}

// maxAdjectives limits the time spent on hostile text.
const maxAdjectives = 20

// leadingAdjectives returns the indices of the adjectives at the start of words
// and the index after them.
func (d *declension) leadingAdjectives(words []word, place placement) (found []int, i int) {
	for i = range words[:min(len(words), maxAdjectives)] {
		w, lower := words[i], strings.ToLower(words[i].text)
		last := len(found) - 1
		continues := last >= 0 && i+1 < len(words) && d.isFurtherAdjective(words, found[last], i+1)
		switch {
		case inList(lower, abbreviatedAdjectives), lower == "и" && continues: // «учебная и научная комиссия»
			continue
		case i+1 < len(words) && isAdverb(lower) && isAdjective(words[i+1].text): // «временно исполняющий»
			continue
		case i+1 < len(words) && w.isBare() && inList(lower, indeclinableHalves) &&
			lookup(words[i+1].text).animate: // «веб дизайнер»
			continue
		case last >= 0 && !d.isFurtherAdjective(words, found[last], i),
			last < 0 && place != placeFirst && !d.standsBeforeNoun(words, i):
			return found, i
		}
		bracketed := last >= 0 && w.before == "(" && w.after == ")"
		if w.before != "" && !bracketed || !isAdjective(w.text) {
			return found, i
		}
		found = append(found, i)
		enumerated := w.after == "," && i+1 < len(words) && d.isFurtherAdjective(words, i, i+1)
		if w.after != "" && !bracketed && !enumerated {
			return found, i
		}
	}
	return found, min(len(words), maxAdjectives)
}

func isAdverb(lower string) bool {
	return strings.HasSuffix(lower, "о") && !lookup(lower).known
}

// isFurtherAdjective reports whether the word at i may be another adjective: it
// agrees with the last one. A word in -ой must also precede its noun, unlike in
// «заведующий ветеринарной аптекой».
func (d *declension) isFurtherAdjective(words []word, last, i int) bool {
	_, before, _ := adjective(words[last].text)
	_, g, ok := adjective(words[i].text)
	return ok && g == before && d.standsBeforeNoun(words, i)
}

// standsBeforeNoun reports, for a word in -ой, whether a masculine noun
// follows. Otherwise it is the genitive or instrumental of a feminine.
func (d *declension) standsBeforeNoun(words []word, i int) bool {
	if !strings.HasSuffix(strings.ToLower(words[i].text), "ой") {
		return true
	}
	if i+1 >= len(words) || isAdjective(words[i+1].text) {
		return false
	}
	n, ok := d.headNoun(words[i+1].text, Masculine)
	return ok && n.known
}

// isPositionAdjective reports whether an adjective can name a position by
// itself.
func isPositionAdjective(word string) bool {
	return hasAnySuffix(strings.ToLower(word), "щий щая ный ная щийся щаяся")
}

// declineHead declines a position whose head noun is at i.
func (d *declension) declineHead(words []word, adjectives []int, i int, n noun) int {
	animate := d.animate || n.animate
	d.headAnimate = animate
	if !n.known {
		d.addDoubt("слова «"+words[i].text+"» нет среди известных должностей и органов", words[i])
	}
	for _, k := range adjectives {
		words[k].text = d.declineAdjective(words[k].text, animate)
	}
	words[i].text = d.declineNoun(words[i].text, animate)
	d.setGender(n.gender)
	for i++; i < len(words) && words[i-1].after == "" && words[i].before == ""; i++ {
		next := strings.ToLower(words[i].text)
		_, g, ok := adjective(next)
		switch {
		case ok && g == n.gender && !hasAnySuffix(next, "ой ний гий хий"): // «сестра операционная»
			words[i].text = d.declineAdjective(words[i].text, animate)
		case n.animate && n.gender == Masculine && hasAnySuffix(next, appositionSuffixes): // «врач хирург»
			words[i].text = d.declineNoun(words[i].text, animate)
		default:
			return i
		}
	}
	return i
}

// appositionSuffixes are suffixes of nouns that may stand in apposition to the
// head noun.
const appositionSuffixes = "тель щик чик ист лог вед врач эксперт инженер терапевт хирург педиатр психиатр техник " +
	"механик юрист"

func (d *declension) setGender(g Gender) {
	if d.gender == Unknown {
		d.gender = g
	}
}

// obliqueEndings are endings of oblique cases that also occur in nominatives of
// the second declension.
const obliqueEndings = "ов ев ой ей ий ью ом ем ых их ам ям ами ями ах ях"

// headNoun reports whether a word can be the head noun after adjectives of a
// gender, and returns its declension.
func (d *declension) headNoun(text string, agreeing Gender) (noun, bool) {
	tail := text[strings.LastIndexByte(text, '-')+1:]
	first, _ := utf8.DecodeRuneInString(tail)
	if !unicode.Is(unicode.Cyrillic, first) || strings.ContainsAny(text, ".0123456789") {
		return noun{}, false
	}
	lower := strings.ToLower(tail)
	n := lookup(tail)
	listed := n.known && (lexicon()[lower] != noun{})
	length := utf8.RuneCountInString(tail)
	isWordInCapitals := d.capitals && (listed || n.known && length > 3)
	switch {
	case length < 3, isAbbreviation(tail) && !isWordInCapitals:
		return noun{}, false
	case agreeing == Unknown:
		return n, true
	case agreeing != n.gender && !inList(lower, masculineInA):
		return noun{}, false
	case !listed && hasAnySuffix(lower, obliqueEndings):
		return noun{}, false
	}
	return n, true
}
