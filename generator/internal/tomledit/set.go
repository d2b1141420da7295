package tomledit

import "slices"

// set replaces a value, or adds a key.
func (f *file) set(path Path, v any) ([]byte, error) {
	at := f.find(path)
	if at.value != nil {
		text, err := appendValue(nil, v)
		if err != nil {
			return nil, err
		}
		return f.splice(at.value.from, at.value.to, text), nil
	}
	if len(at.under) > 0 {
		return nil, errText // a table with headers is changed key by key
	}
	key, ok := path[len(path)-1].(string)
	if !ok {
		return nil, errPath
	}
	return f.add(path[:len(path)-1], key, v)
}

// add adds a key to a table, which it creates if it is missing.
func (f *file) add(parent Path, key string, v any) ([]byte, error) {
	at := f.find(parent)
	switch {
	case at.value != nil:
		return f.addInline(at.value, key, v)
	case len(parent) == 0:
		return f.addBelow(nil, parent, key, v)
	case len(at.under) == 0:
		return f.addTable(parent, key, v)
	}
	for _, e := range at.under {
		if e.header != noHeader && len(e.path) == len(parent) {
			return f.addBelow(e, parent, key, v)
		}
	}
	for _, e := range slices.Backward(at.under) {
		// The table is written by dotted keys only, at least here.
		if e.header == noHeader && (e.table == nil || !e.table.path.begins(parent)) {
			return f.addDotted(e, parent, key, v)
		}
	}
	first := at.under[0]
	text, err := f.block("[", header(parent), "]", map[string]any{key: v})
	if err != nil {
		return nil, err
	}
	return f.addLines(first.at, append(text, f.end...)), nil
}

// addBelow adds a key after the last one below a header, nil for the file's own.
func (f *file) addBelow(head *entry, parent Path, key string, v any) ([]byte, error) {
	if table, ok := v.(map[string]any); ok {
		return f.newTable(append(slices.Clone(parent), key), table)
	}
	line, err := f.line(string(appendKey(nil, key)), v)
	if err != nil {
		return nil, err
	}
	at := -1
	if head != nil {
		at = head.to
	}
	for _, e := range f.entries {
		if e.header == noHeader && e.table == head {
			at = e.to
		}
	}
	if at >= 0 {
		return f.addLines(at, line), nil
	}
	if len(f.entries) == 0 {
		return f.addLines(len(f.src), line), nil
	}
	return f.addLines(f.entries[0].at, append(line, f.end...)), nil
}

// addDotted adds a key beside another one of a table that dotted keys make.
func (f *file) addDotted(e *entry, parent Path, key string, v any) ([]byte, error) {
	var base int
	if e.table != nil {
		base = len(e.table.path)
	}
	name := header(parent[base:]) + "." + string(appendKey(nil, key))
	line, err := f.line(name, v)
	if err != nil {
		return nil, err
	}
	return f.addLines(e.to, line), nil
}

// addInline adds a key to a table in braces.
func (f *file) addInline(table *value, key string, v any) ([]byte, error) {
	if table.kind != '{' {
		return nil, errText
	}
	text, err := appendValue(append(appendKey(nil, key), " = "...), v)
	if err != nil {
		return nil, err
	}
	if n := len(table.pairs); n > 0 {
		end := table.pairs[n-1].to
		return f.splice(end, end, append([]byte(", "), text...)), nil
	}
	return f.splice(table.from, table.to, []byte("{ "+string(text)+" }")), nil
}

// addTable adds a key to a table that does not exist.
func (f *file) addTable(parent Path, key string, v any) ([]byte, error) {
	last := parent[len(parent)-1]
	name, ok := last.(string)
	if !ok {
		return nil, errPath
	}
	if around := f.find(parent[:len(parent)-1]); around.value != nil {
		return f.addInline(around.value, name, map[string]any{key: v})
	}
	return f.newTable(parent, map[string]any{key: v})
}

// newTable adds a table with a header at the end of what it belongs to.
func (f *file) newTable(path Path, table map[string]any) ([]byte, error) {
	text, err := f.block("[", header(path), "]", table)
	if err != nil {
		return nil, err
	}
	return f.addLines(f.endOf(path[:len(path)-1]), append([]byte(f.end), text...)), nil
}

// endOf returns the offset after the last expression of a table, or of the
// nearest one around it that exists.
func (f *file) endOf(path Path) int {
	for n := len(path); n > 0; n-- {
		if at := f.find(path[:n]); len(at.under) > 0 {
			last := at.under[len(at.under)-1]
			if head := lastHeader(at.under); head == nil {
				break // dotted keys of a section: a header would end it
			}
			return last.to
		}
	}
	return len(f.src)
}

func lastHeader(list []*entry) (head *entry) {
	for _, e := range list {
		if e.header != noHeader {
			head = e
		}
	}
	return head
}
