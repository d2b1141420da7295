package meeting

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
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

// unnamedSecretary warns of a meeting that was held without a secretary although its file says that there is one. The
// word for the secretary may be empty on purpose.
func (c *checker) unnamedSecretary() {
	m := c.meeting
	noWord := m.Words != nil && m.Words.Secretary != nil && *m.Words.Secretary == ""
	if m.Secretary != "" || m.Signers != nil || m.WithoutMeeting() || blank(m.Chair) || noWord ||
		!slices.ContainsFunc(m.Agenda, Item.Dealt) {
		return
	}
	key, name := "", "Фамилия И. О."
	present := map[string]bool{}
	for _, p := range m.present(c.directory) {
		present[p.Name] = true
	}
	isSecretary := func(p Person) bool { return present[p.Name] && c.isSecretaryHere(p.Role) }
	switch i := slices.IndexFunc(m.People, isSecretary); {
	case i >= 0:
		key, name = fmt.Sprintf("people[%d].role", i), m.People[i].Name
	case m.Council.SecretaryRole != "":
		key = "council.secretary_role"
	case m.Words != nil && m.Words.Secretary != nil:
		key = "words.secretary"
	default:
		return
	}
	c.warn(key, "секретарь в этом файле не назван: ни в шапке, ни в подписях его нет",
		fmt.Sprintf(`добавьте строку в начало файла: secretary = "%s"`, name))
}

// secretaryRole matches the role of a secretary, of the body named behind it if any.
var secretaryRole = regexp.MustCompile(`^(?:(?:уч[её]ный|ответственный|технический) )?секретарь(?: (\pL+).*)?$`)

// isSecretaryHere reports whether a role is that of the secretary of this body or meeting: not «секретарь партийной
// организации».
func (c *checker) isSecretaryHere(role string) bool {
	found := secretaryRole.FindStringSubmatch(strings.ToLower(role))
	if found == nil || found[1] == "" {
		return found != nil
	}
	return sharesWord(found[1], c.meeting.Council.Name+" "+c.meeting.Kind+" заседание собрание совещание")
}

// sharesWord reports whether a word of one text is in the other, in the same case or in another: they begin alike.
func sharesWord(one, other string) bool {
	split := func(text string) []string {
		isOther := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
		return strings.FieldsFunc(strings.ToLower(text), isOther)
	}
	begin := func(word string) string { return string([]rune(word)[:min(5, utf8.RuneCountInString(word))]) }
	known := map[string]bool{}
	for _, word := range split(other) {
		known[begin(word)] = true
	}
	return slices.ContainsFunc(split(one), func(word string) bool { return known[begin(word)] })
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
	listing := c.meeting.Listing()
	if n, known := c.meeting.headcount(c.directory); known && (listing == "number" || listing == "annex") {
		numbers = append(numbers, n)
	}
	if n := c.meeting.Attendance.Absent; n != nil {
		numbers = append(numbers, *n)
	}
	for _, n := range numbers {
		form := russian.Count(n, "1", "2", "5")
		isMany, isOne := strings.HasSuffix(form, "5"), strings.HasSuffix(form, "1")
		maySingular := isOne && strings.HasSuffix(noun, "ей") // «музей»
		if isMany && ofFew.MatchString(noun) || !isMany && !maySingular && ofMany.MatchString(noun) {
			c.warn("words.persons", fmt.Sprintf("напечатается «%d %s»", n, *words.Persons),
				"впишите три формы: для 1, 2 и 5 — persons = \"родитель/родителя/родителей\"")
			return
		}
	}
}

// wordedVotes matches a number of votes in words of the file: «за – 3», «3 против», «против 1 голос», but not
// «единогласно (протокол № 2)» or «более 50 процентов».
var wordedVotes = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:за|против|воздержал\pL*)[»"]?\s*[:–—-]?\s*\d+` +
	`(?:\s*(?:$|[,;.)]\s|[,;.)]$|чел|голос|против|воздерж|и\s))|` +
	`(?:^|[^\d.,/])\d+\s*(?:чел\pL*\.?\s*|голос\pL*\s*)?[–—-]?\s*[«"]?(?:за|против|воздерж\pL*)(?:[^\pL]|$)`)

// wordedVote warns of votes whose numbers are in words of the file, so that nobody counts them.
func (c *checker) wordedVote(key string, v *Vote) {
	if !v.counted() && wordedVotes.MatchString(v.Words) {
		c.warn(key, fmt.Sprintf("голоса записаны словами: «%s»; программа их не сверит и итог не сосчитает", v.Words),
			"запишите числа: vote = { for = 3, against = 0, abstained = 1 }")
	}
}

// anyAnnexes are words by which a mark names annexes without their titles.
const anyAnnexes = "приложения материалы документы комплект пакет копии"

// unnamedAnnexes warns of annexes of a letter that its attachments do not name: no word of the title is in theirs, and
// all attachments have titles of their own.
func (c *checker) unnamedAnnexes(key string, l *Letter) {
	var named strings.Builder
	for _, a := range l.Attachments {
		if a.Title == "" && a.Paper == "" || sharesWord(a.Title, anyAnnexes) {
			return
		}
		named.WriteString(" " + a.Title)
	}
	for i, annex := range l.Annexes {
		if !blank(annex.Title) && !sharesWord(annex.Title, named.String()) {
			c.warn(fmt.Sprintf("%s.annexes[%d].title", key, i), "приложение печатается за письмом, а в отметке о "+
				"приложениях его нет", fmt.Sprintf(`добавьте в attachments: { title = "%s", sheets = 1 }`, annex.Title))
		}
	}
}
