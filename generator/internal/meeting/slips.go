package meeting

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/russian"
)

// slips warns of what is written by the rules and yet is hardly meant.
func (c *checker) slips() {
	c.unnamedSecretary()
	c.personsWord()
	if m := c.meeting; !m.FirstDate.IsZero() && len(m.Parts) > 0 {
		c.warn("first_date", "дни заседания называют его части (parts): first_date не печатается",
			"уберите first_date и last_date")
	}
}

// unnamedSecretary warns of a meeting without a secretary whose file says that there is one.
func (c *checker) unnamedSecretary() {
	m := c.meeting
	if m.Secretary != "" || m.Signers != nil || m.WithoutMeeting() || blank(m.Chair) {
		return
	}
	key, name := "", "Фамилия И. О."
	isSecretary := func(p Person) bool { return !p.Guest && IsSecretary(p.Role) && !IsDeputy(p.Role) }
	switch i := slices.IndexFunc(m.People, isSecretary); {
	case i >= 0:
		key, name = fmt.Sprintf("people[%d].role", i), m.People[i].Name
	case m.Council.SecretaryRole != "":
		key = "council.secretary_role"
	case m.Words != nil && m.Words.Secretary != nil:
		key = "words.secretary"
	case slices.Contains(m.Council.Rules.NoVote, "secretary"):
		key = "council.rules.no_vote"
	default:
		return
	}
	c.warn(key, "секретарь в этом файле не назван: ни в шапке, ни в подписях его нет",
		fmt.Sprintf(`добавьте строку в начало файла: secretary = "%s"`, name))
}

// ofMany matches a noun in the genitive plural, ofFew one in the genitive singular.
var ofMany, ofFew = regexp.MustCompile(`^\pL+(ов|ев|ёв|ей)$`), regexp.MustCompile(`^\pL+[ая]$`)

// personsWord warns of a noun behind the number of people that does not agree with it: «24 родителей».
func (c *checker) personsWord() {
	words := c.meeting.Words
	if words == nil || words.Persons == nil || strings.Contains(*words.Persons, "/") {
		return
	}
	noun, _, _ := strings.Cut(*words.Persons, " ")
	var numbers []int
	if n, known := c.meeting.headcount(c.directory); known && c.meeting.Listing() != "list" {
		numbers = append(numbers, n)
	}
	if n := c.meeting.Attendance.Absent; n != nil {
		numbers = append(numbers, *n)
	}
	for _, n := range numbers {
		isMany := strings.HasSuffix(russian.Count(n, "1", "2", "5"), "5")
		if isMany && ofFew.MatchString(noun) || !isMany && ofMany.MatchString(noun) {
			c.warn("words.persons", fmt.Sprintf("напечатается «%d %s»", n, *words.Persons),
				"впишите три формы: для 1, 2 и 5 — persons = \"родитель/родителя/родителей\"")
			return
		}
	}
}

// fractions are numbers that tell a majority, not votes.
var fractions = regexp.MustCompile(`\d+\s*/\s*\d+|\d+([.,]\d+)?\s*%`)

// wordedVote warns of votes whose numbers are in words of the file, so that nobody counts them.
func (c *checker) wordedVote(key string, v *Vote) {
	if !v.counted() && strings.ContainsAny(fractions.ReplaceAllString(v.Words, ""), "0123456789") {
		c.warn(key, fmt.Sprintf("голоса записаны словами: «%s»; программа их не сверит и итог не сосчитает", v.Words),
			"запишите числа: vote = { for = 3, against = 0, abstained = 1 }")
	}
}

// unnamedAnnexes warns of annexes of a letter that its attachments do not name: no word of the title is in theirs.
func (c *checker) unnamedAnnexes(key string, l *Letter) {
	var named strings.Builder
	for _, a := range l.Attachments {
		named.WriteString(" " + strings.ToLower(a.Title))
	}
	for i, annex := range l.Annexes {
		isNamed := func(word string) bool {
			letters := []rune(strings.Trim(word, `«»"().,`))
			return len(letters) > 3 && strings.Contains(named.String(), " "+string(letters[:min(5, len(letters))]))
		}
		words := strings.Fields(strings.ToLower(annex.Title))
		if utf8.RuneCountInString(annex.Title) > 3 && !slices.ContainsFunc(words, isNamed) {
			c.warn(fmt.Sprintf("%s.annexes[%d].title", key, i), "приложение печатается за письмом, а в отметке о "+
				"приложениях его нет", fmt.Sprintf(`добавьте в attachments: { title = "%s", sheets = 1 }`, annex.Title))
		}
	}
}
