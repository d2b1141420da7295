// Package memo keeps results of functions that take long and always return the same for
// the same arguments.
package memo

import "sync"

// Most is the maximum number of results that a Memo keeps; more than the names, positions
// and bodies of a large list that are repeated.
const Most = 4096

// Memo keeps results by what they were computed from, and forgets all of them when there
// are too many. The zero Memo is empty. It is safe for concurrent use.
type Memo[K comparable, V any] struct {
	mu    sync.RWMutex
	known map[K]V
}

// Find returns the result for a key, if it is kept.
func (m *Memo[K, V]) Find(key K) (V, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	found, ok := m.known[key]
	return found, ok
}

// Keep keeps the result for a key. A key that is part of a long text must be a copy, else
// the whole text stays in memory.
func (m *Memo[K, V]) Keep(key K, result V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil || len(m.known) >= Most {
		m.known = map[K]V{}
	}
	m.known[key] = result
}
