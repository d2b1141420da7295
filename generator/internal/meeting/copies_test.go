package meeting

import (
	"testing"

	"protokol/generator/diag"
)

// TestAddressOfCopy: a letter names those who get a copy without their addresses, which
// a warning says.
func TestAddressOfCopy(t *testing.T) {
	for address, want := range map[string]int{"г. Тула, ул. Мира, д. 1": 1, "": 0} {
		m := &Meeting{Letter: &Letter{Copies: []Addressee{{Organization: "ООО «Лоза»", Address: address}}}}
		found := 0
		for _, p := range m.Check() {
			if p.Key == "letter.copies[0].address" && p.Severity == diag.Warning {
				found++
			}
		}
		if found != want {
			t.Errorf("%q: warnings: %d, want %d", address, found, want)
		}
	}
}
