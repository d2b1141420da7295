package fields

import (
	"slices"
	"strings"

	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
)

// Writing is a way in which a finished paper may have a fact, with the name in
// braces that prints it.
type Writing struct {
	Path   Path
	Name   string // as a template writes it, without braces
	Text   string // as the paper may have it
	Key    string // of the fact in the file
	Prints string // the text that the name prints, if it differs
	Case   bool   // printed in another case than the nominative
	Weak   bool   // so short or so common that it may occur by chance
	Rank   int    // the less, the more likely among names that print the same
}

// Writings returns the facts of the innermost repetition of a frame that are in no
// list of their own, in the ways in which papers have them. Within are the lists
// that are repeated; without them these are the facts of the meeting.
func (f Frame) Writings(within []Path) []Writing {
	w := writings{frame: f, within: within}
	if len(within) == 0 {
		w.record(nil, vocabulary(), 0)
		return w.list
	}
	bound := within[len(within)-1]
	w.record(bound, bound.last().Of, 0)
	return w.list
}

// Lists returns the lists of a repetition, or of the meeting, with their items.
func (f Frame) Lists(within []Path) (list []Path) {
	var from Path
	of := vocabulary()
	if len(within) > 0 {
		from = within[len(within)-1]
		of = from.last().Of
	}
	var visit func(from Path, of *Record, depth int)
	visit = func(from Path, of *Record, depth int) {
		for _, field := range of.fields {
			p := append(slices.Clone(from), field)
			switch {
			case field.Kind == List:
				list = append(list, p)
			case field.Kind == Group && depth < 2:
				visit(p, field.Of, depth+1)
			}
		}
	}
	visit(from, of, 0)
	return list
}

// List returns the field of a list, for With.
func (p Path) List() *Field { return p.last() }

// HasGenitive reports whether «для каждого …» can name the items of a list.
func (p Path) HasGenitive() bool { return p.last().Of.Genitive != "" }

// Conditions returns the names of a repetition that «если» may ask, with whether
// the item of the frame has the fact.
func (f Frame) Conditions(within []Path) (list []Condition) {
	bound := within[len(within)-1]
	for _, field := range bound.last().Of.fields {
		p := append(slices.Clone(bound), field)
		v := f.Value(p)
		list = append(list, Condition{Name: bound.last().Of.Name + "." + field.Name(), Holds: !v.IsEmpty(),
			Many: len(v.Items) > 1, Points: len(v.Items) > 0 && field.Of.First().Kind == Text,
			AsksPlace: field.Name() == lastItem})
		if field.Name() == itemPlace {
			list = append(list, Condition{Name: p.Name() + " = 1", Holds: v.number == 1, AsksPlace: true})
		}
	}
	return list
}

// Condition is a name that «если» may ask.
type Condition struct {
	Name      string
	Holds     bool
	Many      bool // a list of several
	Points    bool // a list of texts
	AsksPlace bool // whether the item is the first or the last of its list
}

// Letter returns the writing of the letter of the item that is repeated. It is not
// among the others: every paper has such letters.
func (f Frame) Letter(within []Path) (Writing, bool) {
	if len(within) == 0 {
		return Writing{}, false
	}
	bound := within[len(within)-1]
	field := bound.last().Of.byName[itemLetter]
	if field == nil {
		return Writing{}, false
	}
	p := append(slices.Clone(bound), field)
	letter := f.Value(p).text
	return Writing{Path: p, Name: p.Name(), Text: letter, Prints: letter}, letter != ""
}

type writings struct {
	frame  Frame
	within []Path
	list   []Writing
}

// maxGroups is the depth of groups in groups.
const maxGroups = 2

func (w *writings) record(from Path, of *Record, depth int) {
	for n, field := range of.fields {
		p := append(slices.Clone(from), field)
		switch {
		case field.Kind == List:
			w.joined(p)
		case field.Kind == Group && depth < maxGroups:
			w.record(p, field.Of, depth+1)
		case field.Kind != Group && field.Kind != Flag:
			w.fact(p, n+1000*depth)
			if field.Kind == Person && field.Of != nil && depth < maxGroups {
				w.record(p, field.Of, depth+1)
			}
		}
	}
}

