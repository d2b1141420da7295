package budget_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"protokol/generator/internal/budget"
)

// TestContext: a context ends when its clock says so, however long that takes.
func TestContext(t *testing.T) {
	costly := errors.New("costly")
	for _, c := range []struct {
		name string
		with func(context.Context, budget.Clock) context.Context
		rate float64 // of the clock; 0 without one
		work int     // goroutines
		want time.Duration
	}{
		{"no clock", nil, 0, 1, 2 * time.Second},
		{"an idle machine", budget.With, 1, 1, 2 * time.Second},
		{"many processors and seven other goroutines", budget.With, 8, 1, 2 * time.Second},
		{"one processor and seven other goroutines", budget.With, 1, 8, 16 * time.Second},
		{"a machine with four programs", budget.With, 1. / 4, 1, 8 * time.Second},
		{"a clock that stands still", budget.With, 1e-12, 1, 60 * time.Second},
		{"alone on two processors", budget.Alone, 2, 1, time.Second},
		{"alone beside goroutines that collect garbage", budget.Alone, 1, 8, 2 * time.Second},
	} {
		budget.SetAtWork(t, c.work)
		synctest.Test(t, func(t *testing.T) {
			began := time.Now()
			ctx := t.Context()
			if c.rate > 0 {
				ctx = c.with(ctx, func() time.Duration {
					return time.Duration(c.rate * float64(time.Since(began)))
				})
			}
			ctx, cancel := budget.Context(ctx, 2*time.Second, costly)
			defer cancel()
			<-ctx.Done()
			if took := time.Since(began); took < c.want || took > c.want+20*time.Millisecond {
				t.Errorf("%s: it ends after %v, want %v", c.name, took, c.want)
			}
			if context.Cause(ctx) != costly {
				t.Errorf("%s: it ends with %v", c.name, context.Cause(ctx))
			}
		})
	}
}

// TestNested: a long limit around a short one is rarely read, for each reading is at work beside the other.
func TestNested(t *testing.T) {
	budget.SetAtWork(t, 1)
	synctest.Test(t, func(t *testing.T) {
		began, reads := time.Now(), 0
		ctx := budget.With(t.Context(), func() time.Duration {
			reads++
			return time.Since(began)
		})
		ctx, cancelAll := budget.Context(ctx, 3*time.Minute, errors.New("costly"))
		defer cancelAll()
		before := reads
		time.Sleep(2 * time.Second)
		if reads > before {
			t.Errorf("it is read %d times in 2 s", reads-before)
		}
		<-ctx.Done()
		if took := time.Since(began); took != 3*time.Minute {
			t.Errorf("it ends after %v", took)
		}
	})
}

// TestClockFails: a clock that fails once, and is at 0 then, delays a limit by the time until it is read again.
func TestClockFails(t *testing.T) {
	budget.SetAtWork(t, 1)
	synctest.Test(t, func(t *testing.T) {
		began, reads := time.Now(), 0
		ctx := budget.With(t.Context(), func() time.Duration {
			if reads++; reads == 2 {
				return 0
			}
			return 10*time.Hour + time.Since(began)
		})
		ctx, cancel := budget.Context(ctx, 2*time.Second, errors.New("costly"))
		defer cancel()
		<-ctx.Done()
		if took := time.Since(began); took != 2*time.Second+100*time.Millisecond {
			t.Errorf("it ends after %v", took)
		}
	})
}

// TestNeeded: work that is needed does not count.
func TestNeeded(t *testing.T) {
	budget.SetAtWork(t, 1)
	for _, c := range []struct {
		name  string
		share time.Duration // of the time that passes, in which the work runs; 0 without a clock
		want  time.Duration
	}{{"no clock", 0, 8 * time.Second}, {"an idle machine", 1, 8 * time.Second},
		{"a machine with two programs", 2, 12 * time.Second}} {
		synctest.Test(t, func(t *testing.T) {
			began, ctx := time.Now(), t.Context()
			if c.share > 0 {
				ctx = budget.With(ctx, func() time.Duration { return time.Since(began) / c.share })
			}
			ctx, cancel := budget.Context(ctx, 3*time.Second, errors.New("costly"))
			defer cancel()
			time.Sleep(time.Second)
			budget.Extend(ctx, time.Second)
			end := budget.Needed(ctx)
			inner := budget.Needed(ctx)
			time.Sleep(3 * time.Second)
			inner()
			time.Sleep(time.Second) // more than is allowed
			if took := end(); took != 4*time.Second/max(1, c.share) {
				t.Errorf("%s: it took %v", c.name, took)
			}
			if ctx.Err() != nil {
				t.Fatalf("%s: it has ended", c.name)
			}
			<-ctx.Done()
			if took := time.Since(began); took < c.want || took > c.want+20*time.Millisecond {
				t.Errorf("%s: it ends after %v, want %v", c.name, took, c.want)
			}
		})
	}
	budget.Extend(t.Context(), time.Second) // without an allowance
	budget.Needed(t.Context())()
}

