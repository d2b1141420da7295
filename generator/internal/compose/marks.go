package compose

import (
	"cmp"
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Approval is the mark of approval.
type Approval struct {
	By       string       `about:"акт, которым утверждено: «решением Совета от …»"`
	Position string       `about:"должность и организация утверждающего"`
	Name     string       `about:"кто утверждает: «И.И. Первый»"`
	Date     ApprovalDate `about:"дата; пусто — место для неё"`
}

// ApprovalDate is a date or "", which leaves a place to write it.
type ApprovalDate string

// Executor is who prepared the paper.
type Executor struct {
	Name  string `about:"имя"`
	Phone string `about:"телефон"`
	Email string `about:"электронная почта"`
}

// Leader is a line of the head: who chaired, who kept the minutes.
type Leader struct {
	Role string     `about:"«Председательствующий», «Сопредседатель», «Секретарь»"`
	Name LeaderName `about:"кто"`
}

// LeaderName is a leader by surname and initials.
type LeaderName struct {
	Short string `about:"«Образцов П.И.»"`
	Role  string `about:"роль председательствующего в органе"`
}

// Signature is a line to sign. Field names the place of the electronic
// signature after the signer's role.
type Signature struct {
	Position string `about:"должность или роль подписывающего"`
	Name     string `about:"кто подписывает: «И.И. Первый»"`
	Field    string `about:"имя поля электронной подписи"`
}

func (b *builder) approval() *Approval {
	a := b.meeting.Approval
	switch {
	case a == nil:
		return nil
	case a.By != "":
		return &Approval{By: a.By}
	}
	return &Approval{Position: strings.TrimSpace(a.Position + " " + a.Organization),
		Name: russian.Short(b.full(a.Name), russian.Before), Date: ApprovalDate(date(a.Date))}
}

func (b *builder) executor() *Executor {
	e := b.meeting.Executor
	if e == nil {
		return nil
	}
	return &Executor{b.full(e.Name), e.Phone, e.Email}
}

// leaders are who chaired and who kept the minutes.
func (b *builder) leaders() []Leader {
	m := b.meeting
	chair := LeaderName{Short: b.short(m.Chair)}
	if p, _ := b.directory.Person(m.Chair); p.Role != "" {
		chair.Role = p.Role
	}
	list := []Leader{{b.word("leader-role", "chair"), chair}}
	for _, name := range m.CoChairs {
		list = append(list, Leader{b.word("leader-role", "cochair"), LeaderName{Short: b.short(name)}})
	}
	return append(list, Leader{b.word("leader-role", "secretary"), LeaderName{Short: b.short(m.Secretary)}})
}

// signatures are those the file asks for, or those of the chair, the
// co-chairs, the secretary and the counting commission.
func (b *builder) signatures() []Signature {
	m := b.meeting
	var list []Signature
	sign := func(role, name, field string) {
		list = append(list, Signature{Position: role, Name: russian.Short(b.full(name), russian.Before), Field: field})
	}
	if len(m.Signers) > 0 {
		for _, signer := range m.Signers {
			sign(cmp.Or(signer.Role, b.role(signer.Name)), signer.Name, b.signatureField(signer.Name))
		}
		return list
	}
	sign(b.role(m.Chair), m.Chair, "chair")
	for _, name := range m.CoChairs {
		sign(b.role(name), name, "cochair")
	}
	sign(b.role(m.Secretary), m.Secretary, "secretary")
	if k := m.Counting; k != nil {
		if k.Chair != "" {
			sign(b.word("role", "counting_chair"), k.Chair, "counting_chair")
		}
		for _, name := range k.Members {
			sign(b.word("role", "counting_member"), name, "counting_member")
		}
	}
	return list
}

// chairRole and secretaryRole are what they sign as.
func (b *builder) chairRole() string {
	return cmp.Or(b.meeting.Council.ChairRole, b.word("role", "chair"))
}

func (b *builder) secretaryRole() string {
	return cmp.Or(b.meeting.Council.SecretaryRole, b.word("role", "secretary"))
}

// means returns a predicate: does a reference name this person.
func (b *builder) means(p meeting.Person) func(ref string) bool {
	return func(ref string) bool {
		found, ok := b.directory.Person(ref)
		return ok && found.Name == p.Name
	}
}

// signatureField names the place of a person's electronic signature.
func (b *builder) signatureField(name string) string {
	m := b.meeting
	p, _ := b.directory.Person(name)
	is := b.means(p)
	switch {
	case is(m.Chair):
		return "chair"
	case slices.ContainsFunc(m.CoChairs, is):
		return "cochair"
	case is(m.Secretary):
		return "secretary"
	}
	return "signer"
}

// role is what a person signs as: their own role, that of the meeting, or
// their position.
func (b *builder) role(name string) string {
	m := b.meeting
	p, _ := b.directory.Person(name)
	is := b.means(p)
	switch {
	case p.Role != "":
		return upperFirst(p.Role)
	case is(m.Chair):
		return b.chairRole()
	case is(m.Secretary):
		return b.secretaryRole()
	case slices.ContainsFunc(m.CoChairs, is):
		return b.word("role", "cochair")
	}
	return upperFirst(strings.TrimSpace(p.Position + " " + p.Organization))
}
