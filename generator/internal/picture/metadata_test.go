package picture

import (
	"bytes"
	"image"
	"slices"
	"testing"
)

// TestHiddenJPEG: thumbnails and other data hidden in segments that readers need are
// not printed.
func TestHiddenJPEG(t *testing.T) {
	plain := encodedJPEG(t, image.NewRGBA(image.Rect(0, 0, 8, 8)))
	jfif := []byte("JFIF\x00\x01\x01\x01\x00\x48\x00\x48\x00\x00")
	want := withSegment(plain, application, jfif)
	thumbnail := append(bytes.Clone(jfif), "thumb"...)
	thumbnail[12], thumbnail[13] = 1, 1
	for name, file := range map[string][]byte{
		"JFIF":           want,
		"JFIF thumbnail": withSegment(plain, application, thumbnail),
		"JFXX thumbnail": withSegment(withSegment(plain, application, []byte("JFXX\x00\x10thumb")), application,
			jfif),
		"XMP":       withSegment(withSegment(plain, application+1, []byte("http://ns.adobe")), application, jfif),
		"Photoshop": withSegment(withSegment(plain, application+13, []byte("Photoshop 3.0")), application, jfif),
	} {
		p, err := Read(file)
		if err != nil || !bytes.Equal(p.File, want) || !bytes.Equal(p.Data, want) {
			t.Errorf("%s: %v, %d bytes of %d", name, err, len(p.File), len(want))
		}
	}
	adobe := []byte("Adobe\x00\x64\x00\x00\x00\x00\x01")
	p, err := Read(withSegment(plain, application+14, append(bytes.Clone(adobe), "thumb"...)))
	if err != nil || !bytes.Equal(p.File, withSegment(plain, application+14, adobe)) {
		t.Errorf("Adobe: %v", err)
	}
}

// TestHiddenPNG: what an editor left behind the picture when it was cut is not
// printed: chunks after the end, bytes after the deflated rows.
func TestHiddenPNG(t *testing.T) {
	plain := encodedPNG(t, image.NewGray(image.Rect(0, 0, 9, 5)))
	end := len(plain) - 12
	for name, file := range map[string][]byte{
		"after the end":  slices.Concat(plain, chunk("IDAT", []byte("the rest")), chunk("IEND", nil)),
		"after the rows": slices.Concat(plain[:end], chunk("IDAT", []byte("the rest")), plain[end:]),
		"EXIF":           slices.Concat(plain[:end], chunk("eXIf", []byte("MM\x00*the rest")), plain[end:]),
	} {
		p, err := Read(file)
		if err != nil || bytes.Contains(p.File, []byte("the rest")) || bytes.Contains(p.Data, []byte("the rest")) {
			t.Errorf("%s is printed, or %v", name, err)
		}
	}
}

// TestWithoutMetadata: pictures that papers take from Word templates look the same, turned
// and coloured by their profile, and say nothing else.
func TestWithoutMetadata(t *testing.T) {
	photo := encodedJPEG(t, image.NewRGBA(image.Rect(0, 0, 8, 4)))
	jfif := []byte("JFIF\x00\x01\x01\x01\x00\x48\x00\x48\x00\x00")
	profile := append([]byte("ICC_PROFILE\x00\x01\x01"), "the profile"...)
	turned := append(exif(6), "the camera"...)
	said := withSegment(withSegment(photo, 0xFE, []byte("the comment")), application+2, profile)
	said = withSegment(withSegment(said, application+1, turned), application, jfif)
	clean := WithoutMetadata(slices.Concat(said, []byte("the rest")))
	a := readSegments(clean)
	if a.orientation != 6 || len(a.profile) != 1 || !a.complete || !bytes.Contains(clean, []byte("the profile")) ||
		!bytes.Equal(a.stripped, withSegment(photo, application, jfif)) {
		t.Errorf("orientation %d, %d parts of the profile", a.orientation, len(a.profile))
	}
	drawing := encodedPNG(t, image.NewGray(image.Rect(0, 0, 9, 5)))
	marked := withChunk(withChunk(drawing, "tEXt", []byte("Author\x00the author")), "eXIf", []byte("MM\x00*the camera"))
	if got := WithoutMetadata(slices.Concat(marked, []byte("the rest"))); !bytes.Equal(got, drawing) {
		t.Errorf("%d bytes of PNG, want %d", len(got), len(drawing))
	}
	for _, secret := range []string{"the camera", "the comment", "the rest"} {
		if bytes.Contains(clean, []byte(secret)) {
			t.Errorf("the JPEG has %s", secret)
		}
	}
	for _, broken := range [][]byte{nil, said[:len(said)/2], marked[:len(marked)/2], []byte("GIF89a")} {
		if !bytes.Equal(WithoutMetadata(broken), broken) {
			t.Errorf("%d bytes of a damaged file were changed", len(broken))
		}
	}
}
