package codes

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// digits checks that a code consists of digits that are not all zeros, which would pass every checksum.
func digits(code string) error {
	for i, r := range []rune(code) {
		if !isDigit(r) {
			return fmt.Errorf("на %d-м месте %s, а здесь бывают только цифры", i+1, describe(r))
		}
	}
	return notAllZeros(code)
}

func notAllZeros(code string) error {
	if strings.Trim(code, "0") == "" {
		return errors.New("код пуст или состоит из одних нулей")
	}
	return nil
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// lookalikes maps Cyrillic letters to Latin letters of the same shape.
var lookalikes = map[rune]rune{
	'А': 'A', 'В': 'B', 'Е': 'E', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P', 'С': 'C', 'Т': 'T', 'У': 'Y',
	'Х': 'X',
	'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'с': 'c', 'у': 'y', 'х': 'x',
}

// describe describes a character in the wrong place, with the character it is
// easily confused with: Cyrillic С looks like Latin C, the letter О like a
// zero.
func describe(r rune) string {
	latin, twin := lookalikes[r]
	switch {
	case r == ' ' || r == '\u00a0':
		return "пробел"
	case twin && (r == 'О' || r == 'о'):
		return fmt.Sprintf("русская буква «%c», похожая на ноль и на латинскую %c", r, latin)
	case r == 'O' || r == 'o':
		return fmt.Sprintf("латинская буква «%c», похожая на ноль", r)
	case twin:
		return fmt.Sprintf("русская буква «%c», похожая на латинскую %c", r, latin)
	case unicode.Is(unicode.Cyrillic, r):
		return fmt.Sprintf("русская буква «%c»", r)
	case unicode.Is(unicode.Latin, r):
		return fmt.Sprintf("латинская буква «%c»", r)
	case unicode.IsGraphic(r):
		return fmt.Sprintf("знак «%c»", r)
	}
	return fmt.Sprintf("невидимый знак U+%04X", r)
}
