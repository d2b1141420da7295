package gost

import (
	"encoding/asn1"
	"errors"
	"math/big"
	"slices"
)

// parameters are the hexadecimal numbers of a curve y² = x³ + ax + b over the
// field of p, with the base point (x, y) of order q.
type parameters struct {
	ids              []string
	p, a, b, q, x, y string
}

// curve is the curve of parameters.
type curve struct{ p, a, b, q *big.Int }

// point is a point of a curve; nil is the point at infinity.
type point struct{ x, y *big.Int }

// PublicKey is a key for the verification of signatures.
type PublicKey struct {
	curve
	base, key *point
}

var (
	oidKey256 = asn1.ObjectIdentifier{1, 2, 643, 7, 1, 1, 1, 1}
	oidKey512 = asn1.ObjectIdentifier{1, 2, 643, 7, 1, 1, 1, 2}
)

var errNoKey = errors.New("не ключ ГОСТ Р 34.10-2012")

// ParsePublicKey parses the SubjectPublicKeyInfo of a certificate (RFC 9215,
// 4). It returns an error for other algorithms, unknown curves and points that
// are not on the curve.
func ParsePublicKey(spki []byte) (*PublicKey, error) {
	var info struct {
		Algorithm struct {
			ID         asn1.ObjectIdentifier
			Parameters struct {
				Curve  asn1.ObjectIdentifier
				Digest asn1.ObjectIdentifier `asn1:"optional"`
				Cipher asn1.ObjectIdentifier `asn1:"optional"`
			}
		}
		Key asn1.BitString
	}
	if rest, err := asn1.Unmarshal(spki, &info); err != nil || len(rest) > 0 {
		return nil, errNoKey
	}
	size := 32
	switch {
	case info.Algorithm.ID.Equal(oidKey512):
		size = 64
	case !info.Algorithm.ID.Equal(oidKey256):
		return nil, errNoKey
	}
	var raw []byte
	if rest, err := asn1.Unmarshal(info.Key.Bytes, &raw); err != nil || len(rest) > 0 || len(raw) != 2*size {
		return nil, errNoKey
	}
	id := info.Algorithm.Parameters.Curve.String()
	i := slices.IndexFunc(curves, func(p parameters) bool { return slices.Contains(p.ids, id) })
	if i < 0 {
		return nil, errNoKey
	}
	set := curves[i]
	k := &PublicKey{
		curve: curve{number(set.p), number(set.a), number(set.b), number(set.q)},
		base:  &point{number(set.x), number(set.y)},
		key:   &point{littleEndian(raw[:size]), littleEndian(raw[size:])},
	}
	if (k.q.BitLen()+7)/8 != size || !k.contains(k.key) {
		return nil, errNoKey
	}
	return k, nil
}

func number(hex string) *big.Int {
	n, ok := new(big.Int).SetString(hex, 16)
	if !ok {
		panic("gost: " + hex + " is no number; it is a constant")
	}
	return n
}

func littleEndian(b []byte) *big.Int {
	b = slices.Clone(b)
	slices.Reverse(b)
	return new(big.Int).SetBytes(b)
}

// Size returns the length of the coordinates of the curve in bytes, that of the
// digests, too.
func (k *PublicKey) Size() int { return (k.q.BitLen() + 7) / 8 }

// Verify reports whether signature, s followed by r (RFC 9215, 2), is valid for
// a digest computed by this package (ГОСТ Р 34.10-2012, 6.2).
func (k *PublicKey) Verify(digest, signature []byte) bool {
	size := k.Size()
	if len(signature) != 2*size || len(digest) != size {
		return false
	}
	s, r := new(big.Int).SetBytes(signature[:size]), new(big.Int).SetBytes(signature[size:])
	if s.Sign() == 0 || r.Sign() == 0 || s.Cmp(k.q) >= 0 || r.Cmp(k.q) >= 0 {
		return false
	}
	e := littleEndian(digest)
	if e.Mod(e, k.q).Sign() == 0 {
		e.SetInt64(1)
	}
	v := new(big.Int).ModInverse(e, k.q)
	z1 := new(big.Int).Mul(s, v)
	z2 := new(big.Int).Neg(new(big.Int).Mul(r, v))
	c := k.sum(k.base, z1.Mod(z1, k.q), k.key, z2.Mod(z2, k.q))
	return c != nil && new(big.Int).Mod(c.x, k.q).Cmp(r) == 0
}

// contains reports whether a point is on the curve.
func (c curve) contains(at *point) bool {
	if at.x.Cmp(c.p) >= 0 || at.y.Cmp(c.p) >= 0 {
		return false
	}
	left := new(big.Int).Mul(at.y, at.y)
	right := new(big.Int).Mul(at.x, at.x)
	right.Add(right, c.a).Mul(right, at.x).Add(right, c.b)
	return left.Sub(left, right).Mod(left, c.p).Sign() == 0
}
