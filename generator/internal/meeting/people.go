package meeting

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Directory finds people by what they are called: the full name, surname and
// initials («Чуранов В. С.»), or the surname alone when only one bears it.
type Directory struct {
	people []Person
	names  [3]map[string]int // by full name, by surname and initials, by surname
}

// several marks a key that more than one person answers to.
const several = -1

// Directory lists the people of the meeting.
func (m *Meeting) Directory() Directory {
	d := Directory{people: m.People}
	for i := range d.names {
		d.names[i] = make(map[string]int, len(m.People))
	}
	for i, p := range m.People {
		name := normal(p.Name)
		if _, again := d.names[0][name]; again || name == "" {
			continue // named twice, which Check tells
		}
		surname, _, _ := strings.Cut(name, " ")
		for k, key := range []string{name, short(name), surname} {
			if _, taken := d.names[k][key]; taken {
				d.names[k][key] = several
				continue
			}
			d.names[k][key] = i
		}
	}
	return d
}

// Person finds a person by a reference.
func (d Directory) Person(ref string) (Person, bool) {
	i := d.find(ref)
	if i < 0 {
		return Person{}, false
	}
	return d.people[i], true
}

// Index finds the place of a person among the people of the meeting.
func (d Directory) Index(ref string) (int, bool) {
	i := d.find(ref)
	return i, i >= 0
}

// find is the index of a person, or a negative number.
func (d Directory) find(ref string) int {
	name := normal(ref)
	for k, key := range []string{name, strings.ReplaceAll(name, " ", ""), name} {
		if i, ok := d.names[k][key]; ok {
			return i
		}
	}
	return several
}

// maxNamesakes is how many people of one surname are named in a hint.
const maxNamesakes = 5

// namesakes are the first of the people whose surname a reference is, when
// there are several.
func (d Directory) namesakes(ref string) (names []string) {
	wanted := normal(ref)
	if i, known := d.names[2][wanted]; !known || i != several {
		return nil
	}
	for _, p := range d.people {
		if surname, _, _ := strings.Cut(normal(p.Name), " "); surname == wanted && len(names) < maxNamesakes {
			names = append(names, p.Name)
		}
	}
	return names
}

// named is the people behind references; unknown ones are left out.
func (d Directory) named(refs []string) []Person {
	var list []Person
	for _, ref := range refs {
		if p, ok := d.Person(ref); ok {
			list = append(list, p)
		}
	}
	return list
}

// normal is a name as it is compared: single spaces, ё as е, small letters.
func normal(name string) string {
	name = strings.ToLower(strings.ReplaceAll(name, "\u00a0", " "))
	return strings.Join(strings.Fields(strings.ReplaceAll(name, "ё", "е")), " ")
}

// short is "чурановв.с." for "чуранов василий сергеевич". «Оглы» and «кызы» give
// no initial, a double name two, and initials stay as they are.
func short(name string) string {
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

// PresentPeople are those who were present: as named, or all members of the
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

// InvitedPeople are those who were invited, as named.
func (m *Meeting) InvitedPeople() []Person { return m.Directory().named(m.Invited) }
