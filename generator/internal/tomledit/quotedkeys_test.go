package tomledit

import (
	"strings"
	"testing"
)

// TestQuotedKeys: quoted keys may have any blanks around them, and the file that is changed
// stays as it is in memory.
func TestQuotedKeys(t *testing.T) {
	for _, key := range []string{`"place"`, `"place"   `, "'place'\t\t", `"council" . "place"   `} {
		src := "start = \"12:00\"\n" + key + "= 'Зал'  # где\n"
		given := []byte(src)
		got, err := Apply(given, Change{Set, Path{"start"}, "13:30", 0})
		if want := strings.Replace(src, "12:00", "13:30", 1); err != nil || string(got) != want {
			t.Errorf("%q: %q, %v", key, got, err)
		}
		if string(given) != src {
			t.Errorf("%q: the source became %q", key, given)
		}
	}
}
