package russian

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/wordset"
)

// Position declines the name of a position: the head noun and the adjectives
// before it, but not the words that depend on it. Another position may follow
// after a comma, a dash, a slash or «и», in brackets, or without any mark. After
// «и. о.» and «врио» nothing is declined, because they govern a genitive that
// is already there. The form has a doubt if the head noun is not known as a
// position.
func Position(text string, c Case) Form {
	if c == Nominative {
		return certain(text)
	}
	d := declension{c: c, animate: true}
	return d.decline(text)
}

// IsActing reports whether a position begins with «и. о.» in small letters.
func IsActing(position string) bool {
	rest, is := strings.CutPrefix(position, "и.")
	return is && strings.HasPrefix(strings.TrimLeft(rest, " \u00a0"), "о.")
}

// GenderOfNoun returns the gender or number of the head noun of a phrase, for
// agreement: «Положение» is neuter, «Правила» is plural. It returns Unknown if
// there is no head noun.
func GenderOfNoun(phrase string) Gender {
	d := declension{c: Dative}
	d.decline(phrase)
	return d.gender
}

// declension declines the words of a phrase.
type declension struct {
	c        Case
	animate  bool // the phrase refers to persons
	ownName  bool // a proper name without quotes follows the legal form: «ООО Торговый дом»
	words    []phraseWord
	capitals bool   // the whole phrase is in capitals
	doubt    string // the first one found
	guess    bool   // the doubt is about the form itself
	unread   bool   // a doubt is about the phrase, which may not be in the nominative
	gender   Gender // of the first head noun
	isPerson bool   // whether the last head noun is animate
	end      int    // index after the last position found
	governed bool   // a preposition that may take the accusative precedes
}

// placement is the place of a word in a phrase. It determines which nouns are
// accepted as the head of a position.
type placement int

const (
	placeFirst       placement = iota // any noun
	placeAfterMark                    // after an abbreviation or a foreign word: «IT директор»
	placeCoordinated                  // after «и» that directly follows a head noun
	placeConjoined                    // after a later «и»
	placeDetached                     // after a comma
	placeDashed                       // after a dash or a slash
	placeBracketed                    // after an opening bracket
	placeWithin                       // among the words that depend on a head noun
)

func (d *declension) decline(text string) Form {
	d.words = splitPhrase(text)
	d.capitals = d.areCapitals()
	place, onlyMarks := placeFirst, true
	for i := 0; i < len(d.words); {
		w := &d.words[i]
		n := 0
		if !w.quoted && !w.isDash() && (i == 0 || !w.isConjunction()) && !(d.ownName && isCompanyForm(w.lower)) {
			n = d.declinePosition(i, place)
		}
		if n > 0 {
			d.end, d.governed = i+n, false
			w = &d.words[d.end-1]
		}
		onlyMarks = onlyMarks && n == 0 && d.isMark(w)
		if i == 0 && n == 0 && !onlyMarks && !isAbbreviatedWord(w.text) {
			d.addDoubt(doubtNoHead)
		}
		d.governed = d.governed && !w.isDash() || governsAccusative(w.lower) && !isAbbreviation(w.text)
		d.ownName = d.ownName && !w.quoted
		i += max(1, n)
		if i < len(d.words) {
			place = d.placeOf(i, onlyMarks)
		}
	}
	if d.end == 0 && !d.isAbbreviated() {
		d.addDoubt(doubtNoHead)
	}
	return Form{d.text(), d.doubt, d.guess}
}

const (
	doubtNoHead        = "не найдено слово, которое склоняется"
	doubtUnclearGender = "не ясно, какого рода это название"
)

// governsAccusative reports prepositions and active participles, which may take
// the accusative. It equals the nominative of inanimate nouns: «ответственный за
// воинский учёт», «организации, ведущие кадровый учёт».
func governsAccusative(lower string) bool {
	return takesAccusative(lower) || isActiveParticiple(lower) && !takesInstrumental(lower)
}

var (
	takesInstrumental  = wordset.Endings("ведующий ведующая правляющий правляющая мандующий мандующая")
	takesAccusative    = wordset.Words("за на в во через про о об")
	isActiveParticiple = wordset.Endings("ющий ющая ющее ющие ющих ющего ющей ящий ящая ящее ящие ящих ящего ящей " +
		"ущий ущие ущих ущего ущей ащий ащие ащих ащего ащей вший вшая вшее вшие вших вшего вшей")
)

