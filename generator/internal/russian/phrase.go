package russian

import (
	"slices"
	"strings"
	"unicode"
)

// word is a word of a phrase with adjacent punctuation and the following space.
type word struct{ before, text, after, space string }

const (
	openingMarks = "(«\"„["
	closingMarks = ",;:)»\"“]"
)

// splitWords splits a phrase into words; joinWords reverses it.
func splitWords(text string) []word {
	var words []word
	for text != "" {
		end := strings.IndexFunc(text, unicode.IsSpace)
		if end < 0 {
			end = len(text)
		}
		rest := strings.TrimLeftFunc(text[end:], unicode.IsSpace)
		inner := strings.TrimLeft(text[:end], openingMarks)
		core := strings.TrimRight(inner, closingMarks)
		words = append(words, word{text[:end-len(inner)], core, inner[len(core):], text[end : len(text)-len(rest)]})
		text = rest
	}
	return words
}

func joinWords(words []word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.before + w.text + w.after + w.space)
	}
	return b.String()
}

// nesting returns how many brackets and quotes a word opens, minus those it
// closes.
func (w word) nesting() int {
	n := 0
	for _, r := range w.before {
		if strings.ContainsRune(openingMarks, r) {
			n++
		}
	}
	for _, r := range w.after {
		if strings.ContainsRune(")»\"“]", r) {
			n--
		}
	}
	return n
}

// endsClause reports whether another position may begin after a word.
func (w word) endsClause() bool {
	return strings.ContainsAny(w.after, ",;") || inList(w.text, "— – - и / или")
}

// isBare reports whether a word has no adjacent punctuation.
func (w word) isBare() bool { return w.before == "" && w.after == "" }

// indeclinableHalves are first parts of compounds that do not decline.
const indeclinableHalves = "веб вице пресс премьер экс арт бизнес обер контр штаб унтер генерал шеф топ офис бренд " +
	"фитнес интернет онлайн статс горе мини медиа контент маркетинг эвент ивент смм пиар эйчар фото видео аудио " +
	"кино радио теле яхт прима лейб флигель промо бек фронт камер траст скрам проджект тим кол колл тайм проект " +
	"продакт продукт аккаунт сервис риск стресс тест фейс кастинг дизайн джаз поп рок плац флаг субалтерн приват " +
	"спарринг бэк вип почт крекинг дизель трейд ритейл стрит тест бета альфа кофе бар хаус гранд нью спец сан"

func (d *declension) declineNoun(text string, animate bool) string {
	parts := strings.Split(text, "-")
	for i, part := range parts {
		lower := strings.ToLower(part)
		last := i == len(parts)-1
		switch {
		case lower == "капитан" && strings.HasPrefix(text[len(part):], "-лейтенант"):
			continue // a single rank, whereas both parts of «капитан-наставник» decline
		case !last && (inList(lower, indeclinableHalves) || isAbbreviation(part) && !d.capitals ||
			hasAnySuffix(lower, "о е и")):
			continue
		case !last && lookup(part) == noun{} || !hasCyrillic(part):
			continue
		case !last && isAdjective(part):
			parts[i] = d.declineAdjective(part, animate)
			continue
		}
		n := lookup(part)
		if !last && !n.known {
			d.addDoubt("первая часть слова «"+text+"» может не склоняться", word{text: text})
		}
		parts[i] = n.decline(part, d.c, animate)
	}
	return strings.Join(parts, "-")
}

// declineAdjective declines an adjective. In a compound only the last part is
// declined («торгово-промышленная»).
func (d *declension) declineAdjective(text string, animate bool) string {
	if p, _, ok := ordinal(strings.ToLower(text)); ok {
		return p.decline(text, d.c, animate)
	}
	at := strings.LastIndexByte(text, '-') + 1
	p, _, _ := adjective(text[at:])
	return text[:at] + p.decline(text[at:], d.c, animate)
}

// isAbbreviation reports whether a word has at least two capitals, as ОГБПОУ
// and СмолАПО do.
func isAbbreviation(text string) bool {
	capitals := 0
	for part := range strings.SplitSeq(text, "-") {
		n := 0
		for _, r := range part {
			if unicode.IsUpper(r) {
				n++
			}
		}
		capitals = max(capitals, n)
	}
	return capitals > 1
}

func hasCyrillic(text string) bool {
	return slices.ContainsFunc([]rune(text), func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
}
