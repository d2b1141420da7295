package russian

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/wordset"
)

// besidesPosition finds text that does not belong to a position: e-mail addresses, sites, telephones and other long
// numbers, remains of HTML.
var besidesPosition = regexp.MustCompile(`(?i)\S@\S|https?:|www\.|\d(?:[ ()–-]*\d){5}|` +
	`(?:тел|моб|факс|вн|доб)[. :]+[+(]?\d|\d{1,2}\.\d{1,2}\.\d{2}|<\/?[a-z]|&(?:[a-z]+|#\d+);`)

// besidesSigns are characters of which every match of besidesPosition contains one; few positions contain any.
const besidesSigns = "@:<&wW0123456789"

const genitiveOrPlural = "должность стоит в родительном падеже или во множественном числе"

// PositionDoubt returns in Russian why a text given as a position is not one, or is more than
// one; "" if there is no doubt.
func PositionDoubt(text string) string {
	switch {
	case strings.TrimSpace(text) == "":
		return ""
	case strings.ContainsAny(text, besidesSigns) && besidesPosition.MatchString(text):
		return "в должности есть то, что к ней не относится: телефон, дата, адрес почты или остатки HTML"
	case !hasCyrillic(text):
		return "должность написана не русскими буквами"
	case startsWithCompany(text):
		return "это организация, а не должность"
	case isNoPost(text):
		return "здесь нет должности"
	case mentionsState(text):
		return "в должности есть пометка о человеке или о месте"
	case isPluralPost(text):
		return genitiveOrPlural
	case caseOfPost(text) == Dative:
		return "должность, похоже, уже в дательном падеже"
	case caseOfPost(text) == Genitive:
		return genitiveOrPlural
	case caseOfPost(text) == Instrumental:
		return "должность, похоже, в творительном падеже"
	case isOddPost(text):
		return "должность записана необычно, просклонена, может быть, неверно"
	case endsInSurname(text):
		return "в конце, похоже, фамилия"
	case isNameInsteadOfPost(text):
		return "это имя, а не должность"
	}
	return ""
}

// isNameInsteadOfPost reports the name of a person. «Начальник ГО» and «Нач.ПТО» are not names, although their
// capitals look like initials.
func isNameInsteadOfPost(text string) bool {
	if isGivenAndSurname(text) {
		return true
	}
	if !MayNamePerson(text) || hasInitialsOfNoName(strings.ToLower(text)) {
		return false
	}
	p := ParsePerson(text, Unknown)
	surname := strings.ToLower(p.Surname)
	first, _, shortened := strings.Cut(strings.ToLower(text), ".")
	return p.Kind == OnePerson && surname != "" && p.Post == "" && (p.Patronymic != "" || p.HasInitials()) &&
		!isSurePost(surname) && !(shortened && utf8.RuneCountInString(first) > 1 && mayPrecede(first+"."))
}

// isGivenAndSurname recognizes «Иванов Иван» and «Мария Петрова».
func isGivenAndSurname(text string) bool {
	first, second := cutWord(text)
	if !unicode.IsUpper(firstRune(first)) || !unicode.IsUpper(firstRune(second)) || !isWord(second) {
		return false
	}
	a, b := strings.ToLower(first), strings.ToLower(second)
	return givenNames()[a] != Unknown && looksLikeSurname(b) || givenNames()[b] != Unknown && looksLikeSurname(a)
}

// hasInitialsOfNoName reports a position in lower case whose single letters are not initials of its holder: «и. о.
// директора», «глава К(Ф)Х», «учитель школы имени А. С. Пушкина».
func hasInitialsOfNoName(lower string) bool {
	return IsActing(lower) || strings.Contains(lower, "к(ф)х") || strings.Contains(lower, " имени ") ||
		strings.Contains(lower, " им. ")
}

// isNoPost recognizes words that lists have instead of a position.
func isNoPost(text string) bool {
	first, rest := cutWord(strings.ToLower(strings.Trim(text, " .!")))
	return inList(first, vacancies+" отсутствует неизвестно неизвестна уточняется нетрудоустроен "+
		"нетрудоустроена нет н/д б/д прочерк") ||
		first == "не" && inList(rest, "указана указано определена назначен назначена известна "+
			"трудоустроен трудоустроена работает")
}

