package fields

import (
	"slices"
	"strings"
	"sync"
)

// Path is the fields that lead from the meeting to a fact.
type Path []*Field

// last returns the field of the fact itself.
func (p Path) last() *Field { return p[len(p)-1] }

// IsPlace reports whether a fact is the place of an item in its list.
func (p Path) IsPlace() bool { return p.last().Name() == itemPlace }

// Kind returns the kind of the fact.
func (p Path) Kind() Kind { return p.last().Kind }

// Lists returns the lists in whose repetition a fact has a value, each with the
// path that leads to it, outermost first.
func (p Path) Lists() (lists []Path) {
	for n, f := range p[:len(p)-1] {
		if f.Kind == List {
			lists = append(lists, p[:n+1])
		}
	}
	return lists
}

// normalize returns a name as the vocabulary has it.
func normalize(name string) string {
	name = StripInvisible(strings.ReplaceAll(name, "\u2011", "-"))
	name = strings.Join(strings.Fields(FoldLetters(strings.ToLower(name))), " ")
	for _, dot := range []string{" .", ". "} {
		name = strings.ReplaceAll(name, dot, ".")
	}
	return name
}

// withoutYo returns a name as those type it who never type ё.
func withoutYo(name string) string { return strings.ReplaceAll(name, "ё", "е") }

// isCalled reports whether a known name is typed.
func isCalled(known, typed string) bool { return known == typed || withoutYo(known) == typed }

// named returns the field of a record by a name; a list has also the name of its
// items.
func (r *Record) named(name string) *Field {
	if f := r.byName[name]; f != nil {
		return f
	}
	if under := strings.ReplaceAll(name, "_", " "); under != name && r.byName[under] != nil {
		return r.byName[under]
	}
	for _, f := range r.fields {
		if f.Kind == List && isCalled(f.Of.Name, name) {
			return f
		}
	}
	return nil
}

// Find returns the path of a name in a repetition of lists, outermost first. It
// returns nil for an unknown name.
func Find(name string, within []Path) Path {
	name = normalize(name)
	if f := listOf(name, within); f != nil {
		return f
	}
	if f := vocabulary().byName[name]; f != nil && f.Kind != Group {
		return Path{f}
	}
	parts := strings.Split(name, ".")
	for _, bound := range slices.Backward(within) {
		list := bound.last()
		if isCalled(list.Of.Name, parts[0]) || len(parts) > 1 && slices.Contains(list.Names, parts[0]) {
			return descend(bound, parts[1:])
		}
	}
	for n := len(parts) - 1; n > 0; n-- { // council.presidium is a name of its own
		if f := vocabulary().byName[strings.Join(parts[:n], ".")]; f != nil {
			return descend(Path{f}, parts[n:])
		}
	}
	if f := vocabulary().byName[parts[0]]; f != nil {
		return descend(Path{f}, parts[1:])
	}
	for _, bound := range slices.Backward(within) {
		of := bound.last().Of
		if f := of.byName[parts[0]]; f != nil {
			return descendOne(bound, f, parts[1:])
		}
		if f := of.named(parts[0]); f != nil { // {решение} is one of them, {решения} all
			return descend(append(slices.Clone(bound), f), parts[1:])
		}
		if p := listIn(bound, parts[0]); p != nil {
			return descend(p, parts[1:])
		}
	}
	if f := vocabulary().named(parts[0]); f != nil {
		return descend(Path{f}, parts[1:])
	}
	if p := listIn(nil, parts[0]); p != nil {
		return descend(p, parts[1:])
	}
	return nil
}

// listOf returns a list of the items that are repeated: {особые мнения} of a
// question are its own, not those of the meeting.
func listOf(name string, within []Path) Path {
	for _, bound := range slices.Backward(within) {
		if f := bound.last().Of.byName[name]; f != nil && f.Kind == List {
			return append(slices.Clone(bound), f)
		}
	}
	return nil
}

// descendOne follows a field of the items of a bound list.
func descendOne(bound Path, f *Field, parts []string) Path {
	p := append(slices.Clone(bound), f)
	if f.Kind == List && len(parts) == 0 {
		return p
	}
	return descend(p, parts)
}