// fact adds the writings of a fact.
func (w *writings) fact(p Path, rank int) {
	v := w.frame.Value(p)
	v.text = trace.Strip(v.text)
	name := p.Name()
	if found := Find(name, w.within); v.IsEmpty() || v.line || !slices.Equal(found, p) ||
		p.last().Name() == itemLetter || slices.Contains(readyCases, name) {
		return
	}
	add := func(filter, text, prints string, inCase bool) {
		text, prints = trace.Strip(text), trace.Strip(prints)
		full := name
		if filter != "" {
			full += " | " + filter
		}
		if text != "" {
			w.list = append(w.list, Writing{Path: p, Name: full, Key: v.Key, Text: text, Prints: prints, Case: inCase,
				Rank: rank,
				Weak: isWeak(v.Kind, text) || strings.HasSuffix(filter, Surname)})
		}
	}
	switch {
	case v.Kind == Person && v.person != nil:
		personWritings(v, add)
	case v.Kind == Date && !v.date.IsZero():
		dateWritings(v.date, v.text, add)
	case v.Kind == Number || v.Kind == Ballot:
		w.numberWritings(v, add)
	case v.in != nil:
		phraseWritings(v, add)
	default:
		add("", v.text, v.text, false)
		if hour, minute, ok := timeOfDay(v.text); ok {
			clockWritings(hour, minute, v.text, add)
		}
	}
}

// readyCases are names of cases of facts that also have names and filters.
var readyCases = []string{"протокол", "органа", "органу", "органом", "органе", "кластера", "кластеру", "кластером",
	"кластере"}

// isWeak reports whether a text may occur by chance: a number, an abbreviation, a
// word in small letters.
func isWeak(k Kind, text string) bool {
	letters := len([]rune(text))
	if k == Text && letters > 8 && strings.Trim(text, "0123456789") == "" {
		return false // a number of registration
	}
	return k == Number || k == Ballot || letters < 4 ||
		k == Text && !strings.ContainsAny(text, " \u00a0.:-") && letters < 12 && text == strings.ToLower(text)
}

var caseFilters = map[russian.Case]string{russian.Genitive: "кого", russian.Dative: "кому", russian.Accusative: "вин",
	russian.Instrumental: "кем", russian.Prepositional: "о ком"}

var cases = []russian.Case{russian.Nominative, russian.Genitive, russian.Dative, russian.Accusative,
	russian.Instrumental, russian.Prepositional}

// Forms returns a text in the other cases where they differ from it.
func Forms(text string) (list []string) {
	for _, c := range cases {
		if form := russian.Body(text, c).Text; form != text && !slices.Contains(list, form) {
			list = append(list, form)
		}
	}
	return list
}

// Surname is the filter for the surname alone.
const Surname = "фамилия"

// Ordinal is the filter that writes a number as an ordinal.
const Ordinal = "порядковое"

type adder func(filter, text, prints string, inCase bool)

func filterList(list ...string) string {
	return strings.Join(slices.DeleteFunc(list, func(s string) bool { return s == "" }), " | ")
}

// personWritings adds a name in all cases, in full and with initials, also with the
// surname last.
func personWritings(v Value, add adder) {
	s := v.person
	for _, c := range cases {
		inCase := c != russian.Nominative
		full, short := "", "инициалы"
		if v.short {
			full, short = "полностью", ""
		}
		name := s.Name(c)
		add(filterList(caseFilters[c], full), name, name, inCase)
		if words := strings.Fields(name); len(words) == 3 {
			add(filterList(caseFilters[c], full), words[1]+" "+words[2]+" "+words[0], name, inCase)
		}
		surname := s.Surname(c)
		add(filterList(caseFilters[c], Surname), surname, surname, inCase)
		before, after := s.Short(c, russian.Before), s.Short(c, russian.After)
		add(filterList(caseFilters[c], short), before, before, inCase)
		add(filterList(caseFilters[c], "инициалы после"), after, after, inCase)
		if given := s.GivenNames(c); strings.Contains(given, " ") {
			add(filterList(caseFilters[c], "имя и отчество"), given, given, inCase)
		}
	}
}

func phraseWritings(v Value, add adder) {
	for _, c := range cases {
		text := v.text
		if c != russian.Nominative {
			text = v.in(c)
		}
		add(caseFilters[c], text, text, c != russian.Nominative)
	}
}

func (w *writings) numberWritings(v Value, add adder) {
	printed, _, err := Filters{}.Format(w.frame, v)
	if err != nil {
		return
	}
	text := printed.Plain
	add("", text, text, false)
	switch {
	case v.Kind == Ballot:
		w.nobody(text)
	case len(w.within) > 0:
		ordinalWritings(v, add)
	}
	for _, form := range []struct{ form, filter string }{{"spelled", "прописью"}, {"feminine", "прописью женский"}} {
		if words, _, err := (Filters{form: form.form}).Format(w.frame, v); err == nil {
			add(form.filter, words.Plain, words.Plain, false)
		}
	}
}

