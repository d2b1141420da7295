package table

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"protokol/generator/internal/effort"
)

// TestSharedStrings checks that strings can be retrieved in any order.
func TestSharedStrings(t *testing.T) {
	s := newSharedStrings()
	text := func(i int) string { return strings.Repeat(fmt.Sprint("текст ", i), i%50) }
	const count = 20_000
	for i := range count {
		s.add(text(i))
	}
	s.flush()
	if len(s.blocks) <= cachedBlocks {
		t.Fatalf("only %d blocks: none is ever closed", len(s.blocks))
	}
	rng := rand.New(rand.NewPCG(1, 2))
	reads := 2_000
	if effort.Full() {
		reads = 20_000
	}
	for range reads {
		i := rng.IntN(count)
		if got, ok := s.get(i); !ok || got != text(i) {
			t.Fatalf("%d: %q", i, got)
		}
	}
	for _, i := range []int{-1, count} {
		if _, ok := s.get(i); ok {
			t.Errorf("there is a text %d", i)
		}
	}
}
