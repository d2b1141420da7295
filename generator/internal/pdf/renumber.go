package pdf

import (
	"fmt"
	"strconv"
	"strings"
)

// shiftKeys moves the keys of a parent tree, counts them and tells the last of
// those that are kept: a form field's is not.
func (s *sheaf) shiftKeys(dict string, by int) (nums string, count, last int, err error) {
	body, ok := strings.CutPrefix(dict, "<</Nums [")
	body, closed := strings.CutSuffix(body, "]>>")
	if !ok || !closed {
		return "", 0, 0, fmt.Errorf("pdf: an unknown parent tree: %.60q", dict)
	}
	var out strings.Builder
	for body = strings.TrimSpace(body); body != ""; body = strings.TrimSpace(body) {
		digits, rest, _ := strings.Cut(body, " ")
		key, err := strconv.Atoi(digits)
		if err != nil || key != count {
			return "", 0, 0, fmt.Errorf("pdf: an unknown parent tree: %.60q", body)
		}
		end := strings.Index(rest, "R") + 1
		if strings.HasPrefix(rest, "[") {
			end = strings.Index(rest, "]") + 1
		}
		if end == 0 {
			return "", 0, 0, fmt.Errorf("pdf: an unknown parent tree: %.60q", rest)
		}
		if element, err := strconv.Atoi(strings.TrimSuffix(rest[:end], " 0 R")); err != nil || !s.fields[element] {
			fmt.Fprintf(&out, "%d %s ", by+key, rest[:end])
			last = by + key
		}
		body = rest[end:]
		count++
	}
	return out.String(), count, last, nil
}

// renumber gives every reference of a dictionary the number that give says.
// What looks like one inside a literal string is none.
func renumber(dict string, give func(int) (int, error)) (string, error) {
	out := make([]byte, 0, len(dict)+16)
	for i := 0; i < len(dict); {
		c := dict[i]
		switch {
		case c == '(':
			end := i + literal(dict[i:])
			out, i = append(out, dict[i:end]...), end
			continue
		case c < '0' || c > '9':
			out = append(out, c)
			i++
			continue
		}
		end := i
		for end < len(dict) && dict[end] >= '0' && dict[end] <= '9' {
			end++
		}
		begins := i == 0 || strings.IndexByte(" [\n", dict[i-1]) >= 0
		if rest, ok := strings.CutPrefix(dict[end:], " 0 R"); ok && begins {
			old, err := strconv.Atoi(dict[i:end])
			if err != nil {
				return "", err
			}
			number, err := give(old)
			if err != nil {
				return "", err
			}
			out = append(strconv.AppendInt(out, int64(number), 10), " 0 R"...)
			i = len(dict) - len(rest)
			continue
		}
		out, i = append(out, dict[i:end]...), end
	}
	return string(out), nil
}

// literal is the length of the literal string that begins a text
// (ISO 32000-1, 7.3.4.2).
func literal(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(s)
}
