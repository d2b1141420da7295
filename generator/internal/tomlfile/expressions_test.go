package tomlfile

import (
	"bytes"
	"fmt"
	"slices"
	"testing"
)

const manyExpressions = `# о файле

# о номере
number = "3" # хвост
text = """
# не пояснение
строка
"""

[council]
name.a = 'А'
rules = { quorum = "> 1/2", inner = [{ x = 1 }] }
  # внутри
[[agenda]] # вопрос
"два слова" = [
  # внутри списка
  "а",
]
# конец
`

// TestExpressions checks the parts of a file and that nothing of it is lost.
func TestExpressions(t *testing.T) {
	for _, src := range []string{manyExpressions, string(bytes.ReplaceAll([]byte(manyExpressions), []byte("\n"),
		[]byte("\r\n"))), "a = 1", "# только пояснение\n", ""} {
		list, rest := Expressions([]byte(src))
		var whole []byte
		for _, e := range list {
			whole = append(append(whole, e.Lead...), e.Body...)
		}
		if got := string(append(whole, rest...)); got != src {
			t.Errorf("the parts of %q make %q", src, got)
		}
	}
	list, rest := Expressions([]byte(manyExpressions))
	var got []string
	for _, e := range list {
		lines := bytes.Count(e.Body, []byte("\n"))
		got = append(got, fmt.Sprintf("%s %t %q %d %v", e.Path, e.Header, e.Lead, lines, e.Inside))
	}
	want := []string{
		`number false "# о файле\n\n# о номере\n" 1 []`,
		`text false "" 4 []`,
		`council true "\n" 1 []`,
		`council.name.a false "" 1 []`,
		`council.rules false "" 1 [council.rules.quorum council.rules.inner council.rules.inner.x]`,
		`agenda true "  # внутри\n" 1 []`,
		`agenda."два слова" false "" 4 []`,
	}
	if !slices.Equal(got, want) || string(rest) != "# конец\n" {
		t.Errorf("rest %q\n%q", rest, got)
	}
}
