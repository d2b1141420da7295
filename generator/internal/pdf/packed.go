package pdf

import (
	"bytes"
	"sync"

	"protokol/generator/internal/cos"
)

// packedCache caches compressed attachments, because the letters of a batch
// have the same ones.
type packedCache struct {
	mu      sync.Mutex
	entries []packedFile
}

// packedFile is a file before and after compression.
type packedFile struct{ data, packed []byte }

// packedLimit is the number of files in the cache. Papers with more have some
// of them compressed again.
const packedLimit = 8

// deflate compresses a file. A nil cache stores nothing.
func (c *packedCache) deflate(data []byte) []byte {
	if c == nil {
		return cos.Deflate(data)
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
	packed := cos.Deflate(data)
	c.entries = append(c.entries, packedFile{bytes.Clone(data), packed})
	return packed
}
