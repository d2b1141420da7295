// Package budget limits how much time work takes, as a clock measures it that the caller
// chooses: one of the processor does not count the time of other programs on a busy
// machine.
package budget

import (
	"context"
	"runtime/metrics"
	"sync"
	"time"
)

// Clock returns the time since some moment.
type Clock func() time.Duration

type (
	key          struct{}
	allowanceKey struct{}
)

// measure is how the work of a context is measured.
type measure struct {
	clock Clock
	alone bool
}

// With returns a context whose work a clock measures and limits. Of one that counts other work, too, as that of the
// processor for the whole process does, the share of the work counts, at most the time that really passes.
func With(ctx context.Context, clock Clock) context.Context {
	return context.WithValue(ctx, key{}, measure{clock: clock})
}

// Alone is With for a clock that counts no other work. All its time counts: on several processors more than passes,
// for collecting garbage is a part of the work.
func Alone(ctx context.Context, clock Clock) context.Context {
	return context.WithValue(ctx, key{}, measure{clock, true})
}

// measureOf returns how the work of a context is measured: by the time that really passes unless With or Alone says
// otherwise.
func measureOf(ctx context.Context) measure {
	m, _ := ctx.Value(key{}).(measure)
	return m
}

// least is the least time after which the clock is read again, and mostReads how many times it is read in the time that
// is allowed: where a long limit surrounds a short one, what reads the one is at work beside the other.
const (
	least     = 10 * time.Millisecond
	mostReads = 20
)

// busiest is how many times the time that is allowed may really pass, should the clock stand
// still.
const busiest = 30

// share returns a clock of the work of one goroutine, from 0: unless it is alone, what runs or waits to run beside it
// takes as much of the time as it does. For a nil Clock it is the time that really passes.
func (m measure) share(atWork func() int) Clock {
	c := m.clock
	if c == nil {
		began := time.Now()
		return func() time.Duration { return time.Since(began) }
	}
	if m.alone {
		start := c()
		return func() time.Duration { return c() - start }
	}
	began, start, used := time.Now(), c(), time.Duration(0)
	return func() time.Duration {
		now, read := time.Now(), c()
		if passed := min(now.Sub(began), read-start); passed > 0 { // a clock that fails once is at 0
			used += passed / time.Duration(max(1, atWork()))
		}
		began, start = now, read
		return used
	}
}

// atWork returns how many goroutines of the process run or wait to run, except for the one that asks.
var atWork = func() int {
	samples := []metrics.Sample{{Name: "/sched/goroutines/running:goroutines"},
		{Name: "/sched/goroutines/runnable:goroutines"}}
	metrics.Read(samples)
	count := -1
	for _, s := range samples {
		count += int(s.Value.Uint64())
	}
	return count
}

// Allowance is the time that some work may take.
type Allowance struct {
	clock Clock
	real  bool // the clock is the time that really passes
	end   func()

	mu      sync.Mutex
	timer   *time.Timer
	allowed time.Duration
	limit   time.Duration // by the clock
	waited  time.Duration // the timer, by which the clock may stand still
	open    int           // how much needed work has not ended
	since   time.Duration // the first of it began, by the clock
	isOver  bool          // end was called, or will not be
}

// allow calls end when that much time has passed, unless it is stopped before.
func (m measure) allow(allowed time.Duration, end func()) *Allowance {
	a := &Allowance{clock: m.share(atWork), real: m.clock == nil, end: end, allowed: allowed, limit: allowed}
	a.waited = a.wait(allowed)
	a.mu.Lock()
	defer a.mu.Unlock()
	a.timer = time.AfterFunc(a.waited, a.check)
	return a
}

// wait returns after how much time the clock is read again when so much is left.
func (a *Allowance) wait(left time.Duration) time.Duration {
	if !a.real {
		left = min(left, a.allowed/mostReads)
	}
	return max(left, least)
}

func (a *Allowance) check() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.isOver || a.open > 0 {
		return
	}
	left := a.limit - a.clock()
	if left > 0 && a.waited < busiest*a.allowed {
		left = a.wait(left)
		a.waited += left
		a.timer.Reset(left)
		return
	}
	a.isOver = true
	a.end()
}

