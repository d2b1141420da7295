// Package fields gives the facts of a meeting by the names that Word templates
// use: {дата}, {участник.должность}, {председатель | кому}, {agenda.title}.
//
// The vocabulary is a graph of records. Its names are known without a meeting,
// so that a template can be checked alone; values are computed only when they
// are asked for, so that only words that are printed raise doubts.
//
//	fields.go  records, fields, values
//	meeting.go the fields of the meeting
//	people.go  people, bodies and letters
//	agenda.go  questions, decisions, votes
//	keys.go    other keys of the file, by reflection
//	keylists.go lists among these keys
//	names.go   Russian names of these keys
//	table.go   tables of the file
//	image.go   pictures of the file
//	lookup.go  a name in a template → a path through the records
//	known.go   the nearest name to an unknown one
//	frame.go   the items of repetitions; what has been printed
//	filter.go  the filters after |, and the kinds they apply to
//	format.go  values → text
//	picture.go dates as fields of Word write them
package fields

import (
	"strings"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
)

// Kind is the kind of a value, which determines its filters.
type Kind int

const (
	Text   Kind = iota // printed as it is
	Number             // an integer
	Person             // a name, with cases and initials
	Phrase             // a position, a body or an organization, with cases
	Date
	Flag   // only for conditions
	List   // of Items
	Group  // an Item: fields that belong together
	Ballot // a number of votes, printed as it is
	Image  // a picture, which replaces one of the template
)

// Record is the fields of a thing.
type Record struct {
	Name     string // «вопрос», as in {вопрос.название}
	Genitive string // «вопроса», as in {для каждого вопроса}; "" if it is in no list
	fields   []*Field
	byName   map[string]*Field
}

// Field is a fact with its names.
type Field struct {
	Names []string // the Russian name first, then synonyms and keys of the file
	Kind  Kind
	Of    *Record // what a List or a Group consists of
	get   func(*Item) Value
}

// Name returns the name for messages.
func (f *Field) Name() string { return f.Names[0] }

// IsPlaceToSign reports whether a fact is the place of a signature.
func (f *Field) IsPlaceToSign() bool { return strings.HasSuffix(f.Names[len(f.Names)-1], "signature") }

// Item is a thing of a meeting: a question, a person. The meeting itself is one.
type Item struct {
	Data   *compose.Data
	Key    string // in the file
	Number int    // in its list, from 1
	last   bool   // in its list
	parent *Item
	of     *Record
	thing  any // depends on the record
}

// Root returns the meeting as an item.
func Root(d *compose.Data) *Item { return &Item{Data: d, thing: d.Meeting()} }

// Value is a fact. A value without text, number and items is missing in the meeting.
type Value struct {
	Kind  Kind
	Key   string // in the file, for messages
	also  string // key of another fact in the text
	Items []*Item
	Item  *Item

	text    string                    // as printed without filters, marked with its origin
	in      func(russian.Case) string // the same in a case
	person  *compose.Subject
	date    meeting.Date
	number  int
	image   *meeting.Picture
	short   bool               // a Person in a signature: with initials
	signs   *compose.Signature // who signs here
	line    bool               // deliberately left to be written by hand
	stated  bool               // given even if it is zero or empty
	many    int                // items, of which a name for the only one prints none
	section string             // that papers of this kind do not have in the file
	untold  bool               // a number that the file does not give, which is no zero for conditions either
	unasked bool               // printed where it is named, but a condition on it does not hold
	cell    bool               // of a list of recipients
}

// Many returns how many things there are of which the name prints the only one; 0 if there is one or none.
func (v Value) Many() int { return v.many }

// Section returns which section of the file the name is about if papers of this kind have none.
func (v Value) Section() string { return v.section }

// IsEmpty reports whether the meeting does not give the fact.
func (v Value) IsEmpty() bool {
	if v.stated {
		return false
	}
	switch v.Kind {
	case List:
		return len(v.Items) == 0
	case Group:
		return v.Item == nil
	case Image:
		return v.image == nil || v.image.Prepared == nil
	case Number, Flag:
		return v.number == 0 && v.text == ""
	}
	return v.text == ""
}

// Holds reports whether a condition that asks for the presence of the fact holds.
func (v Value) Holds() bool { return !v.IsEmpty() && !v.unasked }

// text returns a value that is printed as it is.
func text(key, s string) Value { return Value{Kind: Text, Key: key, text: s} }

// plain returns the text without marks of its origin.
func (v Value) plain() string { return trace.Strip(v.text) }

func number(key string, n int) Value { return Value{Kind: Number, Key: key, number: n} }

// blankLine replaces a value that the user leaves to be written by hand.
const blankLine = "__________"

// optional returns the value of a key that may be left out, or left blank to get
// a line to write on.
func optional(key string, s *string) Value {
	switch {
	case s == nil:
		return Value{Key: key}
	case *s == "":
		return Value{Key: key, text: blankLine, line: true}
	}
	return text(key, *s)
}

// phrase returns a value with cases.
func phrase(key, nominative string, in func(russian.Case) string) Value {
	return Value{Kind: Phrase, Key: key, text: nominative, in: in}
}

// child returns an item that belongs to another.
func (i *Item) child(key string, n int, thing any) *Item {
	return &Item{Data: i.Data, Key: key, Number: n, parent: i, thing: thing}
}

// first returns the first field of an item of a list, which stands for it.
func (i *Item) first() Value {
	if i.of == nil {
		return Value{}
	}
	return i.of.fields[0].get(i)
}

// above returns the thing of a type that an item belongs to, or its zero.
func above[T any](i *Item) (thing T, item *Item) {
	for ; i != nil; i = i.parent {
		if found, ok := i.thing.(T); ok {
			return found, i
		}
	}
	return thing, nil
}

// list returns a list of items made of things.
func list[T any](i *Item, key string, things []T) Value {
	v := Value{Kind: List, Key: key}
	for n := range things {
		v.Items = append(v.Items, i.child(element(key, n), n+1, &things[n]))
	}
	return v
}

// names splits a list of names.
func names(text string) []string { return strings.Split(text, ", ") }

// of returns a getter for a thing of a type.
func of[T any](get func(i *Item, thing *T) Value) func(*Item) Value {
	return func(i *Item) Value {
		thing, ok := i.thing.(*T)
		if !ok || thing == nil {
			return Value{}
		}
		return get(i, thing)
	}
}

// add adds a field.
func (r *Record) add(synonyms string, k Kind, of *Record, get func(*Item) Value) {
	f := &Field{Names: names(synonyms), Kind: k, Of: of, get: get}
	if k == List {
		f.get = func(i *Item) Value {
			v := get(i)
			v.Kind = List
			for n, item := range v.Items {
				item.of, item.last = of, n == len(v.Items)-1
			}
			return v
		}
	}
	if r.byName == nil {
		r.byName = map[string]*Field{}
	}
	r.fields = append(r.fields, f)
	for _, name := range f.Names {
		for _, typed := range []string{name, withoutYo(name)} {
			if r.byName[typed] == nil {
				r.byName[typed] = f
			}
		}
	}
}
