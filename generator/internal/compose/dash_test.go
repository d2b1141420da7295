package compose

import (
	"testing"

	"protokol/generator/document"
)

// TestDash checks that a typed hyphen becomes the dash that the paper has.
func TestDash(t *testing.T) {
	for _, test := range []struct{ template, typed, want string }{
		{"Председатель – Первый И.И.", "О плане (далее - План)", "О плане (далее\u00A0– План)"},
		{"Председатель – Первый И.И.", "О плане -- и смете", "О плане\u00A0– и смете"},
		{"«за» –", "О плане - и смете", "О плане\u00A0– и смете"},
		{"ПРОТОКОЛ", "О плане (далее - План)", "О плане (далее\u00A0— План)"},
		{"Классы 8–9", "О плане - и смете", "О плане\u00A0— и смете"},
		{"Председатель – Первый И.И.", "План — на год - 2026", "План\u00A0– на год\u00A0– 2026"},
		{"Председатель – Первый И.И.", "- веб-отдел", "- веб-отдел"},
	} {
		inlines := []document.Inline{document.Text{Value: test.template}, document.Strong{
			Inlines: []document.Inline{document.Text{Value: test.typed}}}}
		typeset([]document.Block{document.Paragraph{Inlines: inlines}}, withDashes)
		if got := inlines[1].(document.Strong).Inlines[0].(document.Text).Value; got != test.want {
			t.Errorf("beside %q %q is %q, want %q", test.template, test.typed, got, test.want)
		}
	}
}
