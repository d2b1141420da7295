package sample

import (
	"slices"
	"strings"

	"protokol/generator/internal/fields"
)

// instance is an item of a list, with the facts that it has.
type instance struct{ conditions []fields.Condition }

// item is an item of a list with the values by which it is found.
type item struct {
	*instance
	scope
	keys map[string]bool // normal texts that no other item of the list has
}

// series is a list with its items.
type series struct {
	path   fields.Path
	within []fields.Path
	items  []*item
	rank   int
	marker string
	flat   bool // the items are those of the items of another list
	texts  bool // its items are texts: questions, decisions

	keys, deepKeys *keyIndex // of its items, and of those in them, once they are looked for
}

// allSeries returns the lists of the meeting, or those of an item, which have
// items.
func (f *finder) allSeries(in *scope) []*series {
	list, ok := f.series[in]
	if !ok {
		list = f.readSeries(in)
		f.series[in] = list
	}
	return list
}

func (f *finder) readSeries(in *scope) (list []*series) {
	for rank, p := range in.frame.Lists(in.within) {
		items := in.frame.Value(p).Items
		if len(items) == 0 || !p.HasGenitive() {
			continue
		}
		s := &series{path: p, within: append(slices.Clone(in.within), p), rank: rank}
		if s.marker = marker(p, in.within); s.marker == "" {
			continue
		}
		first := p.List().Of.First()
		s.texts = first.Kind == fields.Text && slices.ContainsFunc(first.Names, isTextName)
		for _, i := range items {
			if in.frame.Err() != nil {
				return nil
			}
			frame := in.frame.With(p.List(), i)
			s.items = append(s.items, &item{&instance{frame.Conditions(s.within)},
				scope{in, values(frame.Writings(s.within)), frame, s.within, nil}, map[string]bool{}})
		}
		s.addDotted(in)
		s.findKeys()
		list = append(list, s)
	}
	return list
}

// flattened returns the lists of the items of lists, each as one list: a table of
// all decisions on all questions. Its rows repeat themselves.
func (f *finder) flattened(in *scope) []*series {
	list, ok := f.flat[in]
	if !ok {
		list = f.flatten(in)
		f.flat[in] = list
	}
	return list
}

func (f *finder) flatten(in *scope) (list []*series) {
	byPath := map[*fields.Field]*series{}
	for _, outer := range f.allSeries(in) {
		for _, i := range outer.items {
			for _, inner := range f.allSeries(&i.scope) {
				flat := byPath[inner.path.List()]
				if flat == nil {
					flat = &series{path: inner.path, within: inner.within, rank: 100 + inner.rank, texts: inner.texts,
						flat:   true,
						marker: inner.marker}
					byPath[inner.path.List()], list = flat, append(list, flat)
				}
				for _, one := range inner.items {
					copied := *one
					copied.keys = map[string]bool{}
					flat.items = append(flat.items, &copied)
				}
			}
		}
	}
	for _, s := range list {
		s.findKeys()
	}
	return list
}

// marker returns the beginning of a repetition of a list, or "" if it cannot be named.
func marker(p fields.Path, within []fields.Path) string {
	record := p.List().Of
	for _, name := range []string{record.Genitive, p.List().Name()} {
		if !slices.Equal(fields.FindList(name, within), p) {
			continue
		}
		return fields.Each(record.Genitive) + " " + name
	}
	return ""
}

// addDotted adds the numbers of items in the items of another list: «2.1».
func (s *series) addDotted(in *scope) {
	if len(in.within) == 0 {
		return
	}
	outer := in.number()
	for _, i := range s.items {
		inner := i.number()
		if outer == nil || inner == nil {
			continue
		}
		w := inner.Writing
		w.Name, w.Text = outer.Name+"}.{"+w.Name, outer.Text+"."+inner.Text
		w.Prints = w.Text
		i.values = append(i.values, value{Writing: w, normal: outer.normal + "." + inner.normal})
	}
}

// number returns the number of an item in its list.
func (s *scope) number() *value {
	for k, v := range s.values {
		if name := last(v.Path).Name(); (name == "№" || name == "номер") && v.Text == v.normal &&
			strings.Trim(v.normal, "0123456789") == "" {
			return &s.values[k]
		}
	}
	return nil
}

// findKeys finds the values that only one item has.
func (s *series) findKeys() {
	owners := map[string]int{}
	for n, i := range s.items {
		for _, v := range i.values {
			if v.Weak || s.texts && !saysWhat(v) && slices.ContainsFunc(i.values, saysWhat) ||
				!s.texts && !isName(v) && slices.ContainsFunc(i.values, isName) {
				continue
			}
			if owner, ok := owners[v.normal]; ok && owner != n {
				owners[v.normal] = -1
				continue
			}
			owners[v.normal] = n
		}
	}
	for text, n := range owners {
		if n >= 0 {
			s.items[n].keys[text] = true
		}
	}
}

// maxDepth is the depth of lists in lists that are searched.
const maxDepth = 3

// textsIn returns the texts of an item and of the items of its own lists.
func (f *finder) textsIn(s *scope) []string {
	list, ok := f.deep[s]
	if !ok {
		list = f.deepTexts(s, 0)
		f.deep[s] = list
	}
	return slices.Clone(list)
}

func (f *finder) deepTexts(s *scope, depth int) (list []string) {
	for _, v := range s.values {
		if !v.Weak && len([]rune(v.normal)) > 8 && v.Path[len(v.Path)-1].Kind == fields.Text {
			list = append(list, v.normal)
		}
	}
	if depth > maxDepth {
		return list
	}
	for _, inner := range f.allSeries(s) {
		for _, i := range inner.items {
			list = append(list, f.deepTexts(&i.scope, depth+1)...)
		}
	}
	return list
}

// saysWhat reports whether a value is the text of an item, which identifies it.
func saysWhat(v value) bool {
	return slices.ContainsFunc(last(v.Path).Names, isTextName) || last(v.Path).Name() == "название над решением"
}

// isName reports whether a value is the name of a person, by which an item is known:
// «директор» is in the position of a general director, too.
func isName(v value) bool { return last(v.Path).Kind == fields.Person }

// isTextName reports whether a field is a text and not the name of a person.
func isTextName(name string) bool { return name == "title" || name == "text" }
