package sample

import (
	"regexp"
	"slices"
	"strings"

	"protokol/generator/internal/fields"
)

// wordsBefore returns words before a token, the nearest first, without signs.
func (n *Node) wordsBefore(k, count int) (list []string) {
	for i := k - 1; i >= 0 && len(list) < count; i-- {
		if t := n.tokens[i]; strings.IndexFunc(t.word, isWord) >= 0 {
			list = append(list, t.word)
		}
	}
	return list
}

// stems are the words beside which a number is a fact of a name.
var stems = map[string][]string{
	"за": {"за"}, "против": {"против"}, "воздержались": {"воздерж"},
	"число участников": {"присутств", "участ", "явил", "кворум"},
	"номер":            {"№", "номер", "протокол"}, "№": {"№", "вопрос", "пункт", "п"},
}

// expects reports whether a value that may occur by chance is expected here, because the words around it identify
// it.
func (n *Node) expects(k int, o option) bool {
	field := last(o.value.Path)
	before := n.wordsBefore(k, 3)
	sign := ""
	if k > 0 {
		sign = n.tokens[k-1].word
	}
	alone := len(n.tokens) == 1
	switch field.Kind {
	case fields.Person:
		return o.level == 0 && o.value.Path.Lists() != nil && strings.HasSuffix(o.value.Name, fields.Surname)
	case fields.Ballot, fields.Number:
		if n.counts(k, o) {
			return o.level == 0
		}
		if o.level == 0 && o.value.Path.Lists() != nil && (k == 0 && n.isNumbered() || sign == "№") {
			return field.Name() == "№" || field.Name() == "номер"
		}
	case fields.Text:
		if alone && o.value.Path.Lists() != nil {
			return true
		}
		if strings.Contains(field.Name(), "номер") && sign == "№" {
			return true
		}
	}
	for _, stem := range stems[field.Name()] {
		if stem == sign || slices.ContainsFunc(before, func(w string) bool {
			return w == stem || len(stem) > 4 && strings.HasPrefix(w, stem)
		}) && !n.otherStem(before, stem) {
			return true
		}
	}
	return false
}

// isLabelled reports whether a short text follows a label that names its fact: «Место проведения: зал».
func (f *finder) isLabelled(n *Node, k int, o option) bool {
	return last(o.value.Path).Kind == fields.Text && f.isAbout(n, o) && k > 0 && k >= len(n.tokens)-2 &&
		(n.tokens[k-1].word == ":" || n.tokens[k-1].word == "-")
}

// isHeaded reports whether a number is alone in a cell below words that identify it.
func (f *finder) isHeaded(t token, o option) bool {
	field := last(o.value.Path)
	if !t.alone || f.column == "" || field.Kind != fields.Ballot && field.Kind != fields.Number {
		return false
	}
	return slices.ContainsFunc(stems[field.Name()], func(stem string) bool {
		return slices.ContainsFunc(strings.Fields(f.column), func(w string) bool {
			w = strings.Trim(w, `".,:`)
			return w == stem || len(stem) > 4 && strings.HasPrefix(w, stem)
		})
	})
}

// otherStem reports whether a nearer word says that a number is something else:
// «за – 5, против – 5».
func (n *Node) otherStem(before []string, stem string) bool {
	for _, w := range before {
		if strings.HasPrefix(w, stem) {
			return false
		}
		for _, other := range []string{"за", "против", "воздерж"} {
			if w == other || len(other) > 4 && strings.HasPrefix(w, other) {
				return true
			}
		}
	}
	return false
}

// isNumbered reports whether a paragraph begins with its number.
func (n *Node) isNumbered() bool {
	return len(n.tokens) == 1 || len(n.tokens) > 1 && (n.tokens[1].word == "." || n.tokens[1].word == ")")
}

// aboutText is the words of a paragraph and of its row.
type aboutText struct {
	block *Block
	row   string
	text  string
}

