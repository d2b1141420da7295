package compose

import (
	"fmt"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// builder makes the view of a paper from a meeting without errors.
type builder struct {
	*grammar
	Request
	templates    *Templates
	protocolForm string
	err          error // error of a partial used for the view

	counted  *meeting.Assembly
	presence map[string][]Participation // by full name
	bodies   [caseCount]string          // the body that meets, by case
	clusters [caseCount]string

	kindGenitive string

	enclosing bool // the paper has annexes of its own, not those of the protocol
	enclosed  []meeting.Annex
}

const caseCount = russian.Prepositional + 1

func (t *Templates) newBuilder(r Request, m *meeting.Meeting) *builder {
	common := r.Common
	if common == nil {
		common = NewCommon(m)
	}
	return &builder{grammar: newGrammarWith(common, m), Request: r, templates: t, protocolForm: m.ProtocolForm()}
}

func (b *builder) wrong(key, message, hint string) {
	b.problems = append(b.problems, diag.Problem{Key: key, Message: message, Hint: hint})
}

// phrase returns the output of a partial for a fact, where it becomes part of a
// text.
func (b *builder) phrase(partial string, fact any) string {
	text, err := b.templates.phrase(partial, fact, b.origins)
	if err != nil && b.err == nil {
		b.err = err
	}
	return text
}

// word returns one of the words of a partial, selected by a variant: a default
// role, the label of a field.
func (b *builder) word(partial, variant string) string {
	word, err := b.templates.word(partial, variant)
	if err != nil && b.err == nil {
		b.err = err
	}
	return word
}

// assembly returns the attendance and the results of votes.
func (b *builder) assembly() *meeting.Assembly {
	if b.counted == nil {
		b.counted = b.meeting.Assembly()
	}
	return b.counted
}

// council returns the name of the body in a case.
func (b *builder) council(c russian.Case) string {
	if b.bodies[c] == "" {
		council := b.meeting.Council
		b.bodies[c] = b.body(council.Name, "council.name", meeting.Forms{Genitive: council.Genitive}, c)
	}
	return b.bodies[c]
}

// cluster returns the name of the association that the body leads in a case.
func (b *builder) cluster(c russian.Case) string {
	if b.clusters[c] == "" {
		b.clusters[c] = b.body(b.meeting.Council.Cluster, "council.cluster", meeting.Forms{}, c)
	}
	return b.clusters[c]
}

// councils returns the names of the bodies that meet, in the genitive.
func (b *builder) councils() string {
	if len(b.meeting.Joint) == 0 {
		return b.council(russian.Genitive)
	}
	bodies := []string{b.council(russian.Genitive)}
	for i, joint := range b.meeting.Joint {
		key := fmt.Sprintf("joint[%d].name", i)
		bodies = append(bodies, b.body(joint.Name, key, meeting.Forms{Genitive: joint.Genitive}, russian.Genitive))
	}
	return russian.Enumerate(bodies)
}

// short returns the person that the value of a key refers to, by surname and initials, and any other value
// verbatim.
func (b *builder) short(key, name string) string {
	if s, ok := b.person(name); ok {
		return b.origins.Computed(b.initials(s, russian.After), key, s.key+".name")
	}
	return b.origins.Value(key, name)
}

// shorts returns people by surname and initials, and bodies verbatim.
func (b *builder) shorts(key string, names []string) Names {
	var list Names
	for i, name := range names {
		list = append(list, b.short(element(key, i), name))
	}
	return list
}

// fullNameOf returns the full name of the person that the value of a key refers
// to, or the value.
func (b *builder) fullNameOf(key, name string) string {
	if s, ok := b.person(name); ok {
		return b.fullName(s, key)
	}
	return b.corrected(key, name)
}

// corrected returns the name of somebody who is not one of the people, as it was
// read: capitals are put into the usual letters.
func (b *builder) corrected(key, name string) string {
	if p := b.read(subject{Person: meeting.Person{Name: name}, key: key}); p.Kind == russian.OnePerson &&
		p.Text != name {
		return b.origins.Computed(p.Text, key)
	}
	return b.origins.Value(key, name)
}

// signs returns a name for a signature: «И.И. Первый».
func (b *builder) signs(key, name string) string {
	if s, ok := b.person(name); ok {
		return b.origins.Computed(b.initials(s, russian.Before), key, s.key+".name")
	}
	return b.origins.Computed(russian.Short(name, russian.Before), key)
}
