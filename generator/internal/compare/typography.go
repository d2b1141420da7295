package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// plain returns words as every set of rules prints them: papers of other rules may
// have other quotes, dashes, and spaces around initials and № than their reprint,
// and the words are the same. «П.И.» becomes «П.» and «И.», «№5» becomes «№» and
// «5», all quotes «», all dashes en dashes.
func plain(words []string) []string {
	var list []string
	for _, word := range words {
		word = marks.Replace(norm.NFC.String(word))
		if strings.Contains(word, `"`) {
			word = straight(word)
		}
		for word != "" {
			n := initial(word)
			list, word = append(list, word[:n]), word[n:]
		}
	}
	return collapsed(list)
}

// plainChanges compares words without their typography and without the case of their first letters: other rules
// begin items with capitals.
func plainChanges(theirs, ours []string) []change {
	theirs, ours = plain(theirs), plain(ours)
	return changesIn(theirs, ours, uncapitalized(theirs), uncapitalized(ours))
}

func uncapitalized(words []string) []string {
	list := make([]string, len(words))
	for i, word := range words {
		first, n := utf8.DecodeRuneInString(word)
		list[i] = string(unicode.ToLower(first)) + word[n:]
	}
	return list
}

// marks replaces the marks that typography chooses.
var marks = strings.NewReplacer("„", "«", "“", "»", "”", "»", "<<", "«", ">>", "»", "``", "«", "''", "»",
	"—", "–", "―", "–", "−", "–", "--", "–", "…", "...", "\u2011", "-", "\u00ad", "")

// straight replaces straight quotes: one at the beginning of a word opens.
func straight(word string) string {
	core := strings.TrimLeft(word, `"(«[`)
	lead := word[:len(word)-len(core)]
	return strings.ReplaceAll(lead, `"`, "«") + strings.ReplaceAll(core, `"`, "»")
}

// initial returns the length of the first part of a word: an initial or № that
// something follows without a space, or all of the word.
func initial(word string) int {
	first, n := utf8.DecodeRuneInString(word)
	if first == '№' {
		return n
	}
	if unicode.IsUpper(first) && strings.HasPrefix(word[n:], ".") {
		next, _ := utf8.DecodeRuneInString(word[n+1:])
		if unicode.IsUpper(next) {
			return n + 1
		}
	}
	return len(word)
}

// collapsed merges adjacent equal quotes, of which rules print one or two, and a
// hyphen between words with the dashes.
func collapsed(words []string) []string {
	for i, word := range words {
		if word == "-" {
			words[i] = "–"
			continue
		}
		for _, mark := range []string{"«", "»"} {
			for strings.Contains(word, mark+mark) {
				word = strings.ReplaceAll(word, mark+mark, mark)
			}
		}
		words[i] = word
	}
	return words
}
