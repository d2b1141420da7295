package codes

import (
	"fmt"
	"strings"
)

// PostalIndex checks a Russian postal code: 6 digits, the first of which is not
// 0.
func PostalIndex(code string) error {
	if err := digits(code); err != nil {
		return err
	}
	if len(code) != 6 {
		return fmt.Errorf("в почтовом индексе 6 цифр, а здесь %d", len(code))
	}
	if code[0] == '0' {
		return fmt.Errorf("почтовый индекс не начинается с 0")
	}
	return nil
}

// SplitIndex separates the postal index from an address in which it is an item of
// its own: «214000, г. Смоленск», «г. Смоленск, ул. Ленина, 1, 214 000». The
// index is "" if there is none, or if there are several different ones.
func SplitIndex(address string) (index, rest string) {
	items := strings.Split(strings.ReplaceAll(address, "\u00a0", " "), ",")
	kept := items[:0:0]
	for i, item := range items {
		found, left := indexOf(strings.TrimSpace(item), i == 0)
		if found == "" {
			kept = append(kept, item)
			continue
		}
		if index != "" && index != found {
			return "", address
		}
		if index = found; left != "" {
			kept = append(kept, left)
		}
	}
	if index == "" {
		return "", address
	}
	return index, strings.Trim(strings.Join(kept, ","), " ,;\n")
}

// indexOf returns the index that an item of an address consists of or, if it is
// the first item, begins with.
func indexOf(item string, first bool) (index, rest string) {
	text := strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(item, "индекс"), ":"))
	if len(text) >= 7 && strings.ContainsAny(text[3:4], " ") && PostalIndex(text[:3]+text[4:7]) == nil {
		text = text[:3] + text[4:]
	}
	if len(text) < 6 || !isDigit(rune(text[0])) || PostalIndex(text[:6]) != nil {
		return "", item
	}
	index, rest = text[:6], strings.TrimLeft(text[6:], " .;\n")
	switch {
	case rest == "":
		return index, ""
	case !first || rest == text[6:] || isDigit([]rune(rest)[0]):
		return "", item
	}
	return index, rest
}
