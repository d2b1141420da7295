package meeting

import (
	"fmt"
	"slices"
	"strings"
)

// unlistedGuests warns of guests who speak although the protocol lists them neither among
// those present nor among the invited: it would name them without introducing them.
func (c *checker) unlistedGuests() {
	m := c.meeting
	if h := m.Header; h != nil && (strings.Contains(h.Heard, FieldPost) || strings.Contains(h.Spoke, FieldPost)) {
		return
	}
	seen := map[string]bool{}
	for _, name := range slices.Concat(m.Present, m.Invited) {
		if p, ok := c.directory.Person(name); ok {
			seen[p.Name] = true
		}
	}
	for i, item := range m.Agenda {
		key := fmt.Sprintf("agenda[%d]", i)
		for _, list := range []struct {
			key      string
			speeches []Speech
		}{{key + ".heard", item.Heard}, {key + ".spoke", item.Spoke}} {
			for j, s := range list.speeches {
				if s.Position == "" {
					c.unlistedGuest(fmt.Sprintf("%s[%d].name", list.key, j), s.Name, seen)
				}
			}
		}
		for j, q := range item.Questions {
			c.unlistedGuest(fmt.Sprintf("%s.questions[%d].by", key, j), q.By, seen)
		}
	}
}

// unlistedGuest warns once of a guest who is not among those seen.
func (c *checker) unlistedGuest(key, name string, seen map[string]bool) {
	p, ok := c.directory.Person(name)
	if !ok || !p.Guest || blank(p.Position) || seen[p.Name] {
		return
	}
	seen[p.Name] = true
	c.warn(key, fmt.Sprintf("гость «%s» говорит, а среди присутствовавших и приглашённых его нет: кто это, в бумаге "+
		"не сказано", p.Name), "назовите его в invited")
}
