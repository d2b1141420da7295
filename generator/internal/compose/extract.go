package compose

import (
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
	Form     string    // of the protocol: "council", "brief" or "full"
	Copy     Signature // who says «Верно»
	CopyDate string    // empty leaves a line
	Original string    // where the original is kept; may be empty
}

func newExtract(d *draft) any {
	p := newProtocol(d.meeting, d.grammar)
	count := len(p.Agenda)
	p.Agenda = slices.DeleteFunc(p.Agenda, func(q Question) bool { return !slices.Contains(d.Items, q.Number) })
	for _, n := range d.Items {
		if n < 1 || n > count {
			d.wrong("agenda", fmt.Sprintf("вопроса %d нет, в повестке их %d", n, count), "исправьте --items")
		}
	}
	p.DocumentTitle = "Выписка из протокола " + reference(d.meeting)
	p.Annexes = nil
	view := Extract{Protocol: p, Form: d.meeting.ProtocolForm()}
	e := d.meeting.Extract
	if e == nil {
		e = &meeting.Extract{}
	}
	s, _ := d.person(or(e.Signer, d.meeting.Secretary))
	role := e.SignerRole
	if role == "" && e.Signer == "" {
		role = or(d.meeting.Council.SecretaryRole, "Секретарь")
	}
	view.Copy = Signature{or(role, upperFirst(d.post(s, russian.Nominative))), russian.Short(s.Name, russian.Before), "copy"}
	view.CopyDate = date(e.Date)
	view.Original = strings.TrimSuffix(or(e.Original, d.meeting.Original), ".")
	return view
}
