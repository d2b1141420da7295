package verify

import (
	"context"

	"protokol/generator/internal/origin"
	"protokol/generator/internal/reader"
)

// Edited reports whether somebody may have changed a DOCX after it was printed: another program saved it, its words
// or form values differ from those of a reprint, or it has comments or tracked changes. A paper of other rules or
// templates, or without a source, is judged by who saved it and by the digests of its words and of its markup.
func Edited(ctx context.Context, file []byte) bool {
	if reader.IsRepacked(file) {
		return true
	}
	v := &Verdict{DOCX: true}
	if err := v.compareWords(ctx, file, Claim{}); err != nil {
		return ctx.Err() != nil
	}
	if crc, ok := reader.BodySum(file); v.From.Proof.Body != "" && (!ok || v.From.Proof.Body != origin.BodySum(crc)) {
		return true
	}
	if v.Words == Changed || v.Sourceless() {
		return v.Words == Changed
	}
	return !v.OtherRules && v.OtherDesign == "" && len(v.Differences)+len(v.Remarks) > 0
}
