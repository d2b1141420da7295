package russian

import "strings"

// Name declines a full name in the order of the text. If g is Unknown, the
// gender is derived from the name. Any part may be missing, double or foreign.
// Initials, «оглы» and «кызы» do not change, and capitals stay capitals. The
// form has a doubt if the rules or the order of the words leave a choice.
func Name(full string, g Gender, c Case) Form {
	if c == Nominative {
		return certain(full)
	}
	p := ParsePerson(full, g)
	f := p.In(c)
	if p.Kind == OnePerson && isUpper(full) {
		f.Text = strings.ToUpper(f.Text)
	}
	if p.reading != doubtOrder || p.orderMatters(c) {
		f.Doubt = firstOf(f.Doubt, p.doubtOfReading())
	}
	return f
}

// orderMatters reports whether the form of a name would be another if the
// surname were the given name and the other way round.
func (p *Person) orderMatters(c Case) bool {
	swapped := map[role]role{roleSurname: roleGiven, roleGiven: roleSurname}
	for _, w := range p.words {
		other := w
		other.role = swapped[w.role]
		if p.decline(w, c).Text != p.decline(other, c).Text {
			return true
		}
	}
	return false
}

// doubtOfReading returns the reason to doubt the roles of the parts of a name.
func (p *Person) doubtOfReading() string {
	if p.Kind == Unclear {
		return firstOf(append(p.Doubts, doubtWords)...)
	}
	return p.reading
}
