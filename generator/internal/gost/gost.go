// Package gost implements the digest of ГОСТ Р 34.11-2012 (Стрибог, RFC 6986) and
// the verification of signatures of ГОСТ Р 34.10-2012 (RFC 7091). It neither signs
// nor handles secrets, so it does not need to run in constant time.
//
// No suitable library is available on the module proxy.
//
//	gost.go      the digest
//	verify.go    verification of signatures
//	points.go    sums of points
//	tables.go    constants of the digest
//	curves.go    constants of the signature
package gost

import (
	"encoding/binary"
	"hash"
	"math/bits"
	"sync"
)

// block is a 512-bit number, least significant word first.
type block [8]uint64

// digest implements hash.Hash.
type digest struct {
	h, n, sum block
	buffer    [64]byte
	used      int
	size      int // of the result, in bytes
}

// New256 returns a hash.Hash that computes the 256-bit digest.
func New256() hash.Hash { return newDigest(32) }

// New512 returns a hash.Hash that computes the 512-bit digest.
func New512() hash.Hash { return newDigest(64) }

func newDigest(size int) *digest {
	d := &digest{size: size}
	d.Reset()
	return d
}

// Size returns the length of the result in bytes.
func (d *digest) Size() int { return d.size }

// BlockSize returns the length of a block in bytes.
func (d *digest) BlockSize() int { return 64 }

// Clone returns a digest with the same state.
func (d *digest) Clone() (hash.Cloner, error) {
	clone := *d
	return &clone, nil
}

// Reset sets the initial state (ГОСТ Р 34.11-2012, 6.1).
func (d *digest) Reset() {
	*d = digest{size: d.size}
	if d.size == 32 {
		for i := range d.h {
			d.h[i] = 0x0101010101010101
		}
	}
}

// Write adds data to the message. It never returns an error.
func (d *digest) Write(data []byte) (int, error) {
	length := len(data)
	for len(data) > 0 {
		n := copy(d.buffer[d.used:], data)
		d.used += n
		data = data[n:]
		if d.used == len(d.buffer) {
			d.absorb(512)
			d.used = 0
		}
	}
	return length, nil
}

// absorb processes the buffer as a block with length bits of the message.
func (d *digest) absorb(length uint64) {
	var m block
	for i := range m {
		m[i] = binary.LittleEndian.Uint64(d.buffer[8*i:])
	}
	d.h = compress(d.h, d.n, m)
	d.n = add(d.n, block{length})
	d.sum = add(d.sum, m)
}

// Sum appends the digest of the message so far (6.3).
func (d *digest) Sum(b []byte) []byte {
	last := *d
	clear(last.buffer[last.used:])
	last.buffer[last.used] = 1
	last.absorb(uint64(last.used) * 8)
	h := compress(last.h, block{}, last.n)
	h = compress(h, block{}, last.sum)
	for _, word := range h[8-d.size/8:] {
		b = binary.LittleEndian.AppendUint64(b, word)
	}
	return b
}

// compress is the compression function g (5.6).
func compress(h, n, m block) block {
	t := table()
	key := xor(h, n)
	t.transform(&key)
	state := xor(key, m)
	for i := range rounds {
		t.transform(&state)
		key = xor(key, rounds[i])
		t.transform(&key)
		state = xor(state, key)
	}
	return xor(xor(state, h), m)
}

// lookup combines substitution, permutation and linear transformation by position and value of a byte.
type lookup [8][256]uint64

var table = sync.OnceValue(func() *lookup {
	var t lookup
	for place := range t {
		for value, substitute := range pi {
			for bit := range 8 {
				if substitute>>bit&1 == 1 {
					t[place][value] ^= rows[place][bit]
				}
			}
		}
	}
	return &t
})

// transform is the composition of transformations LPS (5.2 to 5.4). Scans of 40 MB are digested: in local variables it
// takes a third of the time of a loop over the words.
func (t *lookup) transform(b *block) {
	b0, b1, b2, b3, b4, b5, b6, b7 := b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7]
	for i := range b {
		b[i] = t[0][byte(b0)] ^ t[1][byte(b1)] ^ t[2][byte(b2)] ^ t[3][byte(b3)] ^
			t[4][byte(b4)] ^ t[5][byte(b5)] ^ t[6][byte(b6)] ^ t[7][byte(b7)]
		b0, b1, b2, b3 = b0>>8, b1>>8, b2>>8, b3>>8
		b4, b5, b6, b7 = b4>>8, b5>>8, b6>>8, b7>>8
	}
}

func xor(a, b block) block {
	for i := range a {
		a[i] ^= b[i]
	}
	return a
}

// add returns a + b modulo 2^512.
func add(a, b block) block {
	carry := uint64(0)
	for i := range a {
		a[i], carry = bits.Add64(a[i], b[i], carry)
	}
	return a
}
