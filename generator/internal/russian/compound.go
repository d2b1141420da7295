package russian

import (
	"strings"

	"protokol/generator/internal/typography"
	"protokol/generator/internal/wordset"
)

// isIndeclinableHalf reports first parts of compounds that do not decline
// (Розенталь, Справочник по правописанию, § 42, and current usage).
var isIndeclinableHalf = wordset.Words("веб вице пресс премьер экс арт бизнес обер контр штаб унтер генерал шеф топ " +
	"офис бренд фитнес интернет онлайн статс горе мини медиа контент маркетинг эвент ивент смм пиар эйчар фото " +
	"видео аудио кино радио теле яхт прима лейб флигель промо бек бэк фронт камер траст скрам проджект тим кол " +
	"колл тайм проект продакт продукт аккаунт сервис риск стресс тест фейс кастинг дизайн джаз поп рок плац флаг " +
	"субалтерн приват спарринг вип почт крекинг дизель трейд ритейл стрит бета альфа кофе бар хаус гранд кризис " +
	"тренд борт моушн комплаенс дилинг бэкенд фронтенд кредит су нью спец сан лорд секунд социал либерал национал " +
	"дзен бас ура гей панк гоп лаунж лайф кейс лид гейм скай спа шоп конференц квест кросс мульти диско диск этно " +
	"эко агро авто мото вело зоо ретро рост фэшн бьюти жокей холдинг левада груминг экспорт импорт сити смарт " +
	"стартап краш пром холл чек чат блок трафик тревел трэвел диджитал " +
	"саунд лайн креатив спорт программ сторис мультимедиа комьюнити кейтеринг кей категори хед техно соц физ гос " +
	"колл-центр кол-центр контакт-центр мастер-класс эйч-ар")

// isRank reports military ranks whose last part alone declines after a branch
// of service: «капитан-лейтенант», «инженер-майора».
func isRank(first, last string) bool {
	return first == "капитан" && last == "лейтенант" ||
		first == "инженер" && inList(last, "лейтенант капитан майор полковник адмирал контр-адмирал")
}

// leadingHalf returns the part of a compound that its adjectives agree with: the
// first part, unless it does not decline («школа-интернат», but «пресс-служба»;
// Розенталь, § 187).
func leadingHalf(lower string) string {
	for rest := lower; ; {
		first, last, found := strings.Cut(rest, "-")
		if !found {
			return rest
		}
		if !staysUnchanged(first, last) {
			return first
		}
		rest = last
	}
}

// staysUnchanged reports whether the first part of a compound does not decline.
func staysUnchanged(first, last string) bool {
	_, listed := lexicon()[first]
	endsInVowel := hasAnySuffix(first, "о е и у ю") && !hasAnySuffix(first, "ие ство")
	return isIndeclinableHalf(first) || strings.HasSuffix(first, ".") || first == "инж" || endsInVowel && !listed ||
		isRank(first, last) ||
		!hasCyrillic(first) || lookupLower(first) == noun{} || first == "парк" && last == "отель" ||
		first == "мастер" && strings.HasPrefix(last, "класс")
}

// declineCompound declines all parts of a compound noun that decline.
func (d *declension) declineCompound(text string, animate bool) string {
	parts := strings.Split(text, "-")
	for i, part := range parts {
		lower := strings.ToLower(part)
		isLast := i == len(parts)-1
		n := lookupLower(lower)
		switch {
		case !isLast && (staysUnchanged(lower, strings.ToLower(parts[i+1])) || isAbbreviation(part) && !d.capitals):
			continue
		case !hasCyrillic(part) || isLast &&
			(isAbbreviation(part) && !isUpper(text) || typography.LeadingDigits(part) != ""):
			continue
		case isAdjective(lower):
			parts[i] = adjectiveOf(lower).decline(part, d.c, animate)
			continue
		case !isLast && !n.known:
			d.addDoubt("первая часть слова «" + text + "» может не склоняться")
		case isLast && !n.known && !(d.animate && n.likely):
			d.addDoubt("вторая часть слова «" + text + "» может не склоняться")
		}
		parts[i] = n.decline(part, d.c, animate || n.animate)
	}
	return strings.Join(parts, "-")
}

// declineAdjective declines an adjective. In a compound only the last part is
// declined («торгово-промышленная»), unless the first part is a noun or in the
// nominative itself («председатель-управляющий»). An adjective stands alone if it is
// used as a noun: «столовая-раздаточная».
func (d *declension) declineAdjective(w *phraseWord, animate, alone bool) {
	if d.declinesBoth(w, alone) {
		w.text = d.declineCompound(w.text, animate)
		return
	}
	w.text = w.adjective.decline(w.text, d.c, animate)
}

// declinesBoth reports a compound in which the first part declines, too. The adjective of
// a place is none: «Князь-Волконская школа».
func (d *declension) declinesBoth(w *phraseWord, alone bool) bool {
	first, last, found := strings.Cut(w.text, "-")
	if !found || !d.animate && isCapitalized(last) && !d.capitals {
		return false
	}
	lower := strings.ToLower(first)
	n := lookupLower(lower)
	return alone && isAdjective(lower) || n.known && n.gender != Plural && (alone || d.animate && n.animate)
}
