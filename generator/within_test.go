package generator

import (
	"context"
	"errors"
	"testing"
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
