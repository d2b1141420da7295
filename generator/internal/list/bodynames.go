package list

import (
	"slices"
	"strings"
	"unicode"
)

// bodyNouns are stems of the head nouns in names of organizations.
var bodyNouns = strings.Fields(`
	школа школ-интернат гимнази лицей колледж техникум училищ институт университет академи сад центр дом дворец
	музей библиотек театр больниц клиник поликлиник диспансер госпитал санатори отдел отделени управлени департамент
	министерств комитет администраци совет дума собрани прокуратур суд инспекци служб агентств фонд союз ассоциаци
	палат обществ компани корпораци завод фабрик комбинат предприяти учреждени организаци фирма банк магазин
	кооператив товариществ партнерств хозяйств объединени трест бюро станци кафедр факультет филиал
	представительств консульств посольств епархи храм церков приход редакци газет издательств типографи студи клуб
	лаборатори агрофирм колхоз совхоз община сельсовет приемная мастерск ателье гостиниц ресторан амбулатори
	аптек аппарат правительств казначейств`)

// nounEndings are those of the nominative singular of the head nouns.
var nounEndings = []string{"", "а", "я", "е", "о", "ь", "й", "ая"}

// isBodyNoun reports whether a word is a head noun in the nominative singular, and not
// a longer word such as a surname: «Союз», but not «Союзов».
func isBodyNoun(word string) bool {
	return !isPlural(word) && slices.ContainsFunc(bodyNouns, func(stem string) bool {
		ending, found := strings.CutPrefix(word, stem)
		return found && slices.Contains(nounEndings, ending) && isStem(stem, word)
	})
}

// territories are words for parts of the country that divide lists.
var territories = strings.Fields(`
	район округ область край город поселени республика г мо село деревня пгт районы раздел часть группа категория`)

// looksLikeBody reports whether a text names one organization, and not a part of
// the list: «Смоленский колледж», but not «Колледжи» or «Смоленский район».
func looksLikeBody(text string) bool {
	words := foldedWords(text)
	if hasLegalForm(text) || isPerson(text) ||
		strings.HasPrefix(strings.ToLower(text), "индивидуальный предприниматель ") ||
		len(words) > 1 && slices.Contains(legalForms, words[len(words)-1]) {
		return true
	}
	if len(words) == 0 || strings.HasSuffix(text, ":") || isItemNumber(text) || isPlural(words[0]) {
		return false
	}
	noun := slices.ContainsFunc(words, func(word string) bool { return hasStem(bodyNouns, word) })
	if hasStem(territories, words[0]) || !noun && hasStem(territories, words[len(words)-1]) {
		return false
	}
	return noun && len(words) > 1 || strings.ContainsAny(text, "«\"“") || hasNumber(text) || hasAcronym(text)
}

// isItemNumber reports whether a text begins with the number of a section: «1.»,
// «IV)».
func isItemNumber(text string) bool {
	number, _, found := strings.Cut(strings.Replace(text[:min(len(text), 12)], ")", ".", 1), ".")
	return found && number != "" && (strings.Trim(number, "0123456789") == "" || strings.Trim(number, "IVXХ") == "")
}

// isPlural reports whether the first word of a text means several organizations:
// «Школы», «Муниципальные учреждения».
func isPlural(word string) bool {
	noun := hasStem(bodyNouns, word)
	switch {
	case strings.HasSuffix(word, "ые"), strings.HasSuffix(word, "ие") && !noun:
		return true
	case strings.HasPrefix(word, "школы"), strings.HasPrefix(word, "сады"):
		return true
	case noun && strings.HasSuffix(word, "ства"): // общества
		return true
	}
	return noun && (strings.HasSuffix(word, "ы") || strings.HasSuffix(word, "и") || strings.HasSuffix(word, "ия") &&
		(strings.HasPrefix(word, "учрежд") || strings.HasPrefix(word, "предпр") || strings.HasPrefix(word, "объед")))
}

// hasNumber reports whether a text has a number after «№».
func hasNumber(text string) bool {
	_, after, found := strings.Cut(text, "№")
	after = strings.TrimLeft(after, " \u00a0")
	return found && after != "" && after[0] >= '0' && after[0] <= '9'
}

// hasAcronym reports whether a text has a word like СмолГУ, unless everything is
// in capitals.
func hasAcronym(text string) bool {
	if strings.ToUpper(text) == text && strings.ContainsAny(text, " ") {
		return false
	}
	for _, word := range strings.Fields(text) {
		capitals := 0
		for _, r := range word {
			if unicode.IsUpper(r) {
				capitals++
			}
		}
		if capitals >= 3 {
			return true
		}
	}
	return false
}

// looksLikeName reports whether a text can be the name of a person: two to four
// capitalized words.
func looksLikeName(text string) bool {
	if isPerson(text) {
		return true
	}
	words := strings.Fields(text)
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	for _, word := range words {
		letters, folded := []rune(word), strings.ToLower(word)
		if !unicode.IsUpper(letters[0]) || hasStem(bodyNouns, folded) || hasStem(territories, folded) ||
			strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '.' }) {
			return false
		}
	}
	return true
}

// posts are the head nouns of posts, in the nominative: «Инженерный центр» is not a post.
var posts = strings.Fields(`
	директор руководитель начальник заведующий заведующая заместитель зам председатель глава ректор проректор декан
	специалист бухгалтер секретарь исполнитель методист инспектор консультант управляющий президент менеджер
	координатор инженер врач врио ио исполняющий исполняющая министр губернатор мэр прокурор судья депутат учитель
	преподаватель воспитатель экономист юрист юрисконсульт помощник помощница советник референт ассистент доцент
	профессор аналитик администратор механик технолог агроном кассир библиотекарь психолог логопед фельдшер
	медсестра командир атаман староста сотрудник`)

// looksLikePost reports whether a text is a post and not the name of an
// organization.
func looksLikePost(text string) bool {
	if hasLegalForm(text) || strings.ContainsAny(text, "«\"“") {
		return false
	}
	words := leadingWords(text, 3)
	i := slices.IndexFunc(words, func(word string) bool { return slices.Contains(posts, word) })
	if i < 0 || i > 0 && hasStem(bodyNouns, words[0]) {
		return false
	}
	isFarmer := words[i] == "глава" && len(words) > i+1 &&
		slices.Contains([]string{"кфх", "крестьянского", "к"}, words[i+1])
	return !isFarmer
}
