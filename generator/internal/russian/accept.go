package russian

import (
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/wordset"
)

// acceptHead decides whether the word at i is the head noun of a position. After
// the first position the word may also depend on it, so it must be a person in
// the name of a position, or an institution in the name of a body.
func (d *declension) acceptHead(i int, place placement, adjectives []int, agreeing Gender) (noun, bool) {
	w := &d.words[i]
	n, ok := d.headNoun(w, agreeing)
	described := len(adjectives) > 0
	switch {
	case !ok, described && d.namesAlone(&d.words[adjectives[len(adjectives)-1]], w, n):
		return noun{}, false
	case place == placeFirst:
		d.doubtShortened(w)
		d.doubtBrand(i)
		return n, true
	case n.gender == Plural && d.gender != Plural && !(described && place == placeDashed):
		if described && n.known && !d.isLowerCase(&d.words[adjectives[0]]) && !d.animate {
			d.addDoubt("не ясно, склоняется ли «" + w.text + "»") // «предприятие Тепловые сети»
		}
		return noun{}, false // «…, логистики» is a genitive after a singular
	case place == placeCoordinated && (described || n.animate || isKnown(n, d.animate)):
		return n, true
	case d.animate:
		return n, d.acceptPerson(i, place, adjectives, n)
	}
	return n, d.acceptBody(i, place, adjectives, n)
}

// namesAlone reports whether a feminine adjective before w names a position or a room by
// itself, so that what follows is a genitive: «заведующая склада», «приёмная начальника».
func (d *declension) namesAlone(before, w *phraseWord, n noun) bool {
	if before.adjective.gender != Feminine {
		return false
	}
	return isCompleteAlone(before.lower) && d.mayDepend(w, n) || isRoom(before.lower) && d.isGenitiveOfOwner(w)
}

// isRoom reports adjectives that are nouns for a room or a shop.
var isRoom = wordset.Endings("приёмная приемная мастерская столовая гостиная учительская котельная прачечная " +
	"парикмахерская кондитерская")

// isGenitiveOfOwner reports a word that may be the genitive of a masculine noun or of a
// surname: «начальника», «посёлка», «Коненкова».
func (d *declension) isGenitiveOfOwner(w *phraseWord) bool {
	return !lookupListed(w.lower) && (isGenitive(w.lower) || isGenitiveOfBody(w.lower) ||
		isCapitalized(w.text) && hasAnySuffix(w.lower, "ова ева ёва ина ына"))
}

// mayDepend reports whether a noun in -а or -я, in the name of a position, may be
// the genitive of a thing: «дома», «склада».
func (d *declension) mayDepend(w *phraseWord, n noun) bool {
	return d.animate && !n.animate && !n.institution && hasAnySuffix(w.lower, "а я") && !lookupListed(w.lower)
}

// doubtShortened adds a doubt about «зам», which is an abbreviation or a noun. Its forms are right in both cases.
func (d *declension) doubtShortened(w *phraseWord) {
	if w.lower == "зам" && d.doubt == "" {
		d.doubt = "«" + w.text + "» — сокращение без точки или разговорное слово"
	}
}

// isBrand reports companies that are known by one word. With another word it is
// a proper name of several words, which may stay: «Газпром межрегионгаз».
var isBrand = wordset.Words("газпром роснефть лукойл росатом ростелеком сбербанк россети")

// doubtBrand adds a doubt about such a name without quotes at i.
func (d *declension) doubtBrand(i int) {
	if w := &d.words[i]; !d.animate && isBrand(w.lower) && i+1 < len(d.words) && w.isBare() &&
		isWord(d.words[i+1].text) && !isPreposition(d.words[i+1].lower) && !inList(d.words[i+1].lower, "россии рф") {
		d.addDoubt("не ясно, склоняется ли «" + w.text + "» в этом названии")
	}
}

// isPostAdjective reports adjectives that begin the name of a position.
var isPostAdjective = wordset.Words("главный главная старший старшая ведущий ведущая младший младшая первый первая " +
	"генеральный генеральная исполнительный исполнительная коммерческий коммерческая технический техническая " +
	"финансовый финансовая научный научная учёный учёная ученый ученая заслуженный народный почётный почетный " +
	"действительный действующий действующая управляющий")

