package printing

import (
	"io"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/effort"
	"protokol/generator/internal/wordml"
	"protokol/generator/internal/wordml/wordmltest"
)

var (
	tags    = regexp.MustCompile(`<[^>]*>|[^<]+`)
	figures = regexp.MustCompile(`"-?\d+"`)
)

// TestHostilePapers: papers whose elements were moved, dropped and doubled, and
// whose numbers were replaced by others, are refused or printed in bounded time.
func TestHostilePapers(t *testing.T) {
	printer, err := NewWordPrinter()
	if err != nil {
		t.Fatal(err)
	}
	bodies := slices.Concat(hostileBodies, corpusBodies(t))
	random := rand.New(rand.NewPCG(19, 7))
	count := 600
	if !effort.Gate() {
		count = 150
	}
	for range count {
		first, second := random.IntN(len(bodies)), random.IntN(len(bodies))
		body := spoil(random, bodies[first]+bodies[second])
		doc, err := wordml.Open(wordmltest.Body(t, body))
		if err != nil {
			t.Fatal(err)
		}
		begun := time.Now()
		paper, err := printer.Lay(t.Context(), doc, nil, nil)
		if err != nil {
			continue
		}
		if err := paper.Write(io.Discard, LoweredOptions{Title: "t", Date: time.Unix(0, 0).UTC()}); err != nil {
			t.Fatalf("%v\n%s", err, body)
		}
		if spent := time.Since(begun); spent > 20*time.Second {
			t.Errorf("%v for\n%s", spent, body)
		}
	}
}

// spoil changes a body: the tags stay balanced as a rule.
func spoil(random *rand.Rand, body string) string {
	numbers := []string{"0", "1", "-1", "7", "100", "720", "9360", "31680", "99999", "-99999", "2147483648"}
	body = figures.ReplaceAllStringFunc(body, func(old string) string {
		if random.IntN(3) > 0 {
			return old
		}
		return `"` + numbers[random.IntN(len(numbers))] + `"`
	})
	parts := tags.FindAllString(body, -1)
	for range random.IntN(4) {
		from, to := element(parts, random.IntN(len(parts)))
		piece := slices.Clone(parts[from:to])
		switch at := random.IntN(len(parts)); random.IntN(3) {
		case 0:
			parts = slices.Delete(parts, from, to)
		case 1:
			parts = slices.Insert(parts, at, piece...)
		default:
			parts = slices.Insert(parts, from, piece...)
		}
		if len(parts) == 0 {
			break
		}
	}
	return strings.Join(parts, "")
}

// element returns the bounds of the element that begins at a part, or of the part.
func element(parts []string, at int) (from, to int) {
	depth := 0
	for i := at; i < len(parts); i++ {
		switch tag := parts[i]; {
		case strings.HasPrefix(tag, "</"):
			depth--
		case strings.HasPrefix(tag, "<") && !strings.HasSuffix(tag, "/>"):
			depth++
		}
		if depth <= 0 {
			return at, i + 1
		}
	}
	return at, at + 1
}
