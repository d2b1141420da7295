package sample

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"protokol/generator/internal/fields"
)

// Words of the paper that agree with a value: «вела Лебедь М.Ю.», «4 человека». They do not change with the value.

// genders are words that agree with the name of a person, with those that agree with
// one of the other gender.
var genders = map[string]string{"ответственная": "ответственный", "вел": "вела", "ознакомлен": "ознакомлена",
	"избран": "избрана", "назначен": "назначена", "председательствовал": "председательствовала",
	"выступил": "выступила", "доложил": "доложила", "сообщил": "сообщила", "предложил": "предложила",
	"открыл": "открыла", "закрыл": "закрыла", "рассказал": "рассказала", "отметил": "отметила",
	"проинформировал": "проинформировала", "огласил": "огласила", "присутствовал": "присутствовала",
	"составил": "составила", "подготовил": "подготовила", "ответил": "ответила", "спросил": "спросила",
	"уважаемый": "уважаемая", "глубокоуважаемый": "глубокоуважаемая", "многоуважаемый": "многоуважаемая",
	"господин": "госпожа", "господину": "госпоже", "господина": "госпожи", "дорогой": "дорогая",
	"докладчица": "докладчик", "отсутствовал": "отсутствовала",
	"приглашен": "приглашена", "согласен": "согласна", "поддержал": "поддержала", "зачитал": "зачитала",
	"участвовал": "участвовала", "воздержался": "воздержалась", "обязан": "обязана", "уполномочен": "уполномочена"}

// counted are words that agree with a number.
var counted = []string{"человек", "человека", "член", "члена", "членов", "участник", "участника", "участников",
	"вопрос", "вопроса", "вопросов", "голос", "голоса", "голосов", "лист", "листа", "листов", "решение", "решения",
	"решений", "собственник", "собственника", "собственников", "депутат", "депутата", "депутатов", "лицо", "лица",
	"лиц"}

// agreement reports words that agree with a value of a paragraph.
func (f *finder) agreement(n *Node) {
	person, named := false, false
	var beside []string
	for k, t := range n.tokens {
		o, ok := n.chosen(t)
		if !ok {
			continue
		}
		kind := last(o.value.Path).Kind
		named = named || kind == fields.Person && o.value.Case
		if kind == fields.Person || kind == fields.List {
			person = person || !o.value.Case
			beside = append(beside, n.beside(k)...)
		}
		if (kind == fields.Number || kind == fields.Ballot) && k+1 < len(n.tokens) &&
			slices.Contains(counted, n.tokens[k+1].word) {
			word := n.tokens[k+1].shown(n)
			f.remark(n, word, fmt.Sprintf("«%s» стоит при числе %s: при другом числе форма другая", word, t.shown(n)),
				"напишите так, чтобы слово не менялось: «человек: {число участников}», «голосов: …»")
		}
	}
	if person || named {
		f.gender(n, beside, person)
	}
}

// gender reports words that agree with a name: those that are known, and others beside
// it that end as such words do. Beside a name that is the subject of nothing, these are
// titles and participles only: «господину», «в лице Белова, действующего».
func (f *finder) gender(n *Node, beside []string, subject bool) {
	var reported []string
	for _, t := range n.tokens {
		other := otherFor(t.word, slices.Contains(beside, t.word), subject)
		if other == "" || !t.literal || slices.Contains(reported, t.word) {
			continue
		}
		reported = append(reported, t.word)
		f.gendered(n, t.shown(n), other)
	}
}

func otherFor(word string, isBeside, subject bool) string {
	if subject || strings.HasPrefix(word, "госпо") {
		if other := otherGender(word); other != "" {
			return other
		}
	}
	if !isBeside {
		return ""
	}
	if other := otherParticiple(word); other != "" || !subject {
		return other
	}
	return otherEnd(word)
}

func (f *finder) gendered(n *Node, word, other string) {
	f.remark(n, word, fmt.Sprintf("«%s» согласовано с именем: о другом человеке может понадобиться «%s»", word, other),
		"напишите без рода: «докладчик – …», «секретарь – …»")
}

// beside returns the words before and after a token.
func (n *Node) beside(k int) (list []string) {
	list = n.wordsBefore(k, 1)
	for i := k + 1; i < len(n.tokens); i++ {
		if t := n.tokens[i]; strings.ContainsFunc(t.word, isWord) {
			return append(list, t.word)
		}
	}
	return list
}

// participles are endings of participles in cases, with those for the other gender.
var participles = [][2]string{{"щегося", "щейся"}, {"щемуся", "щейся"}, {"щимся", "щейся"}, {"щейся", "щегося"},
	{"щего", "щей"}, {"щему", "щей"}, {"щей", "щего"}, {"вшего", "вшей"}, {"вшему", "вшей"}, {"вшей", "вшего"},
	{"нного", "нной"}, {"нному", "нной"}, {"нной", "нного"}, {"емого", "емой"}, {"емой", "емого"}}

// otherParticiple returns the form of a participle for the other gender, or "".
func otherParticiple(word string) string {
	for _, end := range participles {
		if stem, ok := strings.CutSuffix(word, end[0]); ok && utf8.RuneCountInString(stem) > 2 {
			return stem + end[1]
		}
	}
	return ""
}

// nouns end like words that agree with a name.
var nouns = []string{"протокол", "журнал", "отдел", "филиал", "персонал", "материал", "капитал", "раздел", "генерал",
	"школа", "член", "план", "орган", "обмен", "экзамен", "район", "дела", "числа", "смена", "замена", "цена", "глава"}

// endings are those of such words, with those for the other gender.
var endings = [][2]string{{"лась", "лся"}, {"лся", "лась"}, {"ла", "л"}, {"ена", "ен"}, {"ана", "ан"}, {"л", "ла"},
	{"ен", "ена"}, {"ан", "ана"}}

// otherEnd returns the form for the other gender of a verb in the past tense or a short
// participle, or "".
func otherEnd(word string) string {
	if utf8.RuneCountInString(word) < 5 || slices.Contains(nouns, word) {
		return ""
	}
	for _, end := range endings {
		if stem, ok := strings.CutSuffix(word, end[0]); ok {
			return stem + end[1]
		}
	}
	return ""
}

// otherGender returns the form of a word for the other gender, or "".
func otherGender(word string) string {
	if other := genders[word]; other != "" {
		return other
	}
	return masculines()[word]
}

// masculines are the words of genders by their pairs.
var masculines = sync.OnceValue(func() map[string]string {
	list := map[string]string{}
	for masculine, feminine := range genders {
		if feminine != "ответственный" && feminine != "докладчик" {
			list[feminine] = masculine
		}
	}
	return list
})

// chosen returns the name that replaces a token.
func (n *Node) chosen(t token) (option, bool) {
	for _, s := range n.Spans {
		if s.From != t.from || s.To != t.to {
			continue
		}
		for _, o := range t.options {
			if strings.Trim(s.Text, "{}") == o.written() {
				return o, true
			}
		}
	}
	return option{}, false
}
