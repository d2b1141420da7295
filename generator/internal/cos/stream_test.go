package cos

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/klauspost/compress/zlib"
)

// TestUnpacksWithFile: the more a file holds, the more of it is unpacked.
func TestUnpacksWithFile(t *testing.T) {
	const size = 2 << 20
	var packed bytes.Buffer
	w, err := zlib.NewWriterLevel(&packed, zlib.NoCompression)
	if err != nil {
		t.Fatal(err)
	}
	w.Write(make([]byte, size))
	w.Close()
	f, err := Read(build("", "<</Type/Catalog>>",
		fmt.Sprintf("<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", packed.Len(), packed.String())))
	if err != nil {
		t.Fatal(err)
	}
	s := f.Get(Ref{Number: 2}).(*Stream)
	for range (maxUnpacked + 2*size) / size {
		if _, err := f.Decoded(s); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.Decoded(s); err != errTooLarge {
		t.Error(err)
	}
}

// TestUnpacksInVain: streams that do not fit are not unpacked again and again, nor are those whose predictor is not
// known.
func TestUnpacksInVain(t *testing.T) {
	large, small := &Stream{Data: []byte(pack(strings.Repeat("0", 2<<20)))}, &Stream{Data: []byte(pack("0"))}
	f := read(t, build("", "<</Type /Catalog>>"))
	f.unpacks = 1 << 20
	for _, s := range []*Stream{large, small} {
		s.Dict = Dict{"Filter": Name("FlateDecode")}
	}
	photo := &Stream{Dict: large.Dict.With(Dict{"DecodeParms": Dict{"Predictor": 15, "Columns": 9, "Colors": 3}}),
		Data: large.Data}
	if _, err := f.Decoded(photo); err != errUnknownFilter || f.vain > 0 {
		t.Errorf("a photograph: %v, %d bytes in vain", err, f.vain)
	}
	for range maxUnpacked>>20 + 1 {
		if _, err := f.Decoded(small); err != nil {
			t.Fatal(err)
		}
		if _, err := f.Decoded(large); err != errTooLarge {
			t.Fatal(err)
		}
	}
	before := f.vain
	if _, err := f.Decoded(small); err != errTooLarge || f.vain > before {
		t.Errorf("after %d bytes in vain: %v", before, err)
	}
}

// TestParameters: parameters that programs understand differently are not passed over.
func TestParameters(t *testing.T) {
	data := pack("\x02q\x00Q") // with a predictor of rows of one byte: other data
	const p = "<</Predictor 12/Columns 1>>"
	for _, c := range []struct {
		entries string
		want    string
	}{
		{"/Filter/FlateDecode", "\x02q\x00Q"},
		{"/Filter[/FlateDecode]", "\x02q\x00Q"},
		{"/Filter/FlateDecode/DecodeParms null", "\x02q\x00Q"},
		{"/Filter[/FlateDecode]/DecodeParms[null]", "\x02q\x00Q"},
		{"/Filter/FlateDecode/DecodeParms" + p, "qQ"},
		{"/Filter[/FlateDecode]/DecodeParms[" + p + "]", "qQ"},
		{"/Filter[/FlateDecode]/DecodeParms[3 0 R]", "qQ"},
		{"/Filter/FlateDecode/DecodeParms 3 0 R", "qQ"},
		{"/Filter[/FlateDecode]/DecodeParms[" + p + p + "]", ""},
		{"/Filter[/FlateDecode]/DecodeParms[" + p + " null]", ""},
		{"/Filter[/FlateDecode]/DecodeParms[]", ""},
		{"/Filter[/FlateDecode]/DecodeParms" + p, ""},
		{"/Filter[/FlateDecode]/DecodeParms 3 0 R", ""},
		{"/Filter/FlateDecode/DecodeParms[" + p + "]", ""},
		{"/Filter/FlateDecode/DecodeParms 4 0 R", ""}, // a stream
		{"/Filter[/FlateDecode]/DecodeParms[4 0 R]", ""},
		{"/Filter[/FlateDecode]/DecodeParms 5 0 R", ""}, // an array of two
		{"/Filter/FlateDecode/DecodeParms(12)", ""},
		{"/Filter/FlateDecode/DP" + p, ""},
		{"/F/FlateDecode/DP" + p, ""},
		{"/F/Fl", ""},
		{"/Filter/Fl/DecodeParms" + p, ""},
		{"/Filter/FlateDecode/DecodeParms<</Predictor 12.0/Columns 1>>", ""},
		{"/Filter/FlateDecode/DecodeParms<</Predictor 1/Columns 9>>", "\x02q\x00Q"},
		{"/Filter/FlateDecode/DecodeParms<</Predictor 1/Columns -1>>", ""},
		{"/Filter/FlateDecode/DecodeParms<</Colors -1>>", ""},
		{"/Filter/FlateDecode/DecodeParms<</Columns 2147483647>>", ""},
		{"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 1/Colors null>>", ""},
		{"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 1/BitsPerComponent 99 0 R>>", ""},
	} {
		f, err := Read(build("", "<</Type/Catalog>>",
			fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", c.entries, len(data), data), p,
			"<</Predictor 12/Columns 1/Length 0>>\nstream\n\nendstream", "["+p+p+"]"))
		if err != nil {
			t.Fatal(err)
		}
		got, err := f.Decoded(f.Get(Ref{Number: 2}).(*Stream))
		if (err == nil) != (c.want != "") || err == nil && string(got) != c.want {
			t.Errorf("%s: %q, %v", c.entries, got, err)
		}
	}
}
