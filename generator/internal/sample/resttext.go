package sample

import (
	"slices"
	"strings"

	"protokol/generator/internal/fields"
)

// addTexts adds the texts of an item of a list inside a list: decisions on a question.
func (f *finder) addTexts(list []value) {
	for _, v := range list {
		if last(v.Path).Kind == fields.Text {
			f.inLists = append(f.inLists, v)
		}
	}
}

// staying returns the people of lists as values without a name in braces, so that lines about several items are
// equal, whoever is named in them.
func (f *finder) staying() (list []value) {
	seen := map[string]bool{}
	for _, v := range f.inLists {
		_, filters, _ := strings.Cut(v.Name, " | ")
		if key := filters + "\x00" + v.normal; last(v.Path).Kind == fields.Person && !seen[key] {
			seen[key] = true
			v.Path, v.Name, v.stays = v.Path[len(v.Path)-1:], "| "+filters, true
			list = append(list, v)
		}
	}
	return list
}

// distinct returns the values that have different texts, the first of each: how everybody voted is «за» or «против».
func distinct(list []value) (kept []value) {
	type text struct {
		normal string
		isWeak bool
	}
	seen := map[text]bool{}
	for _, v := range list {
		if key := (text{v.normal, v.Weak}); !seen[key] {
			seen[key], kept = true, append(kept, v)
		}
	}
	return kept
}

// stands reports whether a value of a list is long enough to be known by its words.
func (v value) stands() bool {
	return len(v.normal) >= 8 && !v.Weak && strings.Contains(v.normal, " ")
}

// textsOf finds the values of lists in a text: of those that overlap the longest.
func (f *finder) textsOf(text string) []match {
	if !f.frame.Spend(len(text)*stepsPerByte) || f.frame.Err() != nil {
		return nil
	}
	n := normalize(text)
	var all []match
	for _, at := range f.listed.find(n, f.frame) {
		if v := &f.inLists[at.value]; v.stands() {
			all = append(all, match{n.at[at.from], n.end(text, at.to), []option{{v.Name, "", v, 0}}})
		}
	}
	return separate(text, all)
}

// whole leaves out matches inside a longer text of a list: «О ремонте» is not a separate value in «О ремонте зала».
func (f *finder) whole(text string, list []match) []match {
	if len(list) == 0 {
		return nil
	}
	longer := f.textsOf(text)
	return slices.DeleteFunc(list, func(m match) bool {
		at, _ := slices.BinarySearchFunc(longer, m.from+1, func(o match, from int) int { return o.from - from })
		if at == 0 {
			return false
		}
		o := longer[at-1]
		kind := last(o.options[0].value.Path).Kind
		isText := kind == fields.Text || kind == fields.Phrase
		return isText && m.to <= o.to && o.to-o.from > m.to-m.from
	})
}

// restTexts reports the values of lists that stay.
func (f *finder) restTexts(n *Node, fixed string) bool {
	var texts, names []string
	for _, m := range f.textsOf(fixed) {
		v := m.options[0].value
		if last(v.Path).Kind == fields.Person {
			continue // reported by its name
		}
		texts = append(texts, "«"+fixed[m.from:m.to]+"»")
		if name := "{" + v.Path.Name() + "}"; !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(texts) == 0 {
		return f.restForms(n, fixed)
	}
	f.remark(n, "", "останется во всех бумагах: "+strings.Join(texts, ", ")+"; это "+strings.Join(names, ", ")+
		", а здесь список не повторяется", "если здесь нужен список, поставьте {для каждого …} и {конец}")
	return true
}

// singles returns the values of lists that are one long word.
func (f *finder) singles() (list []value) {
	for _, v := range f.inLists {
		if v.Path[0].Name() != "подписи" && last(v.Path).Kind == fields.Text && !strings.Contains(v.normal, " ") &&
			len([]rune(v.normal)) >= longWord {
			list = append(list, v)
		}
	}
	return list
}

// longWord is the length of the shortest word that another form is looked for.
const longWord = 7

// restForms reports other forms of texts of one word: «по причине командировки».
func (f *finder) restForms(n *Node, fixed string) (reported bool) {
	for _, w := range words(fixed, 0, len(fixed)) {
		for _, v := range f.short {
			if !isForm(w.word, v.normal) {
				continue
			}
			f.remark(n, fixed[w.from:w.to], "останется во всех бумагах: «"+fixed[w.from:w.to]+"»; похоже на {"+
				v.Path.Name()+"}", "впишите имя в скобках так, чтобы слово стояло в именительном падеже")
			reported = true
			break
		}
	}
	return reported
}

// isForm reports whether a word may be another form of a long word: all but its last two
// letters are the same.
func isForm(word, of string) bool {
	a, b := []rune(word), []rune(of)
	stem := len(b) - 2
	return len(b) >= longWord && len(a) >= stem && len(a) <= len(b)+2 && !strings.Contains(of, " ") && word != of &&
		string(a[:stem]) == string(b[:stem])
}

// place is a fact without cases in names, with its forms in the cases.
type place struct {
	value value
	forms []string
}

func (f *finder) findPlaces() (list []place) {
	for _, v := range f.facts {
		if name := v.Path.Name(); name != "город" && name != "место" && name != "тема" {
			continue
		}
		p := place{value: v}
		for _, form := range fields.Forms(v.Text) {
			p.forms = append(p.forms, normalize(form).text)
		}
		list = append(list, p)
	}
	return list
}

// restPlaces reports the city and others of the meeting's facts that have no cases, in
// another one: «в Твери».
func (f *finder) restPlaces(n *Node, fixed string) (reported bool) {
	text := normalize(fixed)
	for _, p := range f.places {
		for _, form := range p.forms {
			found := text.find(form)
			if len(found) == 0 {
				continue
			}
			v := p.value
			words := fixed[text.at[found[0][0]]:text.end(fixed, found[0][1])]
			f.remark(n, words, "останется во всех бумагах: «"+words+"»; это {"+v.Path.Name()+"} в другом падеже",
				"перестройте фразу, чтобы слово стояло в именительном падеже: г. {город}, место – {место}")
			reported = true
			break
		}
	}
	return reported
}
