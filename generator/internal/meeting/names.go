package meeting

import (
	"fmt"
	"strings"

	"protokol/generator/internal/memo"
	"protokol/generator/internal/russian"
)

// name warns of a name that does not refer to one of the people, if it was not
// read with certainty.
func (c *checker) name(key, name, gender string) {
	if _, known := c.directory.Index(name); known || blank(name) {
		return
	}
	p := russian.ParsePerson(name, genderOf(gender))
	c.readName(key, &p)
}

// PositionReading says in Russian how a position typed in capitals was read.
func PositionReading(small string) string {
	return fmt.Sprintf("проверьте должность: печатается «%s» (прописные буквы заменены строчными)", small)
}

// PositionAdvice says in Russian what to do about a PositionReading.
const PositionAdvice = "если прочитано верно, ничего не меняйте; названия, которые пишут с прописной, поправьте в файле"

// position warns if a position is typed in capitals or holds something else, such as a
// name or a telephone number.
func (c *checker) position(key, text string) {
	if doubt := positionDoubt(text); doubt != "" {
		c.warn(key, fmt.Sprintf("проверьте должность: печатается «%s» (%s)", text, doubt),
			"оставьте в ней одну должность")
		return
	}
	if small, changed := russian.SmallPosition(text); changed {
		c.warn(key, PositionReading(small), PositionAdvice)
	}
}

// readName warns of what was corrected, separated or doubtful in a name.
func (c *checker) readName(key string, p *russian.Person) {
	if p.IsCertain() {
		return
	}
	c.warn(key, p.Reading(), p.Advice())
}

// positionDoubts are the doubts about the positions that were checked last: while a file is edited, its positions are
// checked with every letter typed.
var positionDoubts memo.Memo[string, string]

// positionDoubt returns the doubt about a position as russian.PositionDoubt does.
func positionDoubt(position string) string {
	doubt, known := positionDoubts.Find(position)
	if !known {
		doubt = russian.PositionDoubt(position)
		positionDoubts.Keep(strings.Clone(position), doubt)
	}
	return doubt
}
