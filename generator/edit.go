package generator

import (
	"protokol/generator/internal/tomledit"
	"protokol/generator/internal/tomlfile"
)

// Change is one change of a TOML file: a value is set, a key or an element of a
// list removed, an element inserted or moved.
type Change = tomledit.Change

// Literal is a date or a time as TOML writes it, without quotes.
type Literal = tomledit.Literal

// Operations of a Change.
const (
	ChangeSet    = tomledit.Set
	ChangeRemove = tomledit.Remove
	ChangeInsert = tomledit.Insert
	ChangeMove   = tomledit.Move
)

// Changed is the text of a TOML file with a change, and its Values. It must not be
// saved before Changed.Prove has returned nil; Prove may run while the text is used.
type Changed = tomledit.Changed

// ChangeFile returns a TOML file with a change. All other bytes stay: comments, blank
// lines, the order and the style of what is not changed. The caller gives the Values of
// the file and must not change them. The error, like that of Changed.Prove, says in
// Russian why the change cannot be made.
func ChangeFile(src []byte, values map[string]any, c Change) (Changed, error) {
	return tomledit.ApplyDecoded(src, values, c)
}

// Values decodes a TOML file into tables (map[string]any), lists ([]any), string,
// int64, float64, bool and Literal. It fails for a file that is not valid TOML.
func Values(src []byte) (map[string]any, error) {
	values, err := tomledit.Values(src)
	if err != nil {
		return nil, err
	}
	return cloneValue(values).(map[string]any), nil
}

// cloneValue copies tables and lists, which are kept for files read later.
func cloneValue(value any) any {
	switch v := value.(type) {
	case map[string]any:
		table := make(map[string]any, len(v))
		for key, inner := range v {
			table[key] = cloneValue(inner)
		}
		return table
	case []any:
		list := make([]any, len(v))
		for i, inner := range v {
			list[i] = cloneValue(inner)
		}
		return list
	}
	return value
}

// KeyStep is one step of the key of a Problem: in quotes when it has other
// characters than letters, digits, hyphens and underscores.
func KeyStep(step string) string { return tomlfile.Key(step) }
