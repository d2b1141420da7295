// Package budget limits how much time work takes, as a clock measures it that the caller
// chooses: one of the processor does not count the time of other programs on a busy
// machine.
package budget

import (
	"context"
	"sync"
	"time"
)

// Clock returns the time since some moment.
type Clock func() time.Duration

type (
	key          struct{}
	allowanceKey struct{}
)

// With returns a context whose work a clock measures and limits.
func With(ctx context.Context, clock Clock) context.Context {
	return context.WithValue(ctx, key{}, clock)
}

// ClockOf returns the clock of a context, or nil.
func ClockOf(ctx context.Context) Clock {
	clock, _ := ctx.Value(key{}).(Clock)
	return clock
}

// least is the least time after which the clock is read again.
const least = 10 * time.Millisecond

// busiest is how many times the time that is allowed may really pass, should the clock stand
// still.
const busiest = 30

// Allowance is the time that some work may take. It is measured by a clock, and by the time that really passes where
// that is less: the clock of a processor also counts what the program does besides.
type Allowance struct {
	clock   Clock // may be nil
	end     func()
	started time.Duration // by the clock
	began   time.Time

	mu      sync.Mutex
	timer   *time.Timer
	allowed time.Duration
	needed  int           // how many calls of Needed have not ended
	since   time.Duration // the first of them
	isOver  bool          // end was called, or will not be
	isEnded bool          // it was called
}

// allow calls end when that much time has passed, unless stop is called before.
func (c Clock) allow(allowed time.Duration, end func()) *Allowance {
	a := &Allowance{clock: c, end: end, began: time.Now(), allowed: allowed}
	if c != nil {
		a.started = c()
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.timer = time.AfterFunc(allowed, a.check)
	return a
}

// passed returns how much time has passed.
func (a *Allowance) passed() time.Duration {
	passed := time.Since(a.began)
	if a.clock != nil {
		passed = min(passed, a.clock()-a.started)
	}
	return max(passed, 0) // a clock that fails once is at 0
}

func (a *Allowance) check() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.isOver || a.needed > 0 {
		return
	}
	left := a.allowed - a.passed()
	if left > 0 && time.Since(a.began) < busiest*a.allowed {
		a.timer.Reset(max(left, least))
		return
	}
	a.isOver, a.isEnded = true, true
	a.end()
}

// Stop stops the allowance. It reports whether the work was not ended and will not be.
func (a *Allowance) Stop() bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.isOver = true
	a.timer.Stop()
	return !a.isEnded
}

// Needed reports work that no hostile file causes, until the function that it returns is called. Its time is not
// counted, and extends the allowance by so many times as much. A nil Allowance does nothing.
func (a *Allowance) Needed(times int) (end func()) {
	if a == nil {
		return func() {}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.needed++; a.needed == 1 {
		a.since = a.passed()
		a.timer.Stop()
	}
	return func() {
		a.mu.Lock()
		defer a.mu.Unlock()
		if a.needed--; a.needed > 0 || a.isOver {
			return
		}
		now := a.passed()
		a.allowed += time.Duration(1+times) * max(0, now-a.since)
		a.timer.Reset(max(a.allowed-now, least))
	}
}

// After calls f when that much time has passed by the clock, unless stop is called before.
// For a nil Clock, and at the earliest, it is the time that has really passed. Stop reports
// whether f has not been called and will not be.
func (c Clock) After(allowed time.Duration, f func()) (stop func() bool) {
	return c.allow(allowed, f).Stop
}

// Context returns a context that ends with a cause when that much time has passed by the
// clock of ctx, and has an Allowance.
func Context(ctx context.Context, allowed time.Duration, cause error) (context.Context, context.CancelFunc) {
	bounded, cancel := context.WithCancelCause(ctx)
	a := ClockOf(ctx).allow(allowed, func() { cancel(cause) })
	return context.WithValue(bounded, allowanceKey{}, a), func() {
		a.Stop()
		cancel(nil)
	}
}

// Extend extends the Allowance of a context, if it has one.
func Extend(ctx context.Context, by time.Duration) {
	if a, ok := ctx.Value(allowanceKey{}).(*Allowance); ok {
		a.mu.Lock()
		defer a.mu.Unlock()
		a.allowed += by
	}
}

// Needed is Needed of the Allowance of a context, if it has one.
func Needed(ctx context.Context, times int) (end func()) {
	a, _ := ctx.Value(allowanceKey{}).(*Allowance)
	return a.Needed(times)
}
