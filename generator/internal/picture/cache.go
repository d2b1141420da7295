package picture

import (
	"crypto/sha256"
	"sync"
)

// Cache keeps prepared pictures, because a thousand letters share a logo. The
// zero Cache is ready to use; it is safe for concurrent use.
type Cache struct {
	mu       sync.Mutex
	prepared map[[sha256.Size]byte]*Picture
}

// cacheLimit bounds the memory of a long-running process.
const cacheLimit = 32

// Read is like the function Read, with the result kept by the digest of the
// data.
func (c *Cache) Read(data []byte) (*Picture, error) {
	key := sha256.Sum256(data)
	c.mu.Lock()
	p, ok := c.prepared[key]
	c.mu.Unlock()
	if ok {
		return p, nil
	}
	p, err := Read(data)
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.prepared == nil || len(c.prepared) >= cacheLimit {
		c.prepared = map[[sha256.Size]byte]*Picture{}
	}
	c.prepared[key] = p
	return p, nil
}