// ordinalWritings adds the number of an item as an ordinal in the cases, «по первому
// вопросу», and as a Roman numeral. The accusative is the nominative.
func ordinalWritings(v Value, add adder) {
	for _, c := range cases {
		if text := russian.Ordinal(v.number, c); text != "" && c != russian.Accusative {
			add(filterList(Ordinal, caseFilters[c]), text, text, c != russian.Nominative)
		}
	}
	roman := russian.Roman(v.number)
	add("римскими", roman, roman, false)
}

// Ordinals returns the ordinals that names print, in all cases, and the Roman numerals.
func Ordinals() (list []string) {
	for n := 1; russian.Roman(n) != ""; n++ {
		list = append(list, russian.Roman(n))
		for _, c := range cases {
			list = append(list, russian.Ordinal(n, c))
		}
	}
	return list
}

// nobody adds a number of votes that is written «нет» if it is zero.
func (w *writings) nobody(text string) {
	plain := w.list[len(w.list)-1]
	plain.Rank += 1000
	either := plain
	either.Name, either.Rank = "если "+plain.Name+" > 0}{"+plain.Name+"}{иначе}нет{конец", plain.Rank-500
	if text == "0" {
		either.Text, either.Prints, plain.Text = "нет", "нет", "нет"
		w.list = append(w.list, plain)
	}
	w.list = append(w.list, either)
}

// joined adds a list of names in a line.
func (w *writings) joined(p Path) {
	v := w.frame.Value(p)
	name, first := p.Name(), p.last().Of.First().Kind
	if len(v.Items) < 2 && len(w.within) == 0 || len(v.Items) == 0 || !slices.Equal(Find(name, w.within), p) {
		return
	}
	if first == Text && len(v.Items) > 1 {
		w.joinedTexts(p, v)
	}
	if who := p.last().Of.byName["имя"]; first == Text && who != nil && who.Kind == Person && len(w.within) > 0 {
		w.joinedSpeakers(p, v, who)
	}
	if first != Person && first != Phrase {
		return
	}
	for _, c := range cases {
		for _, form := range []struct{ form, filter string }{{"", ""}, {"before", "инициалы"},
			{"after", "инициалы после"}} {
			for _, join := range []struct{ join, filter string }{{"", ""}, {"; ", "через точку с запятой"},
				{"и", "через запятую и"}} {
				f := Filters{inCase: c, hasCase: c != russian.Nominative, form: form.form, join: join.join}
				text, _, err := f.Format(w.frame, v)
				if err != nil {
					continue
				}
				filters := filterList(caseFilters[c], form.filter, join.filter)
				w.list = append(w.list, Writing{Path: p, Name: strings.TrimSuffix(name+" | "+filters, " | "),
					Text: text.Plain, Prints: text.Plain, Case: c != russian.Nominative})
			}
		}
	}
}

// joinedTexts adds texts in a line: «О ремонте; О взносах».
func (w *writings) joinedTexts(p Path, v Value) {
	for _, join := range []struct{ join, filter string }{{"", ""}, {"; ", "через точку с запятой"},
		{"и", "через запятую и"}} {
		text, _, err := Filters{join: join.join}.Format(w.frame, v)
		if err == nil {
			w.list = append(w.list, Writing{Path: p, Name: strings.TrimSuffix(p.Name()+" | "+join.filter, " | "),
				Text: text.Plain, Prints: text.Plain})
		}
	}
}

// joinedSpeakers adds the names of those who said the texts of a list in a line. No name
// in braces prints that, but a repetition inside the paragraph does.
func (w *writings) joinedSpeakers(p Path, v Value, who *Field) {
	of := p.last().Of
	for _, c := range cases {
		for _, form := range []struct{ form, filter string }{{"", ""}, {"before", "инициалы"},
			{"after", "инициалы после"}} {
			f := Filters{inCase: c, hasCase: c != russian.Nominative, form: form.form}
			var texts []string
			for _, item := range v.Items {
				if text, missing, err := f.Format(w.frame, who.get(item)); err == nil && !missing {
					texts = append(texts, text.Plain)
				}
			}
			if len(texts) < len(v.Items) {
				return
			}
			name := strings.TrimSuffix(of.Name+"."+who.Name()+" | "+filterList(caseFilters[c], form.filter), " | ")
			text := strings.Join(texts, ", ")
			w.list = append(w.list, Writing{Path: p, Text: text, Prints: text, Case: c != russian.Nominative,
				Name: Each(of.Genitive) + " " + of.Genitive +
					"}{если " + of.Name + ".№ > 1}, {конец}{" + name + "}{конец"})
		}
	}
}
