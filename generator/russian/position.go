package russian

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Position puts a post into a case: the adjectives up to the head noun and
// the noun itself decline, what depends on it stays. A comma, a dash or «и»
// may begin a second post. «и. о.» and «врио» govern the genitive that is
// already written, so the whole stays.
func Position(text string, c Case) Form { return declinePhrase(text, c, true) }

// Body puts a collegial body, an organisation or its part into a case.
func Body(text string, c Case) Form { return declinePhrase(text, c, false) }

// GenderOfNoun is the gender and number of the head noun of a phrase.
func GenderOfNoun(phrase string) Gender {
	d := declension{c: Dative}
	d.run(phrase)
	return d.gender
}

func declinePhrase(text string, c Case, living bool) Form {
	d := declension{c: c, living: living}
	out := d.run(text)
	if c == Nominative {
		return sure(text)
	}
	return Form{Text: out, Doubt: d.doubt}
}

// declension walks over the words of a phrase.
type declension struct {
	c      Case
	living bool
	doubt  string
	gender Gender
}

// chunk is a word with the marks around it and the space behind it.
type chunk struct{ before, word, after, space string }

func chunks(text string) []chunk {
	var all []chunk
	for text != "" {
		end := strings.IndexFunc(text, unicode.IsSpace)
		if end < 0 {
			end = len(text)
		}
		word := text[:end]
		rest := strings.TrimLeftFunc(text[end:], unicode.IsSpace)
		space := text[end : len(text)-len(rest)]
		inner := strings.TrimLeft(word, "(«\"„[")
		core := strings.TrimRight(inner, ",;:)»\"“]")
		all = append(all, chunk{word[:len(word)-len(inner)], core, inner[len(core):], space})
		text = rest
	}
	return all
}

const (
	actingWords   = "врио вр.и.о. и.о. ио и.о врид"
	shortNouns    = "зам. нач. зав. пом. рук. дир. проф. доц. акад. канд. чл.-корр. к.т.н. д.т.н. к.э.н. д.э.н. к.ф.-м.н. к.ю.н. д.ю.н. к.м.н. д.м.н. к.п.н. д.п.н."
	shortAdjs     = "гл. ст. вед. мл. ген. зам.гл. исп. техн. науч. уч."
	stillPrefixes = "веб вице пресс премьер экс арт бизнес обер контр штаб унтер генерал капитан шеф топ офис бренд фитнес интернет онлайн " +
		"статс горе мини медиа контент маркетинг эвент ивент смм пиар эйчар ит фото видео аудио кино радио теле яхт прима лейб флигель промо " +
		"бек фронт кол колл тайм проект продакт продукт аккаунт сервис риск стресс тест фейс каст секс блок дизайн джаз поп рок рок"
)

func (d *declension) run(text string) string {
	all := chunks(text)
	var b strings.Builder
	first, open, depth := true, true, 0
	for i := 0; i < len(all); {
		ch := all[i]
		if depth == 0 && open && ch.before == "" {
			n := d.segment(all[i:], !first)
			if n > 0 {
				first = false
				for _, done := range all[i : i+n] {
					b.WriteString(done.before + done.word + done.after + done.space)
				}
				open = reopens(all[i+n-1])
				i += n
				continue
			}
		}
		open = false
		depth += strings.Count(ch.before, "(") + strings.Count(ch.before, "«") - strings.Count(ch.after, ")") - strings.Count(ch.after, "»")
		if depth < 0 {
			depth = 0
		}
		b.WriteString(ch.before + ch.word + ch.after + ch.space)
		open = depth == 0 && (reopens(ch) || ch.word == "и")
		i++
	}
	return b.String()
}

func reopens(ch chunk) bool {
	return strings.ContainsAny(ch.after, ",;") || ch.word == "—" || ch.word == "–" || ch.word == "-"
}

