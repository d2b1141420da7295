package voting

import (
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestAmounts(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"0", "0"},
		{"12", "12"},
		{"007", "7"},
		{"1 234,5", "1234,5"},
		{"12 345,50", "12 345,5"},
		{"1\u00a0234\u202f567", "1 234 567"},
		{"33.3 %", "33,3"},
		{"0,000000001", "0,000000001"},
		{"1/3", "1/3"},
		{"2/4", "0,5"},
		{"666 2/3", "666 2/3"},
		{"1 000 1/3", "1000 1/3"},
		{" 5 ", "5"},
	} {
		a, err := ParseAmount(test.text)
		if err != nil || a.String() != test.want {
			t.Errorf("%q: %v, %v", test.text, a, err)
		}
		if again, err := ParseAmount(a.String()); err != nil || !again.Equal(a) {
			t.Errorf("%q: %v, %v", a, again, err)
		}
	}
	for _, text := range []string{
		"", "-1", "+1", "1,", ",5", "1,2,3", "1e9", "0x10", "12 34", "1234 567", "1/0", "1/", "/2", "1/2/3", "%",
		"пять", "1,0000000001", strings.Repeat("9", maxDigits+1), "1_000", "١٢",
	} {
		if a, err := ParseAmount(text); err == nil {
			t.Errorf("%q is %v", text, a)
		}
	}
}

// TestNoFloats checks that ten tenths and three thirds are exactly one.
func TestNoFloats(t *testing.T) {
	tenth, _ := ParseAmount("0,1")
	third, _ := ParseAmount("1/3")
	var tenths, thirds Amount
	for range 10 {
		tenths = tenths.Add(tenth)
	}
	for range 3 {
		thirds = thirds.Add(third)
	}
	if !tenths.Equal(Whole(1)) || !thirds.Equal(Whole(1)) {
		t.Error(tenths, thirds)
	}
}

func TestSub(t *testing.T) {
	if got := Whole(5).Sub(Whole(2)); !got.Equal(Whole(3)) {
		t.Error(got)
	}
	if got := Whole(2).Sub(Whole(5)); !got.IsZero() {
		t.Error(got)
	}
}

func TestPercentOf(t *testing.T) {
	for _, test := range []struct {
		a, whole int
		want     string
	}{{2, 3, "66,67 %"}, {1, 2, "50 %"}, {3, 3, "100 %"}, {0, 3, "0 %"}, {1, 0, ""}, {1, 100_000, "0 %"}} {
		if got := Whole(test.a).PercentOf(Whole(test.whole)); got != test.want {
			t.Errorf("%d of %d: %s", test.a, test.whole, got)
		}
	}
}

// randomAmount returns a random number of votes, often a small integer.
func randomAmount(rng *rand.Rand) Amount {
	switch rng.IntN(3) {
	case 0:
		return Whole(rng.IntN(20))
	case 1:
		return Amount{big.NewRat(rng.Int64N(100_000), 100)}
	}
	return Amount{big.NewRat(rng.Int64N(1000), 1+rng.Int64N(12))}
}

func TestAmountsReadBack(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		a := randomAmount(rng)
		if again, err := ParseAmount(a.String()); err != nil || !again.Equal(a) {
			t.Fatalf("%s: %v, %v", a.value(), again, err)
		}
	}
}

func FuzzParseAmount(f *testing.F) {
	for _, seed := range []string{
		"12", "1 234,5", "1/3", "666 2/3", "33,3 %", "-1", "999999999999999/999999999999999",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, err := ParseAmount(text)
		if err != nil {
			return
		}
		if a.Cmp(Amount{}) < 0 {
			t.Fatalf("%q is %v", text, a)
		}
		// A fraction without an integer part can be parsed again. With one, its
		// parts may exceed the limits.
		if again, err := ParseAmount(a.String()); err == nil && !again.Equal(a) {
			t.Fatalf("%q is %v, but %q is %v", text, a, a.String(), again)
		}
	})
}

func TestSingular(t *testing.T) {
	for text, want := range map[string]bool{"1": true, "21": true, "101": true,
		"11": false, "111": false, "12": false, "0": false, "1,5": false} {
		if votes(t, text).Singular() != want {
			t.Errorf("%s: want %v", text, want)
		}
	}
}
