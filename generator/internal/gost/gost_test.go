package gost

import (
	"encoding/hex"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"protokol/generator/internal/outside"
)

// TestDigest checks the examples of the standard (ГОСТ Р 34.11-2012, annex A),
// in the byte order of a stream, the reverse of RFC 6986.
func TestDigest(t *testing.T) {
	m1 := []byte("012345678901234567890123456789012345678901234567890123456789012")
	for want, size := range map[string]int{
		"9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500": 32,
		"1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa" +
			"00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48": 64,
	} {
		d := newDigest(size)
		d.Write(m1[:10])
		before, _ := d.Clone()
		d.Write(m1[10:])
		if got := hex.EncodeToString(d.Sum(nil)); got != want {
			t.Errorf("%d bits: %s, want %s", size*8, got, want)
		}
		before.Write(m1[10:])
		if got := hex.EncodeToString(before.Sum(nil)); got != want {
			t.Errorf("%d bits of a clone: %s, want %s", size*8, got, want)
		}
	}
}

// TestDigestOfOpenSSL compares digests of messages around the length of a
// block.
func TestDigestOfOpenSSL(t *testing.T) {
	openssl := outside.Program(t, "openssl")
	outside.Engine(t, openssl, "gost")
	name := filepath.Join(t.TempDir(), "text")
	for _, length := range []int{0, 1, 63, 64, 65, 128, 1000} {
		data := []byte(strings.Repeat("Ъ\xff", length)[:length])
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		for algorithm, size := range map[string]int{"md_gost12_256": 32, "md_gost12_512": 64} {
			out := outside.Run(t, openssl, "dgst", "-engine", "gost", "-"+algorithm, "-r", name)
			d := newDigest(size)
			d.Write(data)
			if got := hex.EncodeToString(d.Sum(nil)); !strings.Contains(out, got) {
				t.Errorf("%s of %d bytes: %s, openssl has %s", algorithm, length, got, out)
			}
		}
	}
}

// TestCurves checks that every base point is on its curve and has the stated
// order, and that sums of points are those of their multiples.
func TestCurves(t *testing.T) {
	zero, one, five := big.NewInt(0), big.NewInt(1), big.NewInt(5)
	for _, set := range curves {
		c := curve{number(set.p), number(set.a), number(set.b), number(set.q)}
		base := &point{number(set.x), number(set.y)}
		if !c.contains(base) || c.sum(base, c.q, base, zero) != nil ||
			!c.q.ProbablyPrime(20) || !c.p.ProbablyPrime(20) {
			t.Errorf("%v", set.ids)
		}
		last := new(big.Int).Sub(c.q, one)
		opposite, fifth := c.sum(base, last, base, zero), c.sum(base, five, base, zero)
		if !c.contains(fifth) || c.sum(base, one, opposite, one) != nil || c.sum(base, last, fifth, last) == nil {
			t.Errorf("%v: five times the point is off the curve, or has no opposite", set.ids)
		}
		m, n := new(big.Int).Rsh(c.p, 3), new(big.Int).Rsh(c.q, 1)
		together := new(big.Int).Add(m, new(big.Int).Mul(five, n))
		is, want := c.sum(base, m, fifth, n), c.sum(base, together.Mod(together, c.q), opposite, zero)
		if is.x.Cmp(want.x) != 0 || is.y.Cmp(want.y) != 0 {
			t.Errorf("%v: the sum of multiples is not the multiple of the sum", set.ids)
		}
		for _, a := range []*point{base, fifth} { // equal points, opposite ones
			if twice, want := c.sum(a, one, a, one), c.sum(a, big.NewInt(2), a, zero); twice.x.Cmp(want.x) != 0 {
				t.Errorf("%v: a point twice", set.ids)
			}
		}
	}
}

// FuzzVerify checks that ParsePublicKey and Verify never panic and that random
// bytes are never a valid signature.
func FuzzVerify(f *testing.F) {
	f.Add([]byte{0x30, 0x1f}, make([]byte, 64), make([]byte, 128))
	f.Fuzz(func(t *testing.T, spki, digest, signature []byte) {
		if k, err := ParsePublicKey(spki); err == nil {
			k.Verify(digest, signature)
		}
		for _, set := range curves {
			base := &point{number(set.x), number(set.y)}
			k := PublicKey{curve{number(set.p), number(set.a), number(set.b), number(set.q)}, base, base}
			if k.Verify(digest, signature) {
				t.Errorf("%v: %x signs %x", set.ids, signature, digest)
			}
		}
	})
}