func (f *finder) aboutOf(b *Block) string {
	if f.about.block != b || f.about.row != f.row {
		f.frame.Spend((len(b.Text) + len(f.row)) * stepsPerByte)
		f.about = aboutText{b, f.row, normalize(b.Text + "\n" + f.row).text}
	}
	return f.about.text
}

// isAbout reports whether the words of the paragraph or of the row name the fact.
func (f *finder) isAbout(n *Node, o option) bool {
	p := o.value.Path
	text := f.aboutOf(n.Block)
	switch name := p.Name(); {
	case (name == "подписавший" || name == "председатель") && slices.ContainsFunc(n.tokens, token.isSignersPost):
		return name == "подписавший"
	case len(p) > 1 && p[len(p)-2].Name() == "исполнитель" && (executor.MatchString(text) || f.isAbovePhone(p)):
		return true
	}
	for _, field := range p[:min(2, len(p))] {
		stem := []rune(normalize(field.Name()).text)
		if field.Kind != fields.Group && len(stem) > 4 && strings.Contains(text, string(stem[:min(len(stem), 7)])) &&
			field.Name() != "участники" {
			return true
		}
	}
	return false
}

// isAbovePhone reports whether the next paragraph has the telephone of a person who prepared
// a letter.
func (f *finder) isAbovePhone(person fields.Path) bool {
	return f.after != "" && slices.ContainsFunc(f.facts, func(v value) bool {
		p := v.Path
		return len(p) == len(person) && last(p).Name() == "телефон" && slices.Equal(p[:len(p)-1], person[:len(p)-1]) &&
			strings.Contains(f.after, v.normal)
	})
}

// executor are words before the name of the person who prepared a letter.
var executor = regexp.MustCompile(`(?:^|\n)исп(?:олнител[ья]|\.)`)

// isSignersPost reports whether a token is the position of the person who signs a letter.
func (t token) isSignersPost() bool {
	return slices.ContainsFunc(t.options, func(o option) bool {
		return o.value.Path.Name() == "должность подписавшего"
	})
}

// governing are words that ask for a case, by their beginnings.
var governing = map[string][]string{
	"о ком": {"о", "об", "обо", "при"},
	"кому": {"к", "ко", "поруч", "направ", "рекоменд", "предлож", "выдат", "передат", "разреш", "благодар",
		"секретарю",
		"председателю", "директору", "начальнику", "господину", "госпоже"},
	"кем": {"с", "со", "перед", "между", "над", "подписан", "утвержден", "составлен",
		"секретарем", "председателем", "господином", "госпожой"},
	"кого": {"от", "до", "из", "у", "для", "без", "доклад", "информаци", "выступлени", "заседания", "решени",
		"кандидатур", "председательством", "предложени", "поручени", "инициатив", "просьб", "ходатайств", "участи",
		"присутстви", "отсутстви", "господина", "госпожи", "заявлени", "сообщени",
		"секретаря", "председателя", "заседание"},
	"вин": {"слушали", "заслушать", "заслушали", "избрать", "избрали", "назначить", "включить", "пригласить", "про",
		"на", "через"},
}

// governs returns the case that the words before a value ask for, and whether one does. The longest beginning
// counts: «поручению» is not a form of «поручить».
func (n *Node) governs(k int) (filter string, sure bool) {
	for _, w := range n.wordsBefore(k, 2) {
		longest := 0
		for _, one := range []string{"о ком", "кому", "кем", "кого", "вин"} {
			for _, stem := range governing[one] {
				if len(stem) > longest && (w == stem || len([]rune(stem)) > 4 && strings.HasPrefix(w, stem)) {
					filter, longest = one, len(stem)
				}
			}
		}
		if longest > 0 {
			return filter, true
		}
	}
	return "", false
}

// prepositions before which a word is hardly in the nominative.
var prepositions = []string{"в", "во", "на", "по", "о", "об", "к", "с", "со", "от", "до", "из", "у", "для", "без",
	"за",
	"при", "про", "через", "между", "перед", "под", "над"}

func (n *Node) afterPreposition(k int) bool {
	return k > 0 && slices.Contains(prepositions, n.tokens[k-1].word)
}
