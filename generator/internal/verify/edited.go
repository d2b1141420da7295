package verify

import (
	"context"

	"protokol/generator/internal/reader"
)

// Edited reports whether somebody may have changed a DOCX after it was printed:
// another program saved it, its words or the answers in it are not those of a
// reprint, or it has comments or tracked changes. A paper without a source, or of
// other rules or templates, is judged only by who saved it.
func Edited(ctx context.Context, file []byte) bool {
	if reader.IsRepacked(file) {
		return true
	}
	v := &Verdict{DOCX: true}
	if err := v.compareWords(ctx, file); err != nil {
		return ctx.Err() != nil
	}
	return !v.OtherRules && v.OtherDesign == "" && len(v.Differences)+len(v.Remarks) > 0
}
