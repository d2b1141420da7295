package faces_test

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"testing/fstest"

	"protokol/fonts"
	"protokol/generator/internal/faces"
	"protokol/generator/internal/shipped"
)

// with returns a font with a number at an offset of its table OS/2.
func with(t testing.TB, data []byte, at int, value uint16) []byte {
	t.Helper()
	data = bytes.Clone(data)
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		if entry := data[12+16*i:]; string(entry[:4]) == "OS/2" {
			binary.BigEndian.PutUint16(data[int(binary.BigEndian.Uint32(entry[8:]))+at:], value)
			return data
		}
	}
	t.Fatal("no OS/2")
	return nil
}

const rights, weight = 8, 4 // offsets in OS/2

// collection returns fonts as a collection.
func collection(list ...[]byte) []byte {
	out := []byte("ttcf\x00\x01\x00\x00")
	out = binary.BigEndian.AppendUint32(out, uint32(len(list)))
	at := len(out) + 4*len(list)
	for _, data := range list {
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		at += len(data)
	}
	for _, data := range list {
		data = bytes.Clone(data)
		for i := range int(binary.BigEndian.Uint16(data[4:])) {
			entry := data[12+16*i:]
			offset := binary.BigEndian.Uint32(entry[8:])
			binary.BigEndian.PutUint32(entry[8:], offset+uint32(len(out)))
		}
		out = append(out, data...)
	}
	return out
}

