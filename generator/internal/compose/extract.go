package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
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
	p.Emblem, p.Marks = nil, nil // unless the emblem is on the letterhead
	e := b.meeting.Extract
	if e == nil {
		e = &meeting.Extract{}
	}
	var annexes []Annex
	for _, annex := range p.Annexes {
		if slices.Contains(e.Annexes, annex.number) {
			annexes = append(annexes, annex)
		}
	}
	p.Extract, p.Agenda, p.Annexes, p.Approval = true, chosen, annexes, b.approval("extract.approval", e.Approval)
	return Extract{
		Protocol: p, Copy: b.copySignature(e), CopyDate: b.date("extract.date", e.Date),
		Original: cmp.Or(b.openEnded("extract.original", e.Original), b.openEnded("original", b.meeting.Original)),
	}
}

// copySignature returns the signature that certifies the extract: that of the
// secretary or of the person named in the file.
func (b *builder) copySignature(e *meeting.Extract) Signature {
	key, name := "extract.signer", e.Signer
	role := b.origins.Value("extract.signer_role", e.SignerRole)
	if name == "" {
		keeper := b.keeper()
		if keeper.Name == "" {
			b.wrong("extract.signer", "не сказано, кто заверяет выписку", messagef("добавьте signer — имя из people"))
		}
		return Signature{cmp.Or(role, keeper.Position), keeper.Name, "copy"}
	}
	if s, ok := b.person(name); ok && role == "" {
		role = upperFirst(b.tracedPost(s))
	}
	return Signature{role, b.signs(key, name), "copy"}
}

// openEnded returns the text of a key without a full stop at the end.
func (b *builder) openEnded(key, text string) string {
	return b.origins.Value(key, strings.TrimSuffix(text, "."))
}
