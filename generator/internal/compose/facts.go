package compose

import (
	"fmt"

	"protokol/generator/internal/russian"
)

// Facts are what a letter may say of the meeting. A template calls its methods;
// a text of the user's names the same in braces: «заседание {органа}».
type Facts struct{ b *builder }

// Body is the body that meets, and so on through the cases.
func (f Facts) Body() string              { return f.b.council(russian.Nominative) }
func (f Facts) BodyGenitive() string      { return f.b.councils() }
func (f Facts) BodyDative() string        { return f.b.council(russian.Dative) }
func (f Facts) BodyInstrumental() string  { return f.b.council(russian.Instrumental) }
func (f Facts) BodyPrepositional() string { return f.b.council(russian.Prepositional) }

// Cluster is the association that the body leads.
func (f Facts) Cluster() string              { return f.b.cluster(russian.Nominative) }
func (f Facts) ClusterGenitive() string      { return f.b.cluster(russian.Genitive) }
func (f Facts) ClusterDative() string        { return f.b.cluster(russian.Dative) }
func (f Facts) ClusterAccusative() string    { return f.b.cluster(russian.Accusative) }
func (f Facts) ClusterPrepositional() string { return f.b.cluster(russian.Prepositional) }

// Date is «20 ноября 2017 г.», DateDigits «20.11.2017»; of several days, both
// are «16–17.04.2026».
func (f Facts) Date() string {
	first, last := f.b.meeting.Days()
	if first != last && !last.IsZero() {
		return days(f.b.meeting)
	}
	return russian.DateWords(first.Year, first.Month, first.Day)
}
func (f Facts) DateDigits() string { return days(f.b.meeting) }

// DateEnd is Date at the end of a sentence; «г.» has its full stop already.
func (f Facts) DateEnd() string { return sentence(f.Date()) }

// Protocol names the protocol by number and date.
func (f Facts) Protocol() Reference { return f.b.reference() }

// Kind is the kind of the meeting in the genitive: «заседания». Feminine says
// what agrees with it.
func (f Facts) Kind() string   { return f.b.kind() }
func (f Facts) Feminine() bool { return russian.FeminineGenitive(f.Kind()) }

func (f Facts) Start() string { return clock(f.b.meeting.Start) }
func (f Facts) End() string   { return clock(f.b.meeting.End) }
func (f Facts) Place() string { return f.b.meeting.Place }

// Chair and Secretary are «В.С. Чуранов».
func (f Facts) Chair() string     { return f.b.initials(f.b.meeting.Chair) }
func (f Facts) Secretary() string { return f.b.initials(f.b.meeting.Secretary) }

// Column is what a list of addressees says in the column of a heading, typeset.
// A template that asks for a column there is not is wrong.
func (f Facts) Column(heading string) (string, error) {
	value, ok := f.b.column(heading)
	if !ok {
		return "", fmt.Errorf("в списке нет столбца «%s»", heading)
	}
	return value, nil
}

func (b *builder) column(heading string) (string, bool) {
	if b.Request.Column == nil {
		return "", false
	}
	value, ok := b.Request.Column(heading)
	return russian.Signs(value), ok
}

// Phone, Email and Address are those of the letterhead.
func (f Facts) Phone() string {
	if l := f.b.meeting.Letterhead; l != nil {
		return l.Phone
	}
	return ""
}

func (f Facts) Email() string {
	if l := f.b.meeting.Letterhead; l != nil {
		return l.Email
	}
	return ""
}

func (f Facts) Address() string {
	if l := f.b.meeting.Letterhead; l != nil {
		return address(l.Index, l.Address)
	}
	return ""
}

// Presider is someone of the presidium.
type Presider struct {
	Role string `about:"кто в президиуме: «председатель»"`
	Name string `about:"фамилия, имя, отчество"`
	Post string `about:"должность и организация"`
}

// Presidium is who leads the body.
func (f Facts) Presidium() []Presider {
	var list []Presider
	for _, o := range f.b.meeting.Council.Presidium {
		if s, ok := f.b.person(o.Name); ok {
			list = append(list, Presider{o.Role, s.Name, f.b.post(s, russian.Nominative)})
		}
	}
	return list
}

// Agenda is the questions of the meeting.
func (f Facts) Agenda() []Question {
	var list []Question
	for i := range f.b.meeting.Agenda {
		list = append(list, f.b.question(i))
	}
	return list
}

// facts are the methods of Facts that put words into cases, and so may leave
// doubts, by their names.
var facts = map[string]func(Facts){
	"Body":                 func(f Facts) { f.Body() },
	"BodyGenitive":         func(f Facts) { f.BodyGenitive() },
	"BodyDative":           func(f Facts) { f.BodyDative() },
	"BodyInstrumental":     func(f Facts) { f.BodyInstrumental() },
	"BodyPrepositional":    func(f Facts) { f.BodyPrepositional() },
	"Cluster":              func(f Facts) { f.Cluster() },
	"ClusterGenitive":      func(f Facts) { f.ClusterGenitive() },
	"ClusterDative":        func(f Facts) { f.ClusterDative() },
	"ClusterAccusative":    func(f Facts) { f.ClusterAccusative() },
	"ClusterPrepositional": func(f Facts) { f.ClusterPrepositional() },
	"Kind":                 func(f Facts) { f.Kind() },
	"Presidium":            func(f Facts) { f.Presidium() },
	"Agenda":               func(f Facts) { f.Agenda() },
	"Feminine":             func(f Facts) { f.Kind() },
	"Held":                 func(f Facts) { f.Kind() },
}
