package mailing

import (
	"slices"
	"strings"
	"unicode"

	"protokol/generator/internal/list"
	"protokol/generator/internal/meeting"
)

// soleTrader is the post of somebody who is an organization of one.
const soleTrader = "индивидуальный предприниматель"

// addressee returns whom a letter is addressed to. A sole trader («ИП Иванов
// И.И.») is a person and no organization with a head: the letter is addressed to
// him once, by his name.
func addressee(row list.Record) meeting.Addressee {
	to := valuesOf(row, "organization")
	if name, ok := soleTraderName(to); ok {
		to.Name, to.Position, to.Organization = name, soleTrader, ""
	}
	return to
}

// valuesOf returns the addressee of a row as the row has it, with the name of the
// organization from one of its fields.
func valuesOf(row list.Record, organization string) meeting.Addressee {
	return meeting.Addressee{Name: row.Get("name"), Position: typeset(row, "position"),
		Organization: typeset(row, organization), Gender: genderOf(row)}
}

// soleTraderName returns the name of an addressee who is a sole trader, not
// somebody who works for one.
func soleTraderName(to meeting.Addressee) (name string, ok bool) {
	trader, ok := traderOf(to.Organization)
	if !ok || !isTraderPost(to.Position) || to.Name != "" && !sharesName(trader, to.Name) {
		return "", false
	}
	if len(to.Name) > len(trader) {
		return to.Name, true
	}
	return trader, true
}

// traderOf returns the name of the person in the name of a sole trader.
func traderOf(organization string) (name string, ok bool) {
	text := strings.Join(strings.FieldsFunc(organization, unicode.IsSpace), " ")
	for _, form := range []string{"ип", soleTrader} {
		if n := len(form); len(text) > n && strings.EqualFold(text[:n], form) {
			name = strings.Trim(text[n:], " «»\"")
			ok = text[n] == ' ' && isPlainName(name)
		}
	}
	return name, ok
}

// isPlainName reports whether a text is of the form of a name: up to four words
// of letters that begin with capitals, among them a surname.
func isPlainName(text string) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '.' })
	full := 0
	for _, word := range words {
		letters := []rune(word)
		if !unicode.IsUpper(letters[0]) || strings.ContainsFunc(word, func(r rune) bool {
			return !unicode.IsLetter(r) && r != '-'
		}) {
			return false
		}
		if len(letters) > 1 {
			full++
		}
	}
	return full > 0 && len(words) > 1 && len(words) <= 4
}

// isTraderPost reports whether a post in a list is that of the sole trader
// himself. Lists give everybody the post of a head.
func isTraderPost(post string) bool {
	return slices.Contains([]string{
		"", "ип", soleTrader, "предприниматель", "руководитель", "директор", "генеральный директор", "владелец",
		"собственник", "глава",
	}, strings.ToLower(strings.Trim(post, " .")))
}

// sharesName reports whether two names have a word in common that is no initial.
func sharesName(a, b string) bool {
	others := nameWords(b)
	return slices.ContainsFunc(nameWords(a), func(word string) bool {
		return len([]rune(word)) > 1 && slices.Contains(others, word)
	})
}

func nameWords(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
}
