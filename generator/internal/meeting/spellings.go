package meeting

import (
	"slices"

	"protokol/generator/internal/memo"
	"protokol/generator/internal/russian"
)

// spelling is a name as it is written, with the gender that the file says.
type spelling struct {
	text   string
	gender russian.Gender
}

// maxSpelling limits the length of a name that is kept, in bytes.
const maxSpelling = 200

// spellings are the names that were read last. A meeting has the same names in many places,
// and the page reads it again after every letter.
var spellings memo.Memo[spelling, russian.Person]

// readName reads the name of a person as russian.ParsePerson does.
func readName(text string, gender russian.Gender) russian.Person {
	if len(text) > maxSpelling {
		return russian.ParsePerson(text, gender)
	}
	key := spelling{text, gender}
	p, known := spellings.Find(key)
	if !known {
		p = russian.ParsePerson(text, gender)
		p.Remarks, p.Doubts = slices.Clip(p.Remarks), slices.Clip(p.Doubts) // so that appending copies it
		spellings.Keep(key, p)
	}
	return p
}
