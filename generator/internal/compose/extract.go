package compose

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
)

// Extract is the view of an extract: the protocol with the selected questions
// only, under their original numbers, and the mark of certification.
type Extract struct {
	Protocol
	Copy     Signature `about:"кто говорит «Верно»"`
	CopyDate string    `about:"дата заверения; пусто — линия"`
	Original string    `about:"где подлинник, без точки в конце"`
}

func newExtract(b *builder) any {
	p := b.newProtocol()
	var chosen []Question
	for i, q := range p.Agenda {
		if slices.Contains(b.Items, i+1) {
			chosen = append(chosen, q)
		}
	}
	for _, n := range b.Items {
		if count := len(p.Agenda); n < 1 || n > count {
			b.wrong("agenda", fmt.Sprintf("вопроса %d нет, в повестке их %d", n, count), "исправьте список вопросов")
		}
	}
	e := b.meeting.Extract
	if e == nil {
		e = &meeting.Extract{}
	}
	p.Emblem, p.Marks = nil, b.values("extract.marks", e.Marks) // unless the emblem is on the letterhead
	var annexes []Annex
	for _, annex := range p.Annexes {
		if slices.Contains(e.Annexes, annex.number) {
			annexes = append(annexes, annex)
		}
	}
	p.Extract, p.Agenda, p.Annexes, p.Agreed = true, chosen, annexes, Stamps{}
	p.Repeats = repeats(func(part string) bool { return slices.Contains(e.Include, part) })
	p.openElections()
	b.extractTitle(&p)
	p.Approval = b.approval("extract.approval", e.Approval)
	return Extract{
		Protocol: p, Copy: b.extractSigner(e), CopyDate: b.date("extract.date", e.Date),
		Original: cmp.Or(b.openEnded("extract.original", e.Original), b.openEnded("original", b.meeting.Original)),
	}
}

// extractTitle sets what the extract is from, if the protocol has a title of its own: «РЕШЕНИЯ» of «РЕШЕНИЕ». Earlier
// rules have no other word than that of the template.
func (b *builder) extractTitle(p *Protocol) {
	p.Labels.Title = ""
	if title := b.words().Title; title != nil && *title != "" && !b.precedes(headRules) {
		p.Labels.Title = trace.Apply(b.actIn("words.title", *title, russian.Genitive), strings.ToUpper)
	}
}

// lostParts warns of the marks and the parts of a protocol that an extract by the templates does not print, unless the
// file says which ones extracts have. What an office notes on the original for itself (who approved, agreed, read and
// got it, and who prepared it) is not part of what was decided and not missed.
func lostParts(m *meeting.Meeting) (list diag.List) {
	e := cmp.Or(m.Extract, &meeting.Extract{})
	if len(m.Marks) > 0 && e.Marks == nil {
		list = append(list, diag.Problem{Severity: diag.Warning, Key: "marks",
			Message: messagef("отметки протокола (marks) в выписке из него не печатаются"),
			Hint: messagef(`какие отметки нужны выписке, укажите: extract.marks = ["Для служебного пользования"]; ` +
				"если никаких, напишите extract.marks = []")})
	}
	if e.Include != nil {
		return list
	}
	for _, part := range meeting.ExtractParts {
		if m.HasExtractPart(part) {
			list = append(list, diag.Problem{Severity: diag.Warning, Key: part,
				Message: messagef("в выписке из протокола этого нет"),
				Hint: messagef(`если это нужно и выписке, напишите extract.include = ["%s"]; если нет, `+
					"extract.include = []", part)})
		}
	}
	return list
}

// checkExtract returns the problems that any extract from a meeting has. Parts are missed only if the file says that
// there is an extract.
func checkExtract(ctx context.Context, m *meeting.Meeting, elsewhere Elsewhere) diag.List {
	lost := lostParts(m)
	if m.Extract == nil {
		lost = slices.DeleteFunc(lost, func(p diag.Problem) bool { return p.Key != "marks" })
	}
	if len(lost) == 0 || lacksMeeting(m, Request{}) != "" {
		return nil
	}
	if elsewhere != nil {
		if _, _, ok, err := elsewhere(ctx, Request{Kind: "extract", Items: []int{1}}); ok || err != nil {
			return nil
		}
	}
	return lost
}

// extractSigner returns the signature that certifies the extract: that of the
// secretary or of the person named in the file.
func (b *builder) extractSigner(e *meeting.Extract) Signature {
	if e.Signer != "" {
		return b.copySignature("extract", e.Signer, e.SignerRole)
	}
	keeper := b.keeper()
	if keeper.Name == "" {
		b.wrong("extract.signer", "не сказано, кто заверяет выписку", messagef("добавьте signer — имя из people"))
	}
	role := b.origins.Value("extract.signer_role", e.SignerRole)
	return Signature{cmp.Or(role, keeper.Position), keeper.Name, "copy"}
}

// copySignature returns the signature of the person who certifies a copy in the
// section of a key.
func (b *builder) copySignature(key, name, role string) Signature {
	role = b.origins.Value(key+".signer_role", role)
	if s, ok := b.person(name); ok && role == "" {
		role = upperFirst(b.tracedPost(s))
	}
	return Signature{role, b.signs(key+".signer", name), "copy"}
}

// CopyMark is the mark that certifies a copy of a paper.
type CopyMark struct {
	Copy     Signature `about:"кто говорит «Верно»"`
	CopyDate string    `about:"дата заверения; пусто — линия"`
	Original string    `about:"где подлинник, без точки в конце"`
}

// certified returns the mark of a key that certifies a copy, or nil.
func (b *builder) certified(key string, k *meeting.CopyMark) *CopyMark {
	if k == nil {
		return nil
	}
	return &CopyMark{Copy: b.copySignature(key, k.Signer, k.SignerRole), CopyDate: b.date(key+".date", k.Date),
		Original: b.openEnded(key+".original", k.Original)}
}

// openEnded returns the text of a key without a full stop at the end.
func (b *builder) openEnded(key, text string) string {
	return b.origins.Value(key, strings.TrimSuffix(text, "."))
}
