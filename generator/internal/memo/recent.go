package memo

// Recent keeps what was used last, by what it was computed from. A Recent is not safe for concurrent use.
type Recent[K comparable, V any] struct {
	most      int
	size      int              // of last
	last, old map[K]kept[K, V] // last holds what was used since old was replaced
}

// kept is a value with its key, which may be a text that is equal to that of a request, but not part of a longer one.
type kept[K comparable, V any] struct {
	key   K
	value V
	size  int
}

// NewRecent returns a Recent for values of a total size. Up to twice as much is kept.
func NewRecent[K comparable, V any](most int) *Recent[K, V] {
	return &Recent[K, V]{most: most, last: map[K]kept[K, V]{}}
}

// Find returns the value for a key, which counts as its use.
func (r *Recent[K, V]) Find(key K) (value V, ok bool) {
	found, ok := r.last[key]
	if !ok {
		if found, ok = r.old[key]; ok {
			r.Keep(found.key, found.value, found.size)
		}
	}
	return found.value, ok
}

// Keep keeps a value of some size. A key that is part of a long text must be a copy, else the whole text stays in
// memory.
func (r *Recent[K, V]) Keep(key K, value V, size int) {
	if r.size += size - r.last[key].size; r.size > r.most {
		r.last, r.old, r.size = map[K]kept[K, V]{}, r.last, size
	}
	r.last[key] = kept[K, V]{key, value, size}
}

// Len is the number of values that are kept.
func (r *Recent[K, V]) Len() int {
	n := len(r.last)
	for key := range r.old {
		if _, again := r.last[key]; !again {
			n++
		}
	}
	return n
}
