package voting

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"protokol/generator/diag"
)

// token is a word, a number or a sign of a rule.
type token struct {
	text          string // folded: small letters, е for ё, a point in decimals
	number        bool
	offset, width int // in characters
}

func (t token) slip(message, hint string) *SyntaxError {
	return &SyntaxError{Offset: t.offset, Width: t.width, Message: message, Hint: hint}
}

// lex cuts a rule into tokens.
func lex(text []rune) []token {
	var tokens []token
	for i := 0; i < len(text); {
		start := i
		switch r := text[i]; {
		case unicode.IsSpace(r) || strings.ContainsRune("«»„“\"", r):
			i++
			continue
		case isDigit(r):
			for i < len(text) && (isDigit(text[i]) || isPoint(text[i]) && i+1 < len(text) && isDigit(text[i+1])) {
				i++
			}
		case unicode.IsLetter(r):
			for i < len(text) && unicode.IsLetter(text[i]) {
				i++
			}
		case (r == '>' || r == '<' || r == '=') && i+1 < len(text) && (text[i+1] == '=' || text[i+1] == '>'):
			i += 2
		default:
			i++
		}
		tokens = append(tokens, token{text: folded(text[start:i]), number: isDigit(text[start]), offset: start, width: i - start})
	}
	return tokens
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
func isPoint(r rune) bool { return r == '.' || r == ',' }

var fold = strings.NewReplacer("ё", "е", ",", ".", "плюс", "+", "plus", "+")

func folded(text []rune) string { return fold.Replace(strings.ToLower(string(text))) }

// phrase reads the longest phrase of a table that stands here.
func phrase[T any](p *parser, table map[string]T) (found T, ok bool) {
	const longest = 5 // words
	words, after := "", p.at
	for i := p.at; i < min(len(p.tokens), p.at+longest); i++ {
		words = strings.TrimPrefix(words+" "+p.tokens[i].text, " ")
		if value, known := table[words]; known {
			found, ok, after = value, true, i+1
		}
	}
	p.at = after
	return found, ok
}

// symbol reads a sign.
func (p *parser) symbol(sign string) bool {
	if p.at < len(p.tokens) && p.tokens[p.at].text == sign {
		p.at++
		return true
	}
	return false
}

// number reads a number in digits, or the word one.
func (p *parser) number() (token, bool) {
	if p.at == len(p.tokens) {
		return token{}, false
	}
	t := p.tokens[p.at]
	if slices.Contains([]string{"один", "одна", "одного", "one"}, t.text) {
		t.text, t.number = "1", true
	}
	if t.number {
		p.at++
	}
	return t, t.number
}

// slip is an error about the token at an index: -1 is the last one read, and
// one past the last is the end of the text.
func (p *parser) slip(index int, message, hint string) *SyntaxError {
	if index < 0 {
		index += p.at
	}
	if index >= len(p.tokens) {
		return &SyntaxError{Offset: p.end, Message: message, Hint: hint}
	}
	return p.tokens[index].slip(message, hint)
}

// unexpected is an error about the next token; a known word that is spelt
// nearly so is the better hint.
func (p *parser) unexpected(message, hint string, known ...[]string) *SyntaxError {
	if p.at == len(p.tokens) {
		return p.slip(p.at, message+", а текст кончился", hint)
	}
	t := p.tokens[p.at]
	if near := diag.Nearest(t.text, slices.Concat(known...)); near != "" && near != t.text {
		hint = fmt.Sprintf("возможно, «%s»", near)
	}
	return t.slip(fmt.Sprintf("%s, а здесь «%s»", message, t.text), hint)
}

func keys[T any](table map[string]T) []string { return slices.Sorted(maps.Keys(table)) }
