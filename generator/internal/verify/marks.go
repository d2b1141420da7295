package verify

import (
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
	if len(v.Signatures.Signatures) == 0 {
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
		i := slices.IndexFunc(v.Signatures.Signatures, func(s signature.Signature) bool { return s.Field == w.Name })
		if said == nil || i < 0 {
			continue
		}
		if v.Signatures.Signatures[i].Awaited {
			v.found(w.Page+1, "отметка подписи называет владельцем «%s», а подписи ещё нет", shown(said[1]))
			continue
		}
		if owner := v.Signatures.Signatures[i].Owner.Name; !slices.Equal(letters(said[1]), letters(owner)) {
			v.found(w.Page+1, "отметка подписи называет владельцем «%s», а сертификат выдан на имя «%s»",
				shown(said[1]),
				shown(owner))
		}
	}
	return nil
}

// letters returns the letters and digits of a text: the lines of marks are broken.
func letters(text string) []rune {
	return slices.DeleteFunc([]rune(norm.NFKC.String(strings.ToLower(text))), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}
