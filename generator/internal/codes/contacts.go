package codes

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// Phone checks a phone number. Russian numbers have 10 digits, 11 with +7 or 8,
// or 5 to 7 without the area code; foreign ones follow + (ITU-T E.164, at most
// 15 digits). Spaces, hyphens and brackets may separate digits; an extension
// follows «доб.».
func Phone(number string) error {
	main, extension, extended := strings.Cut(number, "доб.")
	if extension = strings.TrimSpace(extension); extended &&
		(extension == "" || strings.Trim(extension, "0123456789") != "") {
		return errors.New("после «доб.» нужен добавочный номер цифрами")
	}
	main = strings.TrimRight(strings.TrimSpace(main), ",")
	count, open := 0, 0
	for i, r := range []rune(main) {
		switch {
		case isDigit(r):
			count++
		case r == '(':
			open++
		case r == ')':
			open--
		case r == '+' && i == 0, r == ' ', r == '\u00a0', r == '-', r == '–':
		default:
			return fmt.Errorf("на %d-м месте %s; в телефоне бывают цифры, пробелы, дефисы, скобки и + в начале",
				i+1, describe(r))
		}
		if open < 0 || open > 1 {
			return errors.New("скобки стоят не парами")
		}
	}
	if open != 0 {
		return errors.New("скобки стоят не парами")
	}
	return phoneLength(main, count)
}

// phoneLength checks the number of digits of a phone number.
func phoneLength(number string, count int) error {
	switch {
	case strings.HasPrefix(number, "+7"), !strings.HasPrefix(number, "+") && count == 11:
		if count != 11 {
			return fmt.Errorf("после +7 нужно 10 цифр, а здесь %d", count-1)
		}
		if !strings.HasPrefix(number, "+7") && number[0] != '8' && number[0] != '7' {
			return errors.New("11 цифр бывает у номера, который начинается с +7 или 8")
		}
		return nil
	case strings.HasPrefix(number, "+"):
		if count < 8 || count > 15 {
			return fmt.Errorf("после + бывает от 8 до 15 цифр, а здесь %d", count)
		}
		return nil
	case count == 10, count >= 5 && count <= 7:
		return nil
	}
	return fmt.Errorf("цифр в номере: %d; бывает 10 с кодом города, 11 с +7 или 8, от 5 до 7 внутри города", count)
}

// Email checks an e-mail address: one @, a local part of Latin letters, digits
// and ._%+-, a domain with a dot, whose labels do not mix Latin and Cyrillic
// letters (the part of RFC 5321, 4.1.2 that is in use). In a Cyrillic domain
// (.рф) the local part may be Cyrillic, too (RFC 6531, 3.3).
func Email(address string) error {
	local, domain, found := strings.Cut(address, "@")
	switch {
	case !found:
		return errors.New("в адресе нет знака @")
	case local == "" || domain == "":
		return errors.New("перед @ и после неё должен быть текст")
	case len(address) > 254:
		return errors.New("адрес длиннее 254 знаков")
	}
	isLetter := isLatin
	if isCyrillic(local) && isCyrillic(domain) {
		isLetter = func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }
	}
	for i, r := range []rune(local) {
		if !isLetter(r) && !isDigit(r) && !strings.ContainsRune("._%+-", r) {
			return fmt.Errorf("на %d-м месте %s; перед @ бывают латинские буквы, цифры и знаки . _ %% + -",
				i+1, describe(r))
		}
	}
	if dotted(local) {
		return errors.New("точка не бывает первой, последней или двойной")
	}
	return emailDomain(domain, len([]rune(local))+1)
}

// emailDomain checks the domain of an e-mail address; before is the number of
// characters before it.
func emailDomain(domain string, before int) error {
	labels := strings.Split(domain, ".")
	if dotted(domain) || len(labels) < 2 {
		return errors.New("после @ нужно имя с точкой, например mail.ru")
	}
	at := before
	for _, label := range labels {
		script := rune(0)
		for _, r := range label {
			at++
			kind := script
			switch {
			case isLatin(r):
				kind = 'L'
			case unicode.Is(unicode.Cyrillic, r):
				kind = 'C'
			case !isDigit(r) && r != '-':
				return fmt.Errorf("на %d-м месте %s; после @ бывают буквы, цифры, точки и дефисы", at, describe(r))
			}
			if script != 0 && kind != script {
				return fmt.Errorf("на %d-м месте %s: в слове смешаны латинские и русские буквы", at, describe(r))
			}
			script = kind
		}
		at++
	}
	return nil
}

func dotted(s string) bool {
	return strings.HasPrefix(s, ".") || strings.HasSuffix(s, ".") || strings.Contains(s, "..")
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// isCyrillic reports whether all letters of a text are Cyrillic and there is at
// least one.
func isCyrillic(text string) bool {
	return strings.ContainsFunc(text, unicode.IsLetter) && !strings.ContainsFunc(text, func(r rune) bool {
		return unicode.IsLetter(r) && !unicode.Is(unicode.Cyrillic, r)
	})
}
