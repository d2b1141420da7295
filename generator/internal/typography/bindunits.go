package typography

import (
	"slices"
	"strings"

	"protokol/generator/internal/wordset"
)

// Scope selects the words that BindNumbers keeps with numbers. Each has those of the ones before it.
type Scope int

const (
	Units        Scope = iota // «−40 °C», «2 месяца», «60 км/ч», «5 тыс. руб.»
	Designations              // «р/н 67-01», «в/ч № 54321»; «XIX в.»
	References                // «статьи 38», «пункт 3», «подпункт «а»», «дом 5»; «ул. 25 Октября»
	Days                      // «до 5 числа»
	Dates                     // «от 15.05.2025», «по 14 июня»; «№№ 1, 2»
)

// BindNumbers replaces the space between a number and a word that Bind does not know with a no-break space, for the
// words in a scope. It changes nothing else and is idempotent.
func BindNumbers(text string, scope Scope) string {
	if !strings.ContainsAny(text, "0123456789IVX") && (scope < References || !strings.Contains(text, lettered)) {
		return text
	}
	bound, from := strings.Builder{}, 0
	isCount := false // a number is before the word: «5 тыс.»
	for word := 0; word < len(text); {
		end, size := NextSpace(text[word:])
		at := word + end // of the space
		isNumber := end > 0 && isDigit(text[at-1])
		if size == 1 && end > 0 && (bindsUnit(text[word:at], text[at+1:], isNumber, isCount) ||
			scope >= Designations &&
				(bindsSlashed(text[word:at], text[at+1:]) || bindsCentury(text[word:at], text[at+1:])) ||
			scope >= References && (bindsPart(text[word:at], text[at+1:]) || bindsDay(text[word:at], text[at+1:])) ||
			scope >= Days && isNumber && namesDay(text[at+1:]) ||
			scope >= Dates && bindsDate(text[word:at], text[at+1:])) {
			bound.WriteString(text[from:at])
			bound.WriteString(nbsp)
			from = at + 1
		}
		word, isCount = at+max(size, 1), isNumber
	}
	if from == 0 {
		return text
	}
	return bound.String() + text[from:]
}

// namesDay reports whether a text begins with a word for the day of a month: «числа».
func namesDay(text string) bool {
	next, _ := NextSpace(text)
	return isDayWord(trimClosing(strings.TrimRight(text[:next], ".,;:")))
}

var isDayWord = wordset.Words("число числа числу числом числе чисел")

// bindsUnit keeps a number, or the word for thousands after one, with the unit that the rest of the text begins with.
func bindsUnit(word, rest string, isNumber, isCount bool) bool {
	if !isNumber && !(isCount && isScale(strings.TrimSuffix(word, "."))) {
		return false
	}
	next, _ := NextSpace(rest)
	return isUnit(rest[:next])
}

// bindsSlashed keeps two letters with a slash between them and the number after them.
func bindsSlashed(word, rest string) bool {
	n := len(word)
	if n < 2*letter+1 || word[n-letter-1] != '/' || rest == "" || !isDigit(rest[0]) && !strings.HasPrefix(rest, "№") {
		return false
	}
	word = trimOpening(word)
	return len(word) == 2*letter+1 && word[0]|1 == 0xD1 && word[letter+1]|1 == 0xD1
}

// bindsCentury keeps a Roman number with «в.» or «вв.». On Russian keyboards tens are often Cyrillic letters.
func bindsCentury(word, rest string) bool {
	if !strings.HasPrefix(rest, "в") || !strings.HasPrefix(strings.TrimPrefix(rest[len("в"):], "в"), ".") {
		return false
	}
	return strings.Trim(trimOpening(word), "IVXХ–-") == ""
}

// isUnit reports whether a word is a unit of measurement or a ratio of units, with the punctuation after it.
func isUnit(word string) bool {
	word = trimClosing(strings.TrimRight(word, ".,;:"))
	base := word
	if i := strings.IndexAny(word, "/·"); i > 0 {
		base = word[:i]
	}
	base = strings.TrimRight(base, ".²³23")
	return base != "" && (isMeasure(base) || slices.Contains(units, base))
}

// isScale reports the words for thousands and more, without full stops.
var isScale = wordset.Words("тыс млн млрд трлн тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиарда " +
	"миллиардов")

// isMeasure reports the signs of units (ГОСТ 8.417) and short words that are units, beside those of Bind. «С» is not
// among them: without the degree it is the preposition.
var isMeasure = wordset.Words("° °C °С °F ‰ ₽ $ € мг т ц мл см дм мкм га Вт кВт МВт ГВт В кВ А мА кВА Гц кГц МГц "+
	"ГГц Па кПа",
	"МПа Дж кДж МДж кал ккал Гкал дБ лк лм кН Ом бар атм байт Кбайт Мбайт Гбайт КБ МБ ГБ ТБ кбит Мбит Гбит",
	"сек сут нед мес трлн пог месяц месяца месяцев месяцам неделя недели неделю недель сутки суток",
	"секунда секунды секунду секунд минуту минутам часам дням году годом годам годах",
	"тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиарда миллиардов копейка копейки копеек евро",
	"процент процента процентов градус градуса градусов метр метра метров километр километра километров",
	"сантиметр сантиметра сантиметров миллиметр миллиметра миллиметров гектар гектара гектаров",
	"грамм грамма граммов килограмм килограмма килограммов тонна тонны тонну тонн литр литра литров")
