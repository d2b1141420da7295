package tomlfile

import (
	"maps"
	"strings"
)

// Merge adds the keys of a base that the file does not have. Tables are merged key
// by key. The lists of tables in byName are merged by the key name of their elements:
// an element of the file replaces that of the base. Places keep pointing into the
// file they come from.
func (f *File) Merge(base *File, byName ...string) {
	f.base = base
	for _, list := range byName {
		f.mergeList(base, list)
	}
	added := map[string]place{} // separate, because covers needs the file's own places
	for path, at := range base.places {
		if _, known := f.places[path]; !known && !f.covers(path) {
			added[path] = at
		}
	}
	maps.Copy(f.places, added)
	mergeTables(f.data, base.data)
}

// mergeTables adds to a table what only the base has. Tables in it are replaced, not changed.
func mergeTables(over, base map[string]any) {
	for key, value := range base {
		mine, exists := over[key]
		if !exists {
			over[key] = value
			continue
		}
		a, isTable := mine.(map[string]any)
		b, bothTables := value.(map[string]any)
		if isTable && bothTables {
			a = maps.Clone(a)
			mergeTables(a, b)
			over[key] = a
		}
	}
}

// covers reports whether the file replaces the list that a path of the base is in.
func (f *File) covers(path string) bool {
	for i, c := range path {
		if c == '[' {
			_, known := f.places[path[:i]]
			return known
		}
	}
	return false
}

// mergeList puts the elements of the base's list before those of the file, without
// those that the file replaces.
func (f *File) mergeList(base *File, list string) {
	mine, ok := tables(f.data[list])
	if !ok {
		return
	}
	theirs, ok := tables(base.data[list])
	if !ok {
		return
	}
	named := map[any]bool{}
	for _, t := range mine {
		named[t["name"]] = true
	}
	var merged []map[string]any
	places := map[string]place{}
	take := func(from *File, i int, t map[string]any) {
		from.movePlaces(element(list, i), element(list, len(merged)), places)
		merged = append(merged, t)
	}
	for i, t := range theirs {
		if !named[t["name"]] {
			take(base, i, t)
		}
	}
	for i, t := range mine {
		take(f, i, t)
	}
	for path := range f.places {
		if strings.HasPrefix(path, list+"[") {
			delete(f.places, path)
		}
	}
	for path, at := range places {
		f.places[path] = at
	}
	f.data[list] = merged
}

// movePlaces copies the places at and below one path to another path.
func (f *File) movePlaces(from, to string, into map[string]place) {
	for path, at := range f.places {
		if rest, ok := strings.CutPrefix(path, from); ok && (rest == "" || rest[0] == '.' || rest[0] == '[') {
			into[to+rest] = at
		}
	}
}

// tables returns a list of tables, written as [[list]] or inline.
func tables(value any) ([]map[string]any, bool) {
	switch v := value.(type) {
	case []map[string]any:
		return v, true
	case []any:
		var list []map[string]any
		for _, item := range v {
			t, ok := item.(map[string]any)
			if !ok {
				return nil, false
			}
			list = append(list, t)
		}
		return list, true
	}
	return nil, false
}
