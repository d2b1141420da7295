package mailing

import (
	"protokol/generator/internal/russian"
)

// contents is what a position, as it is printed, contains.
type contents struct {
	name     string // of a person, who may not belong there
	separate bool   // see personIn
	doubt    string // see russian.PositionDoubt
}

// examine returns what a position contains, found once for all rows that have it.
func (m *Mailing) examine(position string) contents {
	found, ok := m.positions.Find(position)
	if ok {
		return found
	}
	if _, found.name, found.separate = personIn(position); found.name == "" {
		found.doubt = russian.PositionDoubt(position)
	}
	m.positions.Keep(position, found)
	return found
}
