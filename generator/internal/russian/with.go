package russian

import (
	"strings"
	"unicode/utf8"
)

// TakesSo reports whether the preposition «с» is «со» before a word: before с, з, ш or ж and a consonant, щ, and «вс»
// («со стенограммой», «со всеми»).
func TakesSo(word string) bool {
	word = strings.ToLower(word)
	if strings.HasPrefix(word, "щ") || strings.HasPrefix(word, "вс") {
		return true
	}
	first, size := utf8.DecodeRuneInString(word)
	second, _ := utf8.DecodeRuneInString(word[size:])
	return strings.ContainsRune("сзшж", first) && strings.ContainsRune("бвгджзйклмнпрстфхцчшщ", second)
}
