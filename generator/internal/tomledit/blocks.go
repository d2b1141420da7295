package tomledit

import "slices"

// blocks returns the bytes of every element of an array of tables: from the comments above its header to its last
// expression. It is false if other tables are between them.
func (f *file) blocks(list Path) (spans []span, ok bool) {
	last := -1
	for n, e := range f.entries {
		if len(e.path) <= len(list) || !e.path.begins(list) {
			continue
		}
		i, isElement := e.path[len(list)].(int)
		switch {
		case !isElement:
			return nil, false
		case i == len(spans):
			spans = append(spans, span{e.at, e.to})
			if e.at == 0 {
				spans[i].from = e.from // a comment at the beginning is about the file
			}
		case i != len(spans)-1 || n != last+1:
			return nil, false
		default:
			spans[i].to = e.to
		}
		last = n
	}
	return spans, true
}

// insertBlock inserts an element into an array of tables.
func (f *file) insertBlock(list Path, i int, table map[string]any) ([]byte, error) {
	spans, ok := f.blocks(list)
	if !ok || i > len(spans) {
		return nil, errText
	}
	text, err := f.block("[[", header(list), "]]", table)
	switch {
	case err != nil:
		return nil, err
	case i < len(spans):
		return f.addLines(spans[i].from, append(text, f.end...)), nil
	}
	return f.addLines(spans[i-1].to, slices.Concat([]byte(f.end), text)), nil
}

// moveBlock moves an element of an array of tables.
func (f *file) moveBlock(list Path, from, to int) ([]byte, error) {
	spans, ok := f.blocks(list)
	if !ok || from >= len(spans) || to < 0 || to >= len(spans) {
		return nil, errText
	}
	if end := len(f.src); f.src[end-1] != '\n' {
		whole, err := scan(append(slices.Clone(f.src), f.end...))
		if err != nil {
			return nil, err
		}
		return whole.moveBlock(list, from, to)
	}
	return f.permute(spans, moved(len(spans), from, to)), nil
}
