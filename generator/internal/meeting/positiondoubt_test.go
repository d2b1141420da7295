package meeting

import (
	"testing"

	"protokol/generator/internal/russian"
)

// TestPositionDoubt checks that what is kept does not change a doubt.
func TestPositionDoubt(t *testing.T) {
	for range 2 {
		for _, position := range []string{"", "директор", "директору", "Смирнова Ольга Петровна", "и. о. директора",
			"ООО «Ветер»"} {
			if got, want := positionDoubt(position), russian.PositionDoubt(position); got != want {
				t.Errorf("%q: got %q, want %q", position, got, want)
			}
		}
	}
}
