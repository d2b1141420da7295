package fields

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"protokol/generator/internal/typography"
)

// Frame is the items of the lists that are being repeated, by the list.
type Frame struct {
	root  *Item
	lists []*Field
	items []*Item  // nil for a list without items
	empty []string // keys of such lists
	used  map[string]bool
	ctx   context.Context // of the work; nil if nothing ends it
	left  *effort         // of the work; nil if it is not limited
}

// effort is what work may still do, and the error for work that does more.
type effort struct {
	steps int
	cause error
}

// NewFrame returns the frame of a meeting outside all repetitions.
func NewFrame(root *Item) Frame { return Frame{root: root} }

// Within returns a frame for work that ends with a context.
func (f Frame) Within(ctx context.Context) Frame {
	f.ctx = ctx
	return f
}

// Limited returns a frame for work that ends with a cause after a number of steps. A step takes about as long
// everywhere in the work; unlike time, steps are the same on every computer.
func (f Frame) Limited(steps int, cause error) Frame {
	f.left = &effort{steps, cause}
	return f
}

// Spend counts steps of the work, and reports whether it may go on.
func (f Frame) Spend(steps int) bool {
	if f.left != nil {
		f.left.steps -= steps
	}
	return f.left == nil || f.left.steps >= 0
}

// Err returns why the work must end, or nil.
func (f Frame) Err() error {
	if f.left != nil && f.left.steps < 0 {
		return f.left.cause
	}
	if f.ctx == nil || f.ctx.Err() == nil {
		return nil
	}
	return context.Cause(f.ctx)
}

// Recording returns a frame that adds the keys of the facts that are printed.
func (f Frame) Recording(used map[string]bool) Frame {
	f.used = used
	return f
}

// note records that a value is printed, and the keys that its text comes from.
func (f Frame) note(v Value, marked string) {
	if f.used == nil {
		return
	}
	for _, key := range append(v.keys(), v.Key) {
		if key != "" {
			f.used[key] = true
		}
	}
	for _, text := range []string{v.text, marked} {
		for _, key := range f.root.Data.Keys(text) {
			f.used[key] = true
		}
	}
}

// Asked records that a condition selects words by a value, which then counts as printed. A condition on its
// presence does not count.
func (f Frame) Asked(v Value, compared bool) {
	if compared || v.Kind == Flag {
		f.note(v, "")
	}
}

// With returns the frame of an item of a list.
func (f Frame) With(list *Field, item *Item) Frame {
	f.lists, f.items = append(slices.Clip(f.lists), list), append(slices.Clip(f.items), item)
	return f
}

// Without returns the frame of a list that has no items.
func (f Frame) Without(list Value, of *Field) Frame {
	f = f.With(of, nil)
	f.empty = append(slices.Clip(f.empty), list.Key)
	return f
}

// Value returns the value of a path.
func (f Frame) Value(p Path) Value {
	item := f.root
	for n, field := range p {
		if n == len(p)-1 {
			return field.get(item)
		}
		if field.Kind == List {
			at := slices.Index(f.lists, field)
			if at < 0 || f.items[at] == nil {
				return Value{Kind: p.last().Kind, Key: f.lacking(field)}
			}
			item = f.items[at]
			continue
		}
		v := field.get(item)
		if v.Item == nil {
			return Value{Kind: p.last().Kind, Key: keyBelow(v.Key, p[n:]), many: v.many, section: v.section}
		}
		item = v.Item
	}
	return Value{}
}

// keyBelow returns the key of a fact in a table of the file that is not there, of which the key and the path are
// given. A person whom the file names by a text has no keys below.
func keyBelow(key string, table Path) string {
	for n, field := range table[1:] {
		if table[n].Kind != Group {
			return key
		}
		name := field.Names[len(field.Names)-1]
		if strings.ContainsFunc(name, func(r rune) bool { return r > unicode.MaxASCII }) {
			return key
		}
		key += "." + name
	}
	return key
}

// lacking returns the key of a list that has no items.
func (f Frame) lacking(list *Field) string {
	if len(f.empty) > 0 {
		return f.empty[0]
	}
	return list.Names[len(list.Names)-1]
}

// KeyOf returns the key of a value as the user knows it.
func (f Frame) KeyOf(v Value) string { return f.root.Data.KnownKey(v.Key) }

// Column returns the cell of the list of recipients in a column.
func (f Frame) Column(heading string) (string, bool) {
	value, ok := f.root.Data.Column(heading)
	return f.root.Data.Bound(typography.Bind(value)), ok
}

// Cell returns the cell of the list of recipients in a column as a fact for conditions.
func (f Frame) Cell(heading string) Value {
	cell, _ := f.root.Data.Column(heading)
	v := Value{Kind: Text, text: cell, cell: true}
	if d, ok := readDate(cell); ok {
		v.Kind, v.date = Date, d
	}
	return v
}

// HasColumn reports whether the list of recipients has a column.
func (f Frame) HasColumn(heading string) bool { return f.root.Data.HasColumn(heading) }

// Blank reports whether missing facts leave lines to write on.
func (f Frame) Blank() bool { return f.root.Data.Request().Blank }
