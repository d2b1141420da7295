package russian

import (
	"slices"
	"strings"

	"protokol/generator/internal/wordset"
)

// kindGenitives are nouns for meetings in the genitive singular, also as last parts of compounds.
const kindGenitives = sittingGenitives + " коллегии совета круга"

// sittingGenitives are those that name no body.
const sittingGenitives = "заседания совещания собрания конференции сессии съезда пленума встречи схода форума " +
	"семинара голосования опроса"

// IsSittingGenitive reports a word for a meeting, not for a body, in the genitive.
func IsSittingGenitive(word string) bool { return inList(strings.ToLower(word), sittingGenitives) }

// Nouns for meetings whose nominative plural looks like a genitive singular: «обсуждения», «комиссии», «игры».
var (
	isActionGenitive = wordset.Words("рассмотрения вскрытия подведения открытия закрытия утверждения согласования " +
		"развития награждения вручения выдвижения подписания тестирования анкетирования освидетельствования " +
		"инвентаризации аттестации ликвидации медиации приёмки приемки сдачи оценки защиты предзащиты жеребьёвки " +
		"жеребьевки учёбы учебы")
	isPluralKind = wordset.Words("слушания чтения учения испытания состязания соревнования прения консультации " +
		"дискуссии гонки скачки посиделки поминки смотрины именины крестины похороны каникулы торги переговоры " +
		"выборы сборы дебаты споры экзамены зачёты зачеты тендеры аукционы турниры проводы парады диктанты")
	isUsuallyPlural = wordset.Words("обсуждения мероприятия собеседования занятия чаепития лекции экскурсии " +
		"репетиции презентации торжества")
	// isFeminineKind reports plurals of feminines, which end as those of masculines do: «игры» and «доклады».
	isFeminineKind = wordset.Endings("спективы иады игры беседы работы викторины экспертизы эстафеты")
	// isMasculineKind reports plurals of masculines that end as those of feminines do.
	isMasculineKind = wordset.Endings("ходы смотры разборы экзамены классы выезды заезды поединки подарки " +
		"уроки ники")

	// isGenitiveInA reports genitives of masculines by what they end with: «брифинга», «форума», «отбора», «осмотра».
	isGenitiveInA = wordset.Endings("инга нара тона фона циона оната ихата зита цита мита дита икета иума рума нума " +
		"ндума кума хода отра бора езда ктажа нтажа ртажа моста рейда лога грыша нира ндера замера обмера ктанта " +
		"каза класса актива шопа вора урока часа вечера кубка марша слёта слета зачёта зачета отчёта отчета " +
		"полёта полета спринта концерта экзамена урултая")
	isGenitiveInYa = wordset.Words("дня полдня фестиваля спектакля патруля лагеря")
	// isNominativeInA reports nominatives of feminines that end likewise.
	isNominativeInA = wordset.Words("звезда езда хода палата контора гора дума гордума госдума облдума")

	// isPluralInY reports genitives plural of what ends with -ие or -ия: «учений», «консультаций».
	isPluralInY = wordset.Endings("ений аний ятий ытий итий ций сий")

	// isOnlyNominativeInOv reports singulars that end as a genitive plural does.
	isOnlyNominativeInOv = wordset.Endings("отлов улов вылов прилов сев грев вызов клёв клев распев")
)

// KindGenitive returns the genitive of the name of a meeting, which may be given in the nominative, «публичные
// слушания», or in the genitive, «внеочередного заседания». A first word that may be a nominative plural or a genitive
// singular is read as is usual for it, with a doubt if both occur.
func KindGenitive(kind string) Form {
	first, rest := cutWord(kind)
	if rest != "" && strings.Trim(first, "IVXLCХ") == "" { // «IV сессия»
		f := KindGenitive(rest)
		f.Text = kind[:len(kind)-len(rest)] + f.Text
		return f
	}
	if genitive, ok := proceduresGenitive(kind); ok {
		return certain(genitive)
	}
	noun := strings.ToLower(strings.TrimRight(strings.TrimLeft(first, openingMarks), closingMarks))
	switch {
	case isKindGenitive(kind, noun):
		return certain(kind)
	case strings.HasSuffix(noun, "ов") || strings.HasSuffix(noun, "ев"):
		if !isOnlyNominativeInOv(noun) && noun != "лов" {
			return Form{kind, "«" + first + "» может быть и именительным падежом", true}
		}
	case isPluralKind(noun), isUsuallyPlural(noun):
	case isSingularOrPlural(noun):
		return Form{kind, "«" + noun + "» может быть и именительным падежом множественного числа", true}
	}
	f := Body(kind, Genitive)
	if f.Doubt != "" && isSureGenitive(f.Text, kind) {
		return certain(f.Text)
	}
	if word := leftNominative(f.Text); f.Doubt == "" && word != "" {
		f.Doubt, f.Guess = "«"+word+"» осталось в именительном падеже", true
	}
	if f.Doubt == "" && (isUsuallyPlural(noun) || isDoubtfulInY(noun) || isDoubtfulInA(noun)) {
		f.Doubt, f.Guess = "«"+noun+"» может быть и родительным падежом единственного числа", true
	}
	return f
}

