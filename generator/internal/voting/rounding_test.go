package voting

import "testing"

// TestRounded checks which sums may be off by the rounding of their figures.
func TestRounded(t *testing.T) {
	for _, test := range []struct {
		unit                            Unit
		yes, against, abstained, voting string
		want                            bool
	}{
		{Metres, "1514,05", "1248,70", "359,01", "3121,75", true},
		{Metres, "1514,05", "1248,70", "359,03", "3121,75", false}, // half of 0,01 for each and for the total
		{Metres, "1500", "1200", "421", "3122", false},             // not rounded
		{Percent, "33,3", "33,3", "33,3", "100", true},
		{Percent, "33", "33", "33", "100", true},
		{Percent, "60", "20", "15", "100", false},
		{Shares, "1/3", "1/3", "0", "1", false},
		{Heads, "5", "1", "0", "7", false},
	} {
		tally := Tally{For: votes(t, test.yes), Against: votes(t, test.against), Abstained: votes(t, test.abstained)}
		if got := tally.Rounded(votes(t, test.voting), test.unit); got != test.want {
			t.Errorf("%+v: %v", test, got)
		}
	}
}

// TestFixed checks a fixed number of decimals.
func TestFixed(t *testing.T) {
	for text, want := range map[string]string{"4815,2": "4815,20", "12345": "12 345,00", "0": "0,00", "1,255": "1,255",
		"1/3": "1/3"} {
		if got := votes(t, text).Fixed(2); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	for decimals, want := range []string{"65 %", "64,8 %", "64,83 %"} {
		if got := votes(t, "3121,75").FixedPercentOf(votes(t, "4815,2"), decimals); got != want {
			t.Errorf("%d decimals: %s, want %s", decimals, got, want)
		}
	}
	if got := Whole(1).FixedPercentOf(Amount{}, 2); got != "" {
		t.Errorf("of nothing: %s", got)
	}
}

// TestFew checks which numbers take the genitive singular.
func TestFew(t *testing.T) {
	for text, want := range map[string]bool{"2": true, "24": true, "1,5": true, "1": false, "5": false, "12": false,
		"112": false, "0": false} {
		if votes(t, text).Few() != want {
			t.Errorf("%s: want %v", text, want)
		}
	}
}
