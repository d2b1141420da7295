package pdf

import (
	"bytes"
	"strings"
	"testing"

	"github.com/go-pdf/fpdf"

	"protokol/generator/internal/cos"
)

// TestCanvasIsStrict checks that unknown output of fpdf is an error.
func TestCanvasIsStrict(t *testing.T) {
	drawn := func(change func(f *cos.File, u *cos.Update, page cos.Ref)) []byte {
		canvas := fpdf.New("P", "pt", "A4", "")
		canvas.SetCompression(false)
		canvas.AddPage()
		canvas.RawWriteStr("0 0 m")
		var b bytes.Buffer
		if err := canvas.Output(&b); err != nil {
			t.Fatal(err)
		}
		f, err := cos.Read(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		pages, _ := f.Pages()
		u := f.Update()
		change(f, u, pages[0])
		data := u.Bytes()
		return data
	}
	canvas, err := readCanvas(drawn(func(*cos.File, *cos.Update, cos.Ref) {}))
	if err != nil || len(canvas.contents) != 1 || !strings.Contains(string(canvas.contents[0]), "0 0 m\n") {
		t.Fatalf("%+v, %v", canvas, err)
	}
	replace := func(object func(f *cos.File, page cos.Ref) cos.Object, changes cos.Dict) func(*cos.File, *cos.Update,
		cos.Ref) {
		return func(f *cos.File, u *cos.Update, page cos.Ref) {
			ref := object(f, page).(cos.Ref)
			u.Put(ref, f.Dict(ref).With(changes))
		}
	}
	page := func(_ *cos.File, page cos.Ref) cos.Object { return page }
	tree := func(f *cos.File, _ cos.Ref) cos.Object { return f.Root()["Pages"] }
	resources := func(f *cos.File, page cos.Ref) cos.Object { return f.Dict(page)["Resources"] }
	for name, change := range map[string]func(*cos.File, *cos.Update, cos.Ref){
		"an entry of a page":  replace(page, cos.Dict{"Rotate": 90}),
		"no contents":         replace(page, cos.Dict{"Contents": nil}),
		"another count":       replace(tree, cos.Dict{"Count": 2}),
		"no pages":            replace(tree, cos.Dict{"Kids": nil}),
		"a font":              replace(resources, cos.Dict{"Font": cos.Dict{"F": 1}}),
		"a kind of resources": replace(resources, cos.Dict{"Shading": cos.Dict{}}),
		"packed contents": func(f *cos.File, u *cos.Update, page cos.Ref) {
			u.Put(f.Dict(page)["Contents"].(cos.Ref), deflated(nil, []byte("0 0 m")))
		},
	} {
		if _, err := readCanvas(drawn(change)); err == nil {
			t.Errorf("taken: %s", name)
		}
	}
	if _, err := readCanvas([]byte("%PDF-1.3\n")); err == nil {
		t.Error("taken: half a file")
	}
}
