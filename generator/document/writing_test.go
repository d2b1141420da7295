package document

import "testing"

func TestHasWritingLine(t *testing.T) {
	for text, want := range map[string]bool{
		"Ознакомлен ____ /А.А. Первый/": true, "a__b": false, "": false, "___": true,
	} {
		for _, inlines := range [][]Inline{{Text{Value: text}}, {Strong{[]Inline{Text{Value: text}}}},
			{Text{Value: "x"}, Emphasis{[]Inline{Text{Value: text}}}}} {
			if got := HasWritingLine(inlines); got != want {
				t.Errorf("%q in %T: %v", text, inlines[0], got)
			}
		}
	}
}
