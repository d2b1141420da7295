package generator

import (
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/starter"
)

// TestStarters checks that every form of protocol and every kind of paper has a
// file to begin with, which is printed without warnings.
func TestStarters(t *testing.T) {
	g, err := New(Config{})
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range starter.Forms() {
		for _, kind := range compose.Kinds {
			files, err := Starter(form, kind.Name)
			if err != nil {
				t.Error(err)
				continue
			}
			m, problems := g.Parse(nil, files[0].Path, files[0].Data)
			if len(problems.List) > 0 {
				t.Errorf("%s %s: %v", form, kind.Name, problems.List)
				continue
			}
			if found, err := g.Check(t.Context(), m); err != nil || len(found.List) > 0 {
				t.Errorf("%s %s: %v %v", form, kind.Name, found.List, err)
			}
			r := compose.Request{Kind: kind.Name, Items: []int{1}}
			if why := kind.Lacks(m.source.Meeting, r); why != "" {
				t.Errorf("%s %s: %s", form, kind.Name, why)
			}
		}
	}
	for _, wrong := range [][2]string{{"ful", ""}, {"", "leter"}, {"", "letterhead"}, {"../meeting", ""}} {
		if _, err := Starter(wrong[0], wrong[1]); err == nil {
			t.Errorf("%v is known", wrong)
		}
	}
}