// stop ends nothing any more.
func (a *Allowance) stop() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.isOver = true
	a.timer.Stop()
}

// needed is Needed for an Allowance; for nil, of a context that has none, it does nothing.
func (a *Allowance) needed() (end func() time.Duration) {
	if a == nil {
		return func() time.Duration { return 0 }
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.open++; a.open == 1 {
		a.since = a.clock()
		a.timer.Stop()
	}
	began := a.clock()
	return func() time.Duration {
		a.mu.Lock()
		defer a.mu.Unlock()
		now := a.clock()
		if a.open--; a.open == 0 && !a.isOver {
			a.limit += max(0, now-a.since)
			a.timer.Reset(a.wait(a.limit - now))
		}
		return max(0, now-began)
	}
}

// Context returns a context that ends with a cause when that much time has passed by the
// clock of ctx, and has an Allowance.
func Context(ctx context.Context, allowed time.Duration, cause error) (context.Context, context.CancelFunc) {
	bounded, cancel := context.WithCancelCause(ctx)
	a := measureOf(ctx).allow(allowed, func() { cancel(cause) })
	return context.WithValue(bounded, allowanceKey{}, a), func() {
		a.stop()
		cancel(nil)
	}
}

// Work returns the time in which so much work is done: without a clock in ctx ten times as much, as other programs may
// take most of it.
func Work(ctx context.Context, work time.Duration) time.Duration {
	const others = 10
	if measureOf(ctx).clock == nil {
		return others * work
	}
	return work
}

// of returns the Allowance of a context, or nil.
func of(ctx context.Context) *Allowance {
	a, _ := ctx.Value(allowanceKey{}).(*Allowance)
	return a
}

// Extend extends the Allowance of a context, if it has one.
func Extend(ctx context.Context, by time.Duration) {
	if a := of(ctx); a != nil {
		a.extend(by)
	}
}

// extend is Extend, or takes time back.
func (a *Allowance) extend(by time.Duration) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.allowed, a.limit = a.allowed+by, a.limit+by
	if by < 0 && a.open == 0 && !a.isOver {
		a.timer.Reset(a.wait(a.limit - a.clock()))
	}
}

// Needed reports work that no hostile file causes, until the function that it returns is called. Its time is not
// counted in the Allowance of a context; end returns it, 0 without an Allowance.
func Needed(ctx context.Context) (end func() time.Duration) { return of(ctx).needed() }

// Since returns a function that returns how long the work of a context has taken since, also what does not count in its
// Allowance; without one it is 0.
func Since(ctx context.Context) (took func() time.Duration) {
	a := of(ctx)
	if a == nil {
		return func() time.Duration { return 0 }
	}
	now := func() time.Duration {
		a.mu.Lock()
		defer a.mu.Unlock()
		return a.clock()
	}
	began := now()
	return func() time.Duration { return now() - began }
}

// Share is time for some of the work of a context, apart from its Allowance: what the work takes up to that does not
// count, and what it does not take is not for other work. The zero Share is empty.
type Share struct {
	left time.Duration
	of   *Allowance // while it is used
}

// NewShare returns a Share of so much time.
func NewShare(of time.Duration) *Share { return &Share{left: of} }

// Left returns what is left.
func (s *Share) Left() time.Duration { return s.left }

// Add adds time, for work that is under way, too.
func (s *Share) Add(more time.Duration) {
	s.left += more
	if s.of != nil {
		s.of.extend(more)
	}
}

// Use reports work for which a Share is, until the function that it returns is called, which returns its time. Work
// within it that has another Share or is needed takes nothing from this one.
func (s *Share) Use(ctx context.Context) (end func() time.Duration) {
	a := of(ctx)
	if a == nil || s.of != nil {
		return func() time.Duration { return 0 }
	}
	s.of = a
	a.extend(s.left)
	a.mu.Lock()
	defer a.mu.Unlock()
	began, others := a.clock(), a.limit-s.left
	return func() time.Duration {
		a.mu.Lock()
		took := max(0, a.clock()-began-(a.limit-s.left-others))
		a.mu.Unlock()
		s.of, s.left = nil, max(0, s.left-took)
		a.extend(-s.left)
		return took
	}
}
