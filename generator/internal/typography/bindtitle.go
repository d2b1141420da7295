package typography

import (
	"strings"

	"protokol/generator/internal/wordset"
)

// BindTitle keeps the words of a unit together in the title of a column, and the unit that it ends with at the word
// before it: «Площадь, кв. м», «Освоено, %». It changes nothing else and is idempotent.
func BindTitle(text string) string {
	at := strings.LastIndex(text, ", ")
	if at >= 0 && at+2 < len(text) && areUnits(text[at+2:]) {
		text = text[:at+1] + nbsp + strings.ReplaceAll(text[at+2:], " ", nbsp)
	}
	for word := 0; word < len(text); {
		end, size := NextSpace(text[word:])
		space := word + end
		if size == 1 && beginsUnit(text[word:space]) && areUnits(firstWord(text[space+1:])) {
			text = text[:space] + nbsp + text[space+1:]
			size = len(nbsp)
		}
		word = space + max(size, 1)
	}
	return text
}

func firstWord(text string) string {
	end, _ := NextSpace(text)
	return text[:end]
}

// areUnits reports whether all words of a text are units.
func areUnits(text string) bool {
	words := strings.Fields(text)
	for _, word := range words {
		if !isUnit(word) {
			return false
		}
	}
	return len(words) > 0
}

// beginsUnit reports whether a unit of several words begins with a word: «тыс. руб.», «кв. м».
func beginsUnit(word string) bool {
	word = strings.TrimSuffix(trimOpening(word), ".")
	return isScale(word) || isPower(word)
}

var isPower = wordset.Words("кв куб пог")
