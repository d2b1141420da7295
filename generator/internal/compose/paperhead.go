package compose

import (
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
)

// paperHead returns the lines above the title: those of header.institution and the
// name of the body, those of the letterhead, or the name of the body.
func (b *builder) paperHead(p *meeting.Paper) []string {
	if lines := b.institution(p); lines != nil {
		return lines
	}
	if b.meeting.Letterhead == nil && b.subtitleNamesBody(p) {
		return nil
	}
	head := b.letterhead()
	var lines []string
	for _, marked := range []string{head.Parent, head.Name, head.Short} {
		text, at := trace.Strip(marked), 0
		for line := range strings.SplitSeq(text, "\n") {
			if strings.TrimSpace(line) != "" {
				lines = append(lines, trace.Slice(marked, at, at+len(line)))
			}
			at += len(line) + 1
		}
	}
	return lines
}

// subtitleNamesBody reports whether the subtitle of a commission's paper names the body, in any case, or the
// commission: «заседания счётной комиссии».
func (b *builder) subtitleNamesBody(p *meeting.Paper) bool {
	return p.Commission != nil && p.Subtitle != "" &&
		(b.precedes(ownerRules) || russian.NamesCommission(p.Subtitle) || namesCouncil(p.Subtitle, b.meeting.Council))
}

var withoutQuotes = strings.NewReplacer("«", "", "»", "", `"`, "", "„", "", "“", "", "”", "")

// namesCouncil reports whether a text has the name of a body in any case.
func namesCouncil(text string, body meeting.Council) bool {
	forms := []string{body.Name, body.Genitive}
	for c := russian.Genitive; c <= russian.Prepositional; c++ {
		forms = append(forms, russian.Body(body.Name, c).Text)
	}
	key := func(text string) string { return withoutQuotes.Replace(russian.SortKey(text)) }
	return slices.ContainsFunc(forms, func(form string) bool {
		return form != "" && strings.Contains(key(text), key(form))
	})
}

// institution returns the lines of header.institution and the name of the body,
// unless they contain it or the subtitle of a commission's paper names it.
func (b *builder) institution(p *meeting.Paper) []string {
	lines := b.values("header.institution", b.header().Institution)
	name := b.meeting.Council.Name
	above := strings.ToLower(strings.Join(b.header().Institution, " "))
	if lines == nil || name == "" || b.subtitleNamesBody(p) ||
		strings.Contains(above, strings.ToLower(name)) {
		return lines
	}
	return append(lines, upperFirst(b.origins.Value("council.name", name)))
}

// paperContacts returns the other lines of the letterhead if the file asks for all
// of it.
func (b *builder) paperContacts() []Contact {
	if b.meeting.Letterhead == nil || b.header().Letterhead != "full" {
		return nil
	}
	return b.letterhead().Contacts
}

// sides sets the addressees and the sender of a paper.
func (b *builder) sides(key string, p *meeting.Paper, view *Paper) {
	for _, r := range b.recipients(key, &meeting.Letter{To: p.To}) {
		view.Addressees = append(view.Addressees, b.addressee(r))
	}
	if p.From == nil {
		return
	}
	r := b.recipient(key+".from", *p.From)
	name := b.traced(func() string { return b.name(r.subject, russian.Genitive) }, r.nameKeys()...)
	view.From = append(view.From, join(" ", b.tracedPostIn(r.subject, russian.Genitive), name))
	if r.address != "" {
		view.From = append(view.From, b.origins.Value(r.at+".address", r.address))
	}
}
