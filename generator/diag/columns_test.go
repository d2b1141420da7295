package diag

import "testing"

// TestHintWithPairs: only hints about the columns of a list have pairs of a field and a
// column; in others, and in quotes, they are texts of the user.
func TestHintWithPairs(t *testing.T) {
	for _, test := range []struct{ code, hint, want string }{
		{CodeColumn, "назовите его: name=B или organization=…", "назовите его: --map name=B или --map organization=…"},
		{CodeHeading, "назовите сами: organization=AB; в строке: A «inn=C»",
			"назовите сами: --map organization=AB; в строке: A «inn=C»"},
		{"", `place = "https://telemost.example/j?id=A12"`, `place = "https://telemost.example/j?id=A12"`},
		{CodeWorksheet, "{ name=B }", "{ name=B }"},
	} {
		if got := (Problem{Code: test.code, Hint: test.hint}).HintWithPairs("--map "); got != test.want {
			t.Errorf("%s: %s, want %s", test.code, got, test.want)
		}
	}
}
