package compose

import (
	"strings"

	"protokol/generator/internal/russian"
	"protokol/generator/internal/tomlfile"
	"protokol/generator/internal/trace"
)

// rowKey returns the key of a value of the row that a letter is for:
// "row.organization" by the field of its column, `row."Номер стенда"` by its
// heading.
func rowKey(column string) string { return "row." + tomlfile.Key(column) }

// recorder returns a Recorder for a paper. Values from a row of a list have the
// keys of the row.
func (r Request) recorder() *trace.Recorder {
	origins := trace.New()
	if r.Column == nil {
		return origins
	}
	origins.Rename(r.Kind+".to[0]", "row")
	for _, field := range r.FromRow {
		origins.Rename(r.Kind+"."+field, rowKey(field))
	}
	return origins
}

// formKeys returns the keys that a declined word depends on.
func (g *grammar) formKeys(key string, c russian.Case) []string {
	for _, d := range g.declined {
		if d.Key == key && d.Case == c {
			return d.keys()
		}
	}
	return []string{key}
}

// inflected marks a declined word.
func (g *grammar) inflected(word, key string, c russian.Case) string {
	switch {
	case g.origins == nil:
		return word
	case c == russian.Nominative:
		return g.origins.Value(key, word)
	}
	return g.origins.Computed(word, g.formKeys(key, c)...)
}

// tracedPostIn returns a position with the organization that follows it in a
// case.
func (g *grammar) tracedPostIn(s subject, c russian.Case) string {
	if s.Position == "" {
		return g.traced(func() string { return g.post(s, c) }, s.key+".organization")
	}
	return join(" ",
		g.traced(func() string { return g.position(s, c) }, s.positionKey()),
		g.traced(func() string { return g.dependent(s, c) }, s.key+".organization"))
}

// nameKey returns the key of the name of a person.
func (s subject) nameKey() string { return s.key + ".name" }

// fromKey is a value with its key.
type fromKey struct{ key, value string }

// nameFrom returns the name of a key as it was read, positionFrom a position.
func (b *builder) nameFrom(key, name string) fromKey {
	return fromKey{key, trace.Strip(b.corrected(key, name))}
}

func (b *builder) positionFrom(key, position string) fromKey {
	small, _ := russian.SmallPosition(position)
	return fromKey{key, small}
}

// joined joins nonempty values. The separators are computed from all of them.
func (g *grammar) joined(separator string, values ...fromKey) string {
	var parts, keys []string
	for _, v := range values {
		keys = append(keys, v.key)
		if v.value != "" {
			parts = append(parts, g.origins.Value(v.key, v.value))
		}
	}
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	return g.origins.Computed(strings.Join(parts, separator), keys...)
}

// address returns a postal address with its index, from the table of a key.
func (g *grammar) address(key, index, rest string) string {
	return g.joined(", ", fromKey{key + ".index", index}, fromKey{key + ".address", rest})
}

// list joins the values of a list.
func (g *grammar) list(key string, values []string) string {
	items := make([]fromKey, len(values))
	for i, v := range values {
		items[i] = fromKey{element(key, i), v}
	}
	return g.joined(", ", items...)
}
