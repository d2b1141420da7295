package document

import "strings"

// What a field shows while it is empty, where a format has nothing else to show
// that there is one.
const (
	HintWords    = "впишите"
	HintChoice   = "выберите или впишите"
	HintDate     = "выберите дату"
	HintRequired = " (обязательно)" // added to the others
)

// WithoutHint is what was filled into a field. Editors that do not know a hint
// for one keep it as text, alone or before what was typed.
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