const (
	// vacancies say that a post is vacant.
	vacancies = "вакансия вакантно вакантна вакант вакантная"
	// departures say that a person no longer holds a post.
	departures = "умер умерла скончался скончалась уволен уволена уволился уволилась выбыл выбыла " +
		"исключён исключен исключена"
)

// isState reports whether words describe the state of a person or of a post, such as dismissed
// or vacant.
var isState = wordset.Words(vacancies, departures, "покойный покойная декрет декрете декрета отпуске отпуск декретный "+
	"больничном согласованию совместительству ставки ставка отказался отказалась переведён переведен переведена "+
	"совмещает отсутствует")

// mentionsState reports whether a text has such a word.
func mentionsState(text string) bool {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if isState(strings.ToLower(word)) {
			return true
		}
	}
	return false
}

// oddPost finds content that Position does not expect: numbers of rows, a clause, years.
var oddPost = regexp.MustCompile(`(?i)^\s*(?:\d{1,3}[.)]|\pL\))\s|[,(] ?он[аи]? же |(?:^| )с \d{4}|\d,\d+ ?ст\.|` +
	`(?:^| )(?:исполняет|действует|работает|является|занимает)(?: |$)`)

// isOddPost reports a match of oddPost, and capitals inside the first word: «ДиРеКтОр».
func isOddPost(text string) bool {
	if strings.ContainsAny(text, ".(),0123456789") || strings.Contains(text, "ет") {
		if oddPost.MatchString(text) {
			return true
		}
	}
	first, _ := cutWord(text)
	small := strings.IndexFunc(first, unicode.IsLower)
	return small >= 0 && strings.ContainsFunc(first[small:], unicode.IsUpper) && isWord(first) &&
		!strings.Contains(first, "-") && caseOfPost(first) == Nominative && isSurePost(strings.ToLower(first))
}

// endsInSurname reports a position and a surname, as «директор Громов».
func endsInSurname(text string) bool {
	first, rest := cutWord(text)
	post := strings.ToLower(first)
	last := rest
	for word := range strings.FieldsSeq(rest) {
		if last = word; word != rest && !isSurePost(post) {
			post = strings.ToLower(word)
		}
	}
	r, _ := utf8.DecodeRuneInString(last)
	isWhole := rest == last || strings.EqualFold(text, first+" "+post+" "+last)
	return isWhole && unicode.IsUpper(r) && isSurePost(post) &&
		hasAnySuffix(last, "ов ев ёв ова ева ёва ин ина ын ына ко ук юк ян швили дзе") && isWord(last) &&
		!isAbbreviation(last)
}

// isPluralPost recognizes one word such as «Директора», and several that begin with a
// plural: «начальники отделов», «главные специалисты».
func isPluralPost(text string) bool {
	first, rest := cutWord(strings.ToLower(strings.TrimSpace(text)))
	switch n := lookupLower(first); {
	case n.known && n.animate && n.gender == Plural:
		return rest == "" || hasAnySuffix(first, "ы и") // «директора школы» is a genitive
	case rest != "" && hasAnySuffix(first, "ые ие"):
		return adjectiveOf(first).gender == Plural && GenderOfNoun(text) == Plural
	}
	return false
}

// caseOfPost says in which case «Директору школы» and «главного врача» are;
// Nominative of others.
func caseOfPost(text string) Case {
	first, rest := cutWord(strings.ToLower(text))
	if strings.Contains(first, ".") { // «и.о.главного врача»
		return Nominative
	}
	if c := surePostForms()[first]; c != Nominative || !hasAnySuffix(first, "ому ему ого его ым им ой ей") {
		return c
	}
	second, _ := cutWord(rest)
	return surePostForms()[second]
}

// startsWithCompany reports a text that begins with a legal form and a name in
// quotes.
func startsWithCompany(text string) bool {
	first, rest, _ := strings.Cut(strings.ToLower(text), " ")
	return (strings.HasPrefix(rest, "«") || strings.HasPrefix(rest, `"`)) && isCompanyForm(first)
}

var markup = regexp.MustCompile(`(?i)<\/?[a-z]|&(?:[a-z]+|#\d+);`)

// HasMarkup reports remains of HTML in a text.
func HasMarkup(text string) bool { return markup.MatchString(text) }
