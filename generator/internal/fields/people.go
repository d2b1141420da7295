package fields

import (
	"strconv"
	"strings"

	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

func element(key string, i int) string { return key + "[" + strconv.Itoa(i) + "]" }

// named is a person in a list, with the list's data about the person.
type named struct {
	compose.Subject
	reason  string // of absence
	written bool   // gave an opinion in writing
	address string // postal
	role    string // in a commission, the presidium
	choice  string // of a ballot: for, against, abstained, not_voting
}

// personValue returns the name of a person: in full in lists, with initials in
// signatures.
func personValue(key string, s compose.Subject, signs bool) Value {
	v := Value{Kind: Person, Key: key, person: &s, short: signs, text: s.Name(russian.Nominative)}
	if signs {
		v.text = s.Short(russian.Nominative, russian.Before)
	}
	return v
}

// referred returns the person or body that the value of a key names: one of the people, somebody else, or a body.
func referred(i *Item, key, name string, signs bool) Value {
	if s, ok := i.Data.Person(key, name); ok {
		return personValue(key, s, signs)
	}
	if s, ok := i.Data.Somebody(key, meeting.Person{Name: name}); ok {
		return personValue(key, s, signs)
	}
	return bodied(i, key, name)
}

// bodied returns the name of a body or of a group, with cases.
func bodied(i *Item, key, name string) Value {
	return phrase(key, name, func(c russian.Case) string { return i.Data.Phrase(key, name, c) })
}

// positioned returns a position or a role, with cases.
func positioned(i *Item, key, post string) Value {
	return phrase(key, post, func(c russian.Case) string { return i.Data.PositionOf(key, post, c) })
}

// people returns a list of people by references.
func people(i *Item, key string, refs []string) Value {
	v := Value{Kind: List, Key: key}
	for n, ref := range refs {
		at := element(key, n)
		s, ok := i.Data.Person(at, ref)
		if !ok {
			s, ok = i.Data.Somebody(at, meeting.Person{Name: ref})
		}
		if !ok {
			v.Items = append(v.Items, i.child(at, n+1, &body{at, ref}))
			continue
		}
		v.Items = append(v.Items, i.child(at, n+1, &named{Subject: s}))
	}
	return v
}

// body is an organization or a group in a list of people.
type body struct{ key, name string }

// person returns the record of a person in lists, with the words of a list.
func personRecord(name, genitive string) *Record {
	r := &Record{Name: name, Genitive: genitive}
	r.add("имя, фио, name", Person, nil, personName)
	r.add("должность, position", Phrase, nil, of(func(_ *Item, n *named) Value {
		return phrase(n.EntryKey()+".position", n.Position(russian.Nominative), n.Position)
	}))
	r.add("организация, organization", Phrase, nil, personOrganization)
	r.add("должность и организация, место работы", Phrase, nil, of(func(_ *Item, n *named) Value {
		v := phrase(n.EntryKey()+".position", n.Post(russian.Nominative), n.Post)
		v.also = n.EntryKey() + ".organization"
		return v
	}))
	r.add("роль, role", Phrase, nil, of(func(i *Item, n *named) Value {
		role := n.role
		if role == "" {
			role = n.Entry().Role
		}
		key := n.EntryKey() + ".role"
		if role == "" {
			key = peopleKey(n, "role")
		}
		return positioned(i, key, role)
	}))
	r.add("голоса, votes", Ballot, nil, of(func(_ *Item, n *named) Value {
		v := Value{Kind: Ballot, Key: peopleKey(n, "votes")}
		if a := n.Entry().Votes; !a.IsZero() {
			v.text = a.String()
		}
		return v
	}))
	position(r)
	return r
}

// peopleKey returns the key of a fact that only people have: whom a list names by the name
// alone, as an addressee, must be among them first.
func peopleKey(n *named, key string) string {
	if at := n.EntryKey(); strings.HasPrefix(at, "people[") {
		return at + "." + key
	}
	return "people." + key
}

// itemPlace is the name of the place of an item in its list, from 1.
const itemPlace = "№"

// itemLetter is the name of the letter of an item.
const itemLetter = "буква"

// lastItem is the name of the fact that an item is the last of its list, for separators between items: «;» after
// all but the last.
const lastItem = "последний"

// letterOf returns the letter of an item of a list: «а», as in «а)».
func letterOf(n int) string { return strings.TrimSuffix(document.Label(document.Letter, n, ""), ")") }

// position adds the place of an item in its list.
func position(r *Record) {
	r.add(itemPlace+", номер по порядку, №п/п", Number, nil, func(i *Item) Value { return number("", i.Number) })
	lettered(r)
}

// lettered adds the letter of an item, and whether it is the last.
func lettered(r *Record) {
	r.add(itemLetter, Text, nil, func(i *Item) Value { return text("", letterOf(max(i.Number, 1))) })
	r.add(lastItem, Flag, nil, func(i *Item) Value { return flag("", i.last) })
}

func personName(i *Item) Value {
	switch t := i.thing.(type) {
	case *named:
		key := t.Key
		if t.Entry().Name == "" {
			key = t.EntryKey() + ".name"
		}
		return personValue(key, t.Subject, false)
	case *body:
		return bodied(i, t.key, t.name)
	}
	return Value{}
}

func personOrganization(i *Item) Value {
	switch t := i.thing.(type) {
	case *named:
		return phrase(t.EntryKey()+".organization", t.Entry().Organization, t.Organization)
	}
	return Value{}
}

// reasoned adds the reason of absence.
func reasoned(r *Record) *Record {
	r.add("причина, reason", Text, nil, of(func(i *Item, n *named) Value { return text(i.Key+".reason", n.reason) }))
	r.add("письменное мнение, written", Flag, nil, of(func(i *Item, n *named) Value {
		return flag(i.Key+".written", n.written)
	}))
	return r
}

// addressed adds the address.
func addressed(r *Record) *Record {
	r.add("адрес, address", Text, nil, of(func(i *Item, n *named) Value { return text(i.Key+".address", n.address) }))
	return r
}

func present(i *Item) Value {
	v := Value{Kind: List, Key: "present"}
	for n, s := range i.Data.Present() {
		v.Items = append(v.Items, i.child(s.Key, n+1, &named{Subject: s}))
	}
	return v
}

func invited(i *Item, m *meeting.Meeting) Value {
	v := people(i, "invited", m.Invited)
	for n, group := range m.InvitedGroups {
		at := element("invited_groups", n)
		v.Items = append(v.Items, i.child(at, len(v.Items)+1, &body{at, group}))
	}
	return v
}

func absent(i *Item, m *meeting.Meeting) Value {
	return entries(i, "absent", m.Absent, func(a meeting.Absent) (string, named) {
		return a.Name, named{reason: a.Reason, written: a.Written}
	})
}

func presidium(i *Item, m *meeting.Meeting) Value {
	return entries(i, "council.presidium", m.Council.Presidium, func(o meeting.Officer) (string, named) {
		return o.Name, named{role: o.Role}
	})
}

// everybody returns the people of the file.
func everybody(i *Item, m *meeting.Meeting) Value {
	return entries(i, "people", m.People, func(p meeting.Person) (string, named) { return p.Name, named{} })
}

// entries returns the people that the entries of a list name, with what the entries say about them.
func entries[E any](i *Item, key string, list []E, read func(E) (name string, about named)) Value {
	v := Value{Kind: List, Key: key}
	for n, entry := range list {
		at := element(key, n)
		name, about := read(entry)
		if s, ok := i.Data.Person(at+".name", name); ok {
			about.Subject = s
			v.Items = append(v.Items, i.child(at, n+1, &about))
		}
	}
	return v
}

// addressees returns the addressees of a letter.
func addressees(i *Item) Value {
	v := Value{Kind: List, Key: i.Data.Request().Kind + ".to"}
	list, addresses := i.Data.Recipients()
	for n, s := range list {
		v.Items = append(v.Items, i.child(s.Key, n+1, &named{Subject: s, address: addresses[n]}))
	}
	return v
}

// addressee returns the only addressee of a letter.
func addressee(i *Item) Value {
	all := addressees(i)
	v := Value{Kind: Group, Key: all.Key}
	switch len(all.Items) {
	case 0:
		v.Key = element(all.Key, 0)
	case 1:
		v.Item = all.Items[0]
	default:
		v.many = len(all.Items)
	}
	return v
}

// signature is a line of those who sign.
type signature compose.Signature

func signatureRecord() *Record {
	r := &Record{Name: "подпись", Genitive: "подписи"}
	r.add("имя, фио, name", Text, nil, of(func(i *Item, s *signature) Value { return text(i.Key, s.Name) }))
	r.add("должность, роль, role", Text, nil, of(func(i *Item, s *signature) Value { return text(i.Key, s.Position) }))
	r.add("место, место подписи, signature", Text, nil, of(func(i *Item, s *signature) Value {
		return placeToSign(i.Key, compose.Signature(*s))
	}))
	position(r)
	return r
}

func signatures(i *Item) Value {
	v := Value{Kind: List, Key: "signers"}
	for n, s := range i.Data.Signers() {
		line := signature(s)
		if line.Position == "" && line.Name == "" {
			continue // nobody chairs
		}
		v.Items = append(v.Items, i.child(element("signers", n), n+1, &line))
	}
	return v
}

// paragraph is a paragraph of a text.
type paragraph string

// texts returns a list of paragraphs.
func texts(i *Item, key string, paragraphs []string) Value {
	v := Value{Kind: List, Key: key}
	for n, p := range paragraphs {
		p := paragraph(p)
		v.Items = append(v.Items, i.child(element(key, n), n+1, &p))
	}
	return v
}

// passages returns the paragraphs of a letter that are made of a key of its section.
func passages(i *Item, key string, paragraphs []compose.Paragraph) Value {
	v := Value{Kind: List, Key: i.Data.Request().Kind + key}
	for n, made := range paragraphs {
		p := paragraph(made.Text)
		v.Items = append(v.Items, i.child(made.Key, n+1, &p))
	}
	return v
}

func paragraphRecord(name, genitive string) *Record {
	r := &Record{Name: name, Genitive: genitive}
	r.add("текст, text", Text, nil, of(func(i *Item, p *paragraph) Value { return text(i.Key, string(*p)) }))
	position(r)
	return r
}
