package list

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
)

// fillDitto replaces ditto marks by the values above them.
func (f *rowFilter) fillDitto(record *Record) {
	for i, value := range record.values {
		if !isDitto(value) {
			continue
		}
		if i >= len(f.before) || f.before[i] == "" {
			record.addProblem(record.cellLocation(i), diag.Error, "знак повтора, а выше пусто", "впишите значение")
			continue
		}
		record.values[i] = f.before[i]
		f.notes.ditto.add(record.Row)
	}
	f.before = record.values
}

// isDitto reports whether a cell repeats the one above it: ″, -"-, -//-, то же.
func isDitto(text string) bool {
	if text == "" || len(text) > 30 {
		return false
	}
	if strings.ContainsAny(text, "\"'«»„“”″〃/|") && strings.Trim(text, "\"'«»„“”″〃/|\\-–—−_ .") == "" {
		return true
	}
	return slices.Contains([]string{"то же", "то же самое", "та же", "-то же-", "- то же -"}, strings.ToLower(text))
}

// blankMarks are what people write into a cell that stays empty.
var blankMarks = []string{
	"-", "–", "—", "--", "---", "нет", "н/д", "нет данных", "не указано", "не указан", "отсутствует", "не имеется",
	"n/a", "null", "none", "б/н", "...", "…", "....", ". . .",
}

// isBlankMark reports whether a text stands for an empty cell.
func isBlankMark(text string) bool {
	return text != "" && len(text) < 30 && slices.Contains(blankMarks, strings.ToLower(text))
}

// nobodies are texts in the place of an organization for people who have none.
var nobodies = []string{
	"физ лицо", "физлицо", "физическое лицо", "частное лицо", "самозанятый", "самозанятая", "пенсионер", "пенсионерка",
	"на пенсии", "безработный", "безработная", "домохозяйка", "не работает", "временно не работает", "неработающий",
	"неработающая", "неработающий пенсионер", "неработающая пенсионерка", "студент", "студентка", "учащийся",
	"учащаяся", "гражданин", "гражданка", "анонимно", "аноним", "анонимное обращение",
	"житель", "жительница", "в декрете", "инвалид", "многодетная мать",
}

// isNobody reports whether a text says that somebody belongs to no organization.
func isNobody(text string) bool {
	const most = 60 // bytes
	return len(text) < most && !strings.ContainsAny(text, "«\"№0123456789") &&
		slices.Contains(nobodies, strings.Join(foldedWords(text), " "))
}

// isVacancy reports texts in the place of a name that say that a post is vacant: «вакансия», «мандат вакантен»,
// «ВАКАНСИЯ 0,5», «на конкурсе», «должность не замещена».
func isVacancy(text string) bool {
	const most = 5 // words; longer texts may name somebody, too
	lower := strings.ToLower(text)
	isLower, isUpper := lower == text, strings.ToUpper(text) == text
	if !isLower && !isUpper && !strings.Contains(lower, "вакан") {
		return false // as nearly all names
	}
	if isLower {
		text = smallInitials.ReplaceAllString(text, " ")
	}
	words := leadingWords(text, most+1)
	if len(words) == 0 || len(words) > most || isPerson(text) || slices.ContainsFunc(words, isPatronymic) ||
		slices.ContainsFunc(strings.Fields(text), isInitials) {
		return false
	}
	isPost := looksLikePost(text)
	return slices.ContainsFunc(words, func(word string) bool {
		return strings.HasPrefix(word, "вакан") || isLower && slices.Contains(noNames, word) ||
			isLower && !isPost && slices.Contains(prepositions, word) ||
			(isLower || isUpper) && slices.ContainsFunc(noNameStems, func(stem string) bool {
				return strings.HasPrefix(word, stem)
			})
	})
}

// Words that names do not contain, words of posts («директор по развитию»), and stems of texts in the place of an
// unknown name.
var (
	noNames      = strings.Fields("не нет или пока еще будет кадры резерв свободна выборы")
	prepositions = strings.Fields("на по в во с до от за из при об для")
	noNameStems  = strings.Fields("конкурс назнач замещ отпуск декрет утвержд уточн согласов отсутств")
)

// smallInitials matches letters with full stops, none of which is a preposition: «с.в.», «г.», «с. ».
var smallInitials = regexp.MustCompile(`(?:^|\s)(?:\p{Ll}\.\s?)+`)

// isInitials reports «И.И.».
func isInitials(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && strings.HasPrefix(word[size:], ".")
}

// readMarks empties cells of known fields that say that they are empty.
func (l *List) readMarks(record *Record) {
	for i, value := range record.values {
		key := l.Columns[i].Field
		switch {
		case key == "" || value == "":
		case isBlankMark(value):
			record.values[i] = ""
		case key == "organization" && isNobody(value):
			record.values[i] = ""
			record.nobody = true
			l.notes.nobodies.add(record.Row)
		case key == "name" && isVacancy(value):
			record.values[i] = ""
			record.addProblem(record.cellLocation(i), diag.Warning,
				fmt.Sprintf("«%s» — не имя, должность вакантна: имени в письме не будет", printable.Excerpt(value, 40)),
				"проверьте, кому оно адресовано")
		}
	}
}
