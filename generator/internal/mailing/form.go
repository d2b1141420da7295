package mailing

import (
	"strings"

	"protokol/generator/internal/list"
	"protokol/generator/internal/meeting"
)

// Forms that the recipients fill in and send back.
const (
	Application = "application"
	Consent     = "consent"
)

// isForm reports whether papers of a kind are forms.
func isForm(kind string) bool { return kind == Application || kind == Consent }

// formKeys are the keys of a form with the fields of a list that they come from.
var formKeys = map[string]string{
	"applicant.name": "organization", "applicant.short_name": "organization_short", "applicant.inn": "inn",
	"applicant.kpp": "kpp", "applicant.ogrn": "ogrn", "applicant.ogrnip": "ogrn", "applicant.index": "index",
	"applicant.address": "address", "applicant.postal_address": "postal_address", "applicant.phone": "phone",
	"applicant.email": "email", "applicant.site": "site",
	"applicant.head.name": "name", "applicant.head.position": "position",
	"consent.subject.name": "name", "consent.subject.address": "address",
}

// fieldOf returns the field of a list that a key of a paper comes from.
func (m *Mailing) fieldOf(key string) (field string, ok bool) {
	if isForm(m.request.Kind) {
		field, ok = formKeys[key]
		return field, ok
	}
	field, ok = strings.CutPrefix(key, m.request.Kind+".to[0]")
	return strings.TrimPrefix(field, "."), ok
}

// needed returns the field without which a form has no applicant, and the message about that.
func (m *Mailing) needed() (field, message string) {
	switch m.request.Kind {
	case Application:
		return "organization", "не указана организация, от которой заявление"
	case Consent:
		return "name", "не указано, чьё согласие: нет имени"
	}
	return "", ""
}

// fillForm puts the values of a row into a form. It removes the answers in the meeting's file, which are those of
// somebody else. It returns who the form is about.
func (m *Mailing) fillForm(own *meeting.Meeting, row list.Record) (names string) {
	to := valuesOf(row, "organization")
	organization := to.Organization
	mendPosition(&to)
	if m.request.Kind == Consent {
		if own.Consent != nil {
			form := *own.Consent
			form.Subject, form.Date = meeting.Subject{Name: to.Name}, meeting.Date{}
			if organization == "" { // that of the person, not of their workplace
				form.Subject.Address = typeset(row, "address")
			}
			own.Consent = &form
		}
		return to.Name
	}
	a := &meeting.Applicant{Name: organization, ShortName: typeset(row, "organization_short"), INN: row.Get("inn"),
		KPP: row.Get("kpp"), OGRN: row.Get("ogrn"), Index: row.Get("index"), Address: typeset(row, "address"),
		PostalAddress: typeset(row, "postal_address"), Phone: row.Get("phone"), Email: row.Get("email"),
		Site: row.Get("site"), Head: meeting.Head{Name: to.Name, Position: to.Position}}
	if trader, _, ok := soleTrader(to); ok {
		a.Head = meeting.Head{Name: trader}
	}
	if len(a.OGRN) == 15 {
		a.OGRN, a.OGRNIP = "", a.OGRN
	}
	own.Applicant = a
	return strings.Join([]string{a.Name, a.Head.Name, a.Head.Position}, "\n")
}
