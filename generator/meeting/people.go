package meeting

import (
	"slices"
	"strings"
)

// Person finds a person by the full name, by surname and initials
// («Чуранов В. С.»), or by the surname alone when only one bears it.
func (m *Meeting) Person(ref string) (Person, bool) {
	i := m.find(ref)
	if i < 0 {
		return Person{}, false
	}
	return m.People[i], true
}

// find is the index of a person, or -1.
func (m *Meeting) find(ref string) int {
	if normal(ref) == "" {
		return -1
	}
	matches := []func(name, ref string) bool{
		func(name, ref string) bool { return name == ref },
		func(name, ref string) bool { return short(name) == strings.ReplaceAll(ref, " ", "") },
		func(name, ref string) bool { surname, _, _ := strings.Cut(name, " "); return surname == ref },
	}
	for _, match := range matches {
		found := -1
		for i, p := range m.People {
			if match(normal(p.Name), normal(ref)) {
				if found >= 0 && normal(m.People[found].Name) == normal(p.Name) {
					continue // named twice, which is told where it stands
				}
				if found >= 0 {
					return -1 // two people answer to it
				}
				found = i
			}
		}
		if found >= 0 {
			return found
		}
	}
	return -1
}

// normal is a name as it is compared: single spaces, ё as е, small letters.
func normal(name string) string {
	name = strings.ToLower(strings.ReplaceAll(name, "\u00a0", " "))
	return strings.Join(strings.Fields(strings.ReplaceAll(name, "ё", "е")), " ")
}

// short is "чурановв.с." for "чуранов василий сергеевич".
func short(name string) string {
	words := strings.Fields(name)
	var b strings.Builder
	for i, word := range words {
		if i == 0 {
			b.WriteString(word)
			continue
		}
		b.WriteRune([]rune(word)[0])
		b.WriteByte('.')
	}
	return b.String()
}

// PresentPeople are those who were present: as named, or all members of the
// body who are not absent.
func (m *Meeting) PresentPeople() []Person {
	if m.Present != nil {
		return m.named(m.Present)
	}
	var list []Person
	for i, p := range m.People {
		isAbsent := slices.ContainsFunc(m.Absent, func(a Absent) bool { return m.find(a.Name) == i })
		isInvited := slices.ContainsFunc(m.Invited, func(name string) bool { return m.find(name) == i })
		if !p.Guest && !isAbsent && !isInvited {
			list = append(list, p)
		}
	}
	return list
}

// InvitedPeople are those who were invited, as named.
func (m *Meeting) InvitedPeople() []Person { return m.named(m.Invited) }

func (m *Meeting) named(names []string) []Person {
	var list []Person
	for _, name := range names {
		if p, ok := m.Person(name); ok {
			list = append(list, p)
		}
	}
	return list
}
