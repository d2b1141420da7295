package meeting

import (
	"slices"
	"sync"

	"protokol/generator/internal/russian"
)

// spelling is a name as it is written, with the gender that the file says.
type spelling struct {
	text   string
	gender russian.Gender
}

// maxSpellings limits the names that are kept: those of a large body and its guests, many
// times over.
const maxSpellings = 4096

// maxSpelling limits the length of a name that is kept, in bytes.
const maxSpelling = 200

// spellings are the names that were read last. A meeting has the same names in many places,
// and the page reads it again after every letter.
var spellings struct {
	mu   sync.Mutex
	read map[spelling]russian.Person
}

// readName reads the name of a person as russian.ParsePerson does.
func readName(text string, gender russian.Gender) russian.Person {
	if len(text) > maxSpelling {
		return russian.ParsePerson(text, gender)
	}
	key := spelling{text, gender}
	spellings.mu.Lock()
	p, known := spellings.read[key]
	spellings.mu.Unlock()
	if known {
		return p
	}
	p = russian.ParsePerson(text, gender)
	p.Remarks, p.Doubts = slices.Clip(p.Remarks), slices.Clip(p.Doubts) // so that appending copies it
	spellings.mu.Lock()
	defer spellings.mu.Unlock()
	if spellings.read == nil || len(spellings.read) >= maxSpellings {
		spellings.read = map[spelling]russian.Person{}
	}
	spellings.read[key] = p
	return p
}
