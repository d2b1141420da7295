package voting

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"protokol/generator/diag"
)

// token is a word, a number or a symbol.
type token struct {
	text          string // folded: lower case, е for ё, decimal point
	number        bool
	offset, width int // in characters
}

func (t token) errorAt(message, hint string) *SyntaxError {
	return &SyntaxError{Offset: t.offset, Width: t.width, Message: message, Hint: hint}
}

// lex splits a rule into tokens.
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
		tokens = append(tokens, token{text: foldText(text[start:i]), number: isDigit(text[start]), offset: start,
			width: i - start})
	}
	return tokens
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
func isPoint(r rune) bool { return r == '.' || r == ',' }

var folding = strings.NewReplacer("ё", "е", ",", ".", "плюс", "+", "plus", "+",
	"процентов", "%", "процента", "%", "процент", "%")

func foldText(text []rune) string { return folding.Replace(strings.ToLower(string(text))) }

// phrase reads the longest phrase of a table at the current position.
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

// accept reads a symbol and reports whether it is there.
func (p *parser) accept(sign string) bool {
	if p.at < len(p.tokens) && p.tokens[p.at].text == sign {
		p.at++
		return true
	}
	return false
}

// number reads a number in digits, or the word for one.
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

// errorAt returns an error about a token. Index -1 means the last token read,
// and an index after the last token means the end of the text.
func (p *parser) errorAt(index int, message, hint string) *SyntaxError {
	if index < 0 {
		index += p.at
	}
	if index >= len(p.tokens) {
		return &SyntaxError{Offset: p.end, Message: message, Hint: hint}
	}
	return p.tokens[index].errorAt(message, hint)
}

// unexpected returns an error about the next token. If a known word is spelled
// similarly, it is suggested instead of the hint.
func (p *parser) unexpected(message, hint string, known ...[]string) *SyntaxError {
	if p.at == len(p.tokens) {
		return p.errorAt(p.at, message+", а текст кончился", hint)
	}
	t := p.tokens[p.at]
	if near := diag.Nearest(t.text, slices.Concat(known...)); near != "" && near != t.text {
		hint = fmt.Sprintf("возможно, «%s»", near)
	}
	return t.errorAt(fmt.Sprintf("%s, а здесь «%s»", message, t.text), hint)
}

func keys[T any](table map[string]T) []string { return slices.Sorted(maps.Keys(table)) }
