package keys

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// String returns the whole reference: the tables with their keys.
func (r Reference) String() string {
	var b strings.Builder
	for i, t := range r {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(t.heading() + "\n")
		for _, k := range t.Keys {
			pad := strings.Repeat(" ", max(0, nameColumn-utf8.RuneCountInString(k.Name)))
			fmt.Fprintf(&b, "  %s%s %s\n", k.Name, pad, k.Text)
		}
	}
	return b.String()
}

const nameColumn = 18

// heading returns the headers of a table and what it holds.
func (t *Table) heading() string {
	if len(t.Places) == 0 {
		return "Вначале, до первого раздела в скобках"
	}
	text := strings.Join(t.Places, ", ") + " — " + t.Text
	return text
}

// Entry describes one key.
func (k *Key) Entry() string {
	var b strings.Builder
	b.WriteString(k.Name)
	if len(k.table.Places) > 0 {
		b.WriteString("  в " + strings.Join(k.table.Places, ", "))
	}
	b.WriteString("\n")
	line := func(name, text string) {
		if text != "" {
			fmt.Fprintf(&b, "  %s%s\n", name, text)
		}
	}
	line("", k.Text)
	kind := k.Type
	if len(k.Values) > 0 {
		kind = `одно из: "` + strings.Join(k.Values, `", "`) + `"`
	}
	if k.Required {
		kind += "; обязателен"
	}
	line("значение: ", kind)
	line("пример: ", k.example())
	line("печатают: ", strings.Join(k.Printed, ", "))
	return b.String()
}

// samples are values for keys that no example has, by the kind of value.
var samples = map[string]string{"текст в кавычках": `"…"`, "true или false": "true", "целое число": "1",
	"число": "1.5", "дата без кавычек": "2026-03-17", "время в кавычках": `"12:00"`,
	"список: текст в кавычках": `["…", "…"]`, "текст или раздел": `"…"`, "список: тексты или разделы": `["…"]`}

// example returns a line with the key.
func (k *Key) example() string {
	if k.Example != "" {
		return k.Example
	}
	value, ok := samples[k.Type]
	switch {
	case len(k.Values) > 0:
		value = `"` + k.Values[0] + `"`
	case ok:
	default:
		return ""
	}
	return k.Name + " = " + value
}
