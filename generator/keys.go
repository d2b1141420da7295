package generator

import (
	"fmt"
	"strings"

	"protokol/generator/internal/input"
	"protokol/generator/internal/keys"
)

// maxEntries is the number of keys up to which Keys describes each in full.
const maxEntries = 12

// Keys returns a reference of the keys of a file about a meeting, in Russian:
// all of them, or those for a word. A word is a key, a section or what it is
// about. If there are none, the result is an OptionError that names a similar
// word.
func Keys(word string) (string, error) {
	reference, err := keys.Read(input.Schemas().Meeting)
	if err != nil || word == "" {
		return reference.String(), err
	}
	found, near := reference.Find(word)
	switch {
	case len(found) == 0 && near == "":
		return "", OptionError{Option: "keys", Message: fmt.Sprintf("о «%s» ничего нет", word)}
	case len(found) == 0:
		return "", OptionError{Option: "keys",
			Message: fmt.Sprintf("о «%s» ничего нет; возможно, вы имели в виду «%s»", word, near)}
	}
	var b strings.Builder
	for i, k := range found {
		switch {
		case len(found) > maxEntries:
			fmt.Fprintf(&b, "%s  %s\n", k.Path(), k.Text)
		case i > 0:
			b.WriteString("\n" + k.Entry())
		default:
			b.WriteString(k.Entry())
		}
	}
	return b.String(), nil
}

// SchemaNode is a part of a JSON Schema of files, with its properties in order.
type SchemaNode = keys.Schema
