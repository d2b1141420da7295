package meeting

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/memo"
	"protokol/generator/internal/russian"
)

// name warns of a name that does not refer to one of the people, if it was not
// read with certainty.
func (c *checker) name(key, name string) {
	if _, known := c.directory.Index(name); known || blank(name) {
		c.beyondName(key, name)
		return
	}
	p := russian.ParsePerson(name, russian.Unknown)
	c.readName(key, &p)
}

// beyondName warns of words behind a name that refers to one of the people, as in «Первый И. И. (болен)» and «Первый
// И. И., директор»: papers print the name from people.
func (c *checker) beyondName(key, name string) {
	i := c.directory.find(name)
	if i < 0 || normalize(name) == normalize(c.meeting.People[i].Name) {
		return
	}
	isOther := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	of := strings.FieldsFunc(normalize(c.meeting.People[i].Name), isOther)
	words := strings.Fields(name)
	from := slices.IndexFunc(words, func(word string) bool {
		return slices.ContainsFunc(strings.FieldsFunc(normalize(word), isOther), func(part string) bool {
			return utf8.RuneCountInString(part) > 1 && !slices.Contains(of, part)
		})
	})
	if from < 1 {
		return
	}
	bare, rest := strings.Join(words[:from], " "), strings.Trim(strings.Join(words[from:], " "), "()-–—,.; ")
	bare = strings.TrimRight(bare, "(-–—,;: ")
	say := "слова после имени не печатаются: «%s»"
	if strings.Contains(name, "(") {
		say = "слова в скобках не печатаются: «%s»"
	}
	hint := "оставьте одно имя; должность и организация — в people"
	if strings.HasPrefix(key, "absent") {
		hint = fmt.Sprintf(`причина пишется так: { name = "%s", reason = "%s" }`, bare, rest)
	}
	c.warn(key, fmt.Sprintf(say, rest), hint)
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
