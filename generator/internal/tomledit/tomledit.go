// Package tomledit changes single values of a TOML file and keeps every other
// byte: comments, blank lines, the order and the style of what stays.
//
//	tomledit.go  changes, and the proof that one did what it says
//	scan.go      the expressions and values of a file with their bytes
//	tree.go      files as generic values, and changes of these
//	find.go      where a path is in a file
//	set.go       values set and keys added
//	list.go      elements inserted, removed and moved
//	blocks.go    elements of arrays of tables
//	write.go     values as TOML
//
// A change is made twice: in the bytes, and in the decoded values. If the new
// bytes do not decode to the new values, the change is refused. So a fault in the
// finding of bytes cannot damage a file.
package tomledit

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

// Path leads to a value: a string is a key of a table, an int an element of a
// list.
type Path []any

// Operations of a Change.
const (
	Set    = "set"    // set the value at Path; tables on the way are created
	Remove = "remove" // remove the key or the element at Path
	Insert = "insert" // insert Value before the element at Path; a list is created
	Move   = "move"   // move the element at Path to the index To
)

// Change is one change of a file.
type Change struct {
	Operation string
	Path      Path
	Value     any // string, Literal, int64, float64, bool, []any or map[string]any
	To        int
}

// Literal is a date or a time as TOML writes it, without quotes.
type Literal string

// errText is returned for a change that can only be made in the text of a file.
var errText = errors.New("это место в файле записано непривычно: измените его в тексте")

// errPath is returned for a change of a place that does not exist.
var errPath = errors.New("такого места в файле нет: он изменился")

// Changed is a file with a change that is not proved yet.
type Changed struct {
	Text   []byte
	Values map[string]any // of the text, if it is proved
}

// Prove returns an error unless the text decodes to the values. It decodes all of the
// text, so that it may be worth to do something else meanwhile.
func (c Changed) Prove() error {
	if after, err := Values(c.Text); err != nil || !equal(after, c.Values) {
		return errText
	}
	return nil
}

// equal reports whether two values are equal, of the types that Values returns.
func equal(a, b any) bool {
	switch a := a.(type) {
	case map[string]any:
		b, ok := b.(map[string]any)
		return ok && maps.EqualFunc(a, b, equal)
	case []any:
		b, ok := b.([]any)
		return ok && slices.EqualFunc(a, b, equal)
	}
	return a == b
}

// ApplyDecoded is Apply for a file whose Values are known, without the proof. Wrong
// values cannot damage a file: the change is not proved then.
func ApplyDecoded(src []byte, before map[string]any, c Change) (made Changed, err error) {
	if len(c.Path) == 0 {
		return made, errPath
	}
	if made.Values, err = changed(before, c); err != nil {
		return Changed{}, err
	}
	f, err := scan(src)
	if err != nil {
		return Changed{}, errText
	}
	if made.Text, err = f.apply(c); err != nil {
		return Changed{}, err
	}
	return made, nil
}

func (f *file) apply(c Change) ([]byte, error) {
	switch c.Operation {
	case Set:
		return f.set(c.Path, c.Value)
	case Remove:
		return f.remove(c.Path)
	case Insert:
		return f.insert(c.Path, c.Value)
	case Move:
		return f.move(c.Path, c.To)
	}
	return nil, fmt.Errorf("нет действия %q", c.Operation)
}
