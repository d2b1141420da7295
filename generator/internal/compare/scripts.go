package compare

import (
	"regexp"
	"strconv"
	"strings"
)

// call is a call of a standard function that formats a field (AForm.js of Acrobat), with literal arguments: texts,
// whole numbers and truth values.
type call struct {
	name      string
	arguments []any
}

// token matches a part of a script: spaces, a comment, a name or number, a text, or a sign.
var token = regexp.MustCompile(`^(?:(\s+|//[^\r\n]*|(?s:/\*.*?\*/))|([\p{L}_$][\p{L}\d_$]*|-?\d+)|` +
	`("(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')|(?s:.))`)

// tokens returns the parts of a script that count.
func tokens(script string) (list []string) {
	for len(script) > 0 {
		found := token.FindStringSubmatch(script)
		if script = script[len(found[0]):]; found[1] == "" {
			list = append(list, found[0])
		}
	}
	return list
}

// longestCall is the longest script that is read, in bytes. Honest calls have some dozens.
const longestCall = 500

// formatName matches the names of standard functions that format fields.
var formatName = regexp.MustCompile(`^AF[A-Z][A-Za-z]*_Format(?:Ex)?$`)

// callOf returns the call that a script consists of; ok is false for any other script. Standard reports whether it
// calls a standard function at all.
func callOf(script string) (c call, standard, ok bool) {
	if len(script) > longestCall {
		return c, strings.Contains(script, "_Format"), false
	}
	list := tokens(script)
	for _, one := range list {
		standard = standard || formatName.MatchString(one)
	}
	for len(list) > 0 && list[len(list)-1] == ";" {
		list = list[:len(list)-1]
	}
	if len(list) < 3 || !formatName.MatchString(list[0]) || list[1] != "(" || list[len(list)-1] != ")" {
		return c, standard, false
	}
	c.name = list[0]
	for i, one := range list[2 : len(list)-1] {
		if i%2 == 1 {
			if one != "," {
				return c, standard, false
			}
			continue
		}
		argument, known := literal(one)
		if !known {
			return c, standard, false
		}
		c.arguments = append(c.arguments, argument)
	}
	return c, standard, len(list)%2 == 0 // no comma at the end
}

// literal returns the value of a literal.
func literal(token string) (value any, ok bool) {
	switch {
	case token == "true" || token == "false":
		return token == "true", true
	case len(token) > 1 && (token[0] == '"' || token[0] == '\''):
		return unescaped(token[1 : len(token)-1])
	}
	n, err := strconv.Atoi(token)
	return n, err == nil && (token == "0" || token[0] != '0') // not octal
}

// escape matches an escape sequence in a text of a script.
var escape = regexp.MustCompile(`\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(?s:.))`)

// unescaped returns a text without escape sequences; ok is false if it has rare ones.
func unescaped(text string) (plain string, ok bool) {
	ok = true
	plain = escape.ReplaceAllStringFunc(text, func(sequence string) string {
		if len(sequence) > 2 {
			if code, err := strconv.ParseUint(sequence[2:], 16, 16); err == nil {
				return string(rune(code))
			}
		}
		ok = ok && strings.ContainsAny(sequence[1:], `"'\/`)
		return sequence[1:]
	})
	return plain, ok
}

// whole returns a whole argument, or another number if there is none.
func (c call) whole(at, other int) (n int, ok bool) {
	if at >= len(c.arguments) {
		return other, true
	}
	n, ok = c.arguments[at].(int)
	return n, ok
}

// text returns an argument that is a text, empty if there is none.
func (c call) text(at int) (text string, ok bool) {
	if at >= len(c.arguments) {
		return "", true
	}
	text, ok = c.arguments[at].(string)
	return text, ok
}

// truth returns a truth value, false if there is none.
func (c call) truth(at int) (is, ok bool) {
	if at >= len(c.arguments) {
		return false, true
	}
	is, ok = c.arguments[at].(bool)
	return is, ok
}
