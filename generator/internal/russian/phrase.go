package russian

import (
	"slices"
	"strings"
	"unicode"
)

// word is one word of a phrase with the marks around it and the space behind.
type word struct{ before, text, after, space string }

const (
	openingMarks = "(«\"„["
	closingMarks = ",;:)»\"“]"
)

// split takes a phrase apart; join puts it together again.
func split(text string) []word {
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

func join(words []word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.before + w.text + w.after + w.space)
	}
	return b.String()
}

// depth is by how much a word opens brackets and quotes.
func (w word) depth() int {
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

// reopens reports whether another post may begin behind a word.
func (w word) reopens() bool {
	return strings.ContainsAny(w.after, ",;") || isOne(w.text, "— – - и / или")
}

// plain is a word with nothing around it that would part it from the next.
func (w word) plain() bool { return w.before == "" && w.after == "" }

// stillHalves are first halves of a double word that do not decline.
const stillHalves = "веб вице пресс премьер экс арт бизнес обер контр штаб унтер генерал шеф топ офис бренд фитнес интернет онлайн статс " +
	"горе мини медиа контент маркетинг эвент ивент смм пиар эйчар фото видео аудио кино радио теле яхт прима лейб флигель промо бек фронт " +
	"камер траст скрам проджект тим кол колл тайм проект продакт продукт аккаунт сервис риск стресс тест фейс кастинг дизайн джаз поп рок плац флаг субалтерн приват " +
	"спарринг бэк вип почт крекинг дизель трейд ритейл стрит тест бета альфа кофе бар хаус гранд нью спец сан"

func (d *declension) nounForm(text string, living bool) string {
	parts := strings.Split(text, "-")
	for i, part := range parts {
		lower := strings.ToLower(part)
		last := i == len(parts)-1
		switch {
		case lower == "капитан" && strings.HasPrefix(text[len(part):], "-лейтенант"):
			continue // one rank, while «капитан-наставник» is two words
		case !last && (isOne(lower, stillHalves) || isAbbreviation(part) && !d.capitals || endsIn(lower, "о е и")):
			continue
		case !last && lookup(part) == noun{} || !hasCyrillic(part):
			continue
		case !last && isAdjective(part):
			parts[i] = d.adjectiveForm(part, living)
			continue
		}
		n := lookup(part)
		if !last && !n.known {
			d.doubts("первая часть слова «"+text+"» может не склоняться", word{text: text})
		}
		parts[i] = n.decline(part, d.c, living)
	}
	return strings.Join(parts, "-")
}

// adjectiveForm declines an adjective; of a double one only the last part
// («торгово-промышленная»).
func (d *declension) adjectiveForm(text string, living bool) string {
	if p, _, ok := ordinal(strings.ToLower(text)); ok {
		return p.decline(text, d.c, living)
	}
	at := strings.LastIndexByte(text, '-') + 1
	p, _, _ := adjective(text[at:])
	return text[:at] + p.decline(text[at:], d.c, living)
}

// isAbbreviation is true of ОГБПОУ and СмолАПО: of two capitals and more.
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
