package compare

import (
	"strings"
	"testing"

	"protokol/generator/internal/reader"
)

// TestImages: what changes the appearance of a picture differs where that of the reprint lacks
// it, or has it otherwise.
func TestImages(t *testing.T) {
	const floats, round = "снят со строки", "обрезан по фигуре: ellipse"
	emblem := reader.Image{Width: 20, Height: 25, About: "Герб", Odd: []string{floats, round}, X: 90, Y: 5}
	type image = reader.Image
	with := func(change func(*reader.Image)) reader.Image {
		made := emblem
		change(&made)
		return made
	}
	for name, test := range map[string]struct {
		is   reader.Image
		want string
	}{
		"as printed":         {emblem, ""},
		"rounded":            {with(func(i *image) { i.X = 91 }), ""},
		"moved":              {with(func(i *image) { i.Y = 60 }), "передвинут"},
		"hidden":             {with(func(i *image) { i.Odd = []string{floats, "скрыт", round} }), "файле: скрыт"},
		"of another shape":   {with(func(i *image) { i.Odd = []string{floats, "обрезан по фигуре: line"} }), ": line"},
		"shown whole":        {with(func(i *image) { i.Odd = []string{floats} }), "показан и назван иначе"},
		"a name of its file": {with(func(i *image) { i.Odd = append(i.Odd, reader.NamedTwice) }), "двумя именами"},
		"another file":       {with(func(i *image) { i.Sum[0] = 1 }), "рисунок не тот"},
	} {
		var r Report
		r.images([]reader.Image{test.is}, []reader.Image{emblem})
		found := ""
		if len(r.Differences) > 0 {
			found = r.Differences[0].Text
		}
		if (found == "") != (test.want == "") || !strings.Contains(found, test.want) {
			t.Errorf("%s: %q", name, found)
		}
	}
	var r Report
	lost := with(func(i *image) { i.Odd = append(i.Odd, reader.NamedTwice) })
	if r.images([]reader.Image{emblem}, []reader.Image{lost}); len(r.Differences) > 0 {
		t.Errorf("one of two names: %v", r.Differences)
	}
}

// TestFormMarks: a check box that shows no known mark is as the template has it, or differs.
func TestFormMarks(t *testing.T) {
	box := reader.Field{Name: "x", Kind: reader.CheckBox, Off: true, Hint: "o"}
	for name, test := range map[string]struct {
		is   reader.Field
		pass bool
	}{
		"as printed":         {box, true},
		"another sign":       {reader.Field{Name: "x", Kind: box.Kind, Off: true, Hint: "þ"}, false},
		"ticked in the data": {reader.Field{Name: "x", Kind: box.Kind, Off: true, Hint: "o", Checked: true}, false},
	} {
		var r Report
		if r.form([]reader.Field{test.is}, []reader.Field{box}); (len(r.Differences) == 0) != test.pass {
			t.Errorf("%s: %v", name, r.Differences)
		}
	}
}
