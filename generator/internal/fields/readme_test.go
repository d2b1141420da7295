package fields

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestREADMENames: every name that the README of templates gives for Word templates
// is one.
func TestREADMENames(t *testing.T) {
	src, err := os.ReadFile("../../../templates/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(src), "## Word templates of an office\n")
	section, _, _ = strings.Cut(section, "\n## ")
	names := regexp.MustCompile("`\\{([^{}`]+)\\}`").FindAllStringSubmatch(section, -1)
	if len(names) < 40 {
		t.Fatalf("only %d names", len(names))
	}
	for _, m := range names {
		block := regexp.MustCompile(`^(для каждого|если|иначе|конец|Код)`)
		words, _, _ := strings.Cut(m[1], " | ")
		within := []Path{FindList("вопроса", nil)}
		if !block.MatchString(words) && Find(words, within) == nil {
			t.Errorf("{%s} is no name", words)
		}
	}
}