// isKindGenitive reports a name of a meeting that can only be in the genitive. Its first word is noun.
func isKindGenitive(kind, noun string) bool {
	stem := strings.TrimSuffix(strings.TrimSuffix(noun, "ов"), "ев")
	switch {
	case hasAnySuffix(noun, kindGenitives), isActionGenitive(noun), isMasculineGenitive(noun),
		hasAnySuffix(noun, "ого его -го ых их"):
		return true
	case isPluralInY(noun) && !lookupListed(noun):
		return true
	case stem != noun:
		return isPluralKind(stem+"ы") || isPluralKind(stem+"и") || lookupListed(stem)
	}
	for i, word := range strings.Fields(strings.ToLower(kind)) { // «большой войсковой круг» is nominative
		if !hasAnySuffix(word, "ой ей -й") || hasAnySuffix(word, "юбилей музей хоккей бой строй") {
			return i > 0 && hasAnySuffix(strings.TrimRight(word, closingMarks), "и ы")
		}
	}
	return false
}

// isMasculineGenitive reports the genitive singular of a masculine in the lists, «конкурса», or one that its ending
// shows, «праздника», «брифинга». The last part of a compound decides: «смотра-конкурса».
func isMasculineGenitive(noun string) bool {
	noun = noun[strings.LastIndex(noun, "-")+1:]
	if isGenitiveInYa(noun) || isGenitiveInA(noun) && !isNominativeInA(noun) && !lookupListed(noun) {
		return true
	}
	stem, ok := strings.CutSuffix(noun, "а")
	return ok && !lookupListed(noun) && (lookupListed(stem) && lookupLower(stem).gender == Masculine ||
		hasAnySuffix(noun, "тника дника зника чника шника енника"))
}

// isSureGenitive reports whether a phrase in the genitive has a noun that its ending shows to be a masculine, in
// another form than the phrase it is made from, «комиссионного осмотра», and no word that may have to decline as well:
// «осмотра и обход». Words behind a preposition and in quotes stay as they are.
func isSureGenitive(genitive, phrase string) bool {
	words, masculine := strings.Fields(strings.ToLower(phrase)), false
	governed, joined := false, false
	list := splitPhrase(genitive)
	for i := range list {
		w := &list[i]
		changed := !slices.Contains(words, strings.ToLower(w.before+w.text+w.after))
		switch {
		case w.isConjunction(), w.isDash():
			governed, joined = false, true
			continue
		case isPreposition(w.lower):
			governed = true
		case w.quoted, governed:
		case isMasculineGenitive(w.lower):
			masculine = masculine || changed
		case changed && !hasAnySuffix(w.lower, "ого его"), !changed && !isDependentGenitive(w.lower, joined):
			return false
		}
		if w.endsClause() || w.joinsNext() {
			governed, joined = false, true
		}
	}
	return masculine
}

// leftNominative returns a masculine noun in the nominative that a phrase in the genitive still has behind a
// conjunction, «субботника в парке и концерт», or "". It cannot be joined to the word before, which is in another case.
func leftNominative(genitive string) string {
	list := splitPhrase(genitive)
	for i := 2; i < len(list); i++ {
		before, w := &list[i-2], &list[i]
		if list[i-1].isConjunction() && !before.quoted && !w.quoted &&
			!isAbbreviation(w.text) && !isPreposition(w.lower) &&
			(hasAnySuffix(before.lower, "е ом ем ами ями ах ях") ||
				i > 2 && inList(list[i-3].lower, "по к ко") && hasAnySuffix(before.lower, "у ю")) &&
			!hasAnySuffix(w.lower, "ах ях ых их ам ям им ым ом ем ой ей") &&
			hasAnySuffix(w.lower, "б в г д ж з й к л м н п р с т ф х ц ч ш щ") {
			return w.text
		}
	}
	return ""
}

