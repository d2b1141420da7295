package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Extract is what the template of an extract sees: the protocol with the chosen
// questions only, under their own numbers, and the mark of who copied it.
type Extract struct {
	Protocol
	Copy     Signature `about:"кто говорит «Верно»"`
	CopyDate string    `about:"дата заверения; пусто — линия"`
	Original string    `about:"где подлинник, без точки в конце"`
}

func newExtract(b *builder) any {
	p := b.newProtocol()
	count := len(p.Agenda)
	p.Agenda = slices.DeleteFunc(p.Agenda, func(q Question) bool { return !slices.Contains(b.Items, q.Number) })
	for _, n := range b.Items {
		if n < 1 || n > count {
			b.wrong("agenda", fmt.Sprintf("вопроса %d нет, в повестке их %d", n, count), "исправьте список вопросов")
		}
	}
	p.Annexes = nil
	view := Extract{Protocol: p}
	e := b.meeting.Extract
	if e == nil {
		e = &meeting.Extract{}
	}
	s, _ := b.person(cmp.Or(e.Signer, b.meeting.Secretary))
	role := e.SignerRole
	if role == "" && e.Signer == "" {
		role = b.secretaryRole()
	}
	view.Copy = Signature{cmp.Or(role, upperFirst(b.post(s, russian.Nominative))), russian.Short(s.Name,
		russian.Before), "copy"}
	view.CopyDate = date(e.Date)
	view.Original = strings.TrimSuffix(cmp.Or(e.Original, b.meeting.Original), ".")
	return view
}
