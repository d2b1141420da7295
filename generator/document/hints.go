package document

import "strings"

// Hints are shown in empty fields by formats that have no other way to show a field.
const (
	HintWords    = "впишите"
	HintChoice   = "выберите или впишите"
	HintDate     = "выберите дату"
	HintRequired = " (обязательно)" // added to the others
)

// WithoutHint is the text that was filled into a field. Editors that do not know
// placeholders keep the hint as text, alone or before the text that was typed.
func WithoutHint(value string) string {
	for _, hint := range []string{HintChoice, HintDate, HintWords} {
		rest, hinted := strings.CutPrefix(value, hint)
		if !hinted {
			continue
		}
		if rest, required := strings.CutPrefix(rest, HintRequired); required {
			return rest
		}
		if !strings.HasPrefix(rest, " ") { // words that go on are the user's
			return rest
		}
	}
	return value
}
