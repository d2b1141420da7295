package fields

import (
	"reflect"
	"strings"

	"protokol/generator/internal/meeting"
)

// list adds a key that is a list.
func (s section) list(r *Record, key, names string, of reflect.Type, get getter) {
	called, ok := lookUp(listNames, s.name, key)
	if !ok {
		called = [3]string{"", s.name + "." + key, s.name + "." + key}
	}
	isPerson, _ := lookUp(references, s.name, key)
	switch {
	case of.Kind() == reflect.String && isPerson:
		r.add(names, List, personRecord(called[1], called[2]), get(func(i *Item, at string, v reflect.Value) Value {
			return people(i, at, v.Interface().([]string))
		}))
	case of.Kind() == reflect.String:
		r.add(names, List, paragraphRecord(called[1], called[2]), get(func(i *Item, at string, v reflect.Value) Value {
			return s.texts(i, key, at, v.Interface().([]string))
		}))
	case of.Kind() == reflect.Int:
		r.add(names, List, numberRecord(called[1], called[2]), get(func(i *Item, at string, v reflect.Value) Value {
			return list(i, at, v.Interface().([]int))
		}))
	case of == reflect.TypeFor[meeting.Picture]():
		r.add(names, List, pictureRecord(called[1], called[2]), get(func(i *Item, at string, v reflect.Value) Value {
			return list(i, at, v.Interface().([]meeting.Picture))
		}))
	case of == reflect.TypeFor[meeting.Decision]():
		record := decisionRecord(called[1], called[2], meeting.MaxDepth)
		r.add(names, List, record, get(func(i *Item, at string, v reflect.Value) Value {
			return points(i, at, v.Interface().([]meeting.Decision), "")
		}))
	case of.Kind() == reflect.Struct:
		inner := &Record{Name: called[1], Genitive: called[2]}
		complete(inner, section{strings.TrimSuffix(key, "s"), of, own})
		position(inner)
		r.add(names, List, inner, get(func(i *Item, at string, v reflect.Value) Value {
			list := Value{Kind: List, Key: at}
			for n := range v.Len() {
				list.Items = append(list.Items, i.child(element(at, n), n+1, v.Index(n)))
			}
			return list
		}))
	}
}

// texts are the paragraphs of a key. Those of the paper's own letter are as our letter has them, with lists in place of
// their names.
func (s section) texts(i *Item, key, at string, paragraphs []string) Value {
	switch {
	case !filledKeys[s.name+"."+key] || !i.Data.FillsSections():
		return texts(i, at, paragraphs)
	case at == i.Data.Request().Kind+".text":
		return passages(i, ".text", i.Data.Paragraphs())
	}
	filled := make([]string, len(paragraphs))
	for n, p := range paragraphs {
		filled[n] = s.filled(i, key, element(at, n), p)
	}
	return texts(i, at, filled)
}

// numberRecord is the items of a list of numbers.
func numberRecord(name, genitive string) *Record {
	r := &Record{Name: name, Genitive: genitive}
	r.add("номер, number", Number, nil, of(func(i *Item, n *int) Value { return number(i.Key, *n) }))
	return r
}
