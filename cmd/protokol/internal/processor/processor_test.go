package processor

import (
	"testing"
	"time"
)

// TestTime: work takes processor time, and waiting does not.
func TestTime(t *testing.T) {
	before := Time()
	if before <= 0 {
		t.Fatal("the process has used no time")
	}
	for began := time.Now(); Time() < before+20*time.Millisecond; {
		if time.Since(began) > time.Minute {
			t.Fatal("a minute of work is no processor time")
		}
	}
	before = Time()
	time.Sleep(100 * time.Millisecond)
	if used := Time() - before; used > 90*time.Millisecond {
		t.Errorf("waiting took %v", used)
	}
}
