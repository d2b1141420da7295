package verify

import (
	"slices"

	"protokol/generator/internal/compare"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/signature"
)

// isFilled reports whether fields were filled in after a signature.
func isFilled(s signature.Signature) bool { return len(s.Filled) > 0 }

// filled adds to the changes after a signature those fields filled in since that show something other than their
// values. It adds remarks about those that cannot be compared.
func filled(paper *reader.PDF, f *cos.File, r *signature.Report) error {
	first := slices.IndexFunc(r.Signatures, isFilled)
	if first < 0 {
		return nil
	}
	fonts := map[string]bool{}
	if signed, err := f.Before(len(r.Signatures[first].Signed(f.Data))); err == nil {
		fonts = fontsOf(signed)
	}
	fields := formFields(f, fonts)
	for i := range r.Signatures {
		s := &r.Signatures[i]
		if err := compareFilled(paper, fields, s); err != nil {
			return err
		}
		for _, name := range slices.Compact(slices.Sorted(slices.Values(s.Filled))) {
			field, label := fields[name], "«"+shown(fields[name].label)+"»"
			switch {
			case field.odd != "":
				s.Changes = append(s.Changes, "поле "+label+" нарисовано "+field.odd+", а не обычными буквами")
			case field.fonts == lying:
				s.Changes = append(s.Changes, "поле "+label+" нарисовано шрифтом, который показывает не те буквы")
			case field.fonts == foreign && field.value != "":
				remark := "поле " + label + " нарисовано шрифтом, которого не было в подписанном документе: " +
					"посмотрите, то ли на листе, что в данных поля, — «" + shown(field.value) + "»"
				if s.Unlike = true; !slices.Contains(r.Remarks, remark) {
					r.Remarks = append(r.Remarks, remark)
				}
			case field.ticks != "":
				s.Changes = append(s.Changes, "поле "+label+": "+field.ticks)
			}
		}
	}
	return nil
}

// compareFilled compares what the filled fields of text show with their values.
func compareFilled(paper *reader.PDF, fields map[string]formField, s *signature.Signature) error {
	texts := slices.DeleteFunc(slices.Clone(s.Filled), func(name string) bool { return fields[name].kind == "Btn" })
	if len(texts) == 0 {
		return nil
	}
	found, doubts, err := compare.Fields(paper, texts...)
	if err != nil {
		return err
	}
	for _, finding := range found {
		s.Changes = append(s.Changes, finding.String())
	}
	for _, doubt := range doubts {
		s.Unlike = true
		s.Permitted = append(s.Permitted, doubt.String())
	}
	return nil
}
