package compose

import (
	"fmt"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// recipient is someone a letter is addressed to: one of the people, a stranger,
// or an organization without a name.
type recipient struct {
	subject
	address string
}

// addressees are those of a letter, or the one that this copy is for.
func (d *draft) addressees(key string, l *meeting.Letter) []recipient {
	var list []recipient
	for i, to := range l.To {
		if d.To == 0 || d.To == i+1 {
			list = append(list, d.recipient(fmt.Sprintf("%s.to[%d]", key, i), to))
		}
	}
	if len(list) > meeting.MaxAddressees {
		d.wrong(key+".to", fmt.Sprintf("адресатов: %d, а в одном письме их не больше %d", len(list), meeting.MaxAddressees),
			"напечатайте каждому своё письмо: параметр --each, — или назовите рассылку одной строкой organization")
	}
	return list
}

// recipient completes an addressee by what the file says of the person.
func (d *draft) recipient(key string, to meeting.Addressee) recipient {
	s := subject{meeting.Person{Name: to.Name, Position: to.Position, Organization: to.Organization, Gender: to.Gender,
		Forms: to.Forms, PositionForms: to.PositionForms}, key}
	if known, ok := d.person(to.Name); ok && to.Name != "" {
		if to.Position == "" && to.Organization == "" {
			return recipient{known, to.Address}
		}
		s.Name, s.Gender, s.Forms = known.Name, or(to.Gender, known.Gender), known.Forms
	}
	return recipient{s, to.Address}
}

// addressee is an address: an organization in the nominative, or a post with
// its organization and then the name, in the dative (ГОСТ Р 7.0.97, 5.15).
func (d *draft) addressee(r recipient) Addressee {
	var lines []string
	switch {
	case r.Position == "" && r.Organization != "":
		lines = append(lines, r.Organization)
	case r.Position != "":
		lines = append(lines, upperFirst(d.post(r.subject, russian.Dative)))
	}
	if r.Name != "" {
		lines = append(lines, d.shortName(r.subject, russian.Dative, d.addresseeOrder()))
	}
	if r.address != "" {
		lines = append(lines, r.address)
	}
	return Addressee{lines}
}

// addresseeOrder is where the initials of an addressee stand.
func (d *draft) addresseeOrder() russian.Order {
	if l := d.meeting.Letterhead; l != nil && l.AddresseeInitials == "before" {
		return russian.Before
	}
	return russian.After
}

// salutation addresses the only reader by name and patronymic, several as
// colleagues, an organization not at all by name.
func (d *draft) salutation(key string, l *meeting.Letter, to []recipient) string {
	if l.Salutation != "" {
		return d.fill(key+".salutation", l.Salutation)
	}
	if len(to) != 1 || to[0].Name == "" {
		return russian.Salutation("", russian.Unknown).Text
	}
	s := to[0].subject
	form := russian.Salutation(s.Name, s.gender())
	if form.Doubt != "" {
		d.warn(s.key+".name", fmt.Sprintf("проверьте обращение: напечатано «%s» (%s)", form.Text, form.Doubt),
			fmt.Sprintf("верное впишите в раздел [%s]: salutation = \"…\"", key))
	}
	return form.Text
}

// copies says who gets copies: «Копии: Департаменту …; Климову Д.А.».
func (d *draft) copies(key string, list []meeting.Addressee) string {
	var names []string
	for i, to := range list {
		r := d.recipient(fmt.Sprintf("%s.copies[%d]", key, i), to)
		if r.Name == "" {
			names = append(names, d.post(r.subject, russian.Dative))
			continue
		}
		names = append(names, join(" ", d.post(r.subject, russian.Dative), d.shortName(r.subject, russian.Dative, d.addresseeOrder())))
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return "Копия: " + names[0]
	}
	return "Копии: " + strings.Join(names, "; ")
}

// papers are what an attachment mark calls the papers of a meeting.
var papers = map[string]func(*draft) string{
	"protocol":    func(d *draft) string { return "протокол " + Facts{d}.Kind() + " " + reference(d.meeting) },
	"application": func(*draft) string { return "форма заявления о вступлении" },
	"consent": func(*draft) string {
		return "форма согласия на обработку персональных данных"
	},
	"attendance":  func(*draft) string { return "лист регистрации" },
	"assignments": func(*draft) string { return "перечень поручений" },
}

// attachments are the entries of the attachment mark. Sheets of the meeting's
// own papers were counted from their layout (ГОСТ Р 7.0.97, 5.20).
func (d *draft) attachments(key string, list []meeting.Attachment) []string {
	var lines []string
	for i, a := range list {
		title, sheets := d.fill(fmt.Sprintf("%s.attachments[%d].title", key, i), a.Title), a.Sheets
		if a.Paper != "" {
			if title == "" {
				title = papers[a.Paper](d)
			}
			if sheets == 0 {
				sheets = d.Sheets[a.Paper]
			}
		}
		line := title
		if sheets > 0 {
			line = join(" ", title, fmt.Sprintf("на %d л. в %d экз.", sheets, max(1, a.Copies)))
		}
		lines = append(lines, line)
	}
	return lines
}
