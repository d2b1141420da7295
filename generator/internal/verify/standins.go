package verify

import (
	"crypto/sha256"

	"protokol/generator/internal/cos"
)

// Large pictures are drawn as small ones made from the digests of their graphs: decoding a scan takes the engine
// most of a second, for each view of each file. A paper and its reprint show the same stand-in where their pictures
// have equal graphs, which every viewer draws alike. Anything drawn around or over a picture is drawn as before.

// standInPixels is the number of pixels from which a picture is large.
const standInPixels = 1 << 18

// forEngine returns a file as the engine is to draw it: with stand-ins for large pictures, and with the appearances
// of fields that the file has. Not known means that the file cannot be read and is returned unchanged.
func forEngine(file []byte) (drawn []byte, known bool) {
	f, err := cos.Read(file)
	if err != nil {
		return file, false
	}
	changed := standIns(f)
	keepAppearances(f, changed)
	if len(changed) == 0 {
		return file, true
	}
	u := f.Update()
	for ref, o := range changed {
		u.Put(ref, o)
	}
	return u.Bytes(), true
}

// standIns returns the stand-ins of the large pictures that pages use.
func standIns(f *cos.File) map[cos.Ref]cos.Object {
	changed := map[cos.Ref]cos.Object{}
	g := newGraph(f)
	pages, _ := f.Pages()
	for _, ref := range pages {
		page := f.Dict(ref)
		resources := f.Dict(page.With(inherited(f, page))["Resources"])
		for _, o := range f.Dict(resources["XObject"]) {
			ref, isRef := o.(cos.Ref)
			s, isStream := f.Get(o).(*cos.Stream)
			if !isRef || !isStream || changed[ref] != nil || f.Name(s.Dict["Subtype"]) != "Image" {
				continue
			}
			width, height := f.Int(s.Dict["Width"]), f.Int(s.Dict["Height"])
			if height > 0 && width >= standInPixels/height {
				changed[ref] = standIn(g.of(ref))
			}
		}
	}
	return changed
}

// standIn is a picture made from the graph of another one.
func standIn(graph string) *cos.Stream {
	const side = 16 // pixels
	var pixels []byte
	for sum := sha256.Sum256([]byte(graph)); len(pixels) < side*side; sum = sha256.Sum256(sum[:]) {
		pixels = append(pixels, sum[:]...)
	}
	return &cos.Stream{Dict: cos.Dict{"Type": cos.Name("XObject"), "Subtype": cos.Name("Image"), "Width": side,
		"Height": side, "ColorSpace": cos.Name("DeviceGray"), "BitsPerComponent": 8}, Data: pixels}
}
