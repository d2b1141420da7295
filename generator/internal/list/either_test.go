package list

import "testing"

// TestAcronymNames checks which abbreviations before a number or a name in quotes are organizations.
func TestAcronymNames(t *testing.T) {
	for text, want := range map[string]bool{
		"УИК № 105": true, "ГТРК «Ель»": true, "ДШИ № 2": true,
		"ДОГОВОР № 5": false, "ПРИКАЗ № 5": false, "КОРПУС «А»": false, "АКТ № 5": false,
	} {
		if got := isOfField("organization", text); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}