// descend follows the parts of a name. The name of an item alone is that of its
// first field.
func descend(p Path, parts []string) Path {
	p = slices.Clone(p)
	for _, part := range parts {
		of := p.last().Of
		if of == nil {
			return nil
		}
		f := of.named(part)
		if f == nil {
			return nil
		}
		p = append(p, f)
	}
	if f := p.last(); f.Kind == List && len(parts) == 0 || f.Kind == Group {
		p = append(p, f.Of.fields[0])
	}
	return p
}

// maxNesting is the depth of lists in lists that are found by the name of their
// items alone.
const maxNesting = 4

// listIn returns the shortest path to a list whose items have a name, below a
// path.
func listIn(from Path, item string) Path {
	below := []Path{from}
	for range maxNesting {
		var next []Path
		for _, p := range below {
			of := vocabulary()
			if len(p) > 0 {
				of = p.last().Of
			}
			for _, f := range of.fields {
				if f.Of == nil || f.Kind == Person {
					continue
				}
				inner := append(slices.Clone(p), f)
				if f.Kind == List && isCalled(f.Of.Name, item) {
					return inner
				}
				next = append(next, inner)
			}
		}
		below = next
	}
	return nil
}

// FindList returns the path of the list that «для каждого …» names: by its item
// in the genitive («вопроса»), or by a name of the list.
func FindList(name string, within []Path) Path {
	name = normalize(name)
	for _, bound := range slices.Backward(append([]Path{nil}, within...)) {
		of := vocabulary()
		if bound != nil {
			of = bound.last().Of
		}
		if f := of.byName[name]; f != nil && f.Kind == List {
			return append(slices.Clone(bound), f)
		}
	}
	for _, bound := range slices.Backward(append([]Path{nil}, within...)) {
		if p := listOfGenitive(bound, name); p != nil {
			return p
		}
	}
	return nil
}

// Each returns the words that begin a repetition of items, whose name it takes in the
// genitive, in their gender: «для каждой» of «подписи».
func Each(items string) string {
	switch noun, _, _ := strings.Cut(items, " "); {
	case strings.HasSuffix(noun, "и"), strings.HasSuffix(noun, "ы"):
		return "для каждой"
	case strings.HasSuffix(noun, "х"):
		return "для каждых"
	}
	return "для каждого"
}

// listOfGenitive is listIn by the genitive of the items.
func listOfGenitive(from Path, genitive string) Path {
	for _, item := range itemNames() {
		if isCalled(item[1], genitive) || isCalled(severalOf(item[0]), genitive) {
			return listIn(from, item[0])
		}
	}
	return nil
}

// itemNames returns the names of the items of all lists, in the nominative and
// the genitive, the outer lists first.
var itemNames = sync.OnceValue(func() (list [][2]string) {
	seen := map[string]bool{}
	level := []*Record{vocabulary()}
	for range maxNesting {
		var next []*Record
		for _, r := range level {
			for _, f := range r.fields {
				if f.Of == nil {
					continue
				}
				if f.Kind == List && !seen[f.Of.Name] {
					seen[f.Of.Name] = true
					list = append(list, [2]string{f.Of.Name, f.Of.Genitive})
				}
				next = append(next, f.Of)
			}
		}
		level = next
	}
	return list
})

// NameOf returns the name of a key of the file without its indices, or "".
func NameOf(pattern string) string {
	if rest, ok := strings.CutPrefix(pattern, "papers."); ok {
		_, key, _ := strings.Cut(rest, ".")
		pattern = "paper." + key
	}
	if p := Find(pattern, nil); p != nil {
		return p.Name()
	}
	return ""
}

// First returns the first field of a record, which stands for an item.
func (r *Record) First() *Field { return r.fields[0] }

// Name returns a path as a template writes it.
func (p Path) Name() string {
	f := p.last()
	if len(p) == 1 {
		return f.Name()
	}
	owner := p[len(p)-2]
	if owner.Kind == List {
		return owner.Of.Name + "." + f.Name()
	}
	return p[:len(p)-1].Name() + "." + f.Name()
}
