package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"os"
	"testing"
)

// profile returns an ICC profile with the given primaries and one curve for all
// channels.
func profile(space string, primaries [3][3]float64, curve []byte) []byte {
	tags := [][2]any{{"kTRC", curve}}
	if space == "RGB " {
		tags = nil
		for i, name := range []string{"r", "g", "b"} {
			xyz := []byte("XYZ \x00\x00\x00\x00")
			for _, v := range primaries[i] {
				xyz = binary.BigEndian.AppendUint32(xyz, uint32(int32(math.Round(v*65536))))
			}
			tags = append(tags, [2]any{name + "XYZ", xyz}, [2]any{name + "TRC", curve})
		}
	}
	icc := make([]byte, 128)
	copy(icc[8:], "\x02\x10\x00\x00mntr"+space+"XYZ ")
	copy(icc[36:], "acsp")
	copy(icc[68:], "\x00\x00\xF6\xD6\x00\x01\x00\x00\x00\x00\xD3\x2D") // D50
	icc = binary.BigEndian.AppendUint32(icc, uint32(len(tags)))
	at := 132 + 12*len(tags)
	var data []byte
	for _, tag := range tags {
		body := tag[1].([]byte)
		icc = append(icc, tag[0].(string)...)
		icc = binary.BigEndian.AppendUint32(icc, uint32(at+len(data)))
		icc = binary.BigEndian.AppendUint32(icc, uint32(len(body)))
		data = append(data, body...)
		for len(data)%4 != 0 {
			data = append(data, 0)
		}
	}
	icc = append(icc, data...)
	binary.BigEndian.PutUint32(icc, uint32(len(icc)))
	return icc
}

// parameters encodes a parametricCurveType.
func parameters(kind byte, numbers ...float64) []byte {
	out := []byte{'p', 'a', 'r', 'a', 0, 0, 0, 0, 0, kind, 0, 0}
	for _, v := range numbers {
		out = binary.BigEndian.AppendUint32(out, uint32(int32(math.Round(v*65536))))
	}
	return out
}

// Primaries relative to D50, as in the profiles of their vendors.
var (
	adobe    = [3][3]float64{{0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322, 0.74457}}
	p3       = [3][3]float64{{0.51512, 0.24120, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.15710, 0.06657, 0.78407}}
	gamma22  = []byte("curv\x00\x00\x00\x00\x00\x00\x00\x01\x02\x33")
	straight = []byte("curv\x00\x00\x00\x00\x00\x00\x00\x00")
	bent     = []byte("curv\x00\x00\x00\x00\x00\x00\x00\x03\x00\x00\x40\x00\xFF\xFF")
	screen   = parameters(3, 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)
)

// TestProfiles compares with LittleCMS 2, relative colorimetric.
func TestProfiles(t *testing.T) {
	none := [3][3]float64{}
	for name, test := range map[string]struct {
		icc      []byte
		in, want [3]uint8
	}{
		"Adobe RGB, green":      {profile("RGB ", adobe, gamma22), [3]uint8{100, 180, 90}, [3]uint8{0, 181, 83}},
		"Adobe RGB, skin":       {profile("RGB ", adobe, gamma22), [3]uint8{200, 150, 130}, [3]uint8{217, 151, 130}},
		"Display P3, red":       {profile("RGB ", p3, screen), [3]uint8{200, 60, 50}, [3]uint8{217, 42, 39}},
		"Display P3, blue":      {profile("RGB ", p3, screen), [3]uint8{60, 90, 170}, [3]uint8{50, 91, 176}},
		"linear":                {profile("RGB ", p3, straight), [3]uint8{55, 55, 55}, [3]uint8{128, 128, 128}},
		"three points":          {profile("RGB ", p3, bent), [3]uint8{128, 128, 128}, [3]uint8{138, 138, 138}},
		"grey of an even curve": {profile("GRAY", none, straight), [3]uint8{55, 55, 55}, [3]uint8{128, 128, 128}},
		"grey of a screen":      {profile("GRAY", none, screen), [3]uint8{77, 77, 77}, [3]uint8{77, 77, 77}},
	} {
		c, ok := readProfile(test.icc)
		if !ok {
			t.Errorf("%s: cannot be read", name)
			continue
		}
		got := c.colour(test.in[0], test.in[1], test.in[2])
		for i := range got {
			if max(got[i], test.want[i])-min(got[i], test.want[i]) > 1 {
				t.Errorf("%s: %v becomes %v, want %v", name, test.in, got, test.want)
				break
			}
		}
	}
}

// TestProfilesOfFiles checks that pictures in sRGB are kept byte for byte, that
// others are converted, and that profiles that are not supported give a
// warning.
func TestProfilesOfFiles(t *testing.T) {
	srgb, err := os.ReadFile("../pdf/srgb.icc")
	if err != nil {
		t.Fatal(err)
	}
	img := image.NewRGBA(image.Rect(0, 0, 16, 16))
	for i := range 256 {
		img.Set(i%16, i/16, color.RGBA{200, 60, 50, 255})
	}
	chunked := func(icc []byte) []byte {
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		w.Write(icc)
		w.Close()
		return withChunk(encodedPNG(t, img), "iCCP", append([]byte("name\x00\x00"), b.Bytes()...))
	}
	photo := encodedJPEG(t, img)
	parted := func(icc []byte) []byte { // two parts in the wrong order
		half := len(icc) / 2
		first := append([]byte("ICC_PROFILE\x00\x01\x02"), icc[:half]...)
		second := append([]byte("ICC_PROFILE\x00\x02\x02"), icc[half:]...)
		return withSegment(withSegment(photo, application+2, first), application+2, second)
	}
	wide := profile("RGB ", p3, screen)
	same, converted := color.RGBA{200, 60, 50, 255}, color.RGBA{217, 42, 39, 255}
	for name, test := range map[string]struct {
		file []byte
		want color.RGBA
		warn bool
	}{
		"PNG, a screen's":      {chunked(srgb), same, false},
		"PNG, wide":            {chunked(wide), converted, false},
		"PNG, nonsense":        {chunked([]byte("nonsense")), same, true},
		"PNG, cut short":       {chunked(wide[:200]), same, true},
		"PNG, not deflated":    {withChunk(encodedPNG(t, img), "iCCP", []byte("name\x00\x00xyz")), same, true},
		"JPEG, a screen's":     {parted(srgb), same, false},
		"JPEG, wide":           {parted(wide), converted, false},
		"JPEG, cut short":      {parted(wide[:200]), same, true},
		"JPEG, a part missing": {withSegment(photo, application+2, []byte("ICC_PROFILE\x00\x02\x02")), same, true},
	} {
		p, err := Read(test.file)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := at(t, p, 3, 3); !near(got, test.want) || (p.Warning != "") != test.warn {
			t.Errorf("%s: %v, want %v, warning %q", name, got, test.want, p.Warning)
		}
		if p.Format == JPEG && test.want == same && !bytes.Equal(p.File, photo) {
			t.Errorf("%s: was written anew", name)
		}
	}
}

// FuzzProfile checks that no profile causes a panic.
func FuzzProfile(f *testing.F) {
	f.Add(profile("RGB ", p3, screen))
	f.Add(profile("RGB ", p3, bent))
	f.Add(profile("GRAY", p3, gamma22))
	f.Fuzz(func(t *testing.T, icc []byte) {
		if c, _ := conversionOf(icc); c != nil {
			c.colour(1, 128, 255)
		}
	})
}
