package meeting

import (
	"fmt"
	"testing"

	"protokol/generator/internal/russian"
)

func TestDoubts(t *testing.T) {
	var kept doubts
	for range 2 {
		for _, position := range []string{"", "директор", "директору", "Смирнова Ольга Петровна", "и. о. директора",
			"ООО «Ветер»"} {
			if got, want := kept.of(position), russian.PositionDoubt(position); got != want {
				t.Errorf("%q: got %q, want %q", position, got, want)
			}
		}
	}
	for i := range 2 * maxDoubts {
		kept.of(fmt.Sprint("инженер ", i))
	}
	if len(kept.known) > maxDoubts {
		t.Errorf("%d positions are kept", len(kept.known))
	}
}
