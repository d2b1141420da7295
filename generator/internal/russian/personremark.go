package russian

import (
	"fmt"
	"strings"
)

// Reading says in Russian how a name was read, with all remarks and doubts:
// печатается «Громов О.И.» (отделено: «д.м.н.»).
func (p *Person) Reading() string {
	why := strings.Join(append(append([]string{}, p.Remarks...), p.Doubts...), "; ")
	return fmt.Sprintf("проверьте имя: печатается «%s» (%s)",
		strings.ReplaceAll(p.Short(Nominative, After).Text, nbsp, " "), why)
}

// Advice says in Russian what to do about a name that was not read with
// certainty.
func (p *Person) Advice() string {
	switch {
	case p.Kind == BodyName:
		return "организацию называют там, где ждут организацию, а среди людей — только людей"
	case p.Kind == OnePerson && len(p.Doubts) == 0:
		return "если прочитано верно, ничего не меняйте"
	}
	return "запишите имя так: Фамилия Имя Отчество"
}

// HasInitials reports whether the given name or the patronymic is an initial.
func (p *Person) HasInitials() bool {
	for _, w := range p.words {
		if w.role == roleInitialGiven || w.role == roleInitialPatronymic {
			return true
		}
	}
	return false
}
