package layout

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// signedName is a name with initials at the end of a signature line (ГОСТ Р 7.0.97, 5.22).
var signedName = regexp.MustCompile(`^[/(]?\s*((\p{Lu}\.\s?){1,2}\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)?|` +
	`\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)?\s(\p{Lu}\.\s?){1,2})\s*[/),;.]?$`)

// patronymic is the ending of a patronymic, which identifies a name written in full.
var patronymic = regexp.MustCompile(`(?i)^\p{L}+(ович|евич|ич|овна|евна|ична|инична)$`)

// isName reports whether a text is the name of a person, with initials or in full.
func isName(text string) bool { return hasInitials(text) || isInFull(text) }

// hasInitials reports whether a text is a name with initials, which have dots.
func hasInitials(text string) bool {
	return strings.Contains(text, ".") && signedName.MatchString(plain(text))
}

// isInFull reports whether a text is a name in full.
func isInFull(text string) bool {
	_, ok := initialsOf(text)
	return ok
}

// post matches the beginning of positions of signers, or a word in them.
var post = regexp.MustCompile(`(?i)(^|\s)(председател|секретар|директор|руководител|начальник|заведующ|глав[аныу]|` +
	`ректор|декан|бухгалтер|член|президент|управляющ|заместител|мэр|губернатор|министр|нотариус|инспектор|специалист|` +
	`юрист|юрисконсульт|старш|командир|судья|эксперт|предприниматель)`)

// signs reports whether a position and a name with free space between them are a
// place to sign. A name in full may as well be an entry of a form: its position must
// be known, or the signer.
func (s *signing) signs(position, name string) bool {
	if !isPosition(position) {
		return false
	}
	return hasInitials(name) || isInFull(name) && (post.MatchString(position) ||
		slices.ContainsFunc(s.signers, func(known Signer) bool { return sameName(known.Name, name) }))
}

// postFirst is a position in the nominative that begins a line, or one after «и.о.». A
// title that merely mentions a position does not match: «Отчёт председателя».
var postFirst = regexp.MustCompile(`(?i)^(?:(?:врио|(?:вр\. ?)?и\. ?о\.)\s*\p{L}|` +
	`(?:(?:\p{L}+-)?\p{L}+(?:ый|ий|ая)\s+)*(?:(?:зам\.|вице-)\s*)?` +
	`(?:председатель|секретарь|директор|руководитель|начальник|заведующ(?:ий|ая)|глава|ректор|декан|бухгалтер|член|` +
	`президент|управляющ(?:ий|ая)|заместитель|мэр|губернатор|министр|нотариус|инспектор|специалист|юрист|` +
	`юрисконсульт|командир|судья|эксперт|предприниматель)(?:[\s,]|$))`)

// signsBehindDots reports whether a position and a name with dots between them are a place to
// sign: those of a signer, or any if the line begins with the position. Programmes and tables
// of contents have such dots, too.
func (s *signing) signsBehindDots(position, name string) bool {
	line := letters(position)
	return postFirst.MatchString(plain(position)) || slices.ContainsFunc(s.signers, func(known Signer) bool {
		post := letters(known.Position)
		return post != "" && sameName(known.Name, name) &&
			(strings.HasPrefix(line, post) || strings.HasPrefix(post, line))
	})
}

// initialsOf returns a name that is written in full, the surname first or last, with
// initials: in both orders, as letters returns them.
func initialsOf(text string) (both [2]string, ok bool) {
	words := strings.Fields(strings.Trim(plain(text), "/() ,;."))
	if len(words) != 3 {
		return both, false
	}
	for _, word := range words {
		first, size := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(first) || size == len(word) || strings.Trim(word, ".0123456789№«»\"") != word {
			return both, false
		}
	}
	surname, given := words[0], words[1:]
	switch {
	case patronymic.MatchString(words[2]):
	case patronymic.MatchString(words[1]):
		surname, given = words[2], words[:2]
	default:
		return both, false
	}
	short := ""
	for _, word := range given {
		_, size := utf8.DecodeRuneInString(word)
		short += word[:size]
	}
	return [2]string{letters(short + surname), letters(surname + short)}, true
}

// sameName reports whether a name on a page is that of a signer, perhaps in full.
func sameName(known, name string) bool {
	if letters(known) == letters(name) {
		return true
	}
	both, ok := initialsOf(name)
	return ok && (letters(known) == both[0] || letters(known) == both[1])
}
