package document

import (
	"slices"
	"strings"
	"testing"
)

func TestKept(t *testing.T) {
	p := func(s string) Paragraph { return Paragraph{Inlines: []Inline{Text{Value: s}}} }
	styled := func(style, s string) Paragraph { return Paragraph{Style: style, Inlines: p(s).Inlines} }
	vote := func(s string) Paragraph { return styled(VoteStyle, s) }
	doc := &Document{Blocks: []Block{
		p("free"),
		List{Kind: Decimal, Items: []Item{
			{Label: "1.", Blocks: []Block{p("text"), p("executor"), p("vote")}},
			{Label: "2.", Blocks: []Block{p("task:"), List{Kind: Plain, Items: []Item{{Blocks: []Block{p("line")}},
				{Blocks: []Block{p("last line")}}}}, p("executor of lines")}},
			{Label: "2a.", Blocks: []Block{Table{Rows: []Row{{Cells: []Cell{{Blocks: []Block{p("only row")}}}}}},
				p("executor of rows")}},
			{Label: "3.", Blocks: []Block{p("list"), List{Kind: Plain, Items: []Item{{Blocks: []Block{p("end")}}}}}},
		}},
		Signature{Name: "А.А. Ан"},
		Table{Rows: []Row{{Cells: []Cell{{Blocks: []Block{p("cell")}}}}}},
		p("after"), p("mark"),
		Signature{Name: "Б.Б. Бо"},
		p("date"), p("seal"),
		Table{Style: MarksStyle, Rows: []Row{{Cells: []Cell{{Blocks: []Block{p("agreed")}}}},
			{Cells: []Cell{{Blocks: []Block{p("also")}}}}, {Cells: []Cell{{Blocks: []Block{p("agreed last")}}}}}},
		Signature{}, p("by earlier rules"), Table{Rows: []Row{{Cells: []Cell{{Blocks: []Block{p("agreed then")}}}}}},
		PageBreak{},
		p("annex"), p("more"),
		p("list: "), List{Items: []Item{{Blocks: []Block{p("point")}}, {Blocks: []Block{p("table:")}}}},
		Table{Rows: []Row{{Cells: []Cell{{Blocks: []Block{p("first row")}}}},
			{Cells: []Cell{{Blocks: []Block{p("row")}}}}}},
		p("decision"), vote("vote"), List{Items: []Item{{Blocks: []Block{p("voted on")}}}}, vote("result:"),
		List{Items: []Item{{Blocks: []Block{p("last point")}}}}, vote(""), p("not"),
		p("talk"), vote("papers"), vote("vote first"), styled(StageStyle, "РЕШИЛИ"),
		List{Items: []Item{{Blocks: []Block{p("decided")}}}}, Heading{}, p("more talk"), vote("points follow"),
		List{Items: []Item{{Blocks: []Block{p("one")}}}}, Heading{}, p("asked"), vote("noted"), p("note"),
	}}
	keptBy := func(by Keeping) (kept []string) {
		Walk(Kept(doc, by), func(b Block) {
			if b, ok := b.(Paragraph); ok && b.Keep {
				kept = append(kept, InlineText(b.Inlines))
			}
		})
		return kept
	}
	want := []string{"text", "executor", "task:", "last line", "only row", "end", "mark", "date", "seal", "agreed",
		"list: ", "table:", "first row", "vote", "voted on", "result:", "last point", "papers", "vote first",
		"points follow", "asked"}
	if kept := keptBy(Keeping{}); !slices.Equal(kept, want) {
		t.Errorf("kept %q, want %q", kept, want)
	}
	want = slices.DeleteFunc(want, func(text string) bool { return text == "last line" || text == "only row" })
	if kept := keptBy(Keeping{LooseLines: true}); !slices.Equal(kept, want) {
		t.Errorf("kept %q by earlier rules, want %q", kept, want)
	}
	Walk(doc, func(b Block) {
		if b, ok := b.(Paragraph); ok && b.Keep {
			t.Errorf("the document itself was changed: %v", b)
		}
	})
}

// TestWhole: paragraphs that are kept with the next one are on one page, but for very long ones and those before a
// signature.
func TestWhole(t *testing.T) {
	long := strings.Repeat("long ", longestWhole/5)
	p := func(s string) Paragraph { return Paragraph{Inlines: []Inline{Text{Value: s}}} }
	item := func(texts ...string) Item {
		item := Item{}
		for _, text := range texts {
			item.Blocks = append(item.Blocks, p(text))
		}
		return item
	}
	doc := &Document{Blocks: []Block{
		p("free"), p("list:"),
		List{Items: []Item{item("text", "executor"), item(long+"text", "executor"), item("vote:")}},
		p("table"), p("closing"), Signature{}, Heading{}, List{Items: []Item{item("end")}}, Signature{},
	}}
	for _, divided := range []bool{false, true} {
		var whole []string
		Walk(Kept(doc, Keeping{Divided: divided}), func(b Block) {
			if b, ok := b.(Paragraph); ok && b.Whole {
				whole = append(whole, InlineText(b.Inlines))
			}
		})
		want := []string{"list:", "text", "vote:"}
		if divided {
			want = nil
		}
		if !slices.Equal(whole, want) {
			t.Errorf("divided %v: whole %q, want %q", divided, whole, want)
		}
	}
}
