package fields

import (
	"testing"

	"protokol/generator/internal/compose"
)

// TestLetterNames: the names that texts of letters have in braces are names in Word
// templates, too, or those of a question's fields.
func TestLetterNames(t *testing.T) {
	for _, name := range compose.FieldNames() {
		if Find(name, nil) == nil && ofItem(name, nil) == "" {
			t.Errorf("no {%s}", name)
		}
	}
}
