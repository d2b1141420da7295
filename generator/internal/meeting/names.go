package meeting

import "protokol/generator/internal/russian"

// name warns of a name that does not refer to one of the people, if it was not
// read with certainty.
func (c *checker) name(key, name, gender string) {
	if _, known := c.directory.Index(name); known || blank(name) {
		return
	}
	p := russian.ParsePerson(name, genderOf(gender))
	c.readName(key, &p)
}

// readName warns of what was corrected, separated or doubtful in a name.
func (c *checker) readName(key string, p *russian.Person) {
	if p.IsCertain() {
		return
	}
	c.warn(key, p.Reading(), p.Advice())
}
