package compose

import (
	"reflect"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
)

// Somebody whom a file introduces and whom no paper names would be lost without notice: a guest who is not among the
// invited, a member who is neither present nor absent. The people of a council's file need not be at every meeting.

// maxUnnamed is the maximum number of people in a warning.
const maxUnnamed = 5

// unnamedIn warns of the people whom the protocol of a meeting does not name.
func unnamedIn(m *meeting.Meeting, printed keySet) diag.List {
	var counted keySet
	if m.Listing() == "number" {
		counted = attendingKeys(m)
	}
	return unnamed(m, printed, counted)
}

// unnamed warns of the people whom a paper neither names nor counts, unless another value of the file is about them:
// that value is printed, or reported itself. With printed nil it is about all papers of a file that has no meeting.
func unnamed(m *meeting.Meeting, printed, counted keySet) diag.List {
	var people []int
	for i, p := range m.People {
		at := element("people", i)
		if !p.Standing && strings.TrimSpace(p.Name) != "" && !printed[at+".name"] && !counted[at] {
			people = append(people, i)
		}
	}
	if len(people) > 0 {
		said := mentions(m)
		people = slices.DeleteFunc(people, func(i int) bool { return said.names(m, i) })
	}
	if len(people) == 0 {
		return nil
	}
	var names []string
	for _, i := range people[:min(len(people), maxUnnamed)] {
		names = append(names, m.People[i].Name)
	}
	text := strings.Join(names, ", ")
	if n := len(people); n > maxUnnamed {
		text = messagef("%s и другие, всего %d", text, n)
	}
	p := diag.Problem{Severity: diag.Warning, Key: element("people", people[0]) + ".name",
		Message: messagef("протокол не называет тех, кто есть в people: %s", text),
		Hint: messagef("приглашённых назовите в invited, остальных в present или absent; постоянный состав держите в " +
			"файле органа (council_file), а лишних удалите")}
	if printed == nil {
		p.Message = messagef("ни одна бумага этого файла не называет тех, кто есть в people: %s", text)
		p.Hint = messagef("назовите их в бумаге или удалите; постоянный состав держите в файле органа (council_file)")
	}
	return diag.List{p}
}

// unnamedAnywhere is unnamed for a file without a meeting. Templates of Word may print all people.
func unnamedAnywhere(m *meeting.Meeting) diag.List {
	hasWord := false
	m.EachWord(func(meeting.WordTemplate) { hasWord = true })
	if len(m.Agenda) > 0 || !m.WithoutMeeting() || hasWord {
		return nil
	}
	return unnamed(m, nil, nil)
}

// mentioned is what the values of a file say about people.
type mentioned struct {
	people map[string]bool // by the key: named by a reference
	texts  []string        // other texts, in small letters
}

// mentions reads the values of a file other than those of the people themselves and those that only say how somebody
// took part.
func mentions(m *meeting.Meeting) mentioned {
	said, d := mentioned{people: map[string]bool{}}, m.Directory()
	visit := func(key string, v reflect.Value) {
		if root := rootOf(key); root == "people" || root == "remote" || root == "arrived" || root == "left" {
			return
		}
		names := []string{}
		if b, ok := v.Interface().(meeting.Ballots); ok {
			names = b.Names
		} else if v.Kind() == reflect.String {
			names = []string{v.String()}
		}
		for _, name := range names {
			if p, ok := d.Person(name); ok {
				said.people[personKey(m, p)] = true
			} else {
				said.texts = append(said.texts, strings.ToLower(name))
			}
		}
	}
	m.EachValue(visit)
	for _, kind := range m.PaperKinds() {
		m.EachPaperValue(kind, visit)
	}
	return said
}

// names reports whether a value is about a person, or a text has the surname in any case.
func (s mentioned) names(m *meeting.Meeting, i int) bool {
	name := m.People[i].Name
	if surname := m.Directory().Name(i).Surname; surname != "" && !m.People[i].Body {
		name = surname
	}
	return s.people[element("people", i)] ||
		slices.ContainsFunc(s.texts, func(text string) bool { return contains(text, name) })
}
