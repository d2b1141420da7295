package compose

import (
	"fmt"

	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
	"protokol/generator/internal/typography"
)

// Facts are the facts of the meeting for letters. Templates call the methods;
// the user's texts use them in braces: «заседание {органа}».
type Facts struct{ b *builder }

// Body returns the name of the body in the nominative.
func (f Facts) Body() string { return f.council(russian.Nominative) }

// BodyGenitive returns the names of all bodies that meet, in the genitive.
func (f Facts) BodyGenitive() string { return f.councils() }

// BodyDative returns the name of the body in the dative.
func (f Facts) BodyDative() string { return f.council(russian.Dative) }

// BodyInstrumental returns the name of the body in the instrumental.
func (f Facts) BodyInstrumental() string { return f.council(russian.Instrumental) }

// BodyPrepositional returns the name of the body in the prepositional.
func (f Facts) BodyPrepositional() string { return f.council(russian.Prepositional) }

func (f Facts) council(c russian.Case) string {
	return f.b.inflected(f.b.council(c), "council.name", c)
}

// councils returns the names of all bodies that meet.
func (f Facts) councils() string {
	if len(f.b.meeting.Joint) == 0 {
		return f.council(russian.Genitive)
	}
	text := f.b.councils()
	keys := f.b.formKeys("council.name", russian.Genitive)
	for i := range f.b.meeting.Joint {
		keys = append(keys, f.b.formKeys(fmt.Sprintf("joint[%d].name", i), russian.Genitive)...)
	}
	return f.b.origins.Computed(text, keys...)
}

// BodyOnce returns BodyGenitive without the words that Kind says already.
func (f Facts) BodyOnce() string {
	bodies := f.b.bodiesBehindKind()
	if bodies == f.b.councils() {
		return f.councils()
	}
	return f.b.origins.Computed(bodies, f.b.formKeys("council.name", russian.Genitive)...)
}

// Named reports whether the body has a name apart from that of the meeting.
func (f Facts) Named() bool { return f.b.meeting.Council.Name != "" }

// Cluster returns the name of the association that the body leads, in the nominative.
func (f Facts) Cluster() string { return f.cluster(russian.Nominative) }

// ClusterGenitive is Cluster in the genitive.
func (f Facts) ClusterGenitive() string { return f.cluster(russian.Genitive) }

// ClusterDative is Cluster in the dative.
func (f Facts) ClusterDative() string { return f.cluster(russian.Dative) }

// ClusterAccusative is Cluster in the accusative.
func (f Facts) ClusterAccusative() string { return f.cluster(russian.Accusative) }

// ClusterPrepositional is Cluster in the prepositional.
func (f Facts) ClusterPrepositional() string { return f.cluster(russian.Prepositional) }

func (f Facts) cluster(c russian.Case) string {
	return f.b.inflected(f.b.cluster(c), "council.cluster", c)
}

// Date returns «20 ноября 2017 г.», or «16–17.04.2026» for several days.
func (f Facts) Date() string { return f.dated(f.date()) }

// DateDigits returns «20.11.2017», or «16–17.04.2026» for several days.
func (f Facts) DateDigits() string {
	first, last := f.b.meeting.Days()
	return f.dated(daysLike("", first, last))
}

// DateEnd is Date at the end of a sentence; «г.» already has a full stop.
func (f Facts) DateEnd() string { return f.dated(sentence(f.date())) }

func (f Facts) date() string {
	m := f.b.meeting
	if m.DateText != nil && *m.DateText != "" && !m.DatedApart() && !f.b.isEarlier() {
		return *m.DateText
	}
	first, last := m.Days()
	switch {
	case first.IsZero():
		return ""
	case first != last && !last.IsZero():
		return dayRange(first, last)
	}
	return russian.DateWords(first.Year, first.Month, first.Day)
}

// dated marks a text as computed from the days of the meeting.
func (f Facts) dated(text string) string {
	keys := f.b.dayKeys()
	if f.b.meeting.DateText != nil {
		keys = append(keys, "date_text")
	}
	return f.b.origins.Computed(text, keys...)
}

// Protocol returns the number and the date of the protocol.
func (f Facts) Protocol() Reference { return f.b.reference() }

