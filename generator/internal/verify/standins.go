package verify

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"slices"

	"protokol/generator/internal/cos"
)

// Large pictures that a paper and its reprint both have are drawn as small ones: decoding a scan takes the engine most
// of a second, for each view of each file. The pictures are the same when their objects are written alike, except for
// numbers of objects; any others are drawn as they are.

// standInPixels is the number of pixels from which a picture is large.
const standInPixels = 1 << 18

// withStandIns returns the files with stand-ins for the large pictures of both. Some is false when nothing changes.
// Pictures that pages with annotations show are drawn as they are, as marks of signatures are allowed on white paper
// only, also on that of a letterhead which is a picture.
func withStandIns(paper, reprint *cos.File) (theirs, ours []byte, some bool) {
	found := [2]largePictures{findLargePictures(paper), findLargePictures(reprint)}
	if len(found[0].objects) == 0 || len(found[1].objects) == 0 {
		return paper.Data, reprint.Data, false
	}
	var drawn [2][]byte
	for i, f := range []*cos.File{paper, reprint} {
		u := f.Update()
		for ref, d := range found[i].objects {
			if found[1-i].digests[d] && !found[0].below[d] && !found[1].below[d] {
				u.Put(ref, standIn(d))
				some = true
			}
		}
		drawn[i] = u.Bytes()
	}
	if !some {
		return paper.Data, reprint.Data, false
	}
	return drawn[0], drawn[1], true
}

// maxMorePixels is how many pixels the pictures of a paper may have in addition to those of its reprint: a scan of A3
// at 600 dpi, and marks.
const maxMorePixels = 100_000_000

// checkPictures reports pictures that are too large to be drawn, by what their objects say, before they are decoded: a
// hostile file of 400 kB has 400 MB of them.
func checkPictures(paper, reprint *cos.File) error {
	if pixels(paper) > pixels(reprint)+maxMorePixels {
		return errLargePictures
	}
	return nil
}

var errLargePictures = errors.New("рисунки в файле слишком велики: " +
	"в них на 100 млн точек больше, чем печатает программа")

// pixels returns the number of pixels of all pictures of a file, also of those that no page shows. Any stream with
// measures may be a mask (ISO 32000-2, 11.6.5.3).
func pixels(f *cos.File) (sum float64) {
	for _, number := range f.Numbers() {
		if s, ok := f.Object(number).(*cos.Stream); ok {
			sum += max(0, f.Number(s.Dict["Width"])) * max(0, f.Number(s.Dict["Height"]))
		}
	}
	return sum
}

// hasNotes reports whether a page has annotations other than links.
func hasNotes(f *cos.File, page cos.Dict) bool {
	return slices.ContainsFunc(f.Array(page["Annots"]), func(o cos.Object) bool {
		return f.Name(f.Dict(o)["Subtype"]) != "Link"
	})
}

// digest is that of an object.
type digest [sha256.Size]byte

// pictureKeys are the entries of pictures that do not depend on anything else on a page (ISO 32000-2, table 87).
var pictureKeys = []cos.Name{"Type", "Subtype", "Width", "Height", "ColorSpace", "BitsPerComponent", "Filter",
	"DecodeParms", "Length", "Interpolate", "SMask"}

// largePictures are the large pictures that the pages of a file use.
type largePictures struct {
	objects map[cos.Ref]digest
	digests map[digest]bool
	below   map[digest]bool // those that pages with annotations show, below which they may lie
}

func findLargePictures(f *cos.File) largePictures {
	found := largePictures{map[cos.Ref]digest{}, map[digest]bool{}, map[digest]bool{}}
	e := exact{file: f, left: maxExact, data: map[*cos.Stream]digest{}}
	pages, _ := f.Pages()
	for _, ref := range pages {
		page := f.Dict(ref)
		resources := f.Dict(page.With(inherited(f, page))["Resources"])
		var content []byte
		noted := hasNotes(f, page)
		if noted {
			content = normalized(contentOf(f, ref))
		}
		for name, o := range f.Dict(resources["XObject"]) {
			ref, isRef := o.(cos.Ref)
			if e.left--; e.left < 0 {
				return largePictures{}
			}
			d, ok := found.objects[ref]
			if s, isStream := f.Get(o).(*cos.Stream); !ok && isRef && isStream && isLargePicture(f, s.Dict) {
				if d, ok = e.digest(ref); ok {
					found.objects[ref], found.digests[d] = d, true
				}
			}
			if ok && noted && (content == nil || bytes.Contains(content, []byte(cos.Format(name)+" Do "))) {
				found.below[d] = true
			}
		}
	}
	return found
}

// isLargePicture reports whether a stream is a large picture that shows the same wherever it is drawn.
func isLargePicture(f *cos.File, d cos.Dict) bool {
	for key := range d {
		if !slices.Contains(pictureKeys, key) {
			return false
		}
	}
	width, height := f.Int(d["Width"]), f.Int(d["Height"])
	return f.Name(d["Subtype"]) == "Image" && height > 0 && width >= standInPixels/height
}

// Limits of pictures: of all values of them, and of the levels of one.
const (
	maxExact  = 1 << 22 // bytes
	maxInside = 8
)

// exact writes objects as they are in the file, except for numbers of objects and lengths of streams.
type exact struct {
	file *cos.File
	left int // bytes that may still be written
	data map[*cos.Stream]digest
}

// digest returns the digest of an object, if it is not too large.
func (e *exact) digest(o cos.Object) (digest, bool) {
	var b bytes.Buffer
	ok := e.write(&b, o, 0)
	return sha256.Sum256(b.Bytes()), ok
}

func (e *exact) write(to *bytes.Buffer, o cos.Object, level int) bool {
	o = e.file.Get(o)
	text, _ := o.(cos.String)
	if e.left -= 1 + len(text); e.left < 0 || level > maxInside {
		return false
	}
	switch o := o.(type) {
	case cos.Array:
		to.WriteString("[ ")
		for _, item := range o {
			if !e.write(to, item, level+1) {
				return false
			}
		}
		to.WriteString("] ")
	case cos.Dict:
		return e.entries(to, o, level)
	case *cos.Stream:
		if _, ok := e.data[o]; !ok {
			e.data[o] = sha256.Sum256(o.Data)
		}
		sum := e.data[o]
		fmt.Fprintf(to, "stream %x ", sum)
		return e.entries(to, o.Dict.With(cos.Dict{"Length": nil}), level)
	default:
		to.WriteString(cos.Format(o) + " ")
	}
	return true
}

func (e *exact) entries(to *bytes.Buffer, d cos.Dict, level int) bool {
	to.WriteString("<< ")
	for _, key := range slices.Sorted(maps.Keys(d)) {
		to.WriteString(cos.Format(key) + " ")
		if !e.write(to, d[key], level+1) {
			return false
		}
	}
	to.WriteString(">> ")
	return true
}

// standIn is a picture made from the digest of another one.
func standIn(of digest) *cos.Stream {
	const side = 16 // pixels
	var pixels []byte
	for sum := of; len(pixels) < side*side; sum = sha256.Sum256(sum[:]) {
		pixels = append(pixels, sum[:]...)
	}
	return &cos.Stream{Dict: cos.Dict{"Type": cos.Name("XObject"), "Subtype": cos.Name("Image"), "Width": side,
		"Height": side, "ColorSpace": cos.Name("DeviceGray"), "BitsPerComponent": 8}, Data: pixels}
}
