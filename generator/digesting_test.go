package generator

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"protokol/generator/internal/budget"
)

// TestDigestsTakeNoTime: the digests of signatures do not use up the time of a paper, except when they are more than a
// person signs.
func TestDigestsTakeNoTime(t *testing.T) {
	for _, c := range []struct {
		name  string
		sizes []int
		over  bool
	}{
		{"three signatures of a large paper", []int{maxDigested - 2, 1, 1}, false},
		{"too many", []int{maxDigested, 1}, true},
	} {
		synctest.Test(t, func(t *testing.T) {
			began := time.Now()
			ctx := budget.Alone(t.Context(), func() time.Duration { return time.Since(began) })
			ctx, cancel := budget.Context(ctx, time.Second, errors.New("costly"))
			defer cancel()
			p := new(Generator).policy(ctx)
			for _, size := range c.sizes {
				end := p.Digesting(size)
				time.Sleep(2 * time.Second)
				end()
			}
			if over := ctx.Err() != nil; over != c.over {
				t.Errorf("%s: over is %t", c.name, over)
			}
		})
	}
}
