package budget

import "testing"

// SetAtWork sets how many goroutines are at work during a test.
func SetAtWork(t *testing.T, n int) {
	before := atWork
	atWork = func() int { return n }
	t.Cleanup(func() { atWork = before })
}

// CountAtWork returns how many are.
func CountAtWork() int { return atWork() }
