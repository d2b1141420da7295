package document

import "strings"

// Hints are shown in empty fields by formats without another way to show a
// field.
const (
	HintWords    = "впишите"
	HintChoice   = "выберите или впишите"
	HintDate     = "выберите дату"
	HintRequired = " (обязательно)" // appended to other hints
)

// WithoutHint returns the text that was entered in a field. Editors without
// support for placeholders keep the hint as text, alone or before the entered
// text.
func WithoutHint(value string) string {
	for _, hint := range []string{HintChoice, HintDate, HintWords} {
		rest, hinted := strings.CutPrefix(value, hint)
		if !hinted {
			continue
		}
		if rest, required := strings.CutPrefix(rest, HintRequired); required {
			return rest
		}
		if !strings.HasPrefix(rest, " ") { // longer words are the user's
			return rest
		}
	}
	return value
}
