package fields

import (
	"reflect"
	"strconv"
	"strings"

	"protokol/generator/internal/meeting"
)

// section is a table of the file without special rules.
type section struct {
	name string // of the record, for the tables of names
	of   reflect.Type
	// value returns the table of an item, or the zero Value if the file has none.
	value func(*Item) reflect.Value
}

// own is the value of a section that is the thing of its item.
func own(i *Item) reflect.Value {
	v, _ := i.thing.(reflect.Value)
	return v
}

// structOf returns the value of a section whose item has a pointer to it.
func structOf[T, S any](part func(*T) *S) func(*Item) reflect.Value {
	return func(i *Item) reflect.Value {
		if t, ok := i.thing.(*T); ok && t != nil {
			return reflect.ValueOf(part(t)).Elem()
		}
		return reflect.Value{}
	}
}

// complete adds the keys of a section that a record does not have yet.
func complete(r *Record, s section) {
	for n := range s.of.NumField() {
		f := s.of.Field(n)
		key, _, _ := strings.Cut(f.Tag.Get("toml"), ",")
		steers, _ := lookUp(hidden, s.name, key)
		if key == "" || key == "-" || steers || r.byName[key] != nil {
			continue
		}
		s.field(r, key, f.Type, n)
	}
}

// lookUp returns the entry of a table of names for a key of a section.
func lookUp[V any](table map[string]V, section, key string) (v V, ok bool) {
	if v, ok = table[section+"."+key]; !ok {
		v, ok = table[key]
	}
	return v, ok
}

// synonyms returns the names of a key that the record does not have yet.
func (s section) synonyms(r *Record, key string) string {
	russian, _ := lookUp(russianKeys, s.name, key)
	if list, ok := lookUp(listNames, s.name, key); ok && russian == "" {
		russian = list[0]
	}
	var free []string
	for _, name := range names(russian) {
		if name != "" && r.byName[name] == nil {
			free = append(free, name)
		}
	}
	return strings.Join(append(free, key), ", ")
}

// field adds a key.
func (s section) field(r *Record, key string, t reflect.Type, n int) {
	get := func(value func(i *Item, key string, v reflect.Value) Value) func(*Item) Value {
		return func(i *Item) Value {
			v, at := s.value(i), strings.TrimPrefix(i.Key+"."+key, ".")
			if !v.IsValid() || v.Field(n).Kind() == reflect.Pointer && v.Field(n).IsNil() {
				return Value{Key: at}
			}
			return value(i, at, v.Field(n))
		}
	}
	names := s.synonyms(r, key)
	if s.plain(r, key, names, t, get) {
		return
	}
	switch base := deref(t); {
	case base == reflect.TypeFor[meeting.Vote]():
		r.add(names, Group, s.voteRecord(), get(func(i *Item, at string, v reflect.Value) Value {
			return voteOf(i, at, v.Interface().(*meeting.Vote), meeting.AgendaItem)
		}))
	case base == reflect.TypeFor[meeting.Table]():
		r.add("таблица, "+names, Group, tableRecord(), get(func(i *Item, at string, v reflect.Value) Value {
			return Value{Kind: Group, Key: at, Item: i.child(at, 0, v.Interface().(*meeting.Table))}
		}))
	case base.Kind() == reflect.Struct && hasKeys(base):
		inner := &Record{Name: names}
		name := key
		if key == "invitation" || key == "notice" {
			name = "letter"
		}
		complete(inner, section{name, base, own})
		r.add(names, Group, inner, get(func(i *Item, at string, v reflect.Value) Value {
			if v.Kind() == reflect.Pointer {
				v = v.Elem()
			}
			return Value{Kind: Group, Key: at, Item: i.child(at, 0, v)}
		}))
	case t.Kind() == reflect.Slice:
		s.list(r, key, names, t.Elem(), get)
	}
}

// voteRecord is voteRecord for a vote that is not on a question.
func (s section) voteRecord() *Record {
	if s.name == "meeting" {
		return voteRecord("голос по повестке", "голоса по повестке")
	}
	return voteRecord("голос на выборах", "голоса на выборах")
}

type getter func(func(i *Item, key string, v reflect.Value) Value) func(*Item) Value

