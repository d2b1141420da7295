package russian

// ShortName returns a declined surname with the initials and a no-break space:
// «Островскому А.В.» or «А.В. Островскому».
func ShortName(full string, g Gender, c Case, o Order) Form {
	p := ParsePerson(full, g)
	f := p.Short(c, o)
	f.Doubt = firstOf(f.Doubt, p.doubtOfReading())
	return f
}

// GenderOf derives the gender from the patronymic, or else from the given name,
// or else from the surname. The result is Unknown if the name does not determine it.
func GenderOf(full string) Gender {
	p := ParsePerson(full, Unknown)
	return p.Gender
}

// AddressOf finds how a person is addressed.
func AddressOf(full string, g Gender) Address {
	p := ParsePerson(full, g)
	return p.Address()
}
