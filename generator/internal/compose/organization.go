package compose

import "protokol/generator/internal/russian"

// Delegate is a person who acts for an organization or for another person.
type Delegate struct {
	Position string `about:"должность"`
	Name     string `about:"фамилия, имя, отчество"`
	Basis    string `about:"чем подтверждены полномочия"`
}

// delegate returns the representative of one of the people, or nil.
func (b *builder) delegate(s subject) *Delegate {
	r, key := s.Representative, s.key+".representative"
	if r.Name == "" {
		return nil
	}
	position := b.positionText(key+".position", r.Position)
	if sameWords(position, b.said("role", "representative")) { // the words before the name say so
		position = ""
	}
	return &Delegate{Position: position, Name: b.fullNameOf(key+".name", r.Name),
		Basis: b.origins.Value(key+".basis", r.Basis)}
}

// signature returns the signature of a person, or of the representative of a person or
// an organization. An organization without one is named, and the place of the signer's
// name is empty.
func (b *builder) signature(role, key, name, field string) Signature {
	s, ok := b.person(name)
	if !ok || !s.Body && s.Representative.Name == "" {
		return Signature{Position: role, Name: b.signs(key, name), Field: field}
	}
	r, at := s.Representative, s.key+".representative"
	if r.Name == "" {
		return Signature{Position: join(", ", role, b.fullName(s, key)), Field: field}
	}
	whose := b.traced(func() string {
		if s.Body {
			return b.name(s, russian.Genitive)
		}
		return b.shortName(s, russian.Genitive, russian.After)
	}, key, s.nameKey())
	as := upperFirst(b.positionText(at+".position", r.Position))
	if as == "" {
		as = b.said("role", "representative")
	}
	if role != "" {
		as = lowerFirst(as)
	}
	return Signature{Position: join(", ", role, join(" ", as, whose)), Name: b.signs(at+".name", r.Name),
		Field: field}
}
