package compose

import "protokol/generator/internal/russian"

// Delegate is a person who acts for an organization.
type Delegate struct {
	Position string `about:"должность"`
	Name     string `about:"фамилия, имя, отчество"`
	Basis    string `about:"чем подтверждены полномочия"`
}

// delegate returns the representative of an organization, or nil.
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

// signature returns the signature of a person, or of the representative of an
// organization. Without a representative the organization is named, and the
// place of the signer's name is empty.
func (b *builder) signature(role, key, name, field string) Signature {
	s, ok := b.person(name)
	if !ok || !s.Body {
		return Signature{Position: role, Name: b.signs(key, name), Field: field}
	}
	r, at := s.Representative, s.key+".representative"
	if r.Name == "" {
		return Signature{Position: join(", ", role, b.fullName(s, key)), Field: field}
	}
	organization := b.traced(func() string { return b.name(s, russian.Genitive) }, key, s.nameKey())
	as := upperFirst(b.positionText(at+".position", r.Position))
	if as == "" {
		as = b.said("role", "representative")
	}
	if role != "" {
		as = lowerFirst(as)
	}
	return Signature{Position: join(", ", role, join(" ", as, organization)), Name: b.signs(at+".name", r.Name),
		Field: field}
}
