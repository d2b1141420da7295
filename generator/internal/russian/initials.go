package russian

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/typography"
)

// Order is the position of initials: before the surname in a signature, after
// it in an address (ГОСТ Р 7.0.97, 5.15 and 5.22).
type Order int

const (
	Before Order = iota
	After
)

// Short abbreviates a full name to the surname and initials with a no-break
// space: "В.С. Чуранов" or "Чуранов В.С.". A name without a surname or without
// initials does not change. A double given name gives two initials
// («Анна-Мария» → «А.-М.»), and initials are kept.
func Short(full string, order Order) string {
	p := ParsePerson(full, Unknown)
	return p.Short(Nominative, order).Text
}

// Abbreviate is Short for a form of the name that somebody declined by hand.
// The words of the form have the order of the name.
func (p *Person) Abbreviate(form string, order Order) string {
	words := strings.Fields(strings.ReplaceAll(form, nbsp, " "))
	if p.Kind != OnePerson || p.Surname == "" || p.Initials() == "" {
		return form
	}
	var surname []string
	at := 0
	for _, w := range p.words {
		if w.role == roleInitialGiven || w.role == roleInitialPatronymic {
			continue
		}
		for at < len(words) && typography.IsInitials(words[at]) {
			at++
		}
		if at < len(words) && (w.role == roleSurname || w.role == roleParticle) {
			surname = append(surname, words[at])
		}
		at++
	}
	return withInitials(strings.Join(surname, " "), p.Initials(), order)
}

// withInitials joins a surname and initials.
func withInitials(surname, initials string, order Order) string {
	switch {
	case initials == "":
		return surname
	case order == Before:
		return initials + nbsp + surname
	}
	return surname + nbsp + initials
}

// initialsOf returns the initials of a word: «А.», of a double one «А.-М.».
func initialsOf(word string) string {
	var b strings.Builder
	for i, part := range strings.Split(word, "-") {
		r, _ := utf8.DecodeRuneInString(part)
		if r == utf8.RuneError || i > 0 && (isFatherWord(strings.ToLower(part)) || unicode.IsLower(r)) {
			continue // «Гейдар-оглы», «Монгуш-оолович»
		}
		if i > 0 {
			b.WriteByte('-')
		}
		b.WriteString(string(r) + ".")
	}
	return b.String()
}
