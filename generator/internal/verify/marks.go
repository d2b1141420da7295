package verify

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"protokol/generator/internal/reader"
	"protokol/generator/internal/signature"
)

// markOwner matches the owner in the words of a mark of an electronic signature (ГОСТ Р
// 7.0.97-2025, 5.23).
var markOwner = regexp.MustCompile(`(?is)Владелец:?\s+(.{1,300}?)\s+Действителен`)

// checkMarks reports marks of signatures that name another owner than the certificate.
func (v *Verdict) checkMarks(paper *reader.PDF) error {
	return misnamed(paper, v.Signatures, func(page int, s *signature.Signature, said string) {
		v.found(page+1, "отметка подписи называет владельцем «%s», а %s", shown(said), holderOf(s))
	})
}

// forbidMisnamed adds to the signatures of a report that their marks name another owner.
func forbidMisnamed(paper *reader.PDF, r *signature.Report) error {
	return misnamed(paper, r, func(page int, s *signature.Signature, said string) {
		s.Forbidden = append(s.Forbidden, fmt.Sprintf("отметка подписи на странице %d называет владельцем «%s», а %s",
			page+1, shown(said), holderOf(s)))
	})
}

func holderOf(s *signature.Signature) string {
	if s.Awaited {
		return "подписи ещё нет"
	}
	return "сертификат выдан на имя «" + shown(s.Owner.Name) + "»"
}

// misnamed calls tell for the marks of signatures that name another owner than the certificate, with the page, from 0,
// and the name.
func misnamed(
	paper *reader.PDF, r *signature.Report, tell func(page int, s *signature.Signature, said string),
) error {
	if len(r.Signatures) == 0 {
		return nil
	}
	widgets, err := paper.Widgets()
	if err != nil {
		return err
	}
	widgets = slices.DeleteFunc(widgets, func(w reader.Widget) bool { return w.Kind != reader.SignatureField })
	if err := paper.Show(widgets); err != nil {
		return err
	}
	for _, w := range widgets {
		said := markOwner.FindStringSubmatch(w.Shown)
		i := slices.IndexFunc(r.Signatures, func(s signature.Signature) bool { return s.Field == w.Name })
		if said == nil || i < 0 {
			continue
		}
		if s := &r.Signatures[i]; s.Awaited || !namesOwner(said[1], s.Owner.Name) {
			tell(w.Page, s, said[1])
		}
	}
	return nil
}

// namesOwner reports whether a mark names an owner, whose names after the surname may be initials.
func namesOwner(said, owner string) bool {
	if slices.Equal(letters(said), letters(owner)) {
		return true
	}
	parts := func(name string) []string {
		isOther := func(r rune) bool { return !unicode.IsLetter(r) }
		return strings.FieldsFunc(strings.ToLower(norm.NFKC.String(name)), isOther)
	}
	short, full := parts(said), parts(owner)
	if len(short) < 2 || len(short) != len(full) || short[0] != full[0] {
		return false
	}
	for i, part := range short[1:] {
		if initial := []rune(full[i+1])[:1]; part != full[i+1] && part != string(initial) {
			return false
		}
	}
	return true
}

// letters returns the letters and digits of a text: the lines of marks are broken.
func letters(text string) []rune {
	return slices.DeleteFunc([]rune(norm.NFKC.String(strings.ToLower(text))), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}
