package list

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"protokol/generator/diag"
)

// Filter chooses records:
//
//	город = Смоленск
//	организация ~ колледж, инн != ""
//	"Дата договора" !~ 2025 и регион = "Смоленская область"
//
// A condition is a column, a sign and a value; all must hold. The signs: = is
// the same, != another, ~ has in it, !~ has not. Case, ё and spaces around do
// not matter. A column is a field's key, a known heading or the column's own.
// Conditions are joined by a comma or by «и». What holds a comma, a sign or
// the word «и» stands in quotes, "…" or «…»; "" is nothing.
type Filter struct{ conditions []condition }

// condition is one of them; column is -1 until it is bound.
type condition struct {
	name     string
	offset   int // of the name in the text, in characters
	width    int
	column   int
	contains bool
	negated  bool
	value    string // folded
}

// ParseFilter reads conditions. The error is a diag.Problem with the column in
// the text, from 1.
func ParseFilter(text string) (Filter, error) {
	p := whereParser{text: []rune(text)}
	var w Filter
	for {
		c, err := p.condition()
		if err != nil {
			return Filter{}, err
		}
		w.conditions = append(w.conditions, c)
		if !p.joint() {
			break
		}
	}
	if p.space(); p.at < len(p.text) {
		return Filter{}, p.wrong("условие здесь закончилось", "условия соединяет запятая или «и»")
	}
	return w, nil
}

// Resolve finds the columns in a list. The problems are columns it has not.
func (w Filter) Resolve(l *List) (Filter, diag.List) {
	bound := Filter{slices.Clone(w.conditions)}
	var problems diag.List
	for i, c := range bound.conditions {
		column, ok := l.lookUp(c.name)
		if !ok {
			var titles []string
			for _, column := range l.Columns {
				titles = append(titles, column.Title)
			}
			problems = append(problems, diag.Problem{Column: c.offset + 1, Width: c.width, Message: fmt.Sprintf("в списке нет столбца «%s»", c.name),
				Hint: nearest(c.name, titles, "есть: "+listed(titles))})
		}
		bound.conditions[i].column = column
	}
	return bound, problems
}

// lookUp finds a column as a person may call it.
func (l *List) lookUp(name string) (int, bool) {
	if i, ok := l.position(name); ok {
		return i, true
	}
	asked := newHeading(name)
	best, found := fit{}, -1
	for _, field := range l.fields {
		f := field.fits(asked)
		if i, ok := l.position(field.Key); ok && f.head > 0 && (found < 0 || f.better(best)) {
			best, found = f, i
		}
	}
	return found, found >= 0
}

// Match reports whether a record meets all conditions; they must be bound.
func (w Filter) Match(r Record) bool {
	for _, c := range w.conditions {
		value := foldValue(r.values[c.column])
		holds := value == c.value
		if c.contains {
			holds = strings.Contains(value, c.value)
		}
		if holds == c.negated {
			return false
		}
	}
	return true
}

func foldValue(text string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(strings.ToLower(text)), " "), "ё", "е")
}

type whereParser struct {
	text []rune
	at   int
}

func (p *whereParser) wrong(message, hint string) error {
	return diag.Problem{Column: p.at + 1, Message: message, Hint: hint}
}

func (p *whereParser) space() {
	for p.at < len(p.text) && unicode.IsSpace(p.text[p.at]) {
		p.at++
	}
}

func (p *whereParser) condition() (c condition, err error) {
	p.space()
	c.column, c.offset = -1, p.at
	if c.name, _, err = p.operand("=!~"); err != nil {
		return c, err
	}
	c.width = len([]rune(strings.TrimSpace(string(p.text[c.offset:p.at]))))
	if c.name == "" {
		return c, p.wrong("здесь нужен столбец", "например: город = Смоленск")
	}
	p.space()
	if p.at < len(p.text) && p.text[p.at] == '!' {
		c.negated = true
		p.at++
	}
	if p.at == len(p.text) || p.text[p.at] != '=' && p.text[p.at] != '~' {
		return c, p.wrong(fmt.Sprintf("после столбца «%s» нужен знак", c.name), "знаки: = равно, != не равно, ~ содержит, !~ не содержит")
	}
	c.contains = p.text[p.at] == '~'
	p.at++
	p.space()
	value, quoted, err := p.operand("=~")
	if err == nil && value == "" && !quoted {
		err = p.wrong("здесь нужно значение", `например: город = Смоленск; пустое пишется так: ""`)
	}
	c.value = foldValue(value)
	return c, err
}

// operand reads a text in quotes, or up to a joint or one of the signs.
func (p *whereParser) operand(signs string) (text string, quoted bool, err error) {
	if p.at < len(p.text) {
		if closing, ok := map[rune]rune{'"': '"', '«': '»', '“': '”', '„': '“', '\'': '\''}[p.text[p.at]]; ok {
			end := slices.Index(p.text[p.at+1:], closing)
			if end < 0 {
				return "", true, p.wrong("кавычка не закрыта", "")
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

// isAnd reports whether the word «и» stands here between spaces.
func (p *whereParser) isAnd() bool {
	for _, and := range []string{" и ", " and "} {
		if end := p.at + len([]rune(and)); end <= len(p.text) && strings.EqualFold(string(p.text[p.at:end]), and) {
			return true
		}
	}
	return false
}

// joint reads a comma or «и».
func (p *whereParser) joint() bool {
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
