package russian

import (
	"strings"
	"unicode/utf8"
)

// Order is the position of initials: before the surname in a signature, after
// it in an address (ГОСТ Р 7.0.97, 5.15 and 5.22).
type Order int

const (
	Before Order = iota
	After
)

// Short abbreviates a full name to the surname and initials with a no-break
// space: "В.С. Чуранов" or "Чуранов В.С.". A single word does not change. A
// double given name gives two initials («Анна-Мария» → «А.-М.»), and initials
// are kept. The particles «оглы» and «кызы» belong to the patronymic and give
// none.
func Short(full string, order Order) string {
	words := strings.Fields(strings.ReplaceAll(full, nbsp, " "))
	if len(words) < 2 {
		return full
	}
	for isInitials(words[0]) && !isInitials(words[len(words)-1]) {
		words = append(words[1:], words[0]) // «А.В. Островский»
	}
	var initials strings.Builder
	for _, word := range words[1:] {
		if isInitials(word) {
			initials.WriteString(word)
			continue
		}
		if isPatronymicParticle(strings.ToLower(word)) {
			continue
		}
		for i, part := range strings.Split(word, "-") {
			r, _ := utf8.DecodeRuneInString(part)
			if r == utf8.RuneError {
				continue
			}
			if i > 0 {
				initials.WriteByte('-')
			}
			initials.WriteString(string(r) + ".")
		}
	}
	if order == Before {
		return initials.String() + nbsp + words[0]
	}
	return words[0] + nbsp + initials.String()
}
