package meeting

import (
	"fmt"

	"protokol/generator/internal/russian"
)

// Representative is a person who acts for an organization, or for another person, at a meeting.
type Representative struct {
	// Фамилия, имя и отчество представителя.
	Name string `toml:"name,short" jsonschema:"required"`
	// Его должность: генеральный директор.
	Position string `toml:"position"`
	// Чем подтверждены полномочия: доверенность от 01.02.2026 № 5.
	Basis string `toml:"basis"`
}

// Read reads the name of the representative.
func (r Representative) Read() russian.Person { return russian.ParsePerson(r.Name, russian.Unknown) }

// organization checks one of the people who may be an organization.
func (c *checker) organization(key string, p Person, read *russian.Person) {
	switch r := p.Representative; {
	case r != Representative{} && blank(r.Name):
		c.wrong(key+".representative", "не указано имя представителя", "")
	case !p.Body && r.Name != "" && blank(r.Basis):
		c.warn(key+".representative", "не сказано, по какому документу представляют человека",
			`добавьте basis: { name = "Фамилия Имя Отчество", basis = "доверенность от 01.02.2026 № 5" }`)
		fallthrough
	case r.Name != "":
		c.name(key+".representative.name", r.Name)
	}
	switch {
	case p.Body && p.Organization != "":
		c.warn(key+".organization", "у организации есть ещё организация",
			"если это человек из неё, уберите body; если её представитель, назовите его в representative")
	case p.Body:
		if person := russian.ParsePerson(p.Name, russian.Unknown); person.Kind == russian.OnePerson &&
			person.Patronymic != "" {
			c.warn(key+".body", fmt.Sprintf("«%s» похоже на имя человека, а напечатано как организация", p.Name),
				"если это человек, уберите body = true")
			return
		}
	case read.Kind == russian.BodyName:
		c.warn(key+".name", read.Reading(), `если участвует сама организация, добавьте body = true; если её `+
			`представитель — запишите его имя, а её в organization`)
		return
	}
	if p.Guest && russian.NamesRole(p.Name) { // nobody knows the name
		return
	}
	c.readName(key+".name", read)
}

// organizationsSign requires a representative of every organization that signs.
func (c *checker) organizationsSign() {
	m := c.meeting
	sign := func(key, name string) {
		if p, ok := c.directory.Person(name); ok && p.Body && p.Representative.Name == "" {
			c.wrong(key, fmt.Sprintf("не сказано, кто подписывает за организацию «%s»", p.Name),
				`добавьте в people её представителя: representative = "Фамилия Имя Отчество"`)
		}
	}
	if sign("chair", m.Chair); !blank(m.Secretary) {
		sign("secretary", m.Secretary)
	}
	for i, name := range m.CoChairs {
		sign(fmt.Sprintf("co_chairs[%d]", i), name)
	}
	for i, s := range m.Signers {
		sign(fmt.Sprintf("signers[%d]", i), s.Name)
	}
	for name, p := range m.Papers {
		for i, s := range p.Signers {
			sign(fmt.Sprintf("papers.%s.signers[%d]", name, i), s.Name)
		}
	}
}
