package list

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
)

// Filter selects records:
//
//	город = Смоленск
//	организация ~ колледж, инн != ""
//	"Дата договора" !~ 2025 и регион = "Смоленская область"
//
// A condition consists of a column, an operator and a value, and all conditions must hold. The operators are =
// (equal), != (not equal), ~ (contains) and !~ (does not contain). Case, ё and е, and surrounding spaces are not
// significant. A column is named by the key of a field, a known heading or its own heading; the last one selects
// the values as they are in the table. Conditions are separated by a comma or by «и». Text that contains a comma,
// an operator or the word «и» must be quoted, as "…" or «…»; "" is the empty value.
type Filter struct{ conditions []condition }

// condition is a comparison. The column is -1 until it is resolved.
type condition struct {
	name     string
	offset   int // of the name in the text, in characters
	width    int
	column   int
	heading  bool // named by the heading of the column
	contains bool
	negated  bool
	value    string // folded
}

// ParseFilter parses conditions. The error is a diag.Problem whose Column is
// the position in the text, from 1.
func ParseFilter(text string) (Filter, error) {
	p := filterParser{text: []rune(text)}
	var w Filter
	for {
		c, err := p.condition()
		if err != nil {
			return Filter{}, err
		}
		w.conditions = append(w.conditions, c)
		if !p.separator() {
			break
		}
	}
	if p.skipSpaces(); p.at < len(p.text) {
		return Filter{}, p.errorAt("условие здесь закончилось", "условия соединяет запятая или «и»")
	}
	return w, nil
}

// Resolve returns a Filter for the columns of a list. It reports columns that
// the list does not have.
func (w Filter) Resolve(l *List) (Filter, diag.List) {
	bound := Filter{slices.Clone(w.conditions)}
	var problems diag.List
	for i, c := range bound.conditions {
		column, ok := l.findColumn(c.name)
		if !ok {
			var titles []string
			for _, column := range l.Columns {
				titles = append(titles, column.Title)
			}
			problems = append(problems, diag.Problem{Column: c.offset + 1, Width: c.width,
				Message: fmt.Sprintf("в списке нет столбца «%s»", c.name),
				Hint:    diag.Suggest(c.name, titles, "есть: "+printable.Join(titles))})
		}
		bound.conditions[i].column = column
		bound.conditions[i].heading = ok && slices.Equal(foldedWords(c.name), foldedWords(l.Columns[column].Title))
	}
	return bound, problems
}

// findColumn finds a column by any name that people may use for it.
func (l *List) findColumn(name string) (int, bool) {
	if i, ok := l.position(name); ok {
		return i, true
	}
	h := newHeading(name)
	best, found := match{}, -1
	for _, field := range l.fields {
		f := field.match(h)
		if i, ok := l.position(field.Key); ok && f.stems > 0 && (found < 0 || f.better(best)) {
			best, found = f, i
		}
	}
	return found, found >= 0
}

// Match reports whether a record meets all conditions, which must be resolved.
func (w Filter) Match(r Record) bool {
	for _, c := range w.conditions {
		if slices.ContainsFunc(c.values(r), c.holds) == c.negated {
			return false
		}
	}
	return true
}

// values returns the texts with which a condition is compared: the value in the table and, if it differs, the
// printed value («Заря» as «ООО «Заря»»). A column of people and organizations that is named by a field has only
// values of this kind.
func (c condition) values(r Record) []string {
	value := r.values[c.column]
	switch {
	case r.cells == nil, !c.heading && r.list.isEither(c.column):
		return []string{value}
	case value == "" || value == r.cells[c.column]:
		return []string{r.cells[c.column]}
	}
	return slices.DeleteFunc([]string{r.cells[c.column], value}, func(text string) bool { return text == "" })
}

func (c condition) holds(value string) bool {
	if value = foldValue(value); c.contains {
		return strings.Contains(value, c.value)
	}
	return value == c.value
}

func foldValue(text string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(strings.ToLower(text)), " "), "ё", "е")
}

type filterParser struct {
	text []rune
	at   int
}

func (p *filterParser) errorAt(message, hint string) error {
	return diag.Problem{Column: p.at + 1, Message: message, Hint: hint}
}

func (p *filterParser) skipSpaces() {
	for p.at < len(p.text) && unicode.IsSpace(p.text[p.at]) {
		p.at++
	}
}

func (p *filterParser) condition() (c condition, err error) {
	p.skipSpaces()
	c.column, c.offset = -1, p.at
	if c.name, _, err = p.operand("=!~"); err != nil {
		return c, err
	}
	c.width = len([]rune(strings.TrimSpace(string(p.text[c.offset:p.at]))))
	if c.name == "" {
		return c, p.errorAt("здесь нужен столбец", "например: город = Смоленск")
	}
	p.skipSpaces()
	if p.at < len(p.text) && p.text[p.at] == '!' {
		c.negated = true
		p.at++
	}
	if p.at == len(p.text) || p.text[p.at] != '=' && p.text[p.at] != '~' {
		return c, p.errorAt(fmt.Sprintf("после столбца «%s» нужен знак", c.name),
			"знаки: = равно, != не равно, ~ содержит, !~ не содержит")
	}
	c.contains = p.text[p.at] == '~'
	p.at++
	p.skipSpaces()
	value, quoted, err := p.operand("=~")
	if err == nil && value == "" && !quoted {
		err = p.errorAt("здесь нужно значение", `например: город = Смоленск; пустое пишется так: ""`)
	}
	c.value = foldValue(value)
	return c, err
}

// operand reads quoted text, or text up to a separator or one of the operators.
func (p *filterParser) operand(signs string) (text string, quoted bool, err error) {
	if p.at < len(p.text) {
		if closing, ok := map[rune]rune{'"': '"', '«': '»', '“': '”', '„': '“', '\'': '\''}[p.text[p.at]]; ok {
			end := slices.Index(p.text[p.at+1:], closing)
			if end < 0 {
				return "", true, p.errorAt("кавычка не закрыта", "")
			}
			start := p.at + 1
			p.at = start + end + 1
			return string(p.text[start : start+end]), true, nil
		}
	}
	start := p.at
	for p.at < len(p.text) && !strings.ContainsRune(signs+",", p.text[p.at]) && !p.isAnd() {
		p.at++
	}
	return strings.TrimSpace(string(p.text[start:p.at])), false, nil
}

// isAnd reports whether the word «и» follows, between spaces.
func (p *filterParser) isAnd() bool {
	for _, and := range []string{" и ", " and "} {
		if end := p.at + len([]rune(and)); end <= len(p.text) && strings.EqualFold(string(p.text[p.at:end]), and) {
			return true
		}
	}
	return false
}

// separator reads a comma or «и».
func (p *filterParser) separator() bool {
	for p.at < len(p.text) {
		switch {
		case p.text[p.at] == ',':
			p.at++
			return true
		case p.isAnd():
			p.at++
			for !unicode.IsSpace(p.text[p.at]) {
				p.at++
			}
			return true
		case !unicode.IsSpace(p.text[p.at]):
			return false
		}
		p.at++
	}
	return false
}
