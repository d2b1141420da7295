package pdf

import (
	"bytes"
	"sync"

	"protokol/generator/internal/cos"
)

// packedCache keeps the files that were attached last, compressed: the letters
// of a batch carry the same ones.
type packedCache struct {
	mu      sync.Mutex
	entries []packedFile
}

// packedFile is a file before and after compression.
type packedFile struct{ data, packed []byte }

// packedLimit is the number of files in the cache. A paper that carries more has
// some of them compressed again.
const packedLimit = 8

// deflate returns a file compressed. A nil cache keeps nothing.
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