// placeOf returns the place of the word at i.
func (d *declension) placeOf(i int, onlyMarks bool) placement {
	w, before := &d.words[i], &d.words[i-1]
	switch {
	case w.opensBracket():
		return placeBracketed
	case before.isDash(), before.joinsNext(), w.startsWithDash():
		return placeDashed
	case before.endsClause():
		return placeDetached
	case before.isConjunction() && d.end > 0 && d.end == i-1 && d.words[i-2].after == "":
		return placeCoordinated
	case before.isConjunction():
		return placeConjoined
	case onlyMarks:
		return placeAfterMark
	}
	return placeWithin
}

func (d *declension) addDoubt(reason string) {
	d.unread = true
	d.doubtWord(reason)
}

// doubtWord adds a doubt about a single word of a phrase that is read well otherwise.
func (d *declension) doubtWord(reason string) {
	d.guess = true
	if d.doubt == "" {
		d.doubt = reason
	}
}

func (d *declension) setGender(g Gender) {
	if d.gender == Unknown {
		d.gender = g
	}
}

func (d *declension) text() string {
	var b strings.Builder
	for i := range d.words {
		w := &d.words[i].word
		b.WriteString(w.before)
		b.WriteString(w.text)
		b.WriteString(w.after)
		b.WriteString(w.space)
	}
	return b.String()
}

// areCapitals reports whether all words outside quotes are in capitals.
func (d *declension) areCapitals() bool {
	letters := 0
	for i := range d.words {
		w := &d.words[i]
		if w.quoted {
			continue
		}
		for _, r := range w.text {
			if unicode.IsLower(r) {
				return false
			}
			if unicode.IsUpper(r) {
				letters++
			}
		}
	}
	return letters > 1
}

// isAbbreviated reports whether the phrase consists of abbreviations and names
// in quotes, which do not decline: «ОГБПОУ СмолАПО», «ООО «Заря»».
func (d *declension) isAbbreviated() bool {
	for i := range d.words {
		w := &d.words[i]
		switch {
		case w.quoted, w.text == "":
		case isCompanyForm(w.lower), isAbbreviatedWord(w.text), isContraction(w.lower):
			return true
		case !isAbbreviation(w.text):
			return false
		default:
			letters := utf8.RuneCountInString(w.text)
			return !(d.capitals && (d.animate && letters > 5 || letters > 4 && readsAsWord(w.lower)))
		}
	}
	return true
}

// isMark reports a word that cannot be a head noun and may precede one: an
// abbreviation, a foreign word, a number or a name in quotes.
func (d *declension) isMark(w *phraseWord) bool {
	return w.quoted || isCompanyForm(w.lower) || w.lower == "гвардии" || !hasCyrillic(w.text) ||
		d.animate && isShortAttribute(w.lower) || isContraction(w.lower) ||
		strings.ContainsAny(w.text, "0123456789") ||
		isAbbreviation(w.text) && !d.isWordInCapitals(w)
}

// isWordInCapitals reports whether a word in capitals is not an abbreviation.
func (d *declension) isWordInCapitals(w *phraseWord) bool {
	if !isUpper(w.text) {
		return false
	}
	length := utf8.RuneCountInString(w.text)
	tail := w.lower[strings.LastIndexByte(w.lower, '-')+1:]
	_, listed := lexicon()[tail]
	switch {
	case w.adjective.found():
		return length > 5 || d.capitals
	case d.capitals:
		isOfLetters := length < 6 && strings.HasSuffix(tail, "и") && !strings.HasSuffix(tail, "чи") && // «МАДИ»
			!pluralOfListed(tail).known && !d.hasPluralAdjective()
		return listed || length > 3 && !isOfLetters && isKnown(lookupLower(tail), d.animate)
	}
	return listed && length > 3 || length > 5 && lookupLower(tail).known
}

// hasPluralAdjective reports an adjective with which a noun in -и is a plural: «БЕЛЫЕ НОЧИ».
func (d *declension) hasPluralAdjective() bool {
	return slices.ContainsFunc(d.words, func(w phraseWord) bool {
		return !w.quoted && w.adjective.found() && hasAnySuffix(w.lower, "ые ие")
	})
}

// isKnown reports whether the declension of a noun is certain where the name of
// a position, or of a body, is expected.
func isKnown(n noun, position bool) bool { return n.known || position && n.likely }
