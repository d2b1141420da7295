package word

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/fields"
)

// A template may mark places to type in by signs other than braces: [дата], <номер>, «ФИО», words marked with a
// colour. They are printed as they are, so they are reported.

var bracketed = regexp.MustCompile(`\[([^\[\]{}]{2,60})\]|<([^<>{}]{2,60})>|` +
	`[‹⟨｛❴]([^‹›⟨⟩｛｝❴❵{}]{2,60})[›⟩｝❵]|\$([^${}]{2,60})\$|%([^%{}]{2,60})%|#([^#{}]{2,60})#|@([^@{}]{2,60})@|` +
	`«([^«»{}]{2,40})»`)

// samples are placeholder words in forms of offices.
var samples = []string{"фио", "ф.и.о", "ф. и. о", "дата", "номер", "должность", "организация", "фамилия", "имя",
	"отчество", "фамилия имя отчество", "фамилия, имя, отчество", "наименование", "наименование организации", "тема",
	"адрес", "место", "время", "повестка", "название", "сумма", "текст", "инициалы, фамилия", "город"}

// asks finds words that ask for input.
var asks = regexp.MustCompile(`(?i)^(?:указать|укажите|вписать|впишите|ввести|введите|вставить|вставьте|` +
	`заполнить)(?:[^а-яё]|$)`)

// sampleText reports what looks like a place to type in a paragraph.
func (c *compiler) sampleText(p *element, f *paragraph) {
	for _, m := range bracketed.FindAllStringSubmatchIndex(f.text, maxSlips) {
		if slices.ContainsFunc(f.tokens, func(t token) bool { return t.from < m[1] && m[0] < t.to }) ||
			c.replaced[f.pieces(m[0], m[1])[0].in] {
			continue
		}
		words, quoted := "", m[len(m)-2] >= 0
		for group := 2; group < len(m); group += 2 {
			if m[group] >= 0 {
				words = clean(f.text[m[group]:m[group+1]])
			}
		}
		plain := strings.TrimRight(strings.ToLower(words), ".")
		known := slices.Contains(samples, plain) || asks.MatchString(words)
		if quoted && !known || !known && fields.Find(words, c.lists) == nil {
			continue
		}
		hint := "впишите имя в фигурных скобках"
		if path := fields.Find(words, c.lists); path != nil {
			hint += ": {" + words + "}"
		}
		c.warn(c.place(p, m[0], m[1]), f.text[m[0]:m[1]]+" останется как есть", hint)
	}
	for _, m := range emptyBraces.FindAllStringIndex(f.text, maxSlips) {
		c.warn(c.place(p, m[0], m[1]), "пустые скобки "+f.text[m[0]:m[1]]+" останутся как есть",
			"впишите в них имя или удалите")
	}
	const two = 2 * utf8.UTFMax // bytes of the characters that otherSign looks at
	for _, t := range f.tokens {
		if strings.HasSuffix(f.text[:t.from], "{") && strings.HasPrefix(f.text[t.to:], "}") && t.verb == valueOf {
			c.warn(c.place(p, t.from-1, t.to+1), "скобки вокруг "+f.text[t.from:t.to]+" останутся в бумаге",
				"оставьте одну или две пары; если они нужны, поставьте перед каждой \\")
		}
		if m := otherSign.FindString(f.text[max(0, t.from-two):t.from]); m != "" && t.verb == valueOf {
			c.warn(c.place(p, t.from-1, t.to), "знак "+f.text[t.from-1:t.from]+" перед "+f.text[t.from:t.to]+
				" останется в бумаге", "если он от другой программы, удалите его")
		}
	}
	c.markedText(p, f)
}

// otherSign finds the sign that other programs have before a brace: ${name}.
var otherSign = regexp.MustCompile(`(?:^|[^0-9A-Za-zА-Яа-яЁё])[$#%@]$`)

var emptyBraces = regexp.MustCompile(`\{[\s\x{00a0}]*\}`)

// markedText reports words marked with a colour.
func (c *compiler) markedText(p *element, f *paragraph) {
	for i := 0; i < len(f.atoms) && len(c.template.slips) <= maxSlips; {
		from := i
		for i < len(f.atoms) && isMarked(f.atoms[i].in) && !c.replaced[f.atoms[i].in] {
			i++
		}
		if from == i {
			i++
			continue
		}
		low, high := f.atoms[from].from, f.atoms[i-1].to
		words := strings.TrimSpace(f.text[low:high])
		filled := slices.ContainsFunc(f.tokens, func(t token) bool { return t.from < high && low < t.to })
		if words == "" || filled {
			continue
		}
		c.warn(c.place(p, low, high), "выделенное цветом «"+words+"» останется как есть",
			"если это образец, впишите вместо него имя в фигурных скобках; если нет, снимите выделение")
	}
}

// isMarked reports whether the run of a text has a highlight (ECMA-376-1, 17.3.2.15).
func isMarked(text *element) bool {
	mark := text.parent.kid("rPr", "highlight")
	return mark != nil && mark.attr("val") != "none"
}
