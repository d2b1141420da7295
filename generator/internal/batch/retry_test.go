package batch

import (
	"errors"
	"testing"
)

// TestRetryWhile checks that retryable errors are retried a limited number of
// times and other errors are returned at once.
func TestRetryWhile(t *testing.T) {
	held, full := errors.New("held"), errors.New("full")
	for name, test := range map[string]struct {
		faults []error // of the first attempts
		tries  int
		want   error
	}{
		"free":    {nil, 1, nil},
		"held":    {[]error{held, held}, 3, nil},
		"full":    {[]error{held, full, nil}, 2, full},
		"forever": {[]error{held, held, held, held, held, held, held, held, held, held}, 8, held},
	} {
		tries := 0
		err := retryWhile(func() error {
			tries++
			if tries > len(test.faults) {
				return nil
			}
			return test.faults[tries-1]
		}, func(err error) bool { return err == held })
		if err != test.want || tries != test.tries {
			t.Errorf("%s: %v after %d tries, want %v after %d", name, err, tries, test.want, test.tries)
		}
	}
}
