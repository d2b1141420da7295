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
	key      struct{}
	watchKey struct{}
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

// WithWatch returns a context whose work a clock measures and does not limit: should it stand
// still, limits hold all the same.
func WithWatch(ctx context.Context, watch Clock) context.Context {
	return context.WithValue(ctx, watchKey{}, watch)
}

// WatchOf returns the clock that measures the work of a context, or nil.
func WatchOf(ctx context.Context) Clock {
	if watch, ok := ctx.Value(watchKey{}).(Clock); ok {
		return watch
	}
	return ClockOf(ctx)
}

// Now returns the time of the clock, 0 for a nil Clock.
func (c Clock) Now() time.Duration {
	if c == nil {
		return 0
	}
	return c()
}

// least is the least time after which the clock is read again.
const least = 10 * time.Millisecond

// busiest is how many times the time that is allowed may really pass, should the clock stand
// still.
const busiest = 30

// After calls f when that much time has passed by the clock, unless stop is called before.
// For a nil Clock, and at the earliest, it is the time that has really passed. Stop reports
// whether f has not been called and will not be.
func (c Clock) After(allowed time.Duration, f func()) (stop func() bool) {
	if c == nil {
		return time.AfterFunc(allowed, f).Stop
	}
	end := c() + allowed
	var mu sync.Mutex
	var timer *time.Timer
	isStopped, isCalled, passed := false, false, allowed
	check := func() {
		mu.Lock()
		defer mu.Unlock()
		switch left := min(end-c(), allowed); { // a clock that fails once is at 0
		case isStopped:
		case left > 0 && passed < busiest*allowed:
			left = max(left, least)
			passed += left
			timer.Reset(left)
		default:
			isCalled = true
			f()
		}
	}
	mu.Lock()
	defer mu.Unlock()
	timer = time.AfterFunc(allowed, check)
	return func() bool {
		mu.Lock()
		defer mu.Unlock()
		isStopped = true
		timer.Stop()
		return !isCalled
	}
}

// Context returns a context that ends with a cause when that much time has passed by the
// clock of ctx.
func Context(ctx context.Context, allowed time.Duration, cause error) (context.Context, context.CancelFunc) {
	bounded, cancel := context.WithCancelCause(ctx)
	stop := ClockOf(ctx).After(allowed, func() { cancel(cause) })
	return bounded, func() {
		stop()
		cancel(nil)
	}
}
