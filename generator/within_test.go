package generator

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

// TestWithin: work that does not end with its context is left, and its panics are those of the caller.
func TestWithin(t *testing.T) {
	stopped := errors.New("stopped")
	ctx, stop := context.WithCancelCause(t.Context())
	release := make(chan bool)
	defer close(release)
	if _, err := within(ctx, &Generator{}, func(context.Context) (int, error) {
		stop(stopped)
		<-release
		return 1, nil
	}); err != stopped {
		t.Errorf("it ends with %v", err)
	}
	defer func() {
		if r := recover(); r != "fault" {
			t.Errorf("recovered %v", r)
		}
	}()
	within(t.Context(), &Generator{}, func(context.Context) (int, error) { panic("fault") })
}

// TestTooLong: work that takes too much processor time ends with what the user can do about it.
func TestTooLong(t *testing.T) {
	var used time.Duration
	g := &Generator{config: Config{Alone: true, Processor: func() time.Duration {
		used += paperTime
		return used
	}}}
	_, err := within(t.Context(), g, func(ctx context.Context) (int, error) {
		<-ctx.Done()
		return 0, ctx.Err()
	})
	if !errors.Is(err, ErrTooLong) || !strings.Contains(err.Error(), "закройте другие программы") {
		t.Error(err)
	}
}
