package list

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
)

// doubtState reports a note in a column without a field that may forbid a letter to the
// recipient: «Статус: ликвидировано», «Примечание: умер».
func (l *List) doubtState(record *Record) {
	const most = 120 // bytes; longer notes are not about this
	for i, value := range record.values[:l.physical] {
		if l.Columns[i].Field != "" || value == "" || len(value) > most || !l.states[i].departed(value) {
			continue
		}
		record.addProblem(record.cellLocation(i), diag.Warning,
			fmt.Sprintf("«%s»: может быть, этому адресату писать уже не надо", printable.Excerpt(value, 60)),
			"если не надо, удалите строку")
	}
}

// stateHeading is the kind of a heading whose values may be such notes.
type stateHeading struct {
	notes   bool // «Примечание»
	ending  bool // «Дата увольнения»
	sending bool // «Рассылка»
}

func newStateHeading(title string) (h stateHeading) {
	words := leadingWords(title, 5)
	h.ending = slices.ContainsFunc(words, func(word string) bool { return hasStem(endings, word) })
	if len(words) > 0 {
		h.notes, h.sending = hasStem(notesHeads, words[0]), hasStem(sendings, words[0])
	}
	return h
}

// departed reports whether a value under the heading forbids a letter.
func (h stateHeading) departed(value string) bool {
	lower := strings.ToLower(strings.Trim(value, " .!()"))
	return hasCeased(value) || slices.Contains(departed, lower) || h.forbidsSending(lower) ||
		h.notes && (hasState(value) || saysGone(foldedWords(value)) || saysEnding(foldedWords(value)))
}

// forbidsSending reports a short note that a recipient is gone or wants no letters («выбыл в Брянск», «не
// беспокоить»), «нет» under a heading about sending and anything under «Дата увольнения».
func (h stateHeading) forbidsSending(lower string) bool {
	const most = 5 // words
	words := leadingWords(lower, most+1)
	if h.ending && !isBlankMark(lower) {
		return true
	}
	if len(words) == 0 || len(words) > most {
		return false
	}
	if len(words) == 1 {
		isAnswer := h.sending && slices.Contains([]string{"нет", "не", "no", "false", "ложь"}, words[0])
		return isAnswer || isDeparted(words[0]) && !isOperation(words[0])
	}
	isSending := len(words) > 2 && words[1] == "не" && hasStem(letters, words[0]) &&
		strings.HasSuffix(words[2], "ть") && hasStem(sendingVerbs, words[2]) // «письмо не направлять»
	return isSending ||
		words[0] == "не" && (strings.HasSuffix(words[1], "ть") || slices.Contains(absences, words[1])) ||
		saysGone(slices.DeleteFunc(words, isOperation))
}

// isOperation reports a word that below other headings than those of notes says what is done
// with money or goods: «Вид операции: возврат».
func isOperation(word string) bool {
	return word == "отказ" || strings.HasPrefix(word, "возврат")
}

// saysGone reports whether words say that a person or an organization is gone.
func saysGone(words []string) bool {
	return slices.ContainsFunc(words, isDeparted) || strings.Contains(strings.Join(words, " "), "не существует")
}

// saysEnding reports words about an organization that ends, «в стадии ликвидации», and not about
// another thing, «участник ликвидации аварии», or about somebody in another's place: «вместо
// него», «в декрете».
func saysEnding(words []string) bool {
	for i, word := range words {
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		switch {
		case strings.HasPrefix(word, "ликвидацион"),
			word == "вместо" && slices.Contains([]string{"него", "нее", "них"}, next),
			word == "в" && strings.HasPrefix(next, "декрет"):
			return true
		case strings.HasPrefix(word, "реорганизаци"), strings.HasPrefix(word, "ликвидаци"):
			isOwn := next == "" || slices.Contains(endingWords, next) || strings.Trim(next, "0123456789") == "" ||
				hasStem(formOwners, next)
			if isOwn && !slices.ContainsFunc(words[:i], func(w string) bool { return hasStem(helpers, w) }) {
				return true
			}
		}
	}
	return false
}

// endingWords may follow the end of an organization, helpers are stems of words for who
// deals with that of others.
var (
	endingWords = strings.Fields("в с со от по до из и на путем через завершена завершается начата идет общества фирмы")
	helpers     = strings.Fields("участник комисси ветеран отдел инвалид удостоверен")
)

// endings and sendings are stems of headings for the end of something and for whether to write; absences are verbs
// of notes about people who do not come; letters are words before the sendingVerbs of what is not to be done.
var (
	letters      = strings.Fields("письм почт корреспонденц приглашени больше пока")
	sendingVerbs = strings.Fields("отправл направл посыл присыл высыл рассыл приглаш беспоко тревож звать слать писать")
	sendings     = strings.Fields("рассылк отправ направ приглаш писать письмо слать")
	endings      = strings.Fields("увольнен выбыти смерти ликвидац")
	absences     = strings.Fields("сможет придет приедет будет участвует желает")
)

// departed are such values that consist of this note only.
var departed = []string{"умер", "умерла", "уволен", "уволена", "отказ", "отказался", "отказалась", "выбыл", "выбыла",
	"исключён", "исключен", "исключена", "исключено", "не направлять", "не отправлять", "не приглашать", "удалить",
	"дубль", "снят с учёта", "снят с учета", "ликвидация"}

// isDeparted reports a word of longer notes that says that a recipient is gone: «письмо возвращено», «сменился
// директор».
func isDeparted(word string) bool {
	return slices.Contains(departedWords, word) || slices.ContainsFunc(departedStems, func(stem string) bool {
		return strings.HasPrefix(word, stem)
	})
}

var (
	departedStems = strings.Fields("возвращ возврат неверн сменил уволен уволил переехал уехал выехал съехал выбыл " +
		"отказал вычеркн отозва")
	departedWords = strings.Fields("отказ вернулось умер умерла умерли дубль дубля дубли дублирует дубликат " +
		"исключить удалить удалите исключите")
)

// notesHeads are stems with which the headings of columns of notes begin.
var notesHeads = strings.Fields("прим примечан коммент комментар заметк отметк статус состояни " +
	"результат вручен доставк")
