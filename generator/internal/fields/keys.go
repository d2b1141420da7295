package fields

import (
	"reflect"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/trace"
)

// plain returns a text without markers of its origin.
func plain(s string) string { return trace.Strip(s) }

// sections are the keys of the file whose values have no rules of their own,
// with Russian names.
var sections = map[string]string{
	"letterhead": "бланк", "applicant": "заявитель", "application": "заявление", "consent": "согласие",
	"approval": "утверждение", "executor": "исполнитель", "council": "совет", "extract": "выписка",
}

// russianKeys are Russian names of keys in these sections.
var russianKeys = map[string]string{
	"phone": "телефон", "email": "почта", "address": "адрес", "site": "сайт", "inn": "инн", "kpp": "кпп",
	"ogrn": "огрн", "ogrnip": "огрнип", "okpo": "окпо", "index": "индекс", "name": "название", "parent": "учредитель",
	"short_name": "краткое название", "postal_address": "почтовый адрес", "head": "руководитель", "basis": "основание",
	"position": "должность", "contact": "контакт", "bank": "банк", "bik": "бик", "account": "счёт", "staff": "штат",
	"charter": "устав", "date": "дата", "operator": "оператор", "purpose": "цель", "term": "срок",
	"subject": "субъект", "passport": "паспорт", "by": "кем", "organization": "организация", "original": "подлинник",
	"keyword": "слово перед решением", "member": "член органа", "fields": "деятельность", "offer": "предложение",
}

// keys adds the keys of the file that have no rules of their own.
func keys(r *Record) {
	t := reflect.TypeFor[meeting.Meeting]()
	for i := range t.NumField() {
		f := t.Field(i)
		key, _, _ := strings.Cut(f.Tag.Get("toml"), ",")
		name, ok := sections[key]
		if !ok {
			continue
		}
		inner := &Record{Name: name}
		reflected(inner, deref(f.Type))
		r.add(name+", "+key, Group, inner, func(item *Item) Value {
			return group(item, key, reflect.ValueOf(item.thing).Elem().Field(i))
		})
		if key == "letterhead" { // {телефон} in the texts of letters
			for _, f := range inner.fields {
				shorthand(r, f, r.byName[name])
			}
		}
	}
}

// shorthand adds a field of a group to the meeting, unless the meeting has one of
// that name.
func shorthand(r *Record, f, in *Field) {
	if r.byName[f.Name()] != nil || f.Name() == "название" {
		return
	}
	r.add(f.Name(), f.Kind, f.Of, func(i *Item) Value {
		if v := in.get(i); v.Item != nil {
			return f.get(v.Item)
		}
		return Value{Kind: f.Kind, Key: in.Names[len(in.Names)-1] + "." + f.Names[len(f.Names)-1]}
	})
}

func deref(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

// group returns a struct of the file as an item.
func group(i *Item, key string, v reflect.Value) Value {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if !v.IsValid() {
		return Value{Kind: Group, Key: key}
	}
	return Value{Kind: Group, Key: key, Item: i.child(key, 0, v)}
}

// reflected adds the keys of a struct.
func reflected(r *Record, t reflect.Type) {
	for n := range t.NumField() {
		f := t.Field(n)
		key, _, _ := strings.Cut(f.Tag.Get("toml"), ",")
		names := key
		if name := russianKeys[key]; name != "" {
			names = name + ", " + key
		}
		get := func(i *Item) (string, reflect.Value) { return i.Key + "." + key, i.thing.(reflect.Value).Field(n) }
		switch {
		case key == "" || key == "-":
		case f.Type.Kind() == reflect.String:
			r.add(names, Text, nil, func(i *Item) Value {
				key, v := get(i)
				return text(key, v.String())
			})
		case f.Type.Kind() == reflect.Int:
			r.add(names, Number, nil, func(i *Item) Value {
				key, v := get(i)
				return number(key, int(v.Int()))
			})
		case f.Type == reflect.TypeFor[meeting.Date]():
			r.add(names, Date, nil, func(i *Item) Value {
				key, v := get(i)
				return day(key, v.Interface().(meeting.Date))
			})
		case deref(f.Type).Kind() == reflect.Struct && hasKeys(deref(f.Type)):
			inner := &Record{Name: names}
			reflected(inner, deref(f.Type))
			r.add(names, Group, inner, func(i *Item) Value {
				key, v := get(i)
				return group(i, key, v)
			})
		}
	}
}

// hasKeys reports whether a struct is a section of the file.
func hasKeys(t reflect.Type) bool {
	for i := range t.NumField() {
		if t.Field(i).Tag.Get("toml") != "" {
			return true
		}
	}
	return false
}
