package russian

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Position puts a post into a case: the adjectives up to the head noun and
// the noun itself decline, what depends on it stays. A comma, a dash or «и»
// may begin a second post. «и. о.» and «врио» govern the genitive that is
// already written, so they and the rest stay. The form is doubtful when the
// head is not surely a post.
func Position(text string, c Case) Form {
	if c == Nominative {
		return sure(text)
	}
	d := declension{c: c, living: true}
	return Form{d.phrase(text), d.doubt}
}

// GenderOfNoun is the gender and number of the head noun of a phrase, for
// what agrees with it: «Положение» is neuter, «Правила» plural. It is Unknown
// when there is no head.
func GenderOfNoun(phrase string) Gender {
	d := declension{c: Dative}
	d.phrase(phrase)
	return d.gender
}

// declension declines the words of one phrase.
type declension struct {
	c        Case
	living   bool   // the phrase is about people
	capitals bool   // the whole phrase is in capitals
	doubt    string // the first that came up
	gender   Gender // of the first head
	person   bool   // the last head was one
}

// rank is where a post stands in a phrase: how far a word must look like a
// post to be taken for one.
type rank int

const (
	theFirst   rank = iota // any noun
	coordinate             // behind «и» that follows a head at once: any known noun
	conjoined              // behind a later «и»: only a person
	apart                  // behind a comma or a dash: the same, and others are doubtful
)

// phrase declines every post of a phrase.
func (d *declension) phrase(text string) string {
	d.capitals = isUpper(text)
	words := split(text)
	r, depth := theFirst, 0
	for i := 0; i < len(words); {
		n := d.post(words[i:], r)
		found := n > 0
		if !found {
			if r == theFirst {
				d.doubts("не найдено слово, которое склоняется", words[i])
			}
			n = 1
		}
		for _, w := range words[i : i+n] {
			depth = max(0, depth+w.depth())
		}
		i += n
		r = apart
		if found && i < len(words) && words[i].text == "и" && words[i-1].after == "" {
			r = coordinate
		}
		for i < len(words) && (depth > 0 || !words[i-1].reopens()) {
			depth = max(0, depth+words[i].depth())
			i++
		}
		if r == apart && isOne(words[i-1].text, "и или /") {
			r = conjoined
		}
	}
	return join(words)
}

func (d *declension) doubts(reason string, w word) {
	if d.doubt == "" && !isAbbreviation(w.text) && w.before == "" {
		d.doubt = reason
	}
}

const (
	actingWords = "врио врид ио и.о и.о. вр.и.о. вр. и."
	shortNouns  = "зам. нач. зав. пом. рук. дир. проф. доц. акад. канд. чл.-корр. к.т.н. д.т.н. к.э.н. д.э.н. к.ф.-м.н. д.ф.-м.н. к.ю.н. " +
		"д.ю.н. к.м.н. д.м.н. к.п.н. д.п.н. к.и.н. д.и.н. к.х.н. д.х.н. к.б.н. д.б.н."
	shortAdjectives = "гл. ст. вед. мл. ген. исп. техн. науч. уч. спец."
)

// post declines one post at the front of words, in place, and returns how
// many words it took; 0 when there is none. A post that is not the first must
// be one beyond doubt, for it may be a genitive of the post before it.
func (d *declension) post(words []word, r rank) int {
	if isOne(strings.ToLower(words[0].text), actingWords+" "+shortNouns) {
		d.setGender(Masculine)
		return 1
	}
	adjectives, i := d.adjectives(words, r)
	agreeing := Unknown
	if n := len(adjectives); n > 0 {
		last := adjectives[n-1]
		_, agreeing, _ = adjective(words[last].text)
		if words[last].after != "" && words[last].before == "" {
			i = len(words) // a comma parts the adjective from any noun
		}
	}
	if i < len(words) && words[i].before == "" {
		n, ok := d.head(words[i].text, agreeing)
		if n.gender == Plural && r != theFirst && d.gender != Plural && len(adjectives) == 0 {
			ok = false // «…, логистики» is a genitive behind a singular
		}
		switch {
		case ok && (r == theFirst || len(adjectives) > 0 || n.person || r == coordinate && n.known):
			return d.nounPost(words, adjectives, i, n)
		case ok && r == apart && n.gender == Masculine && !endsIn(strings.ToLower(words[i].text), obliqueEndings):
			d.doubts("не ясно, склоняется ли «"+words[i].text+"»", words[i])
		}
	}
	if len(adjectives) == 0 || r != theFirst && agreeing != d.gender && !isPostAdjective(words[adjectives[0]].text) {
		return 0 // «…, ответственное за…» agrees with the head, «…, заведующая…» is a post of its own
	}
	living := d.living || d.person || r == theFirst // «присутствующие» are people
	for _, k := range adjectives {
		words[k].text = d.adjectiveForm(words[k].text, living)
	}
	d.setGender(agreeing)
	d.person = living
	return adjectives[len(adjectives)-1] + 1
}

// mostAdjectives bounds the work on a hostile text; no real post has so many.
const mostAdjectives = 20

