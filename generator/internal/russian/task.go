package russian

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Task contains the data about execution in the sentence of a decision.
type Task struct {
	Whom    string // words before the infinitive, as written; may be an object rather than people
	Charged bool   // Whom are people or bodies in the dative, by the words alone
	Acts    bool   // Whom are an officer or a body, who do not get what the verb gives: «отделу провести праздник»

	Verb      bool // it begins with what to do, at most after the deadline; so it names nobody first
	Delegates bool // that verb gives others the task: «поручить», «возложить»

	Recommends bool // that verb is «рекомендовать», which a body does itself

	Deadlines [][3]int // year, month, day; each once
	Stated    bool     // the words say that this is the deadline: «в срок до …»
}

const taskDate = `(\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\s+(?:января|февраля|марта|апреля|мая|июня|июля|августа|` +
	`сентября|октября|ноября|декабря)\s+\d{4})`

var (
	statedDeadline = regexp.MustCompile(`(?i)(?:в\s+срок\s*[-–—:]?\s*(?:до|не\s+позднее)|не\s+позднее|` +
		`срок(?:\s+(?:исполнения|выполнения))?\s*[-–—:]\s*(?:до|не\s+позднее)?)\s*` + taskDate)
	bareDeadline = regexp.MustCompile(`(?i)(?:^|[\s,(])до\s+` + taskDate + `\s*(?:г\.?|года)?\s*[.;)]*\s*$`)
	// otherTerm matches words after which «до» names another term than the deadline.
	otherTerm = regexp.MustCompile(`(?i)(?:^|[\s(])(?:с|со)\s+` + taskDate +
		`|продл|перен[её]с|отлож|действ|период|полномоч`)
)

