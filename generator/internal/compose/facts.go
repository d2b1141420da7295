package compose

import (
	"fmt"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/russian"
)

// Facts are what a letter may say of the meeting. A template calls its methods;
// a text of the user's names the same in braces: «заседание {органа}». They are
// worked out only when they are asked for, so that a form nobody prints raises
// no doubt.
type Facts struct{ d *draft }

// Body is the body that meets, and so on through the cases.
func (f Facts) Body() string              { return f.d.council(russian.Nominative) }
func (f Facts) BodyGenitive() string      { return newSecretariat(f.d.meeting, f.d.grammar).body() }
func (f Facts) BodyDative() string        { return f.d.council(russian.Dative) }
func (f Facts) BodyInstrumental() string  { return f.d.council(russian.Instrumental) }
func (f Facts) BodyPrepositional() string { return f.d.council(russian.Prepositional) }

// Cluster is the association that the body leads.
func (f Facts) Cluster() string              { return f.d.cluster(russian.Nominative) }
func (f Facts) ClusterGenitive() string      { return f.d.cluster(russian.Genitive) }
func (f Facts) ClusterDative() string        { return f.d.cluster(russian.Dative) }
func (f Facts) ClusterAccusative() string    { return f.d.cluster(russian.Accusative) }
func (f Facts) ClusterPrepositional() string { return f.d.cluster(russian.Prepositional) }

// Date is «20 ноября 2017 г.», DateDigits «20.11.2017»; of several days, both
// are «16–17.04.2026».
func (f Facts) Date() string {
	first, last := f.d.meeting.Days()
	if first != last && !last.IsZero() {
		return days(f.d.meeting)
	}
	return russian.DateWords(first.Year, first.Month, first.Day)
}
func (f Facts) DateDigits() string { return days(f.d.meeting) }

// DateEnd is Date at the end of a sentence; «г.» has its full stop already.
func (f Facts) DateEnd() string { return closed(f.Date()) }

// Protocol is «№ 1 от 20.11.2017».
func (f Facts) Protocol() string { return reference(f.d.meeting) }

// Kind is the kind of the meeting in the genitive: «заседания».
func (f Facts) Kind() string { return newSecretariat(f.d.meeting, f.d.grammar).kind() }

// Held agrees with Kind: «состоявшегося», «состоявшейся».
func (f Facts) Held() string {
	if words := strings.Fields(f.Kind()); feminine(words) {
		return "состоявшейся"
	}
	return "состоявшегося"
}

func (f Facts) Start() string { return clock(f.d.meeting.Start) }
func (f Facts) End() string   { return clock(f.d.meeting.End) }
func (f Facts) Place() string { return f.d.meeting.Place }

// Chair and Secretary are «В.С. Чуранов».
func (f Facts) Chair() string     { return f.d.initials(f.d.meeting.Chair) }
func (f Facts) Secretary() string { return f.d.initials(f.d.meeting.Secretary) }

// Column is what a list of addressees says in the column of a heading, typeset.
// A template that asks for a column there is not is wrong.
func (f Facts) Column(heading string) (string, error) {
	value, ok := f.d.column(heading)
	if !ok {
		return "", fmt.Errorf("в списке нет столбца «%s»", heading)
	}
	return value, nil
}

func (d *draft) column(heading string) (string, bool) {
	if d.Request.Column == nil {
		return "", false
	}
	value, ok := d.Request.Column(heading)
	return russian.Signs(value), ok
}

// Phone, Email and Address are those of the letterhead.
func (f Facts) Phone() string {
	if l := f.d.meeting.Letterhead; l != nil {
		return l.Phone
	}
	return ""
}

func (f Facts) Email() string {
	if l := f.d.meeting.Letterhead; l != nil {
		return l.Email
	}
	return ""
}

func (f Facts) Address() string {
	if l := f.d.meeting.Letterhead; l != nil {
		return address(l.Index, l.Address)
	}
	return ""
}

// Presidium is «председатель – Чуранов Василий Сергеевич, директор …», a line
// each.
func (f Facts) Presidium() []string {
	var lines []string
	for _, o := range f.d.meeting.Council.Presidium {
		if s, ok := f.d.person(o.Name); ok {
			lines = append(lines, o.Role+" – "+join(", ", s.Name, f.d.post(s, russian.Nominative)))
		}
	}
	return lines
}

