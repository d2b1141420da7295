package pdf

import (
	"bytes"
	"hash/maphash"
	"sync"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/memo"
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

// pageCache keeps compressed contents of pages, because letters of a batch often have the same second page. What is
// seen once, such as the first pages, is not kept.
type pageCache struct {
	mu    sync.Mutex
	seed  maphash.Seed
	known *memo.Recent[uint64, packedFile] // by the hash of the data
}

// pagesLimit is the number of bytes in the cache.
const pagesLimit = 4 << 20

func newPageCache() *pageCache {
	return &pageCache{seed: maphash.MakeSeed(), known: memo.NewRecent[uint64, packedFile](pagesLimit)}
}

// deflate compresses the contents of a page. A nil cache stores nothing.
func (c *pageCache) deflate(data []byte) []byte {
	if c == nil {
		return cos.Deflate(data)
	}
	key := maphash.Bytes(c.seed, data)
	c.mu.Lock()
	known, seen := c.known.Find(key)
	c.mu.Unlock()
	if known.packed != nil && bytes.Equal(known.data, data) {
		return known.packed
	}
	packed := cos.Deflate(data)
	kept, size := packedFile{}, 64
	if seen {
		kept = packedFile{bytes.Clone(data), packed}
		size += len(data) + cap(packed)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.known.Keep(key, kept, size)
	return packed
}
