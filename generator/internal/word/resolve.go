package word

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/diag"
	"protokol/generator/internal/fields"
)

// resolve finds the path of a value and checks its filters; nil has been
// reported, unless the name may be a column.
func (c *compiler) resolve(t token, at place) *name {
	filters, err := fields.ParseFilters(t.filters)
	if err != nil {
		if turned := fields.Turned(t.words, t.filters, c.lists); turned != "" {
			c.wrong(at, "сначала имя, потом «"+t.words+"»", "напишите {"+turned+"}")
			return nil
		}
		c.filterSlip(at, err)
		return nil
	}
	n := &name{filters: filters, place: at}
	if slices.Contains(t.filters, "кого") {
		n.filters, n.unsure = c.whom(filters, t, at)
	}
	if n.path = fields.Find(t.words, c.lists); n.path == nil {
		return c.unknown(t, n, at)
	}
	if err := filters.Check(n.path); err != nil {
		c.filterSlip(at, err)
		return nil
	}
	if !c.bound(n.path, at) {
		return nil
	}
	c.factNamed(t.words, n.path, at)
	if c.part != c.template.pack.main && n.path.List().IsPlaceToSign() {
		c.warn(at, "{"+n.path.Name()+"} стоит не в тексте: поля электронной подписи здесь не будет",
			"поставьте имя в текст бланка; если подписывают только на бумаге, ничего не делайте")
	}
	return n
}

func (c *compiler) filterSlip(at place, err error) {
	hint := ""
	if f, ok := err.(fields.FilterError); ok {
		hint = f.Hint
	}
	c.wrong(at, err.Error(), hint)
}

// unknown reports an unknown name, which a list of recipients may have.
func (c *compiler) unknown(t token, n *name, at place) *name {
	hint := "чтобы напечатать сами скобки, поставьте перед каждой \\"
	if len(c.template.slips) > maxSlips {
		hint = "" // nobody reads it
	} else if near := cmp.Or(fields.Suggest(t.words, c.lists), nearControl(t.words)); near != "" {
		hint = "возможно, вы имели в виду {" + near + "}"
	}
	first, _ := utf8.DecodeRuneInString(t.words)
	if hint != "" && unicode.IsUpper(first) { // as headings of columns are
		hint += "; если это столбец списка получателей, нужен сам список с таким заголовком"
	}
	if err := n.filters.CheckColumn(t.words); err != nil {
		c.filterSlip(at, err)
	}
	n.column, at.column = t.words, t.words
	n.place = at
	c.wrong(at, "нет имени {"+t.words+"}", hint)
	return n
}

// nearControl returns the beginning or the end of a block that words may have meant, or "".
func nearControl(words string) string {
	list := strings.Fields(strings.ToLower(words))
	if len(list) == 0 {
		return ""
	}
	first := diag.Nearest(list[0], []string{"если", "для", "иначе", "конец"})
	rest := func(n int) string { return " " + strings.Join(strings.Fields(words)[n:], " ") }
	switch {
	case len(list) == 1 && (first == "иначе" || first == "конец"):
		return first
	case len(list) == 1 && first == "если":
		return "если тема"
	case len(list) < 3 && first == "для":
		return "для каждого вопроса"
	case len(list) > 1 && first == "если":
		return first + rest(1)
	case len(list) > 2 && first == "для":
		if each := diag.Nearest(list[1], []string{"каждого", "каждой", "всех"}); each != "" {
			return first + " " + each + rest(2)
		}
	}
	return ""
}

// bound reports whether the lists of a path are repeated at the place, and the
// slip if they are not.
func (c *compiler) bound(p fields.Path, at place) bool {
	for _, list := range slices.Backward(p.Lists()) {
		if !c.repeats(list) {
			last := list[len(list)-1]
			if at.p.isContentsEntry() {
				c.wrong(at, "{"+p.Name()+"} повторяется в тексте, а в оглавлении — нет",
					"уберите оглавление из бланка и вставьте его в готовую бумагу: в Word «Ссылки», «Оглавление»")
				return false
			}
			hint := "поставьте имя в строку таблицы или между абзацами {" + fields.Each(last.Of.Genitive) +
				" " + last.Of.Genitive + "} и {конец}"
			if len(list.Lists()) == 0 {
				hint += "; все через запятую — {" + list.Name() + "}"
			}
			c.wrong(at, "{"+p.Name()+"} есть у каждого из списка «"+last.Name()+"», а здесь он не повторяется", hint)
			return false
		}
	}
	return true
}

func (c *compiler) repeats(list fields.Path) bool {
	return slices.ContainsFunc(c.lists, func(p fields.Path) bool { return p[len(p)-1] == list[len(list)-1] })
}

// factNamed records that a name of the template is that of a fact of the meeting, once.
func (c *compiler) factNamed(words string, p fields.Path, at place) {
	at.column = words
	if len(p.Lists()) == 0 && !slices.ContainsFunc(c.template.facts, func(known place) bool {
		return strings.EqualFold(known.column, words)
	}) {
		c.template.facts = append(c.template.facts, at)
	}
}

// HiddenColumns warns of columns of a list of recipients whose names in the template print facts of the meeting.
func (t *Template) HiddenColumns(column func(heading string) bool) (list []Slip) {
	for _, at := range t.facts {
		if column(at.column) {
			list = append(list, Slip{Severity: diag.Warning, place: at, Message: "{" + at.column +
				"} берётся из файла заседания, а столбец «" + at.column + "» списка здесь не печатается",
				Hint: "если нужен столбец, дайте ему в списке другое имя и напишите его в бланке"})
		}
	}
	return list
}
