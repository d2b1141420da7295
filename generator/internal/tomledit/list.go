package tomledit

import (
	"bytes"
	"slices"
)

// insert inserts an element into a list.
func (f *file) insert(path Path, v any) ([]byte, error) {
	list := path[:len(path)-1]
	i, ok := path[len(path)-1].(int)
	if !ok || len(list) == 0 {
		return nil, errPath
	}
	at := f.find(list)
	switch table, isTable := v.(map[string]any); {
	case at.value != nil:
		return f.insertInline(at.value, i, v)
	case len(at.under) > 0 && isTable:
		return f.insertBlock(list, i, table)
	case len(at.under) > 0:
		return nil, errText
	case isTable && f.takesHeaders(list[:len(list)-1]):
		text, err := f.block("[[", header(list), "]]", table)
		if err != nil {
			return nil, err
		}
		return f.addLines(f.endOf(list[:len(list)-1]), append([]byte(f.end), text...)), nil
	}
	return f.set(list, []any{v})
}

// takesHeaders reports whether a table may have tables with headers: whether it is
// not in braces.
func (f *file) takesHeaders(path Path) bool { return f.find(path).value == nil }

// insertInline inserts an element into a list in brackets.
func (f *file) insertInline(list *value, i int, v any) ([]byte, error) {
	if list.kind != '[' || i > len(list.elements) {
		return nil, errText
	}
	text, err := appendValue(nil, v)
	if err != nil {
		return nil, err
	}
	n := len(list.elements)
	switch {
	case n == 0:
		return f.splice(list.from, list.to, slices.Concat([]byte("["), text, []byte("]"))), nil
	case i < n:
		at := list.elements[i].from
		return f.splice(at, at, slices.Concat(text, []byte(","), f.gap(list, i))), nil
	}
	last := list.elements[n-1].to
	return f.splice(last, last, slices.Concat([]byte(","), f.gap(list, n-1), text)), nil
}

// gap returns what separates an element from the one before it: an end of line
// with an indent, or a blank.
func (f *file) gap(list *value, i int) []byte {
	from := list.from
	if i > 0 {
		from = list.elements[i-1].to
	}
	before := f.src[from:list.elements[i].from]
	if n := bytes.LastIndexByte(before, '\n'); n >= 0 && len(bytes.TrimSpace(before[n:])) == 0 {
		return append([]byte(f.end), before[n+1:]...)
	}
	return []byte(" ")
}

// remove removes a key or an element.
func (f *file) remove(path Path) ([]byte, error) {
	at := f.find(path)
	switch {
	case at.owner != nil:
		if at.owner.kind == '[' && len(at.owner.elements) == 1 && !f.inList(path) {
			return f.remove(path[:len(path)-1])
		}
		return f.removeInline(at.owner, at.index), nil
	case at.entry != nil:
		return f.splice(at.entry.from, at.entry.to, nil), nil
	case len(at.under) == 0:
		return nil, errPath
	}
	_, isElement := path[len(path)-1].(int)
	out := f.src
	for _, e := range slices.Backward(at.under) {
		from := e.from
		if isElement && e.at > 0 || e != at.under[0] {
			from = e.at
		}
		out = slices.Concat(out[:from], out[e.to:])
	}
	return out, nil
}

// inList reports whether the list of an element is itself an element of a list.
func (f *file) inList(path Path) bool {
	if len(path) < 2 {
		return true
	}
	_, isElement := path[len(path)-2].(int)
	return isElement
}

// removeInline removes an element of a list or table, with the comma after it, or
// before it if it is the last one, and a comment on its line.
func (f *file) removeInline(owner *value, i int) []byte {
	one, n := owner.pairs[i], len(owner.pairs)
	switch {
	case n == 1:
		return f.splice(one.from, f.afterComma(one.to), nil)
	case i < n-1 && f.alone(one):
		from := bytes.LastIndexByte(f.src[:one.from], '\n') + 1
		return f.splice(from, f.lineEnd(f.afterComma(one.to)), nil)
	case i < n-1:
		end := f.afterComma(one.to)
		for end < owner.to && (f.src[end] == ' ' || f.src[end] == '\t') {
			end++
		}
		return f.splice(one.from, end, nil)
	case f.alone(one):
		from := bytes.LastIndexByte(f.src[:one.from], '\n') + 1
		return f.splice(from, f.lineEnd(f.afterComma(one.to)), nil)
	}
	return f.splice(owner.pairs[i-1].to, one.to, nil)
}

// afterComma returns the offset after the comma that follows, if one does.
func (f *file) afterComma(at int) int {
	s := scanner{f.src, at}
	if s.space(); s.peek() == ',' {
		return s.at + 1
	}
	return at
}

// lineEnd returns the offset after the line if nothing but a comment is left on
// it.
func (f *file) lineEnd(at int) int {
	s := scanner{f.src, at}
	s.blank()
	switch s.peek() {
	case '#', '\r', '\n':
		s.line()
		return s.at
	}
	return at
}

// alone reports whether an element has lines of its own.
func (f *file) alone(one span) bool {
	from := bytes.LastIndexByte(f.src[:one.from], '\n') + 1
	end := f.afterComma(one.to)
	return len(bytes.TrimSpace(f.src[from:one.from])) == 0 && f.lineEnd(end) > end &&
		!bytes.ContainsRune(f.src[one.to:end], '\n')
}

// move moves an element of a list.
func (f *file) move(path Path, to int) ([]byte, error) {
	list := path[:len(path)-1]
	from, ok := path[len(path)-1].(int)
	if !ok {
		return nil, errPath
	}
	at := f.find(list)
	if at.value == nil {
		return f.moveBlock(list, from, to)
	}
	if n := len(at.value.elements); at.value.kind != '[' || from >= n || to < 0 || to >= n {
		return nil, errPath
	}
	spans := slices.Clone(at.value.pairs)
	return f.permute(spans, moved(len(spans), from, to)), nil
}

// moved returns the order of n elements after one has been moved.
func moved(n, from, to int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	return slices.Insert(slices.Delete(order, from, from+1), to, from)
}

// permute puts the texts of spans into another order; what is between them stays.
func (f *file) permute(spans []span, order []int) []byte {
	out := slices.Clone(f.src[:spans[0].from])
	for i, s := range spans {
		if i > 0 {
			out = append(out, f.src[spans[i-1].to:s.from]...)
		}
		one := spans[order[i]]
		out = append(out, f.src[one.from:one.to]...)
	}
	return append(out, f.src[spans[len(spans)-1].to:]...)
}