// TestShare: work with a share of its own counts only beyond that, and leaves nothing to other work.
func TestShare(t *testing.T) {
	const s = time.Second
	for _, c := range []struct {
		name               string
		share, more, needs time.Duration
		work               time.Duration
		want               time.Duration
	}{
		{"none", 0, 0, 0, s, 2 * s},
		{"less than the share", 3 * s, 0, 0, 2 * s, 4 * s},
		{"more than the share", 3 * s, 0, 0, 4 * s, 5 * s},
		{"too much", 3 * s, 0, 0, 9 * s, 5 * s},
		{"a share that grows", s, 2 * s, 0, 4 * s, 5 * s},
		{"with needed work", s, 0, 5 * s, s, 8 * s},
	} {
		for _, clock := range []bool{false, true} {
			synctest.Test(t, func(t *testing.T) {
				began, ctx := time.Now(), t.Context()
				if clock {
					ctx = budget.Alone(ctx, func() time.Duration { return time.Since(began) })
				}
				ctx, cancel := budget.Context(ctx, 2*s, errors.New("costly"))
				defer cancel()
				share := budget.NewShare(c.share)
				end := share.Use(ctx)
				other := budget.NewShare(0).Use(ctx)
				other()
				needed := budget.Needed(ctx)
				time.Sleep(c.needs)
				needed()
				share.Add(c.more)
				time.Sleep(c.work)
				if took := end(); took != c.work {
					t.Errorf("%s: it took %v", c.name, took)
				}
				<-ctx.Done()
				if took := time.Since(began); ctx.Err() == nil || c.work < 9*s && took != c.want {
					t.Errorf("%s: it ends after %v, want %v", c.name, took, c.want)
				}
			})
		}
	}
	var share budget.Share
	share.Use(t.Context())() // without an allowance
}

// TestWork: without a clock, other programs have time, too.
func TestWork(t *testing.T) {
	if got := budget.Work(t.Context(), time.Second); got != 10*time.Second {
		t.Errorf("without a clock: %v", got)
	}
	ctx := budget.With(t.Context(), func() time.Duration { return 0 })
	if got := budget.Work(ctx, time.Second); got != time.Second {
		t.Errorf("with a clock: %v", got)
	}
}

// TestExtend: more time is allowed at any moment.
func TestExtend(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		ctx, cancel := budget.Context(t.Context(), 2*time.Second, errors.New("costly"))
		defer cancel()
		time.Sleep(time.Second)
		budget.Extend(ctx, 3*time.Second)
		<-ctx.Done()
		if took := time.Since(began); took != 5*time.Second {
			t.Errorf("it ends after %v", took)
		}
	})
}

// TestStop: work that is done is not ended, neither by the first timer nor by a later one.
func TestStop(t *testing.T) {
	for _, after := range []time.Duration{time.Second, 3 * time.Second} {
		synctest.Test(t, func(t *testing.T) {
			began := time.Now()
			ctx := budget.With(t.Context(), func() time.Duration { return time.Since(began) / 2 })
			ctx, cancel := budget.Context(ctx, 2*time.Second, errors.New("costly"))
			time.Sleep(after)
			cancel()
			time.Sleep(10 * time.Second)
			if context.Cause(ctx) != context.Canceled {
				t.Errorf("done after %v: %v", after, context.Cause(ctx))
			}
		})
	}
}

// TestAtWork: goroutines at work are counted, and those that wait are not.
func TestAtWork(t *testing.T) {
	stop := make(chan bool)
	defer close(stop)
	for range 50 {
		go func() { <-stop }()
	}
	var over atomic.Bool
	defer over.Store(true)
	for range 20 {
		go func() {
			for !over.Load() {
			}
		}()
	}
	least := 20 + 50
	for range 20 {
		time.Sleep(time.Millisecond)
		least = min(least, budget.CountAtWork())
	}
	if least < 15 || least > 40 {
		t.Errorf("%d goroutines are at work", least)
	}
}
