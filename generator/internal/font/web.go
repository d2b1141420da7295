package font

// Plain returns the face as a file for browsers without the tables by which they
// would change the widths of texts (GPOS, GSUB, kern) and without instructions for
// hinting: layout does not kern, and letters must be as wide as it says at any zoom.
func (f *Face) Plain() []byte {
	var list []sfntTable
	for _, tag := range []string{
		"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post",
	} {
		data := f.tables[tag]
		if tag == "head" {
			data = append([]byte(nil), data...)
			be.PutUint32(data[8:], 0) // checkSumAdjustment, set last
		}
		list = append(list, sfntTable{tag, data})
	}
	return sfnt(list)
}
