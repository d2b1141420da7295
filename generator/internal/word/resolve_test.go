package word_test

import (
	"strings"
	"testing"
)

// TestControlTypos: slips in the words of blocks are named as well as those in names.
func TestControlTypos(t *testing.T) {
	for typed, want := range map[string]string{"{есди место}": "{если место}", "{конц}": "{конец}",
		"{инчае}":              "{иначе}",
		"{для кажого вопроса}": "{для каждого вопроса}", "{дял всех решений}": "{для всех решений}",
	} {
		found := false
		for _, s := range open(t, p(typed), nil).Slips(nil) {
			found = found || strings.Contains(s.Hint, "вы имели в виду "+want)
		}
		if !found {
			t.Errorf("%s: %s is not named", typed, want)
		}
	}
}
