package cos

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Format returns an object in PDF syntax.
func Format(o Object) string { return string(appendObject(nil, o)) }

// appendObject appends an object in PDF syntax. Entries of dictionaries are
// sorted by key.
func appendObject(b []byte, o Object) []byte {
	switch o := o.(type) {
	case nil:
		return append(b, "null"...)
	case bool:
		return strconv.AppendBool(b, o)
	case int:
		return strconv.AppendInt(b, int64(o), 10)
	case float64:
		return appendReal(b, o)
	case Name:
		return appendName(b, o)
	case String:
		return appendString(b, o)
	case Raw:
		return append(b, o...)
	case *Placeholder:
		o.At = len(b)
		return append(b, o.Text...)
	case Ref:
		b = append(strconv.AppendInt(b, int64(o.Number), 10), ' ')
		return append(strconv.AppendInt(b, int64(o.Generation), 10), " R"...)
	case Array:
		b = append(b, '[')
		for i, item := range o {
			if i > 0 {
				b = append(b, ' ')
			}
			b = appendObject(b, item)
		}
		return append(b, ']')
	case Dict:
		return append(appendDict(append(b, "<<"...), o), ">>"...)
	case Entries:
		return append(appendEntries(append(b, "<<"...), o), ">>"...)
	case *Stream:
		return appendStream(b, o)
	default:
		panic(fmt.Sprintf("cos: %T is not an object", o))
	}
}

// appendReal appends the shortest number that reads as the same real.
func appendReal(b []byte, v float64) []byte {
	const large = 1e9
	if math.Round(v*1000)/1000 == v && math.Abs(v) < large {
		return AppendNumber(b, v)
	}
	return strconv.AppendFloat(b, v, 'f', -1, 64)
}

// AppendNumber appends a number with at most three decimals and no trailing
// zeros.
func AppendNumber(b []byte, v float64) []byte {
	thousandths := int64(math.Round(v * 1000))
	if thousandths < 0 {
		b = append(b, '-')
		thousandths = -thousandths
	}
	b = strconv.AppendInt(b, thousandths/1000, 10)
	if rest := thousandths % 1000; rest > 0 {
		b = append(b, '.', byte('0'+rest/100))
		if rest%100 > 0 {
			b = append(b, byte('0'+rest/10%10))
		}
		if rest%10 > 0 {
			b = append(b, byte('0'+rest%10))
		}
	}
	return b
}

// pair is a key of a dictionary and its value.
type pair struct {
	key   Name
	value Object
}

// sorted appends the entries of a dictionary, sorted by key.
func (d Dict) sorted(pairs []pair) []pair {
	for key, value := range d {
		pairs = append(pairs, pair{key, value})
	}
	slices.SortFunc(pairs, func(a, b pair) int { return strings.Compare(string(a.key), string(b.key)) })
	return pairs
}

// appendDict appends the entries of a dictionary.
func appendDict(b []byte, d Dict) []byte {
	for i, p := range d.sorted(make([]pair, 0, 16)) {
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(appendName(b, p.key), ' ')
		b = appendObject(b, p.value)
	}
	return b
}

func appendEntries(b []byte, entries Entries) []byte {
	for i := 0; i < len(entries); i += 2 {
		if i > 0 {
			b = append(b, ' ')
		}
		switch key := entries[i].(type) {
		case string:
			b = append(append(b, '/'), key...)
		case Name:
			b = appendName(b, key)
		default:
			panic(fmt.Sprintf("cos: %T is not a key", key))
		}
		b = append(b, ' ')
		b = appendObject(b, entries[i+1])
	}
	return b
}

const streamEnd = "\nendstream"

func appendStream(b []byte, s *Stream) []byte {
	b = append(b, "<<"...)
	empty := len(b)
	if s.Entries != nil {
		b = appendEntries(b, s.Entries)
	} else {
		d := s.Dict
		if _, read := d["Length"]; read {
			d = d.With(nil)
			delete(d, "Length")
		}
		b = appendDict(b, d)
	}
	if len(b) > empty {
		b = append(b, ' ')
	}
	b = append(b, "/Length "...)
	b = strconv.AppendInt(b, int64(len(s.Data)), 10)
	b = append(b, ">>\nstream\n"...)
	b = append(b, s.Data...)
	return append(b, streamEnd...)
}

func appendName(b []byte, n Name) []byte {
	b = append(b, '/')
	for i := range len(n) {
		if c := n[i]; c < '!' || c > '~' || c == '#' || !regular[c] {
			b = append(b, '#', hexDigits[c>>4], hexDigits[c&15])
		} else {
			b = append(b, c)
		}
	}
	return b
}

const hexDigits = "0123456789ABCDEF"

// appendString writes printable ASCII as a literal string and anything else in
// hexadecimal (ISO 32000-1, 7.3.4).
func appendString(b []byte, s String) []byte {
	start := len(b)
	b = append(b, '(')
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' || c > '~':
			return appendHex(b[:start], s)
		case c == '(' || c == ')' || c == '\\':
			b = append(b, '\\', c)
		default:
			b = append(b, c)
		}
	}
	return append(b, ')')
}

func appendHex(b []byte, s String) []byte {
	b = append(b, '<')
	for i := range len(s) {
		b = append(b, hexDigits[s[i]>>4], hexDigits[s[i]&15])
	}
	return append(b, '>')
}

// appendIndirect appends an indirect object (ISO 32000-1, 7.3.10).
func appendIndirect(b []byte, ref Ref, o Object) []byte {
	b = append(strconv.AppendInt(b, int64(ref.Number), 10), ' ')
	b = append(strconv.AppendInt(b, int64(ref.Generation), 10), " obj\n"...)
	return append(appendObject(b, o), objectEnd...)
}

const objectEnd = "\nendobj\n"
