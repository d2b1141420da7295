package word

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/fields"
)

// instruction is the code of a field of Word (ECMA-376-1, 17.16.4): its kind, its argument, and switches such as \*
// Upper.
type instruction struct {
	kind     string
	name     string
	switches [][2]string // the key, such as \*, and its argument
	words    []codeWord  // the kind, the argument and what follows other switches
}

// codeWord is a word in the code of a field, or a text in quotes.
type codeWord struct {
	text  string
	from  int    // where it begins in the code, after a quote
	after string // the switch before it
}

// readInstruction reads the code of a field.
func readInstruction(code string) (m instruction) {
	var words []string
	code = strings.TrimRightFunc(code, unicode.IsSpace)
	rest, after := strings.TrimSpace(code), ""
	for rest != "" && rest != `\` {
		if !strings.HasPrefix(rest, `\`) {
			word, next := instructionWord(rest)
			from := len(code) - len(rest) + max(0, strings.Index(rest, word))
			m.words = append(m.words, codeWord{word, from, after})
			words = append(words, word)
			rest, after = next, ""
			continue
		}
		_, size := utf8.DecodeRuneInString(rest[1:])
		key := strings.ToLower(rest[:1+size])
		rest = strings.TrimSpace(rest[1+size:])
		argument := ""
		if strings.Contains(`\*\@\#\b\f`, key) && !strings.HasPrefix(rest, `\`) {
			argument, rest = instructionWord(rest)
		}
		after = key
		m.switches = append(m.switches, [2]string{key, argument})
	}
	if len(words) > 0 {
		m.kind, m.name = strings.ToUpper(words[0]), strings.TrimSpace(strings.Join(words[1:], " "))
	}
	return m
}

// instructionWord takes a word, or a text in quotes, off the beginning of a code.
func instructionWord(code string) (word, rest string) {
	first, size := utf8.DecodeRuneInString(code)
	if first != '"' && first != '“' && first != '„' {
		end := strings.IndexFunc(code, func(r rune) bool { return unicode.IsSpace(r) || r == '\\' })
		if end < 0 {
			end = len(code)
		}
		return code[:end], strings.TrimSpace(code[end:])
	}
	var b strings.Builder
	for i := size; i < len(code); {
		r, n := utf8.DecodeRuneInString(code[i:])
		switch {
		case r == '\\' && i+1 < len(code) && (code[i+1] == '"' || code[i+1] == '\\'):
			b.WriteByte(code[i+1])
			i += 2
			continue
		case r == '"' || first != '"' && (r == '”' || r == '“'):
			return b.String(), strings.TrimSpace(code[i+n:])
		}
		b.WriteRune(r)
		i += n
	}
	return b.String(), ""
}

// token returns the name of a merge field as if it were in braces.
func (m instruction) token() token {
	t := token{words: clean(m.name)}
	t.classify()
	return t
}

// letterWords are the filters that mean the same as the switch \* of a field.
var letterWords = map[string]string{"upper": "заглавными", "lower": "строчными", "firstcap": "с заглавной",
	"caps": "каждое слово с заглавной", "cardtext": "прописью", "mergeformat": "", "mergeformatinet": "",
	"charformat": "", "arabic": ""}

// apply applies the switches of a field to its name. A field with text before or after it prints nothing when the
// value is empty, as in Word.
func (m instruction) apply(n *name) error {
	for _, s := range m.switches {
		argument := s[1]
		switch s[0] {
		case `\b`:
			n.lead = argument
		case `\f`:
			n.trail = argument
		case `\m`, `\v`:
		case `\@`:
			if err := n.filters.SetPicture(argument); err != nil {
				return err
			}
		case `\*`:
			word, known := letterWords[strings.ToLower(argument)]
			if !known {
				return m.unknownSwitch(s)
			}
			if word != "" {
				if err := n.filters.Add(word); err != nil {
					return err
				}
			}
		case `\#`:
			if strings.Trim(argument, "# ") != "" && argument != "0" && argument != "# ##0" {
				return m.unknownSwitch(s)
			}
		default:
			return m.unknownSwitch(s)
		}
	}
	if n.filters.Otherwise == nil && n.lead+n.trail != "" {
		n.filters.Otherwise = new(string)
	}
	return nil
}

func (m instruction) unknownSwitch(s [2]string) error {
	return fields.FilterError{Message: strings.TrimSpace("ключ "+s[0]+" "+s[1]) + " поля " + m.kind + " " + m.name +
		" программа не знает", Hint: "удалите поле и впишите {" + m.name + "}; за именем после | бывают: прописью, " +
		"цифрами, заглавными, с заглавной"}
}
