package meeting

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestNormalize checks names for comparison against the steps that define them.
func TestNormalize(t *testing.T) {
	unified := strings.NewReplacer("\u00a0", " ", "ё", "е", "«", `"`, "»", `"`, "„", `"`, "“", `"`, "”", `"`)
	letters := []rune("аАёЁйИ zZß«»„“”\"\u00a0\u2003\t\n.-№Ⅳİ")
	random := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		text := make([]rune, random.IntN(12))
		for i := range text {
			text[i] = letters[random.IntN(len(letters))]
		}
		want := strings.Join(strings.Fields(unified.Replace(strings.ToLower(string(text)))), " ")
		if got := normalize(string(text)); got != want {
			t.Fatalf("%q: %q, not %q", string(text), got, want)
		}
	}
}
