package signature

import "testing"

// TestNames: letters that look like others are noticed in names, usual names are not.
func TestNames(t *testing.T) {
	for name, odd := range map[string]bool{
		"Чуранов Валерий Сергеевич": false, "John O'Neill": false, "ООО «Ёлка» (Elka)": false,
		"Müller-Lüdenscheidt": false,
		"Чуpанов Валерий":     true, "Ivаnov": true, "Iv\u0430n": true, "Иванов \u05d0\u05d1": true,
		"Иванов\u3164Пётр": true,
		"Ива\u0336нов":     true,
	} {
		s := Signature{Owner: Owner{Name: name}}
		j := judgement{s: &s}
		if j.names(); len(s.Remarks) > 0 != odd {
			t.Errorf("%s: %q", name, s.Remarks)
		}
	}
}
