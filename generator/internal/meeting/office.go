package meeting

import (
	"slices"
	"strings"
)

// deputies are beginnings of the first two words of the role of somebody who deputizes for the chair or the
// secretary, or is one of several.
var deputies = []string{
	"заместител", "замещ", "зам.", "помощник", "вице", "сопредседател", "член", "исполняющ", "врио", "и.",
}

// IsDeputy reports whether a role in a body is other than that of its chair or
// secretary: «заместитель председателя», «член комиссии».
func IsDeputy(role string) bool {
	words := strings.Fields(strings.ToLower(role))
	return slices.ContainsFunc(words[:min(2, len(words))], func(word string) bool {
		return word == "зам" || slices.ContainsFunc(deputies, func(begin string) bool {
			return strings.HasPrefix(word, begin)
		})
	})
}

// IsMember reports whether a role in a body is that of its members and names no office: «член комиссии», but not «член
// комиссии, ответственный секретарь».
func IsMember(role string) bool {
	first, more, _ := strings.Cut(strings.ToLower(strings.TrimSpace(role)), " ")
	return first == "член" && !strings.ContainsAny(more, ",;(–—/") &&
		!IsSecretary(more) && !strings.Contains(more, "председател")
}

// IsSecretary reports whether a role in a body says that its holder is a secretary: «учёный секретарь», «член комиссии,
// ответственный секретарь».
func IsSecretary(role string) bool {
	return strings.Contains(strings.ToLower(role), "секретар")
}

// NamesOffice reports whether words of a head name an office in full, with its body, as a signature does:
// «Председатель собрания», but not «Вёл заседание».
func NamesOffice(word string) bool {
	words := strings.Fields(strings.ToLower(word))
	if len(words) < 2 || strings.ContainsAny(word, ":,(") {
		return false
	}
	office := words[0]
	if office == "учёный" || office == "ученый" || office == "ответственный" || office == "технический" {
		office = words[1]
	}
	return office == "председатель" || office == "секретарь"
}