// newSet returns a set with a folder of the user and one of the system.
func newSet(t testing.TB, user, system fstest.MapFS) *faces.Set {
	t.Helper()
	var twins [][4][]byte
	for _, name := range faces.Names[1:] {
		twins = append(twins, fonts.Twins[name])
	}
	set, err := faces.New(shipped.Family(t), twins, faces.Folder{Name: "user", FS: user},
		faces.Folder{Name: "system", FS: system, System: true})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func file(data []byte) *fstest.MapFile { return &fstest.MapFile{Data: data} }

const probe = "Шрифт для пробы!" // as long as the name that it replaces

// TestOrder: the folder of the user comes first, then built-in families of the same
// widths, then the system, then what looks alike.
func TestOrder(t *testing.T) {
	user := fstest.MapFS{"a/Mine.TTF": file(shipped.Face(t, 0, "Times New Roman!"))}
	system := fstest.MapFS{"p.ttf": file(shipped.Face(t, 0, probe)), "q.ttf": file(shipped.Face(t, 1, probe)),
		"x.ttf": file([]byte("damaged")), "times.ttf": file(shipped.Face(t, 0, "Times New Roman "))}
	paper := newSet(t, user, system).Paper()
	for _, c := range []struct {
		name       string
		family     uint8
		substitute string
		path       string
	}{
		{"Times New Roman!", 5, "", "user/a/Mine.TTF"},
		{"Times New Roman", faces.Serif, "", ""},
		{strings.ToUpper(probe), 6, "", "system/p.ttf"},
		{"Verdana", faces.Sans, "Liberation Sans", ""},
		{"Unheard Of", faces.Serif, "Liberation Serif", ""},
	} {
		found := paper.Find(c.name)
		if found.Family != c.family || found.Substitute != c.substitute || found.System != (c.family == 6) {
			t.Errorf("%s: %+v", c.name, found)
		}
		family := paper.Family()
		if f := paper.File(family.IndexOf(int(found.Family), false, false)); f != nil && f.Path != c.path ||
			f == nil && c.path != "" {
			t.Errorf("%s: %+v, want %q", c.name, f, c.path)
		}
	}
	if lacks := paper.Find(probe).Lacks; lacks != [4]bool{false, false, true, true} {
		t.Errorf("lacks %v", lacks)
	}
	if bold := paper.File(paper.Family().IndexOf(6, true, false)); bold.Path != "system/q.ttf" || len(bold.Sum) != 32 {
		t.Errorf("bold is %+v", bold)
	}
}

// TestRights: faces that may not be embedded, or cannot be, are not used, and it is
// said why (OpenType, "OS/2", fsType).
func TestRights(t *testing.T) {
	face := shipped.Face(t, 0, probe)
	for _, c := range []struct {
		name   string
		data   []byte
		reason string
		whole  bool
	}{
		{"installable", face, "", false},
		{"restricted", with(t, face, rights, 2), "правообладатель запретил встраивать его", false},
		{"restricted, editable", with(t, face, rights, 2|8), "", false},
		{"preview and print", with(t, face, rights, 4), "", false},
		{"bitmaps only", with(t, face, rights, 0x200), "правообладатель запретил встраивать его", false},
		{"no subsets", with(t, face, rights, 0x100), "", true},
		{"CFF", append([]byte("OTTO"), face[4:]...), "его контуры PostScript (CFF) не встраиваются", false},
		{"outlines are missing", bytes.Replace(face, []byte("loca"), []byte("l0ca"), 1),
			"файл шрифта повреждён", false},
	} {
		paper := newSet(t, fstest.MapFS{"f.otf": file(c.data)}, nil).Paper()
		found := paper.Find(probe)
		if found.Reason != c.reason || (found.Substitute == "") != (c.reason == "") {
			t.Errorf("%s: %+v", c.name, found)
		}
		if c.reason == "" && paper.Family().At(paper.Family().IndexOf(5, false, false)).Whole != c.whole {
			t.Errorf("%s: whole is not %v", c.name, c.whole)
		}
	}
}

// TestCollection: faces of a collection are found, bold ones by their weight.
func TestCollection(t *testing.T) {
	data := collection(with(t, shipped.Face(t, 0, probe), weight, 300), with(t, shipped.Face(t, 0, probe), weight, 400),
		with(t, shipped.Face(t, 1, probe), weight, 800))
	paper := newSet(t, fstest.MapFS{"c.ttc": file(data)}, nil).Paper()
	found := paper.Find(probe)
	family := paper.Family()
	bold := family.At(family.IndexOf(int(found.Family), true, false))
	if found.Family != 5 || !bold.Bold || bold.Name != "LiberationSerif-Bold" {
		t.Errorf("%+v, bold is %s", found, bold.Name)
	}
}

// TestPapersAreAlike: the families of a paper do not depend on what other papers
// named before.
func TestPapersAreAlike(t *testing.T) {
	const other = "Другой для пробы"
	set := newSet(t, fstest.MapFS{"p.ttf": file(shipped.Face(t, 0, probe)),
		"o.ttf": file(shipped.Face(t, 0, other))}, nil)
	set.Paper().Find(other)
	if found := set.Paper().Find(probe); found.Family != 5 {
		t.Errorf("%+v", found)
	}
}

// TestUnasked: folders are not read for fonts that are built in, and damaged files of
// the user are named.
func TestUnasked(t *testing.T) {
	set := newSet(t, nil, fstest.MapFS{"x.ttf": file([]byte("damaged"))})
	set.Paper().Find("Unheard Of")
	if d := set.Damaged(); len(d) > 0 {
		t.Errorf("of the system: %v", d)
	}
	set = newSet(t, fstest.MapFS{"x.ttf": file([]byte("damaged")), "readme.txt": file(nil)}, nil)
	set.Paper().Find("Arial")
	if d := set.Damaged(); len(d) != 1 || d[0] != "user/x.ttf" {
		t.Errorf("of the user: %v", d)
	}
}

// TestCopies: a free family of the same widths in a folder stands for a font that is nowhere.
func TestCopies(t *testing.T) {
	const gelasio = "Gelasio"
	files := fonts.Twins["Carlito"]
	folder := fstest.MapFS{"a.ttf": {Data: shipped.Renamed(files[0], "Carlito", gelasio)}}
	for _, system := range []bool{true, false} {
		user, other := folder, fstest.MapFS{}
		if system {
			user, other = other, user
		}
		paper := newSet(t, user, other).Paper()
		found := paper.Find("Georgia")
		if found.Twin != gelasio || found.System != system || paper.Name(found.Family) != gelasio {
			t.Errorf("system %v: %+v, %s", system, found, paper.Name(found.Family))
		}
		if found := paper.Find("Arial Narrow"); found.Substitute == "" || found.Twin != "" {
			t.Errorf("%+v", found)
		}
	}
}
