package meeting

import (
	"regexp"
	"slices"
	"strings"

	"protokol/generator/internal/russian"
)

// Announcement returns the index of the paragraph of the preamble that announces the
// commission («комиссия в составе:»), or -1. Before rules 18, some nouns were taken for verbs.
func (p *Paper) Announcement(earlier bool) int {
	if p.Commission == nil {
		return -1
	}
	return slices.IndexFunc(p.Preamble, func(text string) bool { return announcesCommission(text, earlier) })
}

var commissionComposed = regexp.MustCompile(`комисси[яюией]+((?:\s.*|,.*)?)[\s,]в(?:\s+следующем)?\s+составе:$`)

// otherBodies are the beginnings of words for what else has members.
var otherBodies = []string{"президиум", "правлени", "групп", "бюро", "комитет", "делегаци", "штаб", "коллеги",
	"подкомисси", "комисси"}

// nounsLikeVerbs end as past tenses and participles do: «защите их прав», «администрации села».
var nounsLikeVerbs = []string{"прав", "глав", "села", "дела", "числа", "музеев", "состав", "состава", "устав", "актив",
	"архив", "коллектив", "кооператив"}

// announcesCommission reports a paragraph that ends with the announcement of a
// commission. Between its name and the last words may be what it is for and who
// founded it, but no verb that has another body as its object.
func announcesCommission(text string, earlier bool) bool {
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	found := commissionComposed.FindStringSubmatch(text)
	if found == nil {
		return false
	}
	return !slices.ContainsFunc(strings.Fields(found[1]), func(word string) bool {
		word = strings.Trim(word, ".,:;«»()\"")
		has := func(ending string) bool { return strings.HasSuffix(word, ending) }
		isNoun := !earlier && slices.Contains(nounsLikeVerbs, word)
		return russian.Infinitive(word) || word == "совет" ||
			slices.ContainsFunc([]string{"ав", "ев", "ив", "ыв", "ла"}, has) && !isNoun ||
			slices.ContainsFunc(otherBodies, func(body string) bool { return strings.HasPrefix(word, body) })
	})
}

// officeIn matches the role of somebody in a commission that the role does not name.
var officeIn = regexp.MustCompile(`^(председатель|(?:заместитель|зам\.) председателя|сопредседатель|` +
	`(?:ответственный |технический )?секретарь|член) (счетной )?комиссии$`)

// IsOfficeIn reports whether a role is that of the chair, or of another member, of a
// commission, not of another one with a name of its own; of a counting commission only
// if the role says so.
func IsOfficeIn(role string, chair, counting bool) bool {
	role = strings.ReplaceAll(strings.ToLower(strings.Join(strings.Fields(role), " ")), "ё", "е")
	found := officeIn.FindStringSubmatch(role)
	return found != nil && (found[2] != "") == counting && (found[1] == "председатель") == chair
}
