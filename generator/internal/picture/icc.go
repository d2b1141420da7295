package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"math"
)

// conversion converts the colours of a profile to sRGB by a curve for each
// channel and a matrix (ICC.1:2010, annex F.3). Profiles of cameras and screens
// are of this type; profiles with lookup tables are not supported.
type conversion struct {
	curves [3][256]float64 // from samples to linear values, 0 to 1
	matrix [3][3]float64   // from linear values to linear sRGB
}

// fromXYZ converts from the profile connection space, whose white is D50, to
// linear sRGB (IEC 61966-2-1 with Bradford adaptation).
var fromXYZ = [3][3]float64{
	{3.1338561, -1.6168667, -0.4906146},
	{-0.9787684, 1.9161415, 0.0334540},
	{0.0719453, -0.2289914, 1.4052427},
}

// maxProfile limits the size of profiles; those of cameras have a few
// kilobytes.
const maxProfile = 1 << 20

// conversionOf returns the conversion for a profile. It returns nil without a
// profile, for one that is close to sRGB, and with a Russian warning for one
// that is not supported.
func conversionOf(icc []byte) (c *conversion, warning string) {
	if icc == nil {
		return nil, ""
	}
	c, ok := readProfile(icc)
	switch {
	case !ok:
		return nil, "у рисунка необычный цветовой профиль; оттенки на бумаге могут измениться"
	case c.isSRGB():
		return nil, ""
	}
	return c, ""
}

// readProfile reads an ICC profile and reports whether it is supported.
func readProfile(icc []byte) (*conversion, bool) {
	if len(icc) < 132 || string(icc[36:40]) != "acsp" {
		return nil, false
	}
	var c conversion
	if string(icc[16:20]) == "GRAY" {
		grey, ok := curve(tag(icc, "kTRC"))
		c.curves = [3][256]float64{grey, grey, grey}
		c.matrix = [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}
		return &c, ok
	}
	if string(icc[16:20]) != "RGB " || string(icc[20:24]) != "XYZ " {
		return nil, false
	}
	for i, name := range []string{"r", "g", "b"} {
		light, ok := curve(tag(icc, name+"TRC"))
		xyz := tag(icc, name+"XYZ")
		if !ok || len(xyz) < 20 {
			return nil, false
		}
		c.curves[i] = light
		for row := range 3 {
			for k := range 3 {
				c.matrix[row][i] += fromXYZ[row][k] * fixed(xyz[8+4*k:])
			}
		}
	}
	return &c, true
}

// tag returns the data of a tag, or nil (ICC.1:2010, 7.3).
func tag(icc []byte, name string) []byte {
	count := uint64(binary.BigEndian.Uint32(icc[128:]))
	for i := uint64(0); i < count && 132+12*(i+1) <= uint64(len(icc)); i++ {
		entry := icc[132+12*i:]
		offset, size := uint64(binary.BigEndian.Uint32(entry[4:])), uint64(binary.BigEndian.Uint32(entry[8:]))
		if string(entry[:4]) == name && offset+size <= uint64(len(icc)) {
			return icc[offset : offset+size]
		}
	}
	return nil
}

// fixed decodes an s15Fixed16Number.
func fixed(b []byte) float64 { return float64(int32(binary.BigEndian.Uint32(b))) / 65536 }

// curve reads a curveType or a parametricCurveType (10.5, 10.15).
func curve(data []byte) (light [256]float64, ok bool) {
	if len(data) < 12 {
		return light, false
	}
	var value func(x float64) float64
	switch string(data[:4]) {
	case "curv":
		value = sampled(data[12:], binary.BigEndian.Uint32(data[8:]))
	case "para":
		value = parametric(data[12:], binary.BigEndian.Uint16(data[8:]))
	}
	if value == nil {
		return light, false
	}
	for i := range light {
		light[i] = min(max(value(float64(i)/255), 0), 1)
		if math.IsNaN(light[i]) {
			return light, false
		}
	}
	return light, true
}

