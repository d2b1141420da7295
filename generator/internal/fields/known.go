package fields

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"protokol/generator/diag"
)

// Nearest returns the known name that is most similar to an unknown one, or "".
func Nearest(name string, within []Path) string {
	name = strings.TrimRight(normalize(name), ".")
	head, rest, dotted := strings.Cut(name, ".")
	if dotted {
		if owner := ownerOf(head, within); owner != nil {
			near := nearest(rest, owner.names())
			if near != "" && near != rest {
				return head + "." + near
			}
			return owner.formOfName(head, rest)
		}
		near := nearest(head, Known(within))
		switch whole := near + "." + rest; {
		case near == "" || near == head:
			return ""
		case Find(whole, within) != nil:
			return whole
		default:
			return cmp.Or(Nearest(whole, within), near)
		}
	}
	return nearest(name, Known(within))
}

// nearest returns the first candidate that a word of three letters or more abbreviates,
// otherwise the most similar one, or "".
func nearest(word string, candidates []string) string {
	abbreviated := func(c string) bool { return strings.HasPrefix(c, word) }
	i := slices.IndexFunc(candidates, abbreviated)
	if i >= 0 && utf8.RuneCountInString(word) >= 3 && !slices.Contains(candidates, word) {
		return candidates[i]
	}
	return diag.Nearest(word, candidates)
}

// formOfName returns the name with the filter that a part of a person's name is:
// {участник.фамилия} is {участник.имя | фамилия}.
func (r *Record) formOfName(head, rest string) string {
	if f := r.byName["имя"]; f == nil || f.Kind != Person {
		return ""
	}
	switch diag.Nearest(rest, []string{Surname, "инициалы", "отчество"}) {
	case Surname:
		return head + ".имя | " + Surname
	case "инициалы":
		return head + ".имя | инициалы"
	case "отчество":
		return head + ".имя | имя и отчество"
	}
	return ""
}

// ownerOf returns the record whose fields follow a name and a dot.
func ownerOf(name string, within []Path) *Record {
	p := Find(name, within)
	switch {
	case len(p) > 0 && p.last().Of != nil:
		return p.last().Of
	case len(p) > 1:
		return p[len(p)-2].Of
	}
	return nil
}

// names returns the first names of the fields of a record.
func (r *Record) names() (list []string) {
	for _, f := range r.fields {
		list = append(list, f.Names...)
	}
	return list
}

// Known returns the names that a template may use without a dot.
func Known(within []Path) (list []string) {
	list = append(list, vocabulary().names()...)
	for _, item := range itemNames() {
		list = append(list, item[0])
	}
	for _, bound := range within {
		list = append(list, bound.last().Of.names()...)
	}
	return list
}

// KnownLists returns the names that «для каждого …» accepts.
func KnownLists() (list []string) {
	for _, item := range itemNames() {
		list = append(list, item[1])
	}
	return list
}
