package russian

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/typography"
	"protokol/generator/internal/wordset"
)

// SmallPosition puts the name of a position that is typed in capitals into small letters: «ДИРЕКТОР МБОУ СОШ № 5»
// becomes «директор МБОУ СОШ № 5». Abbreviations and names in quotes stay; names of territories begin with a
// capital. It reports whether anything changed. Proper names are not always recognized, so the result should be
// checked.
func SmallPosition(text string) (small string, changed bool) {
	if !isTypedInCapitals(text) {
		return text, false
	}
	words := strings.Split(text, " ")
	lower := make([]string, len(words))
	isPost := false
	for i, word := range words {
		lower[i] = strings.ToLower(strings.TrimFunc(word, isOutsideWord))
		isPost = isPost || isWordOfPost(lower[i])
	}
	if !isPost {
		return text, false
	}
	quoted := 0
	for i, word := range words {
		before := quoted
		quoted += strings.Count(word, "«") + strings.Count(word, "„")
		quoted -= strings.Count(word, "»") + strings.Count(word, "“")
		if before > 0 || strings.ContainsAny(word, "«„\"") || !hasCyrillic(word) {
			continue
		}
		words[i] = smallWord(word, lower, i)
	}
	small = strings.Join(words, " ")
	return small, small != text
}

// isTypedInCapitals reports whether a text has no small letter outside quotes, and
// a word long enough to be none of the abbreviations.
func isTypedInCapitals(text string) bool {
	longest, length, quoted := 0, 0, 0
	for _, r := range text {
		switch {
		case r == '«' || r == '„':
			quoted++
		case r == '»' || r == '“':
			quoted--
		case quoted > 0:
		case unicode.IsLower(r):
			return false
		case unicode.IsLetter(r):
			length++
			longest = max(longest, length)
			continue
		}
		length = 0
	}
	return longest > 3
}

func isOutsideWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// isWordOfPost reports whether a word in small letters belongs to a position: a noun for a person, or an adjective
// that begins one.
func isWordOfPost(lower string) bool {
	for part := range strings.SplitSeq(lower, "-") {
		if utf8.RuneCountInString(part) > 2 && isAgent(part) {
			return true
		}
	}
	return isPostAdjective(lower) || isPostByItself(lower)
}

// isPostByItself recognizes adjectives that are positions themselves.
var isPostByItself = wordset.Words("заведующий заведующая управляющий управляющая исполняющий исполняющая дежурный " +
	"дежурная военнослужащий служащий рабочий рабочая учёный ученый председательствующий")

// smallWord returns a word of a position in capitals as it is written in small
// letters. Lower are all words of the position in small letters.
func smallWord(word string, lower []string, i int) string {
	from := strings.IndexFunc(word, unicode.IsLetter)
	to := strings.LastIndexFunc(word, unicode.IsLetter)
	if from < 0 {
		return word
	}
	_, size := utf8.DecodeRuneInString(word[to:])
	bare := word[from : to+size]
	switch {
	case strings.ToLower(word) == "и.о.", strings.ToLower(word) == "и.", strings.ToLower(word) == "о.",
		unicode.IsDigit(rune(word[0])): // «1-й»
		return strings.ToLower(word)
	case typography.IsInitials(word):
		return word
	case isProperAt(lower, i):
		return word[:from] + usualLetters(bare) + word[to+size:]
	case isCapitalsAbbreviation(strings.ToLower(bare)) && !strings.HasPrefix(word[to+size:], "."):
		return word
	}
	parts := strings.Split(bare, "-")
	for j, part := range parts {
		if hasCyrillic(part) && (j == 0 || !isCapitalsAbbreviation(strings.ToLower(part))) {
			parts[j] = strings.ToLower(part)
		}
	}
	return word[:from] + strings.Join(parts, "-") + word[to+size:]
}

// isProperAt reports whether the word at i is a proper name: «Смоленской области»,
// «города Твери», «имени Пушкина», «Российской Федерации».
func isProperAt(lower []string, i int) bool {
	word := lower[i]
	if isCountry(word) || i > 0 && isInitialsOf(lower[i-1]) || i+2 == len(lower) && isInitialsOf(lower[i+1]) {
		return true
	}
	if i > 0 && namesPlace(lower[i-1]) && !isTerritory(word) && !isPreposition(word) {
		return true
	}
	if !hasAnySuffix(word, "ский ской ского скому ским ском ская скую ское цкий цкой цкого цкому цким цком цкая") {
		return false
	}
	for j := i + 1; j < len(lower) && j <= i+3; j++ {
		if isTerritory(lower[j]) {
			return !isCommonAdjective(word)
		}
		if !isAdjectiveInAnyCase(lower[j]) {
			return false
		}
	}
	return false
}

// isInitialsOf reports initials in small letters without the last full stop: «а.с».
func isInitialsOf(lower string) bool {
	return strings.Contains(lower, ".") && lower != "и.о" && typography.IsInitials(strings.ToUpper(lower)+".")
}

var (
	isCountry = wordset.Words("россии россия российской федерации москвы санкт-петербурга севастополя татарстана " +
		"башкортостана крыма карелии чувашии дагестана якутии бурятии удмуртии мордовии хакасии чечни")
	namesPlace = wordset.Words("города город городе посёлка поселка села деревни станицы хутора республики " +
		"республика имени им")
	isTerritory = wordset.Words("области край края района округа округ города республики поселения сельсовета " +
		"сельсовет волости епархии губернии управы федерации")
	isCommonAdjective = wordset.Words("городского городской сельского сельской заводского заводской поселкового " +
		"поселковой посёлкового")
	isAdjectiveInAnyCase = wordset.Endings("ого его ой ей ому ему ым им ом ем ый ий ая яя ое ее")
)

// capitalAbbreviations are written in capitals and have the look of words.
var capitalAbbreviations = wordset.Words("рф ран рао мид мвд мчс фсб фнс фсин мосп загс вуз ноу доу оу во спо дпо " +
	"сош ип ук уо увд овд омвд гувд гаи гибдд тик уик цик избирком сми нии цгб црб гкб цкб мку мбу мау гау гбу мбоу " +
	"маоу мкоу мбдоу мадоу мкдоу гбоу гаоу гбпоу гапоу огбпоу огапоу кгбпоу фгбоу фгаоу фгку фгбу фгуп муп гуп чоу " +
	"ано нко сро снт днт тсн тсж гск жк жэк жэу жкх асу ахо ахч отк пто гсм ит it hr сто азс тэц грэс лэп атс ао пао " +
	"оао зао ооо нао кфх нпо нпп чоп тд хк фк дк дом-к")

// isCapitalsAbbreviation reports whether a word, given in small letters, is an
// abbreviation: a listed one, or one that cannot be a word.
func isCapitalsAbbreviation(lower string) bool {
	length := utf8.RuneCountInString(lower)
	switch {
	case capitalAbbreviations(lower), isCompanyForm(lower):
		return true
	case isPreposition(lower), lower == "и", lower == "или", isWordOfPost(lower), length > 8:
		return false
	case syllables(lower) == 0, hasAnySuffix(lower, "оу бу") && length > 2:
		return true
	}
	_, listed := lexicon()[lower]
	return length < 4 && !listed
}
