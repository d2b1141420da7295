package collect

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/list"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/russian"
)

// maxAnswer is longer than any answer, in characters.
const maxAnswer = 10_000

// understand puts an answer as its question wants it; "" is none.
func (f *Form) understand(q Question, field reader.Field) string {
	if q.shape == tick {
		if field.Checked {
			return "да"
		}
		return ""
	}
	written := document.WithoutHint(list.Clean(field.Value))
	if strings.ContainsRune(field.Value, utf8.RuneError) {
		f.wrong(q.Key, written, "в ответе знаки, которые не удалось прочитать", "сверьте с файлом и впишите в таблицу сами")
	}
	if utf8.RuneCountInString(written) > maxAnswer {
		written = string([]rune(written)[:maxAnswer])
		f.wrong(q.Key, "", fmt.Sprintf("ответ длиннее %d знаков, взято только начало", maxAnswer), "посмотрите, что в файле")
	}
	if q.shape == lines {
		return eachLine(written)
	}
	answer := oneLine(written)
	switch {
	case slices.Contains(noAnswers, strings.ToLower(answer)):
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

// noAnswers are what people write where they have nothing to write.
var noAnswers = []string{"-", "–", "—", "нет", "не имеется", "не имеем", "отсутствует", "б/н"}

// oneLine joins lines: a line too long for its field is broken by hand.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// eachLine puts every line in order and drops empty ones around them.
func eachLine(text string) string {
	rows := strings.Split(text, "\n")
	for i, row := range rows {
		rows[i] = oneLine(row)
	}
	return strings.Trim(strings.Join(rows, "\n"), "\n")
}

// bare is a code without what people part its figures by.
func bare(answer string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '–' {
			return -1
		}
		return r
	}, answer)
}

// number is that of people: «120», «120 чел.», «около 1 200».
func (f *Form) number(q Question, answer string) string {
	figures := strings.FieldsFunc(strings.ReplaceAll(answer, " ", ""), func(r rune) bool { return r < '0' || r > '9' })
	if answer != "" && (len(figures) != 1 || len(figures[0]) > 7) {
		f.wrong(q.Key, answer, "здесь нужно одно число", "впишите в таблицу число")
		return answer
	}
	return strings.Join(figures, "")
}

// date is that in the text; that of a date control only when the text is none.
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

// wrong tells what is wrong with an answer.
func (f *Form) wrong(key, answer, message, hint string) {
	f.tell(diag.Error, key, answer, message, hint)
}

func (f *Form) tell(severity diag.Severity, key, answer, message, hint string) {
	said := f.Kind.question(key).Title
	if answer != "" {
		said += " «" + shorten(answer) + "»"
	}
	f.Problems = append(f.Problems, diag.Problem{Severity: severity, Key: key, Message: said + ": " + message, Hint: hint})
}

// shorten cuts an answer for a message.
func shorten(answer string) string {
	const most = 60
	if runes := []rune(oneLine(answer)); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return oneLine(answer)
}
