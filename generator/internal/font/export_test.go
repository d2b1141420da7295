package font

// Complete adds the tables that font parsers require and a PDF does not: name,
// OS/2, post and, if there is none, an empty cmap.
func Complete(subset []byte) []byte {
	tables, err := directory(subset, 0)
	if err != nil {
		panic(err)
	}
	cmap, ok := tables["cmap"]
	if !ok {
		cmap = []byte{
			0,
			0,
			0,
			1,
			0,
			3,
			0,
			1,
			0,
			0,
			0,
			12,
			0,
			4,
			0,
			24,
			0,
			0,
			0,
			2,
			0,
			2,
			0,
			0,
			0,
			0,
			0xFF,
			0xFF,
			0,
			0,
			0xFF,
			0xFF,
			0,
			1,
			0,
			0,
		}
	}
	return completed(tables, cmap, []byte{0, 0, 0, 0, 0, 6})
}

// Named is Complete for a subset with a cmap, whose name in all uses is «P».
func Named(subset []byte) []byte {
	tables, err := directory(subset, 0)
	if err != nil {
		panic(err)
	}
	name := []byte{0, 0, 0, 2, 0, 30}
	for _, id := range []byte{familyName, postScript} {
		name = append(name, 0, 3, 0, 1, 4, 9, 0, id, 0, 2, 0, 0)
	}
	return completed(tables, tables["cmap"], append(name, 0, 'P'))
}

func completed(tables map[string][]byte, cmap, name []byte) []byte {
	list := []sfntTable{{"OS/2", make([]byte, 96)}, {"cmap", cmap}}
	for _, tag := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		list = append(list, sfntTable{tag, tables[tag]})
	}
	list = append(list, sfntTable{"name", name})
	list = append(list, sfntTable{"post", append([]byte{0, 3, 0, 0}, make([]byte, 28)...)})
	return sfnt(list)
}
