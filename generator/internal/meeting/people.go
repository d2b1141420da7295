package meeting

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Directory finds people by full name, by surname and initials («Чуранов В.
// С.»), or by a surname that only one of them has.
type Directory struct {
	people []Person
	names  [3]map[string]int // by full name, by surname and initials, by surname
}

// ambiguous marks a name of more than one person.
const ambiguous = -1

// Directory returns the directory of the people of the meeting.
func (m *Meeting) Directory() Directory {
	d := Directory{people: m.People}
	for i := range d.names {
		d.names[i] = make(map[string]int, len(m.People))
	}
	for i, p := range m.People {
		name := normalize(p.Name)
		if _, again := d.names[0][name]; again || name == "" {
			continue // a duplicate, reported by Check
		}
		surname, _, _ := strings.Cut(name, " ")
		for k, key := range []string{name, shortName(name), surname} {
			if _, taken := d.names[k][key]; taken {
				d.names[k][key] = ambiguous
				continue
			}
			d.names[k][key] = i
		}
	}
	return d
}

// Person returns the person to whom a reference belongs.
func (d Directory) Person(ref string) (Person, bool) {
	i := d.find(ref)
	if i < 0 {
		return Person{}, false
	}
	return d.people[i], true
}

// Index returns the index of a person among the people of the meeting.
func (d Directory) Index(ref string) (int, bool) {
	i := d.find(ref)
	return i, i >= 0
}

// find returns the index of a person, or a negative number.
func (d Directory) find(ref string) int {
	name := normalize(ref)
	for k, key := range []string{name, strings.ReplaceAll(name, " ", ""), name} {
		if i, ok := d.names[k][key]; ok {
			return i
		}
	}
	return ambiguous
}

// maxNamesakes is the maximum number of people suggested for an ambiguous
// surname.
const maxNamesakes = 5

// namesakes returns the first people with an ambiguous surname.
func (d Directory) namesakes(ref string) (names []string) {
	wanted := normalize(ref)
	if i, known := d.names[2][wanted]; !known || i != ambiguous {
		return nil
	}
	for _, p := range d.people {
		if surname, _, _ := strings.Cut(normalize(p.Name), " "); surname == wanted && len(names) < maxNamesakes {
			names = append(names, p.Name)
		}
	}
	return names
}

// named returns the people for references, without unknown ones.
func (d Directory) named(refs []string) []Person {
	var list []Person
	for _, ref := range refs {
		if p, ok := d.Person(ref); ok {
			list = append(list, p)
		}
	}
	return list
}

// normalize returns a name for comparison: single spaces, ё as е, lower case.
func normalize(name string) string {
	name = strings.ToLower(strings.ReplaceAll(name, "\u00a0", " "))
	return strings.Join(strings.Fields(strings.ReplaceAll(name, "ё", "е")), " ")
}

// shortName returns "чурановв.с." for "чуранов василий сергеевич". «Оглы» and
// «кызы» give no initial, a double name two; initials are kept.
func shortName(name string) string {
	words := strings.Fields(name)
	var b strings.Builder
	for i, word := range words {
		switch {
		case i == 0 || strings.HasSuffix(word, "."):
			b.WriteString(word)
		case slices.Contains([]string{"оглы", "оглу", "улы", "кызы", "гызы"}, word):
		default:
			for j, part := range strings.Split(word, "-") {
				if j > 0 {
					b.WriteByte('-')
				}
				if r, size := utf8.DecodeRuneInString(part); size > 0 {
					b.WriteString(string(r) + ".")
				}
			}
		}
	}
	return b.String()
}

// PresentPeople returns the people present: those listed, or all members of the
// body who are neither absent nor invited.
func (m *Meeting) PresentPeople() []Person {
	d := m.Directory()
	if m.Present != nil {
		return d.named(m.Present)
	}
	elsewhere := map[int]bool{}
	for _, a := range m.Absent {
		elsewhere[d.find(a.Name)] = true
	}
	for _, name := range m.Invited {
		elsewhere[d.find(name)] = true
	}
	var list []Person
	for i, p := range m.People {
		if !p.Guest && !elsewhere[i] {
			list = append(list, p)
		}
	}
	return list
}

// InvitedPeople returns the people listed as invited.
func (m *Meeting) InvitedPeople() []Person { return m.Directory().named(m.Invited) }
