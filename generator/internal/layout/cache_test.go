package layout

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// randomPaper returns paragraphs that a cache can keep and such that it cannot: with
// links, labels, tabs, line breaks, other faces, other edges.
func randomPaper(random *rand.Rand, texts []string) *flow.Paper {
	paper := &flow.Paper{Page: flow.Page{Width: 400, Height: 500, Left: 30, Right: 30, Top: 30, Bottom: 30},
		Word: random.IntN(2) == 0}
	if paper.Word {
		paper.LooseBrackets = random.IntN(2) == 0
		paper.Blocks = append(paper.Blocks, &flow.Section{Page: paper.Page})
	}
	link := &flow.Link{Target: "https://example.ru"}
	for i, text := range texts {
		size := flow.Font{Size: 12 + float64(i%2)}
		runs := []flow.Run{{Text: text, Font: size}}
		if cut := strings.IndexByte(text, ' '); cut > 0 {
			runs = []flow.Run{{Text: text[:cut], Font: size}, {Text: text[cut:], Font: size}}
			runs[0].Font.Bold = true
		}
		switch random.IntN(9) {
		case 0:
			runs = append(runs, flow.Run{Text: "ссылка", Font: size, Link: link})
		case 1:
			runs = append(runs, flow.Run{Kind: flow.TabStop, Font: size}, flow.Run{Text: "после", Font: size})
		case 2:
			runs = append(runs, flow.Run{Kind: flow.LineBreak, Font: size}, flow.Run{Text: text, Font: size})
		case 3:
			runs = append(runs, flow.Run{Text: "рамка", Font: size, Boxed: true})
		case 4:
			runs = append(runs, flow.Run{Text: "цвет", Font: size, Effects: &flow.Effects{Tracking: 1}})
		}
		p := &flow.Paragraph{Role: flow.P, Font: size, Spacing: 1.2, Align: flow.Align(random.IntN(4)),
			Indent: float64(10 * random.IntN(3)), Hyphenate: random.IntN(2) == 0, Runs: runs}
		if paper.Word {
			p.Pitch, p.Hyphenate = flow.Multiple, false
			p.Tight, p.Zone = random.IntN(2) == 0, float64(18*random.IntN(2))
		}
		if random.IntN(3) > 0 {
			paper.Blocks = append(paper.Blocks, p)
			continue
		}
		label := []flow.Run{{Text: fmt.Sprintf("%d.", i*7), Font: size}}
		paper.Blocks = append(paper.Blocks, &flow.List{Items: []flow.Item{{Label: label, Blocks: []flow.Block{p}}}})
	}
	return paper
}

// TestCacheChangesNothing checks that a paper laid out with a cache is the same as
// without, while its texts are changed at random.
func TestCacheChangesNothing(t *testing.T) {
	family := shipped.Family(t)
	const most = 20 // it drops texts, too
	cache := NewCacheOf(most)
	words := strings.Fields("О плане работы совета поручить образовательно-производственным организациям представить " +
		"предложения ( проект ) 2026–2027 г. № 5 приложение здравоохранения перенаправленный")
	sentence := func(random *rand.Rand) string {
		text := make([]string, 1+random.IntN(40))
		for i := range text {
			text[i] = words[random.IntN(len(words))]
		}
		return strings.Join(text, " ")
	}
	random := rand.New(rand.NewPCG(1, 2))
	texts := make([]string, 30)
	for i := range texts {
		texts[i] = sentence(random)
	}
	texts[3], texts[4] = texts[5], texts[5]
	for step := range 120 {
		texts[random.IntN(len(texts))] = sentence(random)
		seed := uint64(step % 10) // most properties stay
		paper := randomPaper(rand.New(rand.NewPCG(seed, seed)), texts)
		if want, got := Pages(paper, family), cache.Pages(paper, family); !reflect.DeepEqual(got, want) {
			t.Fatalf("step %d: the pages differ", step)
		}
	}
	if n := cache.texts.Len(); n == 0 || n > 2*most {
		t.Errorf("%d texts are kept", n)
	}
}

// TestCacheKeepsItsLines checks that what a layout does with its lines does not reach
// those that are kept.
func TestCacheKeepsItsLines(t *testing.T) {
	family := shipped.Family(t)
	cache := NewCache()
	texts := []string{"Поручить организациям", "представить предложения о сроках"}
	paper := randomPaper(rand.New(rand.NewPCG(7, 7)), texts)
	want := Pages(paper, family)
	for range 2 {
		for _, page := range cache.Pages(paper, family).Pages {
			for i := range page.Lines {
				for j := range page.Lines[i].Runs {
					page.Lines[i].Runs[j].X, page.Lines[i].Runs[j].Text = -1, "?"
				}
			}
		}
	}
	if got := cache.Pages(paper, family); !reflect.DeepEqual(got, want) {
		t.Error("the kept lines were changed")
	}
}
