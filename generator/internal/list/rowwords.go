package list

import (
	"slices"
	"strings"
	"unicode"
)

// isTotal reports whether a row sums up the rows above: by its first text, and because the others are numbers.
func isTotal(values []string, first int) bool {
	words := leadingWords(values[first], 2)
	if len(words) == 0 || !slices.Contains(totals, words[0]) &&
		!(len(words) > 1 && slices.Contains(totals, words[0]+" "+words[1])) {
		return false
	}
	for _, value := range values[first+1:] {
		if strings.ContainsFunc(value, unicode.IsLetter) && !isQuantity(value) {
			return false
		}
	}
	return true
}

// isQuantity reports whether a text is a number with its unit: «3 чел.», «12
// организаций».
func isQuantity(value string) bool {
	words := leadingWords(value, 3)
	return len(words) == 2 && strings.Trim(words[0], "0123456789") == "" &&
		!strings.ContainsFunc(words[1], unicode.IsDigit)
}

var totals = []string{
	"итого", "итог", "всего", "total", "subtotal", "общий итог", "итоговая сумма", "общее количество", "общее число",
	"промежуточный итог", "количество организаций", "количество записей", "число организаций", "в том", "в т", "из них",
	"ндс", "без ндс", "сальдо", "обороты", "остаток",
	"всего организаций", "grand total", "количество строк", "количество адресатов", "количество участников",
}

// isFooter reports whether a text begins like a note below a table. A word that may also begin the name of an
// organization counts if it is the whole text, or before a colon.
func isFooter(text string, alone bool) bool {
	if strings.HasPrefix(text, "*") || strings.HasPrefix(text, "___") {
		return true
	}
	words := leadingWords(text, 2)
	if len(words) == 0 {
		return alone && !isDitto(text)
	}
	first := words[0]
	if len(words) > 1 && slices.Contains(footers, first+" "+words[1]) {
		return true
	}
	if !slices.Contains(footers, first) && !slices.Contains(lists, first) {
		return false
	}
	before, _, colon := strings.Cut(text, ":")
	if slices.Contains(lists, first) {
		return alone
	}
	return alone || len(words) == 1 || colon && len(strings.Fields(before)) <= 3
}

// lists are words for the list itself: «Список утверждён приказом № 5».
var lists = []string{"список", "перечень", "реестр", "таблица", "сведения", "данные", "форма", "верно"}

var footers = []string{
	"исполнитель", "исп", "составил", "составила", "составитель", "составлено", "подготовил", "подготовила",
	"подготовлено", "ответственный", "ответственная", "ответственное лицо", "согласовано", "утверждено", "утверждаю",
	"проверил", "проверила", "подпись", "м п", "мп", "дата", "тел", "телефон", "примечание", "примечания", "источник",
	"справочно", "данные на", "по состоянию", "приложение", "страница", "стр", "конец", "end of", "отпечатано",
	"сформировано", "сформирован", "печать", "выгружено", "отчет сформирован", "дата формирования", "дата печати",
	"исполнитель тел", "контактный телефон",
}

// isExplanation reports whether a row explains the headings: all of its cells are in
// brackets or, in the first row, are words of forms. Other columns than those of fields may have small letters.
func (f *rowFilter) isExplanation(values []string) bool {
	brackets, words, small, filled := 0, 0, 0, 0
	for i, value := range values {
		if value == "" {
			continue
		}
		filled++
		if strings.HasPrefix(value, "(") && strings.HasSuffix(value, ")") {
			brackets++
		} else if len(value) < 50 && slices.Contains(explanatory, strings.ToLower(strings.Trim(value, " .*"))) {
			words++
		} else if f.Columns[i].Field == "" && value == strings.ToLower(value) && countDigits(value) == 0 {
			small++ // «кв. м» beside «(полностью)»
		} else {
			return false
		}
	}
	return brackets == filled || f.records == 0 && (small == 0 || brackets > 0) && brackets+words+small == filled
}

var explanatory = []string{
	"текст", "строка", "число", "дата", "руб", "чел", "шт", "ед", "да/нет", "м/ж", "%", "обязательно",
	"необязательно", "обязательное поле", "необязательное поле", "полностью", "по уставу", "тыс. руб", "цифры",
	"string", "open ended response", "open-ended response", "response",
	"text", "number", "выбор из списка", "x", "х",
}

// isExample reports whether a row shows how to fill in the table.
func isExample(values []string) bool {
	for _, value := range values {
		if strings.Contains(value, "(пример") || strings.Contains(value, "(образец") {
			return true
		}
		words := leadingWords(value, 1)
		if len(words) == 0 || !slices.Contains(exampleWords, words[0]) {
			continue
		}
		rest := strings.TrimLeft(value[min(len(words[0]), len(value)):], " \u00a0")
		if rest == "" || strings.HasPrefix(strings.ToLower(rest), "заполнения") ||
			strings.IndexAny(rest, ":.,-–—") == 0 {
			return true
		}
	}
	return false
}

var exampleWords = []string{"пример", "например", "образец"}
