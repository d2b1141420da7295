package mailing

import (
	"sync"

	"protokol/generator/internal/russian"
)

// positions keeps what was found in positions, which the rows of a list repeat.
type positions struct {
	mu    sync.RWMutex
	known map[string]contents
}

// contents is what a position, as it is printed, contains.
type contents struct {
	name     string // of a person, who may not belong there
	separate bool   // see personIn
	doubt    string // see russian.PositionDoubt
}

// mostPositions is the maximum number of positions that are kept.
const mostPositions = 4096

// read examines a position, once for all rows that have it.
func (p *positions) read(position string) contents {
	p.mu.RLock()
	found, ok := p.known[position]
	p.mu.RUnlock()
	if ok {
		return found
	}
	if _, found.name, found.separate = personIn(position); found.name == "" {
		found.doubt = russian.PositionDoubt(position)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.known == nil || len(p.known) >= mostPositions {
		p.known = map[string]contents{}
	}
	p.known[position] = found
	return found
}