// isDependentGenitive reports a word that can only be a genitive behind a noun, «помещений», «склада школы». Joined to
// it by a conjunction, «беседы» may be a nominative that should decline.
func isDependentGenitive(word string, joined bool) bool {
	return hasAnySuffix(word, "ого его ых их ств") || isPluralInY(word) ||
		hasAnySuffix(word, "ов ев") && !isOnlyNominativeInOv(word) ||
		!joined && hasAnySuffix(word, "ы и ой ей ания ения ятия ытия")
}

// isDoubtfulInA reports a noun that may be the genitive of a masculine: «тура», «парада».
func isDoubtfulInA(noun string) bool {
	return hasAnySuffix(noun, "тура ника ада ома ема ота") && !hasAnySuffix(noun, "иада работа") && !lookupListed(noun)
}

// isSingularOrPlural reports a noun that may be the genitive singular or the nominative plural of a neuter or a
// feminine: «открытия», «комиссии», «проверки», «группы».
func isSingularOrPlural(noun string) bool {
	switch {
	case hasAnySuffix(noun, "ия"):
		return isNeuterPlural(noun)
	case hasAnySuffix(noun, "ства ии реи"), isFeminineKind(noun):
		return true
	case !hasAnySuffix(noun, "ы и"):
		return false
	}
	stem := noun[:len(noun)-len("и")]
	for _, singular := range []string{stem + "а", stem + "я"} {
		if n := lookupLower(singular); lookupListed(singular) && n.gender == Feminine && !n.animate {
			return true
		}
	}
	return hasAnySuffix(noun, "ки чи") && !isMasculineKind(noun) && !pluralOfListed(noun).known
}

// isDoubtfulInY reports a plural in -ы that is not known to be that of a masculine.
func isDoubtfulInY(noun string) bool {
	return hasAnySuffix(noun, "ы") && !isPluralKind(noun) && !isMasculineKind(noun) && !lookupListed(noun) &&
		!pluralOfListed(noun).known
}

// isProcedure reports what a commission does with something, in the genitive.
var isProcedure = wordset.Words("рассмотрения вскрытия подведения оценки проверки осмотра обследования приёмки " +
	"приемки согласования инвентаризации освидетельствования сопоставления отбора утверждения")

// IsDoneBy reports whether a kind of meeting in the genitive is what a body does, so that the body is its agent, not
// its owner: «вскрытия конвертов с заявками» of a commission, but not «проверки кассы» of a company.
func IsDoneBy(kind, body string) bool {
	first, rest := cutWord(kind)
	return rest != "" && isProcedure(strings.ToLower(first)) && isCommissionLike(body)
}

// isCommissionLike reports whether a body in the nominative is a commission, a jury or a working group: «Комиссия по
// закупкам», but not «Комиссионный магазин» or «Секретариат комиссии». Its noun is the first word that is no adjective.
func isCommissionLike(body string) bool {
	before := ""
	for word := range strings.FieldsSeq(strings.ToLower(body)) {
		switch {
		case isCommission(word), inList(word, "подкомиссия подкомиссии жюри"):
			return true
		case !endsAdjective(word) && !hasAnySuffix(word, "ые ие о и") && !strings.ContainsAny(word, "0123456789№"):
			return word == "группа" && before == "рабочая"
		}
		before = word
	}
	return false
}

var isCommission = wordset.Words("комиссия комиссии комиссию комиссией комиссий комиссиям комиссиями комиссиях")

// NamesCommission reports whether a text has the word «комиссия», in any case and number.
func NamesCommission(text string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		if word = strings.TrimRight(strings.TrimLeft(word, openingMarks), closingMarks); isCommission(word) ||
			isCommission(strings.TrimPrefix(word, "под")) {
			return true
		}
	}
	return false
}

// FeminineGenitive reports a phrase in the genitive whose noun is feminine: «внеочередной конференции», «сессии Думы»,
// «встречи», «проверки кассы».
func FeminineGenitive(phrase string) bool {
	for word := range strings.FieldsSeq(phrase) {
		switch word = strings.TrimRight(word, closingMarks); {
		case strings.Contains(word, "а-"), hasAnySuffix(word, "а я ого его ых их ий ов ев ок ек"):
			return false
		case hasAnySuffix(word, "ии ой ей ки чи ы"):
			return true
		}
	}
	return false
}

// PluralGenitive reports a phrase in the genitive whose noun is plural: «публичных слушаний», «торгов», «гонок».
func PluralGenitive(phrase string) bool {
	first, _ := cutWord(phrase)
	return hasAnySuffix(strings.TrimRight(first, closingMarks), "ых их ий ов ев ок ек")
}
