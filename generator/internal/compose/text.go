package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
	"protokol/generator/internal/typography"
)

// lowerFirst returns a text that starts with a small letter; «ООО» and «А.» are
// unchanged.
func lowerFirst(text string) string {
	return trace.Apply(text, func(t string) string { return first(t, unicode.ToLower) })
}

// upperFirst returns a text that starts with a capital.
func upperFirst(text string) string {
	return trace.Apply(text, func(t string) string { return first(t, unicode.ToUpper) })
}

func first(text string, change func(rune) rune) string {
	r, size := utf8.DecodeRuneInString(text)
	next, _ := utf8.DecodeRuneInString(text[size:])
	if russian.IsActing(text) {
		next = ' '
	}
	if next == utf8.RuneError || !unicode.IsLower(next) && next != ' ' {
		return text
	}
	return string(change(r)) + text[size:]
}

// asked returns a task as the rest of a sentence. «Подготовить план» loses its
// capital. «Смоленскому Дому печати помочь» keeps it: unless the first word is
// an infinitive or the preposition before one, the next word is a name.
func asked(task string) string { return trace.Apply(task, lowerTask) }

func lowerTask(task string) string {
	word, rest, _ := strings.Cut(task, " ")
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "«\"( "))
	if unicode.IsUpper(next) && !russian.Infinitive(word) && utf8.RuneCountInString(word) > 3 {
		return task
	}
	return first(task, unicode.ToLower)
}

// spokenWords returns the words of a speech as the rest of a sentence: «Дополнила доклад» and «Президент РФ» lose their
// capital, «Oracle заменят», «СмолАПО просит», «Орлов П. И. поддержал» and a name of the people in any case keep it.
func (b *builder) spokenWords(text string) string {
	if b.precedes(dialogRules) {
		return lowerFirst(text)
	}
	words := strings.Fields(trace.Strip(text))
	if len(words) == 0 {
		return text
	}
	word := strings.TrimRight(words[0], ".,:;!?")
	_, size := utf8.DecodeRuneInString(word)
	if strings.ContainsFunc(word, isLatin) || strings.ContainsFunc(word[size:], unicode.IsUpper) ||
		b.nameForms()[word] || isBeforeInitials(words) {
		return text
	}
	return lowerFirst(text)
}

// isBeforeInitials reports a first word with the initials that belong to it: not «Поддержал П. И. Орлова».
func isBeforeInitials(words []string) bool {
	after := 1
	for after < len(words) && strings.Contains(words[after], ".") && typography.IsInitials(words[after]) {
		after++
	}
	next := ""
	if after < len(words) {
		next = words[after]
	}
	r, _ := utf8.DecodeRuneInString(next)
	return after > 1 && utf8.RuneCountInString(words[0]) > 1 && !unicode.IsUpper(r)
}

func isLatin(r rune) bool { return unicode.Is(unicode.Latin, r) }

// sentence adds a full stop to a text, unless it ends with punctuation.
func sentence(text string) string { return text + fullStop(text) }

// fullStop returns the punctuation to add after a text: a full stop or nothing.
func fullStop(text string) string {
	text = trace.Strip(text)
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".!?:;") || strings.HasSuffix(text, "…") {
		return ""
	}
	return "."
}

// openEnd separates a text from its final punctuation, so that words in
// brackets can be inserted. The full stop of «Громовой Д. М.» is in both.
func openEnd(text string) (open, mark string) {
	n := len(text)
	switch {
	case typography.EndsAbbreviated(text):
		return text, text[n-1:]
	case n > 0 && strings.ContainsAny(text[n-1:], ".:;"):
		return text[:n-1], text[n-1:]
	}
	return text, ""
}

// join joins nonempty strings.
func join(separator string, parts ...string) string {
	var filled []string
	for _, p := range parts {
		if p != "" {
			filled = append(filled, p)
		}
	}
	return strings.Join(filled, separator)
}

// sameWords reports whether two texts, neither empty, say the same in the same
// words: «Председатель» and «председатель».
func sameWords(a, b string) bool {
	a, b = trace.Strip(a), trace.Strip(b)
	return a != "" && strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
}