// segment declines the words from the front of a phrase up to its head, in
// place, and returns how many it has dealt with; 0 when there is no head.
func (d *declension) segment(all []chunk, optional bool) int {
	var adjs []int
	i := 0
	for ; i < len(all); i++ {
		w := all[i].word
		lower := strings.ToLower(w)
		switch {
		case isOne(lower, actingWords) || lower == "и." || lower == "вр.":
			if d.gender == Unknown {
				d.gender = Masculine
			}
			return i + 1
		case isOne(lower, shortNouns):
			return i + 1
		case isOne(lower, shortAdjs):
			continue
		case endsIn(lower, "о") && i+1 < len(all) && isAdjective(all[i+1].word):
			continue
		}
		if _, _, ok := adjective(w); ok {
			adjs = append(adjs, i)
			if all[i].after != "" {
				i++
				break
			}
			continue
		}
		break
	}
	return d.head(all, adjs, i, optional)
}

func isAdjective(word string) bool {
	_, _, ok := adjective(word)
	return ok
}

func (d *declension) head(all []chunk, adjs []int, i int, optional bool) int {
	agr := Unknown
	if len(adjs) > 0 {
		_, agr, _ = adjective(all[adjs[len(adjs)-1]].word)
	}
	closed := len(adjs) > 0 && all[adjs[len(adjs)-1]].after != ""
	if !closed && i < len(all) && all[i].before == "" {
		if forms, n, ok := d.noun(all[i].word, agr); ok && (!optional || n.known) {
			living := d.living && n.living || n.living && d.living
			for _, j := range adjs {
				all[j].word = d.adjectiveForm(all[j].word, living)
			}
			if !n.known && d.doubt == "" {
				d.doubt = "слова «" + all[i].word + "» нет среди известных должностей и органов"
			}
			all[i].word = forms
			d.setGender(n.gender)
			return d.after(all, i+1, n.gender, living)
		}
	}
	if len(adjs) == 0 {
		if !optional && i < len(all) && d.doubt == "" && !isUpper(all[i].word) && all[i].before == "" {
			d.doubt = "не найдено слово, которое склоняется"
		}
		return 0
	}
	for _, j := range adjs {
		all[j].word = d.adjectiveForm(all[j].word, d.living)
	}
	d.setGender(agr)
	return adjs[len(adjs)-1] + 1
}

func (d *declension) setGender(g Gender) {
	if d.gender == Unknown {
		d.gender = g
	}
}

// after declines the adjectives that follow their noun: «сестра операционная».
func (d *declension) after(all []chunk, i int, g Gender, living bool) int {
	for ; i < len(all) && all[i-1].after == "" && all[i].before == ""; i++ {
		lower := strings.ToLower(all[i].word)
		_, ag, ok := adjective(lower)
		if !ok || ag != g || endsIn(lower, "ой ний гий хий") {
			break
		}
		all[i].word = d.adjectiveForm(all[i].word, living)
	}
	return i
}

func (d *declension) adjectiveForm(word string, living bool) string {
	head, tail := "", word
	if at := strings.LastIndexByte(word, '-'); at >= 0 {
		head, tail = word[:at+1], word[at+1:]
	}
	p, g, ok := adjective(tail)
	if !ok {
		return word
	}
	return head + p.decline(tail, d.c, living && (g == Masculine || g == Plural))
}

// noun declines a head noun that agrees with the adjectives before it.
func (d *declension) noun(word string, agr Gender) (string, noun, bool) {
	r, _ := utf8.DecodeRuneInString(word)
	if !unicode.Is(unicode.Cyrillic, r) || isUpper(word) && agr == Unknown && utf8.RuneCountInString(word) < 7 {
		return "", noun{}, false
	}
	parts := strings.Split(word, "-")
	n := lookup(parts[len(parts)-1])
	lower := strings.ToLower(parts[len(parts)-1])
	if agr != Unknown && agr != n.gender && n.paradigm != fixed && !isOne(lower, menInA) {
		return "", noun{}, false
	}
	if agr != Unknown && endsIn(lower, "ов ев ей ом ем ой ых их") && !isOne(lower, lifeless) {
		return "", noun{}, false
	}
	for i, part := range parts {
		if i < len(parts)-1 && isOne(strings.ToLower(part), stillPrefixes) {
			continue
		}
		if isAdjective(part) {
			parts[i] = d.adjectiveForm(part, d.living)
			continue
		}
		p := lookup(part)
		parts[i] = p.decline(part, d.c, d.living && p.living)
	}
	return strings.Join(parts, "-"), n, true
}
