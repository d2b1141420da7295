package russian

import (
	"regexp"
	"strings"
	"unicode"

	"protokol/generator/internal/typography"
	"protokol/generator/internal/wordset"
)

var (
	isTitleWord = wordset.Words(honorifics + " " + masculineDatives + " " + feminineDatives +
		" проф доц акад тов мл. ст. мл ст младший старший")
	isAbbreviatedBody = wordset.Words(institutions)
	isDegreeWord      = wordset.Words("доктор кандидат докт. канд. д. к.")
)

const (
	// honorifics precede a name, or follow it after a comma.
	honorifics = "г-н г-жа г. гг. гр. гр-н гр-ка господин госпожа гражданин гражданка тов. товарищ уважаемый " +
		"уважаемая глубокоуважаемый глубокоуважаемая многоуважаемый многоуважаемая мистер миссис мисс мсье мадам " +
		"сэр леди mr. mrs. ms. dr. д-р проф. доц. акад. чл.-корр. член-корр. канд. докт. phd ph.d. mba см. им. св. " +
		"св-ть"
	// masculineHonorifics and feminineHonorifics determine the gender.
	masculineHonorifics = "г-н гр-н господин гражданин уважаемый глубокоуважаемый многоуважаемый мистер мсье сэр mr."
	feminineHonorifics  = "г-жа гр-ка госпожа гражданка уважаемая глубокоуважаемая многоуважаемая миссис мисс мадам " +
		"леди mrs. ms."
	// After those in the dative the name is in the dative, too.
	masculineDatives = "г-ну гр-ну господину гражданину уважаемому глубокоуважаемому многоуважаемому"
	feminineDatives  = "г-же гр-ке госпоже гражданке уважаемой глубокоуважаемой многоуважаемой"

	// institutions are abbreviations that are never names of persons.
	institutions = "ооо оао зао пао ао нао нко ано пкф нпо нпп тоо гуп муп мбу мау мку гбу гау гку фгбу фгку фгау " +
		"фгуп мбоу маоу мкоу мбдоу мадоу мкдоу мдоу моу гбоу гаоу гкоу гбпоу гапоу огбпоу согбпоу согбоу огбу согбу " +
		"согау фгбоу фгаоу фгкоу фгбну во дпо впо спо сош сш оош доу снт тсж тсн чоп кфх спк ук мфц фнс мвд мчс " +
		"ужкх жкх жэу рф фгбуз гбуз огбуз ояр цсм мрэо гибдд отв ответств"
)

// degree recognizes abbreviated academic degrees: «д.м.н.», «к.ф.-м.н.»,
// «канд.техн.наук».
var degree = regexp.MustCompile(`^(д|к|докт|канд)\.-?([а-яё]{1,6}\.?-?){1,2}\.?(н|наук)\.?$`)

// maxTitleWords limits the number of words of a title.
const maxTitleWords = 4

// titleAt returns the number of chunks at the start of a list that form a
// title: «д. м. н.», «доктор медицинских наук», «г-н», «заслуженный врач РФ».
func titleAt(chunks []nameToken) int {
	lower := strings.ToLower(chunks[0].text)
	if typography.IsInitials(chunks[0].text) {
		return 0 // «Г.»
	}
	if inList(lower, "мл. ст. мл ст младший старший") && len(chunks) > 1 && startsPost(chunks[1].text) {
		return 0 // «старший инспектор»
	}
	if isTitleWord(lower) || strings.Contains(lower, ".") && degree.MatchString(chunks[0].text) {
		return 1
	}
	if lower == "герой" && len(chunks) > 2 { // «Герой России», «Герой Советского Союза»
		for i := 1; i < min(len(chunks)-1, maxTitleWords); i++ {
			if inList(strings.ToLower(chunks[i].text), "россии союза труда рф ссср") {
				return i + 1
			}
		}
	}
	if !isDegreeWord(lower) {
		return 0
	}
	joined := lower
	for i := 1; i < min(len(chunks), maxTitleWords); i++ {
		joined += strings.ToLower(chunks[i].text)
		if inList(strings.ToLower(chunks[i].text), "наук наук. н н.") &&
			(degree.MatchString(joined) || strings.HasPrefix(joined, "до") || strings.HasPrefix(joined, "кан")) {
			return i + 1
		}
	}
	return 0
}

// startsPost reports whether a word after «старший» is not a name.
func startsPost(word string) bool {
	return unicode.IsLower(firstRune(word)) || isSurePost(strings.ToLower(word))
}

// titleBefore returns the length of a title that touches the name after it:
// «проф.Громов».
func titleBefore(chunk string) int {
	at := strings.IndexByte(chunk, '.') + 1
	if at <= len("г.") || at == len(chunk) || !isTitleWord(strings.ToLower(chunk[:at])) {
		return 0
	}
	if next := firstRune(chunk[at:]); !unicode.IsUpper(next) {
		return 0
	}
	return at
}

// cutDativeTitles returns a name without the titles in the dative before it: «Уважаемой
// госпоже Тиминой О.О.».
func cutDativeTitles(text string) (name string, found bool) {
	for {
		first, rest := cutWord(strings.TrimSpace(text))
		if rest == "" || !isDativeTitle(strings.ToLower(first)) {
			return text, found
		}
		text, found = rest, true
	}
}

var (
	isDativeTitle    = wordset.Words(masculineDatives, feminineDatives)
	isMasculineTitle = wordset.Words(masculineHonorifics, masculineDatives)
	isFeminineTitle  = wordset.Words(feminineHonorifics, feminineDatives)
)

// HasHonorific reports whether a text has a word that says the gender of whom it names: «г-н», «госпожа».
func HasHonorific(text string) bool {
	for word := range strings.FieldsSeq(text) {
		if titleGender(strings.Trim(word, ",;()")) != Unknown {
			return true
		}
	}
	return false
}

// titleGender returns the gender of a form of address.
func titleGender(title string) Gender {
	switch lower := strings.ToLower(title); {
	case isMasculineTitle(lower):
		return Masculine
	case isFeminineTitle(lower):
		return Feminine
	}
	return Unknown
}

// Abbreviations before or instead of a post.
const (
	entrepreneurs         = "ип пбоюл"
	actingWords           = "врио врид ио и.о и.о. вр.и.о. вр. и."
	abbreviatedNouns      = "зам. нач. зав. пом. рук. дир. проф. доц. акад. канд. чл.-корр. " + degrees
	abbreviatedAdjectives = "гл. ст. вед. мл. ген. исп. техн. науч. уч. спец."

	degrees = "к.т.н. д.т.н. к.э.н. д.э.н. к.ф.-м.н. д.ф.-м.н. к.ю.н. д.ю.н. к.м.н. д.м.н. к.п.н. д.п.н. " +
		"к.и.н. д.и.н. к.х.н. д.х.н. к.б.н. д.б.н."
)

func isAdverb(lower string) bool {
	return strings.HasSuffix(lower, "о") && !lookup(lower).known
}

// isInstitutionTitle reports whether a word names a body or is an abbreviation
// of a body or a legal form.
func isInstitutionTitle(lower string) bool { return isAbbreviatedBody(lower) || isInstitution(lower) }
