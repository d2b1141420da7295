package cos

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Format writes an object as PDF syntax. Entries of dictionaries stand in the
// order of their keys.
func Format(o Object) string {
	var b strings.Builder
	format(&b, o)
	return b.String()
}

func format(b *strings.Builder, o Object) {
	switch o := o.(type) {
	case nil:
		b.WriteString("null")
	case bool:
		b.WriteString(strconv.FormatBool(o))
	case int:
		b.WriteString(strconv.Itoa(o))
	case float64:
		b.WriteString(strconv.FormatFloat(o, 'f', -1, 64))
	case Name:
		formatName(b, o)
	case String:
		fmt.Fprintf(b, "<%X>", string(o))
	case Raw:
		b.WriteString(string(o))
	case Ref:
		fmt.Fprintf(b, "%d %d R", o.Number, o.Generation)
	case Array:
		b.WriteByte('[')
		for i, item := range o {
			if i > 0 {
				b.WriteByte(' ')
			}
			format(b, item)
		}
		b.WriteByte(']')
	case Dict:
		b.WriteString("<<")
		for i, key := range slices.Sorted(maps.Keys(o)) {
			if i > 0 {
				b.WriteByte(' ')
			}
			formatName(b, key)
			b.WriteByte(' ')
			format(b, o[key])
		}
		b.WriteString(">>")
	case *Stream:
		d := maps.Clone(o.Dict)
		d["Length"] = len(o.Data)
		format(b, d)
		b.WriteString("\nstream\n")
		b.Write(o.Data)
		b.WriteString("\nendstream")
	default:
		panic(fmt.Sprintf("cos: %T is no object", o))
	}
}

func formatName(b *strings.Builder, n Name) {
	b.WriteByte('/')
	for i := range len(n) {
		if c := n[i]; c <= ' ' || c > '~' || c == '#' || isDelimiter(c) {
			fmt.Fprintf(b, "#%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
}
