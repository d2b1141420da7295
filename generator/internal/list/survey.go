package list

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/table"
)

// survey contains statistics about a column in the sample: the number of values, of repeated ones, and of distinct
// ones by kind.
type survey struct{ filled, repeated, people, bodies, posts int }

// isMostly reports whether count values are more than half of the distinct ones.
func (s survey) isMostly(count int) bool { return count*2 > s.filled-s.repeated }

func surveyColumn(column int, sample []row) (s survey) {
	seen := map[string]bool{}
	for _, r := range sample {
		if column < 0 || column >= len(r.Cells) || r.filled < 2 {
			continue
		}
		value := table.Clean(r.Cells[column].Text)
		if value == "" || isBlankMark(value) {
			continue
		}
		s.filled++
		switch {
		case seen[value]:
			s.repeated++
		case mentionsPerson(value):
			s.people++
		case isOfField("organization", value):
			s.bodies++
		case looksLikePost(value):
			s.posts++
		}
		seen[value] = true
	}
	return s
}

// countCapitalized counts the values of a column with two capitalized words, as names have.
func countCapitalized(column int, sample []row) (count int) {
	isCapitalized := func(word string) bool {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "(«\""))
		return unicode.IsUpper(first)
	}
	for _, r := range sample {
		if column >= len(r.Cells) || r.filled < 2 {
			continue
		}
		words := strings.Fields(r.Cells[column].Text)
		first := slices.IndexFunc(words, isCapitalized)
		if first >= 0 && slices.ContainsFunc(words[first+1:], isCapitalized) {
			count++
		}
	}
	return count
}

// mentionsPerson reports a person in any case, alone or before a note: «Егорова Н.Н.
// (мать)», «Егорова Нина Ниловна 1950 г.р.».
func mentionsPerson(value string) bool {
	if hasLegalForm(value) {
		return false
	}
	end := strings.IndexAny(value, "(,;/+\n–—0123456789")
	return isPerson(value) || end > 0 && isPerson(strings.TrimSpace(value[:end])) ||
		containsAny(value, patronymicParts) && namesPatronymic.MatchString(value)
}

// patronymicParts are parts of all that namesPatronymic finds. Looking for them is faster.
var patronymicParts = []string{"ич", "вн"}

// namesPatronymic finds a patronymic in any case after two capitalized words, or between
// two: people in a column of genitives, but not «Отделение Восточной почты», «Площадь Ильича».
var namesPatronymic = regexp.MustCompile(`\p{Lu}[\pL-]+ +\p{Lu}\pL+ +(?:` + patronymic + `|` +
	`(?:Иль|Кузьм|Лук|Фом|Никит|Савв?)ич(?:а|у|ом|ем)?)(?:$|[ ,;])|` +
	`\p{Lu}\pL+ +` + patronymic + ` +\p{Lu}`)

const patronymic = `\p{Lu}\pL*(?:[оеь]вич(?:а|у|ем)?|(?:[оеё]вн|ичн)(?:а|ы|е|у|ой))`