// adjectives finds the adjectives at the front of words, and where what
// follows them begins.
func (d *declension) adjectives(words []word, r rank) (found []int, i int) {
	for i = range words[:min(len(words), mostAdjectives)] {
		w, lower := words[i], strings.ToLower(words[i].text)
		last := len(found) - 1
		more := last >= 0 && i+1 < len(words) && d.continues(words, found[last], i+1)
		switch {
		case isOne(lower, shortAdjectives), lower == "и" && more: // «учебная и научная комиссия»
			continue
		case i+1 < len(words) && isAdverb(lower) && isAdjective(words[i+1].text): // «временно исполняющий»
			continue
		case i+1 < len(words) && w.plain() && isOne(lower, stillHalves) && lookup(words[i+1].text).person: // «веб дизайнер»
			continue
		case last >= 0 && !d.continues(words, found[last], i), last < 0 && r != theFirst && !d.beforeNoun(words, i):
			return found, i
		}
		bracketed := last >= 0 && w.before == "(" && w.after == ")"
		if w.before != "" && !bracketed || !isAdjective(w.text) {
			return found, i
		}
		found = append(found, i)
		if w.after != "" && !bracketed && !(w.after == "," && i+1 < len(words) && d.continues(words, i, i+1)) {
			return found, i
		}
	}
	return found, min(len(words), mostAdjectives)
}

func isAdverb(lower string) bool {
	return strings.HasSuffix(lower, "о") && !lookup(lower).known
}

// continues reports whether the word at i may be a further adjective: one of
// the same gender, and one in -ой only before its noun, for «заведующий
// ветеринарной аптекой» ends so too.
func (d *declension) continues(words []word, last, i int) bool {
	_, before, _ := adjective(words[last].text)
	_, g, ok := adjective(words[i].text)
	return ok && g == before && d.beforeNoun(words, i)
}

// beforeNoun is false of a word in -ой that no masculine noun follows: it is
// the genitive or instrumental of a feminine.
func (d *declension) beforeNoun(words []word, i int) bool {
	if !strings.HasSuffix(strings.ToLower(words[i].text), "ой") {
		return true
	}
	if i+1 >= len(words) || isAdjective(words[i+1].text) {
		return false
	}
	n, ok := d.head(words[i+1].text, Masculine)
	return ok && n.known
}

// isPostAdjective is true of the adjectives that name a post by themselves.
func isPostAdjective(word string) bool {
	return endsIn(strings.ToLower(word), "щий щая ный ная щийся щаяся")
}

// nounPost declines a post whose head is the noun at i.
func (d *declension) nounPost(words []word, adjectives []int, i int, n noun) int {
	living := d.living || n.person
	d.person = living
	if !n.known {
		d.doubts("слова «"+words[i].text+"» нет среди известных должностей и органов", words[i])
	}
	for _, k := range adjectives {
		words[k].text = d.adjectiveForm(words[k].text, living)
	}
	words[i].text = d.nounForm(words[i].text, living)
	d.setGender(n.gender)
	for i++; i < len(words) && words[i-1].after == "" && words[i].before == ""; i++ {
		next := strings.ToLower(words[i].text)
		_, g, ok := adjective(next)
		switch {
		case ok && g == n.gender && !endsIn(next, "ой ний гий хий"): // «сестра операционная»
			words[i].text = d.adjectiveForm(words[i].text, living)
		case n.person && n.gender == Masculine && endsIn(next, "тель щик чик ист лог вед врач эксперт инженер терапевт хирург педиатр психиатр техник механик юрист"): // «врач хирург»
			words[i].text = d.nounForm(words[i].text, living)
		default:
			return i
		}
	}
	return i
}

func (d *declension) setGender(g Gender) {
	if d.gender == Unknown {
		d.gender = g
	}
}

// obliqueEndings are those of oblique cases that look like a noun of the
// second declension.
const obliqueEndings = "ов ев ой ей ий ью ом ем ых их ам ям ами ями ах ях"

// head tells whether a word can be the head noun after adjectives of a
// gender, and how it declines.
func (d *declension) head(text string, agreeing Gender) (noun, bool) {
	tail := text[strings.LastIndexByte(text, '-')+1:]
	first, _ := utf8.DecodeRuneInString(tail)
	if !unicode.Is(unicode.Cyrillic, first) || strings.ContainsAny(text, ".0123456789") {
		return noun{}, false
	}
	lower := strings.ToLower(tail)
	n := lookup(tail)
	listed := n.known && (lexicon()[lower] != noun{})
	if utf8.RuneCountInString(tail) < 3 || isAbbreviation(tail) && !(d.capitals && (listed || n.known && utf8.RuneCountInString(tail) > 3)) {
		return noun{}, false
	}
	switch {
	case agreeing == Unknown:
		return n, true
	case agreeing != n.gender && !isOne(lower, menInA):
		return noun{}, false
	case !listed && endsIn(lower, obliqueEndings):
		return noun{}, false
	}
	return n, true
}
