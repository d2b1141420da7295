package verify

import (
	"bytes"
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"protokol/generator/internal/budget"
	"protokol/generator/internal/signature"
)

// TestDigestsAreAllowed: each signature, up to a limit, extends the time of a large paper by that of its digest.
func TestDigestsAreAllowed(t *testing.T) {
	paper := bytes.Repeat([]byte("%PDF /ByteRange"), 2<<20/len("%PDF /ByteRange"))
	for _, c := range []struct {
		name  string
		check func(context.Context)
		want  time.Duration
	}{
		{"none", func(context.Context) {}, 0},
		{"three files", func(ctx context.Context) {
			v := new(Verdict)
			for range 3 {
				v.beside(ctx, paper, nil)
			}
		}, 3 * 2 * timePerMegabyte},
		{"thousands in the paper", func(ctx context.Context) { readSignatures(ctx, paper, signature.Policy{}) },
			mostDigests * 2 * timePerMegabyte},
		{"thousands of files", func(ctx context.Context) {
			v := new(Verdict)
			for range 3000 {
				v.beside(ctx, paper, nil)
			}
		}, mostDigests * 2 * timePerMegabyte},
	} {
		synctest.Test(t, func(t *testing.T) {
			began := time.Now()
			ctx := budget.With(t.Context(), func() time.Duration { return time.Since(began) })
			ctx, cancel := budget.Context(ctx, time.Second, errors.New("costly"))
			defer cancel()
			c.check(ctx)
			<-ctx.Done()
			if late := time.Since(began) - time.Second - c.want; late.Abs() > 20*time.Millisecond {
				t.Errorf("%s: it ends %v late", c.name, late)
			}
		})
	}
}
