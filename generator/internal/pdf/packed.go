package pdf

import (
	"bytes"
	"sync"
)

// packedCache keeps what was attached last, compressed: the letters of a batch
// carry the same files.
type packedCache struct {
	mu      sync.Mutex
	entries []packedFile
}

// packedFile is a file as it is and as it goes into papers.
type packedFile struct{ data, packed []byte }

// packedLimit is how many files a paper carries at most before the oldest is
// compressed anew.
const packedLimit = 8

// deflate compresses a file, or finds that it did.
func (c *packedCache) deflate(data []byte) []byte {
	if c == nil {
		return deflate(data)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, e := range c.entries {
		if bytes.Equal(e.data, data) {
			return e.packed
		}
	}
	if len(c.entries) == packedLimit {
		c.entries = c.entries[:copy(c.entries, c.entries[1:])]
	}
	packed := deflate(data)
	c.entries = append(c.entries, packedFile{bytes.Clone(data), packed})
	return packed
}
