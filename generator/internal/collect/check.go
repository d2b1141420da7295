package collect

import (
	"regexp"
	"strconv"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/codes"
	"protokol/generator/internal/list"
	"protokol/generator/internal/meeting"
)

// applicant returns the applicant to be checked, by the same rules as in a meeting
// file.
func (f *Form) applicant() *meeting.Applicant {
	a := &meeting.Applicant{
		Name: f.answers["applicant.name"], INN: f.answers["applicant.inn"], KPP: f.answers["applicant.kpp"],
		OGRN:  f.answers["applicant.ogrn"],
		Index: f.answers["applicant.index"], Address: f.answers["applicant.address"],
		PostalAddress: f.answers["applicant.postal_address"], PostalSame: f.answers["applicant.postal_same"] != "",
		Email:   firstWrong(f.answers["applicant.email"], codes.Email),
		Contact: meeting.Executor{Phone: firstWrong(f.answers["applicant.contact.phone"], codes.Phone)},
	}
	if len(a.OGRN) == 15 {
		a.OGRN, a.OGRNIP = "", a.OGRN
	}
	a.Staff, _ = strconv.Atoi(f.answers["applicant.staff"])
	return a
}

// firstWrong returns the error of the first wrong item in a list separated by
// commas, "" if all are right.
func firstWrong(list string, check func(string) error) string {
	if check(list) == nil {
		return ""
	}
	for _, one := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ';' }) {
		if one = strings.TrimSpace(one); check(one) != nil {
			return one
		}
	}
	return ""
}

// settleApplicant settles the postal address and checks an applicant.
func settleApplicant(f *Form) {
	f.post()
	for _, key := range []string{"applicant.name", "applicant.short_name"} {
		f.body(key)
	}
	f.person("applicant.head.name", "applicant.head.position")
	f.position("applicant.head.position")
	f.person("applicant.contact.name", "")
	for _, p := range f.applicant().Check("applicant") {
		key := strings.Replace(p.Key, "ogrnip", "ogrn", 1) // one field on the form
		f.report(p.Severity, key, f.answers[key], p.Message, "спросите у заявителя и исправьте в таблице")
	}
}

var postalIndex = regexp.MustCompile(`^\d{6}\b`)

// post settles the postal address and its index. The index that the form asks
// for is that of the legal address.
func (f *Form) post() {
	legal, postal := f.answers["applicant.address"], f.answers["applicant.postal_address"]
	if index := f.answers["applicant.index"]; index != "" && legal != "" && !strings.Contains(legal, index) {
		legal = index + ", " + legal
		f.answers["applicant.address"] = legal
	}
	isLegal := list.RefersToAddress(postal) && !strings.Contains(strings.ToLower(postal), "факт")
	if isLegal || postal == "" && f.answers["applicant.postal_same"] != "" {
		if postal = legal; legal != "" {
			f.answers["applicant.postal_address"] = legal
		}
	}
	if postal == "" {
		postal = legal
	}
	if index := postalIndex.FindString(postal); index != "" {
		f.answers["applicant.index"] = index
	} else if postal != legal {
		delete(f.answers, "applicant.index")
	}
}

// settleSubject checks the person who consents.
func settleSubject(f *Form) {
	if f.answers["consent.subject.name"] == "" {
		f.wrong("consent.subject.name", "", "не указано, кто даёт согласие", "без имени согласие ничего не значит")
	}
	f.person("consent.subject.name", "")
}

// missing reports all required answers that are missing.
func (f *Form) missing() {
	var empty []string
	for _, q := range f.Kind.Questions {
		if q.needed && f.answers[q.Key] == "" {
			empty = append(empty, q.Title)
		}
	}
	if f.Kind == Application && f.answers["applicant.email"] == "" && f.answers["applicant.contact.phone"] == "" {
		empty = append(empty, "Электронная почта или телефон")
	}
	if len(empty) > 0 {
		f.Problems = append(
			f.Problems,
			diag.Problem{
				Severity: diag.Warning,
				Message:  "не заполнено: " + strings.Join(empty, ", "),
				Hint:     "спросите у заявителя и впишите в таблицу",
			},
		)
	}
}