// plain adds a key whose value is neither a table nor a list, and reports whether it is
// one.
func (s section) plain(r *Record, key, names string, t reflect.Type, get getter) bool {
	isPerson, _ := lookUp(references, s.name, key)
	isPhrase, _ := lookUp(declinedKeys, s.name, key)
	kind, value := Text, func(i *Item, at string, v reflect.Value) Value {
		return text(at, s.filled(i, key, at, v.String()))
	}
	switch {
	case t.Kind() == reflect.String && isPerson:
		kind, value = Person, func(i *Item, at string, v reflect.Value) Value { return s.person(i, at, v.String()) }
	case t.Kind() == reflect.String && isPhrase:
		kind, value = Phrase, s.phrase(key)
	case t.Kind() == reflect.String:
	case t == reflect.TypeFor[*string]():
		value = func(i *Item, at string, v reflect.Value) Value {
			if given := v.Interface().(*string); given != nil && *given != "" {
				return text(at, s.filled(i, key, at, *given))
			}
			return optional(at, v.Interface().(*string))
		}
	case t.Kind() == reflect.Bool:
		kind, value = Flag, func(i *Item, at string, v reflect.Value) Value { return flag(at, v.Bool()) }
	case t.Kind() == reflect.Int:
		kind, value = Number, func(i *Item, at string, v reflect.Value) Value { return number(at, int(v.Int())) }
	case t == reflect.TypeFor[*int]():
		kind, value = Number, func(i *Item, at string, v reflect.Value) Value { return given(at, int(v.Elem().Int())) }
	case t == reflect.TypeFor[meeting.Date]():
		kind, value = Date, func(i *Item, at string, v reflect.Value) Value {
			return day(at, v.Interface().(meeting.Date))
		}
	case t == reflect.TypeFor[*meeting.Clock]():
		value = func(i *Item, at string, v reflect.Value) Value {
			return text(at, i.Data.Clock(at, v.Interface().(*meeting.Clock)))
		}
	case t == reflect.TypeFor[meeting.Amount]():
		kind, value = Ballot, func(i *Item, at string, v reflect.Value) Value {
			return amount(at, v.Interface().(meeting.Amount))
		}
	case t == reflect.TypeFor[meeting.Ballots]():
		kind, value = Ballot, func(i *Item, at string, v reflect.Value) Value {
			return ballotCount(at, v.Interface().(meeting.Ballots))
		}
	default:
		return false
	}
	if kind == Person {
		r.add(names, Person, personRecord(s.name+"."+key, ""), get(value))
		return true
	}
	r.add(names, kind, nil, get(value))
	return true
}

// given is a number that the file gives, even if it is zero.
func given(key string, n int) Value { return Value{Kind: Number, Key: key, number: n, stated: true} }

func amount(key string, a meeting.Amount) Value {
	v := Value{Kind: Ballot, Key: key}
	if !a.IsZero() {
		v.text = a.String()
	}
	return v
}

// ballotCount is the number of ballots.
func ballotCount(key string, b meeting.Ballots) Value {
	v := Value{Kind: Ballot, Key: key}
	switch {
	case len(b.Names) > 0:
		v.text = strconv.Itoa(len(b.Names))
	case b.Given():
		v.text = b.Count.String()
	}
	return v
}

// person is somebody whom a key names, with the position beside the name if the
// file gives one.
func (s section) person(i *Item, at, name string) Value {
	if name == "" {
		return Value{Kind: Person, Key: at}
	}
	v := referred(i, at, name, s.name == "executor" || s.name == "approval" || s.name == "agreed" || s.name == "signer")
	if _, known := i.Data.Person(at, name); !known {
		if stated, ok := i.Data.Somebody(at, beside(own(i), name)); ok {
			v.person = &stated
		}
	}
	if v.person != nil {
		v.Item = i.child(at, 0, &named{Subject: *v.person})
	}
	return v
}

// beside returns a person with what a section says next to the name.
func beside(v reflect.Value, name string) meeting.Person {
	p := meeting.Person{Name: name}
	if !v.IsValid() || !v.FieldByName("Name").IsValid() {
		return p
	}
	to := reflect.ValueOf(&p).Elem()
	for _, field := range []string{"Position", "Organization", "Gender", "Forms", "PositionForms"} {
		if from := v.FieldByName(field); from.IsValid() && from.Type() == to.FieldByName(field).Type() {
			to.FieldByName(field).Set(from)
		}
	}
	return p
}

// filled is a value with facts for the names in braces that texts of letters have.
func (s section) filled(i *Item, key, at, value string) string {
	if !filledKeys[s.name+"."+key] || !i.Data.FillsSections() {
		return value
	}
	return i.Data.Fill(at, value)
}

// phrase is words that are declined as positions are, or as names of bodies.
func (s section) phrase(key string) func(*Item, string, reflect.Value) Value {
	if key == "position" || strings.HasSuffix(key, "role") {
		return func(i *Item, at string, v reflect.Value) Value {
			return positioned(i, at, s.filled(i, key, at, v.String()))
		}
	}
	return func(i *Item, at string, v reflect.Value) Value { return bodied(i, at, v.String()) }
}

// shorthands adds the fields of the letterhead to the meeting, as in the texts of
// letters: {телефон}. In an application they are those of the applicant. Names that the meeting has stay as they are.
func shorthands(r *Record, key string) {
	group := r.byName[key]
	for _, f := range group.Of.fields {
		if r.byName[f.Name()] != nil || f.Name() == "название" || f.Kind == Flag {
			continue
		}
		r.add(f.Name(), f.Kind, f.Of, func(i *Item) Value {
			from, field := group, f
			if kind := i.Data.Request().Kind; kind == "application" { // who applies, not who receives it
				from = r.byName["applicant"]
				field = from.Of.byName[f.Names[len(f.Names)-1]]
			}
			if v := from.get(i); v.Item != nil && field != nil {
				return field.get(v.Item)
			}
			return Value{Kind: f.Kind, Key: from.Names[len(from.Names)-1] + "." + f.Names[len(f.Names)-1]}
		})
	}
}

func deref(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

// hasKeys reports whether a struct is a section of the file.
func hasKeys(t reflect.Type) bool {
	for i := range t.NumField() {
		if t.Field(i).Tag.Get("toml") != "" {
			return true
		}
	}
	return false
}