// Kind returns the kind of the meeting in the genitive: «заседания».
func (f Facts) Kind() string {
	return f.b.origins.Computed(f.b.kind(), f.b.formKeys("kind", russian.Genitive)...)
}

// Feminine reports whether participles agree with Kind as a feminine noun.
func (f Facts) Feminine() bool { return russian.FeminineGenitive(trace.Strip(f.Kind())) }

// Plural reports whether participles agree with Kind in the plural.
func (f Facts) Plural() bool { return russian.PluralGenitive(trace.Strip(f.Kind())) }

// Start returns the time when the meeting starts; "" if the file has none.
func (f Facts) Start() string { return f.b.clock("start", f.b.meeting.Start) }

// End returns the time when the meeting ends; "" if the file has none.
func (f Facts) End() string { return f.b.clock("end", f.b.meeting.End) }

// Place returns the place of the meeting.
func (f Facts) Place() string { return f.b.origins.Value("place", f.b.meeting.Place) }

// Chair returns the chair with initials: «В.С. Чуранов».
func (f Facts) Chair() string { return f.b.signs("chair", f.b.meeting.Chair) }

// Secretary returns the secretary with initials.
func (f Facts) Secretary() string { return f.b.signs("secretary", f.b.meeting.Secretary) }

// Column returns the cell of a list of addressees in the column with a heading,
// typeset. An unknown column is an error of the template.
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
	return trace.Apply(b.origins.Value(rowKey(heading), value), typography.Signs), ok
}

// Phone returns the telephone number of the letterhead.
func (f Facts) Phone() string {
	if l := f.b.meeting.Letterhead; l != nil {
		return f.b.origins.Value("letterhead.phone", l.Phone)
	}
	return ""
}

// Email returns the electronic address of the letterhead.
func (f Facts) Email() string {
	if l := f.b.meeting.Letterhead; l != nil {
		return f.b.origins.Value("letterhead.email", l.Email)
	}
	return ""
}

// Address returns the postal address of the letterhead.
func (f Facts) Address() string {
	if l := f.b.meeting.Letterhead; l != nil {
		return f.b.address("letterhead", l.Index, l.Address)
	}
	return ""
}

// Presider is a member of the presidium.
type Presider struct {
	Role string `about:"кто в президиуме: «председатель»"`
	Name string `about:"фамилия, имя, отчество"`
	Post string `about:"должность и организация"`
}

// Presidium returns the members of the presidium.
func (f Facts) Presidium() []Presider {
	var list []Presider
	for i, o := range f.b.meeting.Council.Presidium {
		if s, ok := f.b.person(o.Name); ok {
			role := f.b.origins.Value(fmt.Sprintf("council.presidium[%d].role", i), o.Role)
			list = append(list, Presider{role, f.b.fullName(s), f.b.tracedPost(s)})
		}
	}
	return list
}

// Agenda returns the questions of the meeting. A notice and an agenda
// have those known before the meeting, numbered without those that were added there.
func (f Facts) Agenda() []Question {
	advance := f.b.Kind == "notice" || f.b.Kind == "agenda"
	var list []Question
	for i, item := range f.b.meeting.Agenda {
		if advance && item.Added {
			continue
		}
		q, n := f.b.question(i), len(list)
		if n < i && advance {
			q.Number = f.b.row(n + 1)
			q.Subitems = f.b.subitems(element("agenda", i)+".subitems", n, item.Subitems)
		}
		list = append(list, q)
	}
	return list
}

// TimeZone returns the time zone of Start and End, as the file gives it.
func (f Facts) TimeZone() string { return f.b.origins.Value("time_zone", f.b.meeting.TimeZone) }

// Holding returns the form in which the meeting is held.
func (f Facts) Holding() string { return f.b.origins.Value("holding", f.b.meeting.Holding) }

// Parts returns the parts of the meeting, each with its own time and place.
func (f Facts) Parts() []Part { return f.b.parts() }

// facts maps names to the methods of Facts that decline words, and so may
// report doubts.
var facts = map[string]func(Facts){
	"Body":                 func(f Facts) { f.Body() },
	"BodyGenitive":         func(f Facts) { f.BodyGenitive() },
	"BodyOnce":             func(f Facts) { f.BodyOnce() },
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
	"Plural":               func(f Facts) { f.Kind() },
	"Held":                 func(f Facts) { f.Kind() },
}
