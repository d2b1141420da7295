package pdf

import (
	"fmt"
	"strings"
)

// writeField adds a form field and its only widget as one object (ISO 32000-1,
// 12.7.3 and 12.5.6.19) and returns its number. The field is empty, and so is
// its appearance, which PDF/A asks for all the same (ISO 19005-3, 6.3.3).
func (a *annotation) writeField(f *file, common string) int {
	width, height := a.rect[2]-a.rect[0], a.rect[3]-a.rect[1]
	appearance := f.take()
	f.putStream(appearance, "/Type /XObject /Subtype /Form /BBox "+numbers(0, 0, width, height)+" /Resources <<>>", nil)
	about := text(a.node.Field.Tooltip)
	return f.add(fmt.Sprintf("<<%s /Subtype /Widget /FT /Sig /T %s /TU %s /Contents %s /AP <</N %d 0 R>>>>",
		common, text(a.node.Field.Name), about, about, appearance))
}

// form adds the interactive form (ISO 32000-1, 12.7.2) with the fields in the
// order in which they are signed and returns the catalog's entry for it, or ""
// for a paper without fields. The form is an object of its own, so that a
// signature need not write the catalog anew.
func (s *structure) form(f *file) string {
	var fields strings.Builder
	for _, note := range s.notes {
		if note.node.Field != nil {
			fmt.Fprintf(&fields, "%d 0 R ", note.object)
		}
	}
	if fields.Len() == 0 {
		return ""
	}
	const signaturesExist = 1 // SigFlags, bit 1: there are signature fields
	return fmt.Sprintf(" /AcroForm %d 0 R", f.add(fmt.Sprintf("<</Fields [%s] /SigFlags %d>>", fields.String(), signaturesExist)))
}
