package web

import (
	"net/http"
	"runtime"
	"runtime/metrics"
	"sync"
	"time"
)

// rest makes the garbage collector work in the pauses between requests. Every letter that is typed leaves much garbage;
// a collection in the middle of a request would delay the page that it shows.
type rest struct {
	allocated func() uint64 // bytes since the start of the program
	collect   func()

	mu      sync.Mutex
	running int // requests
	after   *time.Timer
	last    uint64 // bytes allocated until the last collection
}

const (
	// restDelay is the time after a request in which its browser draws the answer and needs the processors itself.
	restDelay = 30 * time.Millisecond
	// restWorth is the garbage, bytes, from which on a pause is used for a collection. The program lets the collector
	// wait for four times as much garbage as there is memory in use (GOGC=400), which is more than 4 MB: it would not
	// begin by itself before that.
	restWorth = 16 << 20
)

func newRest() *rest { return &rest{allocated: allocated, collect: runtime.GC} }

// allocated returns the bytes that have been allocated since the start of the program.
func allocated() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// between returns a handler that collects garbage when its requests have ended.
func (c *rest) between(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c.begin()
		defer c.end()
		next.ServeHTTP(w, r)
	})
}

func (c *rest) begin() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.running++
	if c.after != nil {
		c.after.Stop()
	}
}

func (c *rest) end() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.running--; c.running == 0 {
		c.after = time.AfterFunc(restDelay, c.take)
	}
}

// take collects the garbage unless a request has come or there is little.
func (c *rest) take() {
	c.mu.Lock()
	now := c.allocated()
	isWorth := c.running == 0 && now-c.last >= restWorth
	if isWorth {
		c.last = now
	}
	c.mu.Unlock()
	if isWorth {
		c.collect()
	}
}