// acceptPerson decides about a noun in the name of a position.
func (d *declension) acceptPerson(i int, place placement, adjectives []int, n noun) bool {
	w := &d.words[i]
	separated := place != placeWithin && place != placeAfterMark
	if len(adjectives) > 0 {
		first := &d.words[adjectives[0]]
		isPost := isPostAdjective(first.lower)
		switch {
		case n.animate && (separated || isPost || place == placeAfterMark || d.capitals || d.isLowerCase(first)):
			return true
		case n.animate: // «директор магазина Юный техник»
			d.addDoubt("не ясно, склоняется ли «" + first.text + " " + w.text + "»")
			return false
		case !n.institution && isPost, place == placeDashed && !n.known && !n.institution:
			return true // an unknown word: declineHead adds a doubt
		}
		if n.institution && !d.governed && place != placeBracketed {
			d.addDoubt("не ясно, склоняется ли «" + first.text + " " + w.text + "»")
		}
		return false
	}
	switch {
	case n.animate && (separated || place == placeAfterMark):
		return true
	case n.animate && place == placeWithin:
		return d.acceptApposition(i, n)
	case place == placeAfterMark:
		return n.likely && n.gender == Masculine
	}
	d.doubtDetached(w, place, n)
	return false
}

// doubtDetached adds a doubt about an unknown masculine noun after a dash or a
// comma, which may be another position.
func (d *declension) doubtDetached(w *phraseWord, place placement, n noun) {
	doubtful := place == placeDashed || n.likely && !hasAnySuffix(w.lower, "ок ек ик уг от ол ит ст")
	separated := place == placeDashed || place == placeDetached || place == placeBracketed
	if place == placeDashed && n.gender == Feminine && !n.known && !d.isLowerCase(w) && !d.animate { // «округ – Югра»
		d.addDoubt("не ясно, склоняется ли «" + w.text + "»")
	}
	if separated && doubtful && n.gender == Masculine && !isOblique(w.lower) && !isAbbreviation(w.text) &&
		!n.institution {
		d.addDoubt("не ясно, склоняется ли «" + w.text + "»")
	}
}

// doubtCoordinated adds a doubt about a noun behind «и» or a comma that stays as it is though it may be another head:
// it stands right behind the first one («рассмотрение и оценка»), or it or its adjective can be no genitive («вскрытие
// конвертов и рассмотрение заявок»).
func (d *declension) doubtCoordinated(w *phraseWord, place placement, adjectives []int) {
	isHead := place == placeCoordinated
	if place == placeCoordinated || place == placeConjoined || place == placeDetached {
		if n := len(adjectives); n > 0 {
			isHead = isHead || !hasAnySuffix(d.words[adjectives[n-1]].lower, "ой ей ий") &&
				d.isLowerCase(&d.words[adjectives[0]]) // «…, Смоленская область» is an address
		} else {
			isHead = isHead || isOnlyNominative(w.lower)
		}
	}
	if isHead && !d.governed && !d.ownName && d.isLowerCase(w) && !isPlace(w.lower) {
		d.doubtWord("не ясно, склоняется ли «" + w.text + "»")
	}
}

// isPlace reports nouns of addresses: «администрация города, центральная площадь, 1».
var isPlace = wordset.Words("площадь улица набережная аллея область республика дорога линия часть сторона")

// isOnlyNominative reports nouns for actions whose nominative is like no genitive.
var isOnlyNominative = wordset.Endings("ание ение тие ция енка ерка овка упка авка озка ёмка емка")

// isAmbiguousAgent reports nouns for persons that are also the genitive plural
// of a feminine («клиник», «мер»).
var (
	isAmbiguousAgent = wordset.Endings("техник клиник тактик критик аналитик логик методик практик фабрик механик " +
		"химик физик политик математик контор лент галер партер карьер")
	announcesName = wordset.Words("профессии профессиям специальности специальностям направлению квалификации " +
		"должности должностям класс классу")
)

