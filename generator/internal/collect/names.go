package collect

import (
	"protokol/generator/diag"
	"protokol/generator/internal/list"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

const askApplicant = "спросите у заявителя и исправьте в таблице"

// person judges a name by the rules of meeting files and lists. What is certain is
// corrected and reported: capitals, Latin letters, stress marks. A position beside the
// name goes to the answer of its own question, if that has none.
func (f *Form) person(key, position string) {
	answer := f.answers[key]
	if answer == "" {
		return
	}
	p := russian.ParsePerson(answer, russian.Unknown)
	if p.IsCertain() {
		return
	}
	hint := p.Advice()
	if len(p.Doubts) > 0 {
		hint = askApplicant
	}
	f.report(diag.Warning, key, answer, p.Reading(), hint)
	if p.Kind != russian.OnePerson || len(p.Doubts) > 0 {
		return
	}
	f.answers[key] = p.Text
	if p.Post != "" && position != "" && f.answers[position] == "" {
		f.answers[key], f.answers[position] = p.Full(), p.Post
	}
}

// position judges a position by the same rules.
func (f *Form) position(key string) {
	answer := f.answers[key]
	if doubt := russian.PositionDoubt(answer); doubt != "" {
		f.report(diag.Warning, key, answer, doubt, askApplicant)
		return
	}
	if small, changed := russian.SmallPosition(answer); changed {
		f.report(diag.Warning, key, answer, meeting.PositionReading(small), meeting.PositionAdvice)
		f.answers[key] = small
	}
}

// body judges the name of an organization. A sole trader is named by a person.
func (f *Form) body(key string) {
	answer := f.answers[key]
	found, _ := list.BodyDoubt(answer)
	switch p := russian.ParsePerson(answer, russian.Unknown); {
	case answer == "":
		return
	case found != "":
	case russian.HasMarkup(answer):
		found = "в названии остатки HTML"
	case p.Kind == russian.OnePerson && p.Patronymic != "" && len(f.answers["applicant.inn"]) != traderINN:
		found = "это имя человека, а не название организации"
	}
	if found != "" {
		f.report(diag.Warning, key, answer, found, askApplicant)
	}
}

// traderINN is the length of the ИНН of a person.
const traderINN = 12
