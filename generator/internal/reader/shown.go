package reader

import (
	"strings"

	"protokol/generator/internal/cos"
)

// Show reads the text of the appearances of text fields (ISO 32000-1, 12.5.5),
// which Widgets has returned. Each appearance is placed on a page of its own,
// because overflowing text runs into other fields.
func (p *PDF) Show(widgets []Widget) error {
	u := p.objects.Update()
	var kids cos.Array
	var drawn []int
	pages, draw := u.Reserve(), u.Add(&cos.Stream{Data: []byte("/Field Do")})
	for i, w := range widgets {
		if w.appearance == (cos.Ref{}) {
			continue
		}
		kids, drawn = append(kids, u.Add(appearancePage(p.objects, pages, draw, w.appearance))), append(drawn, i)
	}
	if len(kids) == 0 {
		return nil
	}
	u.Put(pages, cos.Dict{"Type": cos.Name("Pages"), "Kids": kids, "Count": len(kids)})
	u.Put(p.objects.Trailer["Root"].(cos.Ref), cos.Dict{"Type": cos.Name("Catalog"), "Pages": pages})
	if p.objects.Err() != nil {
		return errFields
	}
	sheets, err := p.engine.Open(u.Bytes())
	if err != nil {
		return err
	}
	defer sheets.Close()
	for page, i := range drawn {
		text, err := sheets.Text(page)
		if err != nil {
			return err
		}
		widgets[i].Shown = strings.TrimSpace(text)
	}
	return nil
}

// appearancePage returns a page with an appearance. An appearance without
// resources uses those of its page, here those of the form.
func appearancePage(file *cos.File, parent, draw, appearance cos.Ref) cos.Dict {
	resources := file.Dict(file.Dict(file.Root()["AcroForm"])["DR"])
	const far = 1 << 14 // includes overflowing text
	return cos.Dict{
		"Type": cos.Name("Page"), "Parent": parent, "MediaBox": cos.Array{-far, -far, far, far},
		"Resources": resources.With(cos.Dict{"XObject": cos.Dict{"Field": appearance}}),
		"Contents":  draw,
	}
}