// acceptApposition decides about a bare noun for a person among the words that
// depend on a head noun: «врач хирург», «начальник участка мастер». A word with
// a capital letter may be a proper name («председатель СНТ Строитель»).
func (d *declension) acceptApposition(i int, n noun) bool {
	w, before := &d.words[i], &d.words[i-1]
	adjacent := i == d.end
	switch {
	case n.gender != Masculine || !isAgent(w.lower) || hasAnySuffix(w.lower, "ец"),
		utf8.RuneCountInString(w.lower) < 4,
		announcesName(before.lower), isPreposition(before.lower),
		d.isMark(before) && !adjacent && !isMilitaryRank(w.lower):
		return false
	case adjacent:
		if n := lookupLower(lastPart(before.lower)); !n.known && !before.adjective.found() { // «тревел менеджер»
			d.addDoubt("слово «" + before.lower + "» перед «" + w.text + "» может не склоняться")
		}
		return true
	case !d.isLowerCase(w) || isAmbiguousAgent(w.lower):
		if d.capitals {
			d.addDoubt("не ясно, склоняется ли «" + w.text + "»")
		}
		return false
	}
	return true
}

// isMilitaryRank reports ranks, which follow a position without punctuation, also after a number in it: «командир
// в/ч 54321 полковник».
var isMilitaryRank = wordset.Words("полковник подполковник майор капитан лейтенант прапорщик мичман сержант старшина " +
	"генерал генерал-майор генерал-лейтенант генерал-полковник контр-адмирал вице-адмирал адмирал есаул подъесаул")

var isPreposition = wordset.Words("по за на в во о об от из с со к ко у над под при для без до через про между")

// isLowerCase reports whether a word begins with a small letter.
func (d *declension) isLowerCase(w *phraseWord) bool { return unicode.IsLower(firstRune(w.text)) }

// acceptBody decides about a noun in the name of a body.
func (d *declension) acceptBody(i int, place placement, adjectives []int, n noun) bool {
	w := &d.words[i]
	within := place == placeWithin || place == placeAfterMark
	inanimate := n.gender == Masculine || n.gender == Neuter
	// A feminine adjective behind a dash can only be a nominative.
	agreesDashed := place == placeDashed && len(adjectives) > 0 && n.gender == Feminine &&
		d.isLowerCase(&d.words[adjectives[0]])
	switch {
	case n.gender == Plural && len(adjectives) == 0 && place != placeDashed && i != d.end:
		return !within && n.animate // «Федерации» is a genitive
	case n.animate && !n.institution:
		return !within
	case !n.institution && agreesDashed:
		return true
	case !n.institution:
		d.doubtDetached(w, place, n)
		d.doubtCoordinated(w, place, adjectives)
		return false
	case d.ownName && within: // «ООО Торговый дом Заря»
		if len(adjectives) > 0 || i+1 < len(d.words) && d.words[i+1].quoted {
			d.addDoubt("не ясно, склоняется ли «" + w.text + "» без кавычек")
		}
		return false
	case place == placeBracketed && len(adjectives) == 0 && i != d.end && !w.isBracketed(),
		d.governed && inanimate && place != placeDashed,
		within && i > 0 && isPreposition(d.words[i-1].lower) && len(adjectives) == 0:
		return false
	case within && len(adjectives) == 0:
		return n.gender != Plural && d.acceptBareBody(i)
	}
	return true
}

// acceptBareBody decides about an institution without adjectives among the words
// that depend on a head noun. At the end of a name, or before another capital, it may be
// a proper name («гостиница Центр», «пост Аэропорт Пулково»).
func (d *declension) acceptBareBody(i int) bool {
	w := &d.words[i]
	isLast := i == len(d.words)-1
	if d.isLowerCase(w) || d.capitals {
		return true
	}
	reason := "не ясно, склоняется ли «" + w.text + "»"
	switch {
	case isLast:
		d.addDoubt(reason)
		return false
	case d.isCapitalBehind(i):
		d.doubtWord(reason)
		return false
	}
	return true
}

// isCapitalBehind reports whether a word with a capital, and not an abbreviation, follows
// the word at i.
func (d *declension) isCapitalBehind(i int) bool {
	next := &d.words[i+1]
	return d.words[i].isBare() && next.before == "" && isWord(next.text) && isCapitalized(next.text) &&
		!isAbbreviation(next.text)
}
