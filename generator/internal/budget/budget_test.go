package budget_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"protokol/generator/internal/budget"
)

// TestContext: a context ends when its clock says so, however long that takes.
func TestContext(t *testing.T) {
	costly := errors.New("costly")
	for _, c := range []struct {
		name  string
		share time.Duration // of the time that passes, in which the work runs; 0 without a clock
		want  time.Duration
	}{
		{"no clock", 0, 2 * time.Second},
		{"an idle machine", 1, 2 * time.Second},
		{"a machine with four programs", 4, 8 * time.Second},
		{"a clock that stands still", 1 << 40, 60 * time.Second},
	} {
		synctest.Test(t, func(t *testing.T) {
			began := time.Now()
			ctx := t.Context()
			if c.share > 0 {
				ctx = budget.With(ctx, func() time.Duration { return time.Since(began) / c.share })
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

// TestClockFails: a clock that fails once, and is at 0 then, delays a limit by its length.
func TestClockFails(t *testing.T) {
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
		if took := time.Since(began); took != 4*time.Second {
			t.Errorf("it ends after %v", took)
		}
	})
}

// TestNeeded: work that is needed does not count, and gives other work several times as much; other programs and
// parallel work of this one change nothing.
func TestNeeded(t *testing.T) {
	for _, c := range []struct {
		name  string
		share float64 // of the time that passes, by the clock
		want  time.Duration
	}{{"alone", 1, 15 * time.Second}, {"parallel work", 3, 15 * time.Second}, {"other programs", 0.5, 18 * time.Second}} {
		synctest.Test(t, func(t *testing.T) {
			began := time.Now()
			ctx := budget.With(t.Context(), func() time.Duration { return time.Duration(c.share * float64(time.Since(began))) })
			ctx, cancel := budget.Context(ctx, 2*time.Second, errors.New("costly"))
			defer cancel()
			time.Sleep(time.Second)
			budget.Extend(ctx, time.Second)
			end := budget.Needed(ctx, 2)
			inner := budget.Needed(ctx, 2)
			time.Sleep(3 * time.Second)
			inner()
			time.Sleep(time.Second) // more than is allowed
			end()
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
	budget.Needed(t.Context(), 2)()
}

// TestStop: what was stopped is not called, neither by the first timer nor by a later one.
func TestStop(t *testing.T) {
	for _, after := range []time.Duration{time.Second, 3 * time.Second} {
		synctest.Test(t, func(t *testing.T) {
			began := time.Now()
			half := budget.Clock(func() time.Duration { return time.Since(began) / 2 })
			stop := half.After(2*time.Second, func() { t.Errorf("called although stopped after %v", after) })
			time.Sleep(after)
			if !stop() {
				t.Errorf("called after %v", after)
			}
			time.Sleep(10 * time.Second)
		})
	}
}