// Agenda is the questions of the meeting.
func (f Facts) Agenda() []Question {
	s := newSecretariat(f.d.meeting, f.d.grammar)
	var list []Question
	for i := range f.d.meeting.Agenda {
		list = append(list, s.question(i))
	}
	return list
}

// feminine is true of a kind in the genitive whose noun is feminine:
// «внеочередной конференции», «сессии Думы», «встречи».
func feminine(kind []string) bool {
	for _, word := range kind {
		switch {
		case strings.HasSuffix(word, "ния"), strings.HasSuffix(word, "ого"), strings.HasSuffix(word, "его"):
			return false
		case strings.HasSuffix(word, "ии"), word == "встречи", strings.HasSuffix(word, "ой"), strings.HasSuffix(word, "ей"):
			return true
		}
	}
	return false
}

func (d *draft) initials(ref string) string {
	s, _ := d.person(ref)
	return russian.Short(s.Name, russian.Before)
}

// field is a fact that a text can name in braces. Without is the key that the
// file lacks when the fact is empty.
type field struct {
	name    string
	of      func(Facts) string
	without string
}

// fields are every fact a text can name.
var fields = []field{
	{"орган", Facts.Body, "council.name"}, {"органа", Facts.BodyGenitive, "council.name"}, {"органу", Facts.BodyDative, "council.name"},
	{"органом", Facts.BodyInstrumental, "council.name"}, {"органе", Facts.BodyPrepositional, "council.name"},
	{"кластер", Facts.Cluster, "council.cluster"}, {"кластера", Facts.ClusterGenitive, "council.cluster"},
	{"кластеру", Facts.ClusterDative, "council.cluster"}, {"кластере", Facts.ClusterPrepositional, "council.cluster"},
	{"дата", Facts.Date, "date"}, {"дата цифрами", Facts.DateDigits, "date"}, {"протокол", Facts.Protocol, "date"},
	{"вид", Facts.Kind, "kind"}, {"начало", Facts.Start, "start"}, {"окончание", Facts.End, "end"}, {"место", Facts.Place, "place"},
	{"председатель", Facts.Chair, "chair"}, {"секретарь", Facts.Secretary, "secretary"},
	{"телефон", Facts.Phone, "letterhead.phone"}, {"почта", Facts.Email, "letterhead.email"}, {"адрес", Facts.Address, "letterhead.address"},
}

// lists are the fields that stand in a paragraph of their own.
var lists = []string{"решения", "президиум", "повестка"}

// FieldNames are the names that a text can use in braces.
func FieldNames() []string {
	var names []string
	for _, f := range fields {
		names = append(names, f.name)
	}
	return append(names, lists...)
}

// fill puts facts in the place of their names in braces. «{{» stands for a
// brace. A name that there is not is told with the nearest that there is.
func (d *draft) fill(key, text string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if inner, ok := strings.CutPrefix(rest, "{"); ok {
			b.WriteString("{")
			text = inner
			continue
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed {
			d.wrong(key, "скобка { не закрыта", "чтобы напечатать саму скобку, напишите {{")
			return b.String()
		}
		b.WriteString(d.fact(key, strings.TrimSpace(name)))
		text = after
	}
}

func (d *draft) fact(key, name string) string {
	for _, f := range fields {
		if f.name != name {
			continue
		}
		value := f.of(Facts{d})
		if value == "" {
			d.wrong(key, fmt.Sprintf("поле {%s} пусто", name), "добавьте в файл "+f.without+" или уберите поле")
		}
		return value
	}
	for _, list := range lists {
		if list == name {
			d.wrong(key, fmt.Sprintf("поле {%s} — это список", name), "оставьте его одного в абзаце")
			return ""
		}
	}
	if value, ok := d.column(name); ok {
		if value == "" {
			d.wrong(d.Kind+".to[0]."+name, fmt.Sprintf("поле {%s} в тексте письма, а ячейка пуста", name), "заполните её")
		}
		return value
	}
	hint := "есть: " + strings.Join(FieldNames(), ", ")
	if near := diag.Nearest(name, FieldNames()); near != "" {
		hint = fmt.Sprintf("возможно, вы имели в виду {%s}", near)
	}
	d.wrong(key, fmt.Sprintf("нет поля {%s}", name), hint)
	return ""
}
