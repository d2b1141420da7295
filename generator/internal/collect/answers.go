package collect

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"protokol/generator/diag"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/table"
)

// maxAnswer limits an answer, in characters.
const maxAnswer = 10_000

// understand normalizes the answer to a question; "" is not an answer.
func (f *Form) understand(q Question, field reader.Field) string {
	if q.shape == tick {
		if field.Checked {
			return "да"
		}
		return ""
	}
	written := hyphens.Replace(answerOf(field))
	if strings.ContainsRune(field.Value, utf8.RuneError) {
		f.wrong(
			q.Key,
			written,
			"в ответе знаки, которые не удалось прочитать",
			"сверьте с файлом и впишите в таблицу сами",
		)
	}
	if utf8.RuneCountInString(written) > maxAnswer {
		written = string([]rune(written)[:maxAnswer])
		f.wrong(
			q.Key,
			"",
			fmt.Sprintf("ответ длиннее %d знаков, взято только начало", maxAnswer),
			"посмотрите, что в файле",
		)
	}
	if q.shape == lines {
		return eachLine(written)
	}
	answer := oneLine(written)
	switch {
	case slices.Contains(noAnswers, strings.ToLower(answer)), answer != "" && strings.Trim(answer, fillers) == "":
		return ""
	case q.shape == code:
		return bare(answer)
	case q.shape == count:
		return f.number(q, answer)
	case q.shape == day:
		return f.date(q, answer, field.Date)
	}
	return answer
}

// hyphens replaces Unicode hyphens such as the non-breaking hyphen of Word.
var hyphens = strings.NewReplacer("\u2010", "-", "\u2011", "-")

// answerOf returns the answer in a field. Some programs leave answers marked as
// placeholders.
func answerOf(field reader.Field) string {
	if strings.TrimSpace(field.Value) == "" {
		return table.Clean(field.Hint)
	}
	return table.Clean(field.Value)
}

// warnHints reports answers that are marked as placeholders.
func (f *Form) warnHints(g *group) {
	var titles []string
	for _, field := range g.fields {
		if strings.TrimSpace(field.Value) == "" && answerOf(field.Field) != "" {
			titles = append(titles, f.Kind.question(field.key).Title)
		}
	}
	if len(titles) > 0 {
		f.warn("в файле эти ответы помечены как подсказки: "+strings.Join(titles, ", "), "сверьте их с файлом")
	}
}

// noAnswers are what people write instead of leaving a field empty.
var noAnswers = []string{"нет", "не имеется", "не имеем", "отсутствует", "б/н"}

// fillers are the signs of lines that people leave or draw: «____», «……», «--».
const fillers = "_.…-–—/\\*= "

// oneLine joins lines: people break long lines by hand.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// eachLine normalizes the spaces of every line and drops empty lines at both ends.
func eachLine(text string) string {
	rows := strings.Split(text, "\n")
	for i, row := range rows {
		rows[i] = oneLine(row)
	}
	return strings.Trim(strings.Join(rows, "\n"), "\n")
}

// bare removes the separators that people put between the digits of a code.
func bare(answer string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '–' {
			return -1
		}
		return r
	}, answer)
}

// number reads a number as people write it: «120», «1 200 чел.». Other words beside it,
// as in «около 1 200» and «2 тыс.», are doubted.
func (f *Form) number(q Question, answer string) string {
	isFigure := func(r rune) bool { return r >= '0' && r <= '9' }
	together := strings.ReplaceAll(answer, " ", "")
	figures := strings.FieldsFunc(together, func(r rune) bool { return !isFigure(r) })
	if answer == "" {
		return ""
	}
	if len(figures) != 1 || len(figures[0]) > 7 {
		f.wrong(q.Key, answer, "здесь нужно одно число", "впишите в таблицу число")
		return answer
	}
	if strings.IndexAny(together, "-–−") == 0 {
		return "-" + figures[0] // which the check of the whole form refuses
	}
	words := strings.ToLower(strings.TrimFunc(together, isFigure))
	if !slices.Contains(headcounts, strings.TrimSuffix(words, ".")) {
		f.report(diag.Warning, q.Key, answer, "здесь не только число, записано "+figures[0], "сверьте число в таблице")
	}
	return figures[0]
}

// headcounts are the words that people write after a number of people, without spaces.
var headcounts = []string{"", "чел", "человек", "человека", "сотрудник", "сотрудника", "сотрудников", "сотр",
	"работник", "работника", "работников", "раб", "штатныхединиц", "шт", "ед"}

// date reads the date from the text, or from the date control if the text has
// none.
func (f *Form) date(q Question, answer, control string) string {
	for _, text := range []string{answer, control} {
		if year, month, day, ok := russian.ReadDate(text); ok {
			return russian.DateDigits(year, month, day)
		}
	}
	if answer != "" {
		f.wrong(q.Key, answer, "непонятная дата", "впишите в таблицу: 20.11.2017")
	}
	return answer
}

// wrong reports an error in an answer.
func (f *Form) wrong(key, answer, message, hint string) {
	f.report(diag.Error, key, answer, message, hint)
}

func (f *Form) report(severity diag.Severity, key, answer, message, hint string) {
	said := f.Kind.question(key).Title
	if answer != "" {
		said += " «" + shorten(answer) + "»"
	}
	f.Problems = append(
		f.Problems,
		diag.Problem{Severity: severity, Key: key, Message: said + ": " + message, Hint: hint},
	)
}

// shorten shortens an answer for a message.
func shorten(answer string) string {
	const most = 60
	if runes := []rune(oneLine(answer)); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return oneLine(answer)
}
