package russian

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// BindUnits replaces the space between a number and its unit with a no-break space, for units that Bind does not know:
// «−40 °C», «2 месяца», «60 км/ч», «5 тыс. руб.». It changes nothing else and is idempotent.
func BindUnits(text string) string {
	from, bound := 0, strings.Builder{}
	for i := 1; i+1 < len(text); i++ {
		if text[i] != ' ' || !isDigit(text[i-1]) && !isScaled(text[:i]) {
			continue
		}
		end, _ := nextSpace(text[i+1:])
		if isUnit(text[i+1 : i+1+end]) {
			bound.WriteString(text[from:i])
			bound.WriteString(nbsp)
			from = i + 1
		}
	}
	if from == 0 {
		return text
	}
	return bound.String() + text[from:]
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

// isScaled reports whether a text ends with a number of thousands or more: «5 тыс.».
func isScaled(text string) bool {
	at := strings.LastIndexAny(text, " \u00a0")
	if at < 1 || !isDigit(text[at-1]) {
		return false
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	return isScale(strings.TrimSuffix(text[at+size:], "."))
}

var isScale = wordTest("тыс млн млрд трлн тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиарда миллиардов")

// isMeasure reports the signs of units (ГОСТ 8.417) and short words that are units, beside those of Bind. «С» is not
// among them: without the degree it is the preposition.
var isMeasure = wordTest("° °C °С °F ‰ ₽ $ € мг т ц мл см дм мкм га Вт кВт МВт ГВт В кВ А мА кВА Гц кГц МГц ГГц Па кПа",
	"МПа Дж кДж МДж кал ккал Гкал дБ лк лм кН Ом бар атм байт Кбайт Мбайт Гбайт КБ МБ ГБ ТБ кбит Мбит Гбит",
	"сек сут нед мес трлн пог месяц месяца месяцев месяцам неделя недели неделю недель сутки суток",
	"секунда секунды секунду секунд минуту минутам часам дням году годом годам годах",
	"тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиарда миллиардов копейка копейки копеек евро",
	"процент процента процентов градус градуса градусов метр метра метров километр километра километров",
	"сантиметр сантиметра сантиметров миллиметр миллиметра миллиметров гектар гектара гектаров",
	"грамм грамма граммов килограмм килограмма килограммов тонна тонны тонну тонн литр литра литров")
