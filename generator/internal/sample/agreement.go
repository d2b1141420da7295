package sample

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/fields"
)

// Words of the paper that agree with a value: «вела Лебедь М.Ю.», «4 человека». They
// stay when the value changes.

// genders are words that agree with the name of a person, with those that agree with
// one of the other gender.
var genders = map[string]string{"ответственная": "ответственный", "вел": "вела", "ознакомлен": "ознакомлена",
	"избран": "избрана", "назначен": "назначена", "председательствовал": "председательствовала",
	"выступил": "выступила", "доложил": "доложила", "сообщил": "сообщила", "предложил": "предложила",
	"открыл": "открыла", "закрыл": "закрыла", "рассказал": "рассказала", "отметил": "отметила",
	"проинформировал": "проинформировала", "огласил": "огласила", "присутствовал": "присутствовала",
	"составил": "составила", "подготовил": "подготовила", "ответил": "ответила", "спросил": "спросила",
	"уважаемый": "уважаемая", "докладчица": "докладчик"}

// counted are words that agree with a number.
var counted = []string{"человек", "человека", "член", "члена", "членов", "участник", "участника", "участников",
	"вопрос", "вопроса", "вопросов", "голос", "голоса", "голосов", "лист", "листа", "листов"}

// agreement reports words that agree with a value of a paragraph.
func (f *finder) agreement(n *Node) {
	person := false
	for k, t := range n.tokens {
		o, ok := n.chosen(t)
		if !ok {
			continue
		}
		kind := last(o.value.Path).Kind
		person = person || kind == fields.Person && !o.value.Case || kind == fields.List && !o.value.Case
		if (kind == fields.Number || kind == fields.Ballot) && k+1 < len(n.tokens) && t.isNumber() &&
			slices.Contains(counted, n.tokens[k+1].word) {
			word := n.tokens[k+1].shown(n)
			f.remark(n, word, fmt.Sprintf("«%s» стоит при числе %s: при другом числе форма другая", word, t.shown(n)),
				"напишите так, чтобы слово не менялось: «человек: {число участников}», «голосов: …»")
		}
	}
	if !person {
		return
	}
	for _, t := range n.tokens {
		if other := otherGender(t.word); other != "" && t.literal {
			f.remark(n, t.shown(n), fmt.Sprintf("«%s» согласовано с именем: о другом человеке может понадобиться «%s»",
				t.shown(n), other), "напишите без рода: «докладчик – …», «секретарь – …»")
			return
		}
	}
}

// otherGender returns the form of a word for the other gender, or "".
func otherGender(word string) string {
	if other := genders[word]; other != "" {
		return other
	}
	for masculine, feminine := range genders {
		if feminine == word && word != "ответственный" && word != "докладчик" {
			return masculine
		}
	}
	return ""
}

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