// sampled returns a curve of sampled points, or a gamma curve for a single
// value. It returns nil for truncated data.
func sampled(points []byte, count uint32) func(float64) float64 {
	switch {
	case count == 0:
		return func(x float64) float64 { return x }
	case uint64(count)*2 > uint64(len(points)):
		return nil
	case count == 1:
		gamma := float64(binary.BigEndian.Uint16(points)) / 256
		return func(x float64) float64 { return math.Pow(x, gamma) }
	}
	return func(x float64) float64 {
		at := x * float64(count-1)
		i := min(int(at), int(count)-2)
		a, b := float64(binary.BigEndian.Uint16(points[2*i:])), float64(binary.BigEndian.Uint16(points[2*i+2:]))
		return (a + (b-a)*(at-float64(i))) / 65535
	}
}

// parametric returns one of the five functions of table 65, or nil for unknown
// ones and truncated data.
func parametric(numbers []byte, kind uint16) func(float64) float64 {
	counts := []int{1, 3, 4, 5, 7}
	if int(kind) >= len(counts) || len(numbers) < 4*counts[kind] {
		return nil
	}
	p := [7]float64{0, 1} // gamma, a, b, c, d, e, f
	for i := range counts[kind] {
		p[i] = fixed(numbers[4*i:])
	}
	g, a, b, c, d, e, f := p[0], p[1], p[2], p[3], p[4], p[5], p[6]
	switch kind {
	case 1:
		c, d = 0, -b/a
	case 2:
		c, d, e, f = 0, -b/a, c, c
	}
	return func(x float64) float64 {
		if kind > 0 && x < d {
			return c*x + f
		}
		return math.Pow(a*x+b, g) + e
	}
}

// isSRGB reports whether the profile is sRGB or close to it.
func (c *conversion) isSRGB() bool {
	steps := []uint8{0, 40, 128, 200, 255}
	for _, r := range steps {
		for _, g := range steps {
			for _, b := range steps {
				got := c.colour(r, g, b)
				for i, v := range []uint8{r, g, b} {
					if max(got[i], v)-min(got[i], v) > 3 {
						return false
					}
				}
			}
		}
	}
	return true
}

// colour converts one colour and clips it to the gamut of sRGB.
func (c *conversion) colour(r, g, b uint8) (out [3]uint8) {
	red, green, blue := c.curves[0][r], c.curves[1][g], c.curves[2][b]
	for i, m := range c.matrix {
		out[i] = encodeSRGB(m[0]*red + m[1]*green + m[2]*blue)
	}
	return out
}

// apply converts a picture in place. A nil conversion does nothing.
func (c *conversion) apply(flat *image.RGBA) {
	if c == nil {
		return
	}
	var last, converted [3]uint8
	known := false
	for i := 0; i < len(flat.Pix); i += 4 {
		pixel := [3]uint8(flat.Pix[i:])
		if !known || pixel != last {
			last, converted, known = pixel, c.colour(pixel[0], pixel[1], pixel[2]), true
		}
		copy(flat.Pix[i:], converted[:])
	}
}

// encodeSRGB returns the sample of a linear value (IEC 61966-2-1).
func encodeSRGB(light float64) uint8 {
	light = min(max(light, 0), 1)
	return srgbSamples[int(light*float64(len(srgbSamples)-1)+0.5)]
}

// srgbSamples has enough entries to distinguish the darkest samples.
var srgbSamples = func() (table [8193]uint8) {
	for i := range table {
		v := float64(i) / float64(len(table)-1)
		if v <= 0.0031308 {
			v *= 12.92
		} else {
			v = 1.055*math.Pow(v, 1/2.4) - 0.055
		}
		table[i] = uint8(math.Round(255 * v))
	}
	return table
}()

// joinProfile joins the parts of a profile in a JPEG, each of which has its
// number and the number of parts (ICC.1:2010, B.4). It returns nil for no parts
// and an empty profile for inconsistent ones.
func joinProfile(parts [][]byte) []byte {
	if parts == nil {
		return nil
	}
	ordered := make([][]byte, len(parts))
	for _, part := range parts {
		if len(part) < 2 || part[0] < 1 || int(part[0]) > len(parts) {
			return []byte{}
		}
		ordered[part[0]-1] = part[2:]
	}
	return append([]byte{}, bytes.Join(ordered, nil)...)
}