var execution = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:(?:сроки?|ответственн\p{L}*|исполнител[ьи]|контроль)` +
	`(?:\s+\p{L}+){0,2}\s*[-–—:]|в срок до|не позднее)`)

// SaysExecution reports a text that says in words who must do it or until when: «План. Срок – 1 мая».
func SaysExecution(text string) bool { return execution.MatchString(text) }

// ReadTask reads who must do something, and until when, from a sentence such as
// «ОГБПОУ СмолАПО направить предложения в срок до 08 декабря 2017 г.»
func ReadTask(text string) Task {
	text = strings.ReplaceAll(text, nbsp, " ")
	var task Task
	found := statedDeadline.FindAllStringSubmatch(text, -1)
	if task.Stated = len(found) > 0; !task.Stated && !otherTerm.MatchString(text) {
		found = bareDeadline.FindAllStringSubmatch(text, -1)
	}
	for _, m := range found {
		if year, month, day, ok := ReadDate(m[1]); ok {
			task.add([3]int{year, month, day})
		}
	}
	task.Whom, task.Charged = charged(text)
	task.Acts = task.Charged && acts(strings.Fields(text))
	task.beginsWith(deadlineFirst.ReplaceAllString(text, ""))
	return task
}

// ReadTaskHead reads the beginning of a sentence, up to a colon. If it has no verb,
// because points below have, it may name anybody: Whom is then certain only if it
// is the name of a known person.
func ReadTaskHead(text string, verbBelow bool) Task {
	text = strings.TrimSuffix(strings.TrimSpace(text), ":")
	task := ReadTask(text)
	if !task.Charged && verbBelow {
		task.Whom, _ = charged(strings.ReplaceAll(text, nbsp, " ") + " выполнить")
	}
	return task
}

// deadlineFirst matches a deadline with which a sentence begins.
var deadlineFirst = regexp.MustCompile(`(?i)^\s*(?:в\s+срок\s+)?(?:до|не\s+позднее)\s+` + taskDate +
	`(?:\s*(?:г\.|года))?,?\s+`)

// beginsWith sets what the first word of a sentence says.
func (t *Task) beginsWith(text string) {
	word, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	if strings.EqualFold(word, "не") {
		word, _, _ = strings.Cut(strings.TrimSpace(rest), " ")
	}
	small := strings.ToLower(word)
	t.Verb = isVerb(small) && (word == small || word[2:] == small[2:])
	t.Recommends = t.Verb && strings.HasPrefix(small, "рекомендовать")
	t.Delegates = t.Verb && wordIn(strings.TrimRight(small, ":,"),
		"поручить рекомендовать предложить просить возложить назначить обязать")
}

func (t *Task) add(date [3]int) {
	for _, known := range t.Deadlines {
		if known == date {
			return
		}
	}
	t.Deadlines = append(t.Deadlines, date)
}

// longestCharge is the number of words up to the infinitive.
const longestCharge = 14

// charged returns the words of a sentence before its infinitive.
func charged(text string) (whom string, certain bool) {
	words := strings.Fields(text)
	if len(words) > 1 && wordIn(words[0], "поручить рекомендовать предложить просить") {
		words, certain = words[1:], true
	}
	for i, word := range words {
		switch {
		case i > longestCharge, i == 0 && Infinitive(word):
			return "", false
		case i > 0 && isVerb(word):
			whom = strings.TrimRight(strings.Join(words[:i], " "), ",:–—- ")
			return whom, certain && isDative(words) || isDative(words) && isCertainlyDative(words)
		case strings.ContainsAny(word[len(word)-1:], ";:!?") || endsSentence(word):
			return "", false
		}
	}
	return "", false
}

// isVerb reports an infinitive; nouns with the same ending are not.
func isVerb(word string) bool {
	return Infinitive(word) && unicode.IsLower(first(word)) && !hasAnySuffix(word, "ости ость") &&
		!wordIn(word, "области область части часть сети сеть власти власть печати печать памяти память пути путь "+
			"почти дети пяти пять шести шесть семь восемь девяти девять десяти десять "+
			"двадцать двадцати тридцать тридцати")
}

// endsSentence reports a word with a full stop that is not an initial or
// abbreviation.
func endsSentence(word string) bool {
	return strings.HasSuffix(word, ".") && utf8.RuneCountInString(word) > 5
}

func first(word string) rune {
	r, _ := utf8.DecodeRuneInString(word)
	return r
}

// isDative reports whether the first word can be a dative at the beginning of a
// sentence about who must do something.
func isDative(words []string) bool {
	return isAbbreviation(words[0]) || hasAnySuffix(strings.ToLower(words[0]), "у ю ам ям ому ему ой ей е и")
}

// chargedNouns are datives of people and bodies that get tasks.
const chargedNouns = "директору председателю заместителю секретарю начальнику руководителю главе губернатору " +
	"министру ректору декану бухгалтеру юристу инженеру специалисту департаменту министерству комитету комиссии " +
	"управлению администрации отделу совету правлению аппарату секретариату фонду центру институту университету " +
	"обществу ассоциации дирекции службе группе президиуму ревизору исполнителю учреждению предприятию"

// isCertainlyDative reports whether the words before the infinitive cannot be
// its object: «Участникам», «Исполнительному директору», «ООО «Пример»».
func isCertainlyDative(words []string) bool {
	if isAbbreviation(words[0]) {
		return (utf8.RuneCountInString(words[0]) >= 3 || wordIn(words[0], "ао ип")) && !wordIn(words[0], "сми")
	}
	if hasAnySuffix(words[0], "ам ям ому ему") {
		return true
	}
	return isOffice(words)
}

// isOffice reports an officer or a body at the beginning: «Директору», «Рабочей группе».
func isOffice(words []string) bool {
	adjective := len(words) > 1 && hasAnySuffix(words[0], "ой ей ому ему")
	return wordIn(words[0], chargedNouns) || adjective && wordIn(words[1], chargedNouns+" организации компании")
}

// acts reports whether a sentence begins with an officer or a body and a verb that gives nothing to anybody, unlike
// «директору представить отчёт», where the director may be the one who gets it.
func acts(words []string) bool {
	verb := slices.IndexFunc(words, isVerb)
	return verb > 0 && isOffice(words) && wordIn(words[verb],
		"провести принять рассмотреть завершить устранить усилить осуществить взять доработать активизировать")
}

// wordIn reports whether a list has a word, in any case.
func wordIn(word, list string) bool {
	word = strings.ToLower(strings.TrimRight(word, ".,"))
	for known := range strings.FieldsSeq(list) {
		if known == word {
			return true
		}
	}
	return false
}
