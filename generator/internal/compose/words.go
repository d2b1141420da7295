package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
)

// lowerFirst gives an ordinary word at the beginning a small letter; «ООО» and
// «А.» keep theirs.
func lowerFirst(text string) string {
	return trace.Apply(text, func(t string) string { return first(t, unicode.ToLower) })
}

// upperFirst gives the first word a capital.
func upperFirst(text string) string {
	return trace.Apply(text, func(t string) string { return first(t, unicode.ToUpper) })
}

func first(text string, change func(rune) rune) string {
	r, size := utf8.DecodeRuneInString(text)
	next, _ := utf8.DecodeRuneInString(text[size:])
	if next == utf8.RuneError || !unicode.IsLower(next) && next != ' ' {
		return text
	}
	return string(change(r)) + text[size:]
}

// asked is a task as the rest of a sentence: «Подготовить план» loses its
// capital, «Смоленскому Дому печати помочь» keeps it: a name shows itself by the
// next word, unless the first is an infinitive or the preposition before one.
func asked(task string) string { return trace.Apply(task, lowerTask) }

func lowerTask(task string) string {
	word, rest, _ := strings.Cut(task, " ")
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "«\"( "))
	if unicode.IsUpper(next) && !infinitive(word) && utf8.RuneCountInString(word) > 3 {
		return task
	}
	return first(task, unicode.ToLower)
}

func infinitive(word string) bool {
	word = strings.TrimRight(word, ".,:;")
	for _, ending := range []string{"ть", "ти", "чь", "ться", "тись", "чься"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// closed ends a text with a full stop, unless it ends with a mark.
func closed(text string) string { return trace.Apply(text, withStop) }

func withStop(text string) string {
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".!?:;") || strings.HasSuffix(text, "…") {
		return text
	}
	return text + "."
}

// inside puts words in brackets before the mark that ends a text.
func inside(text, words string) string {
	mark := ""
	if n := len(text); n > 0 && strings.ContainsAny(text[n-1:], ".:;") {
		text, mark = text[:n-1], text[n-1:]
	}
	return text + " (" + words + ")" + mark
}

// persons counts people: "1 человек", "3 человека", "45 человек".
func persons(n int) string {
	return russian.Count(n, "человек", "человека", "человек")
}
