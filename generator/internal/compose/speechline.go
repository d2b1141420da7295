package compose

import (
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// notation is the pattern of a key for the speeches of an item, from 1.
type notation struct {
	key, text string
	item      int
}

// speechLine returns a speech in the notation of the file. Key is that of the
// speech, from that of the name in it.
func (b *builder) speechLine(key, from string, s meeting.Speech, text string, n notation) string {
	pattern, said := n.text, "{"+meeting.FieldText+"}"
	if !strings.Contains(pattern, said) {
		pattern += " " + said
	}
	who := b.withPost(b.speaking(key, s))
	return upperFirst(b.line(n.key, pattern, func(field string) string {
		if number := itemField(field, n.item); number != "" {
			return b.origins.Computed(number, n.key)
		}
		if field == meeting.FieldText {
			return text
		}
		name, isAccusative := strings.CutSuffix(field, meeting.Accusative)
		if !isAccusative {
			return b.personField(who, b.origins.Value(who.key+".role", who.Role), from)(name)
		}
		return b.accusative(who, name, from)
	}))
}

// speaking returns the person of a speech: one of the people, with the position
// that the speech gives, or one whom only the speech names.
func (b *builder) speaking(key string, s meeting.Speech) subject {
	who, known := b.person(s.Name)
	if !known {
		who = subject{Person: meeting.Person{Name: s.Name}, key: key}
	}
	if s.Position != "" || !known {
		who.Position, who.postFrom = s.Position, key+".position"
		who = who.inSmallLetters()
	}
	return who
}

// accusative returns a field of a person in the accusative.
func (b *builder) accusative(s subject, field, reference string) string {
	c := russian.Accusative
	keys := append(keysOf(reference), s.nameKey())
	switch field {
	case meeting.FieldRole:
		role := word{text: s.Role, key: s.key + ".role"}
		return lowerFirst(b.traced(func() string {
			return b.form(role, c, func(c russian.Case) russian.Form { return russian.Position(s.Role, c) })
		}, s.key+".role"))
	case meeting.FieldFull:
		return b.traced(func() string { return b.name(s, c) }, keys...)
	case meeting.FieldAfter:
		return b.traced(func() string { return b.shortName(s, c, russian.After) }, keys...)
	case meeting.FieldBefore:
		return b.traced(func() string { return b.shortName(s, c, russian.Before) }, keys...)
	case meeting.FieldPost:
		return b.traced(func() string { return b.position(s, c) }, s.positionKey())
	}
	return b.traced(func() string { return b.dependent(s, c) }, s.key+".organization")
}
