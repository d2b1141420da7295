package gost

import "math/big"

// jacobian is a point (x/z², y/z³); z is 0 for the point at infinity. Its sums need no
// inverses, each of which takes as long as a hundred products.
type jacobian struct{ x, y, z *big.Int }

// adder adds points of a curve.
type adder struct {
	curve
	quotient big.Int // not needed, but computed
}

// sum returns m points a and n points b, doubling both together.
func (c curve) sum(a *point, m *big.Int, b *point, n *big.Int) *point {
	s := adder{curve: c}
	both := s.affine(s.add(s.add(s.infinity(), a), b))
	all := s.infinity()
	for i := max(m.BitLen(), n.BitLen()) - 1; i >= 0; i-- {
		all = s.double(all)
		switch {
		case m.Bit(i) == 1 && n.Bit(i) == 1:
			all = s.add(all, both)
		case m.Bit(i) == 1:
			all = s.add(all, a)
		case n.Bit(i) == 1:
			all = s.add(all, b)
		}
	}
	return s.affine(all)
}

func (s *adder) infinity() jacobian { return jacobian{new(big.Int), new(big.Int), new(big.Int)} }

func (s *adder) times(a, b *big.Int) *big.Int {
	product := new(big.Int).Mul(a, b)
	return s.reduce(product)
}

func (s *adder) minus(a *big.Int, others ...*big.Int) *big.Int {
	difference := new(big.Int).Set(a)
	for _, b := range others {
		difference.Sub(difference, b)
	}
	return s.reduce(difference)
}

// reduce makes a number one of the field.
func (s *adder) reduce(n *big.Int) *big.Int {
	s.quotient.QuoRem(n, s.p, n)
	if n.Sign() < 0 {
		n.Add(n, s.p)
	}
	return n
}

// double returns a point twice.
func (s *adder) double(p jacobian) jacobian {
	if p.z.Sign() == 0 || p.y.Sign() == 0 {
		return s.infinity()
	}
	yy, zz := s.times(p.y, p.y), s.times(p.z, p.z)
	four := s.times(p.x, yy)
	four.Lsh(four, 2)
	slope := new(big.Int).Mul(p.x, p.x)
	slope.Mul(slope, big.NewInt(3))
	slope = s.reduce(slope.Add(slope, s.times(s.a, s.times(zz, zz))))
	x := s.minus(s.times(slope, slope), four, four)
	eight := s.times(yy, yy)
	eight.Lsh(eight, 3)
	y := s.minus(s.times(slope, s.minus(four, x)), eight)
	z := s.times(p.y, p.z)
	return jacobian{x, y, s.reduce(z.Lsh(z, 1))}
}

// add returns the sum of two points; nil is the point at infinity.
func (s *adder) add(p jacobian, q *point) jacobian {
	switch {
	case q == nil:
		return p
	case p.z.Sign() == 0:
		return jacobian{q.x, q.y, big.NewInt(1)}
	}
	zz := s.times(p.z, p.z)
	h := s.minus(s.times(q.x, zz), p.x)
	r := s.minus(s.times(q.y, s.times(p.z, zz)), p.y)
	if h.Sign() == 0 {
		if r.Sign() == 0 {
			return s.double(p)
		}
		return s.infinity()
	}
	hh := s.times(h, h)
	hhh, v := s.times(h, hh), s.times(p.x, hh)
	x := s.minus(s.times(r, r), hhh, v, v)
	y := s.minus(s.times(r, s.minus(v, x)), s.times(p.y, hhh))
	return jacobian{x, y, s.times(p.z, h)}
}

// affine returns a point by its coordinates; nil is the point at infinity.
func (s *adder) affine(p jacobian) *point {
	if p.z.Sign() == 0 {
		return nil
	}
	inverse := new(big.Int).ModInverse(p.z, s.p)
	square := s.times(inverse, inverse)
	return &point{s.times(p.x, square), s.times(p.y, s.times(square, inverse))}
}
