package cos

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
)

// File is a PDF that was read. It is for one goroutine.
type File struct {
	Trailer Dict // of the newest cross-reference section
	Data    []byte

	entries  map[int]entry
	start    int  // of the newest cross-reference section
	streamed bool // that section is a stream
	*known
	limits
	err  error
	over func() bool // see Until

	record *[]section // the sections as written in the file, if wanted
}

// known is what was found in a file so far.
type known struct {
	read     map[int]value
	packed   map[int][]Object
	later    *File // of which this is an earlier state; may be nil
	isJudged bool
	strict   error // see Strict
}

// value is an object that was read, the offset after it if it is not in an object stream, and its damage.
type value struct {
	Object
	end    int
	damage error
}

func newKnown() *known { return &known{read: map[int]value{}, packed: map[int][]Object{}} }

// limits are those of the work on a file.
type limits struct {
	unpacks int // bytes that may still be decompressed
	vain    int // bytes that were decompressed and did not fit
	scans   int // bytes that may still be read: objects of a hostile file may overlap
	values  int // values that may still be read

	ended int           // how often one of them, or the time, ended a lookup
	cut   map[int]value // objects that were read when one ended: only this work finds them like that
}

// cuts returns how often a limit ended something so far.
func (f *File) cuts() int { return f.ended + max(0, -f.values) }

func limitsOf(data []byte) limits {
	return limits{unpacks: maxUnpacked + 2*len(data), values: maxValues, scans: 1<<20 + maxScans*len(data)}
}

// parser reads the file from an offset.
func (f *File) parser(offset int) *parser {
	return &parser{data: f.Data, pos: offset, values: &f.values}
}

// entry says where an object is.
type entry struct {
	kind  byte // free, plain or packed
	where int  // offset, or number of the object stream
	which int  // generation, or index in the object stream
}

const (
	free byte = iota
	plain
	packed
)

// generation is 0 for an object in an object stream.
func (e entry) generation() int {
	if e.kind == plain {
		return e.which
	}
	return 0
}

// find returns the entry of an object; it is free if there is none of its generation.
func (f *File) find(ref Ref) entry {
	if e := f.entries[ref.Number]; e.generation() == ref.Generation {
		return e
	}
	return entry{}
}

// Limits of a file.
const (
	maxObjects  = 1 << 20
	maxUnpacked = 32 << 20 // besides twice the file
	maxValues   = 1 << 20
	maxScans    = 8 // times the file
	maxSections = 2000
)

// Read reads where the objects of a file are. It fails if the file is not a PDF, is damaged, is protected by a
// password, or has an unreasonable number of objects.
func Read(data []byte) (*File, error) {
	f := &File{Data: data, entries: map[int]entry{}, known: newKnown(), limits: limitsOf(data)}
	const head, tail = 1024, 1024 // ISO 32000-1, annex H, notes 13 and 18
	switch at := bytes.Index(data[:min(len(data), head)], []byte("%PDF-")); {
	case at < 0:
		return nil, errors.New("это не PDF")
	case at > 0:
		return nil, errors.New("перед началом PDF (%PDF-) стоит постороннее")
	}
	end := data[max(0, len(data)-tail):]
	at := bytes.LastIndex(end, []byte("startxref"))
	if at < 0 {
		return nil, errors.New("файл обрезан: нет startxref; или после конца PDF (%%EOF) стоит постороннее")
	}
	p := parser{data: data, pos: len(data) - len(end) + at + len("startxref")}
	start, err := p.integer()
	if err != nil {
		return nil, err
	}
	if rest := bytes.TrimSpace(data[p.pos:]); string(rest) != "%%EOF" {
		return nil, p.errorf("после startxref должно стоять %%%%EOF и ничего больше: файл дописан")
	}
	f.start = start
	if err := f.sections(start); err != nil {
		return nil, err
	}
	if _, protected := f.Trailer["Encrypt"]; protected {
		return nil, errors.New("файл защищён паролем")
	}
	if root, ok := f.Trailer["Root"].(Ref); !ok || f.find(root).kind == free {
		return nil, errors.New("в файле нет каталога документа")
	}
	return f, nil
}

// Until limits the time of lookups: once over reports true, there is nothing in the file, so that walks through it
// end, and Err is not nil. A nil function is no limit.
func (f *File) Until(over func() bool) { f.over = over }

// Again returns the file for work that has limits and an Err of its own. Both share the objects that either reads
// within its limits, so nobody may change these in place, and one goroutine has both.
func (f *File) Again() *File {
	again := *f
	again.limits, again.err = limitsOf(f.Data), nil
	return &again
}

// Before reads the state of a file that had only its first bytes, with the same limit of time.
func (f *File) Before(end int) (*File, error) {
	earlier, err := Read(f.Data[:end])
	if err != nil {
		return nil, err
	}
	earlier.Until(f.over)
	earlier.later = f
	return earlier, nil
}

// Err returns the first damage found while objects were looked up, or nil. Get
// and the methods based on it return nothing for a damaged object, so callers
// check Err once, after their lookups.
func (f *File) Err() error { return f.err }

// Root returns the catalog.
func (f *File) Root() Dict { return f.Dict(f.Trailer["Root"]) }

// Numbers returns the numbers of all objects, in order.
func (f *File) Numbers() []int {
	var list []int
	for number, e := range f.entries {
		if e.kind != free {
			list = append(list, number)
		}
	}
	slices.Sort(list)
	return list
}

// Changed returns the numbers of those objects of an earlier state of the file
// that were replaced or deleted since. Earlier must hold the first bytes of this
// file.
func (f *File) Changed(earlier *File) []int {
	var list []int
	for _, number := range earlier.Numbers() {
		was, is := earlier.entries[number], f.entries[number]
		if was != is || is.kind == packed && earlier.entries[was.where] != f.entries[is.where] {
			list = append(list, number)
		}
	}
	return list
}

// Has reports whether there is an object with a number.
func (f *File) Has(number int) bool { return f.entries[number].kind != free }

// Object returns the object with a number in any generation. It follows
// references.
func (f *File) Object(number int) Object {
	return f.Get(Ref{number, f.entries[number].generation()})
}

// Get returns an object after following references. An object that does not exist
// is null (ISO 32000-1, 7.3.10).
func (f *File) Get(o Object) Object {
	if f.over != nil && f.over() {
		f.ended++
		f.fail(errors.New("время на чтение файла вышло"))
		return nil
	}
	for range 10 {
		ref, ok := o.(Ref)
		if !ok {
			return o
		}
		o = f.indirect(ref)
	}
	f.fail(errors.New("ссылки ведут друг на друга"))
	return nil
}

func (f *File) fail(err error) {
	if f.err == nil {
		f.err = err
	}
}

func (f *File) indirect(ref Ref) Object {
	e := f.find(ref)
	if e.kind == free {
		return nil
	}
	v := f.value(ref, e)
	if v.damage != nil {
		f.fail(fmt.Errorf("объект %d: %w", ref.Number, v.damage))
	}
	return v.Object
}

// value returns an object that is where its entry says.
func (f *File) value(ref Ref, e entry) value {
	if v, ok := f.read[ref.Number]; ok {
		return v
	}
	if v, ok := f.cut[ref.Number]; ok {
		f.ended++ // for what is read with it, too
		return v
	}
	if later := f.later; later != nil && later.entries[ref.Number] == e {
		if v, ok := later.read[ref.Number]; ok && v.isAlone() && v.end <= len(f.Data) {
			f.read[ref.Number] = v
			return v
		}
	}
	cuts := f.cuts()
	f.read[ref.Number] = value{} // an object that refers to itself while it is read gets null
	var v value
	if e.kind == packed {
		v.Object, v.damage = f.fromStream(ref.Number, e)
	} else {
		v.Object, v.end, v.damage = f.at(ref, e.where)
	}
	if v.damage != nil {
		v.Object = nil
	}
	if f.cuts() == cuts {
		f.read[ref.Number] = v
		return v
	}
	delete(f.read, ref.Number)
	if f.cut == nil {
		f.cut = map[int]value{}
	}
	f.cut[ref.Number] = v
	return v
}

// isAlone reports whether an object is the same in every state of its file: it is not damaged, and no other object says
// where it ends.
func (v value) isAlone() bool {
	s, isStream := v.Object.(*Stream)
	if isStream {
		_, isStream = s.Dict["Length"].(Ref)
	}
	return v.damage == nil && v.end > 0 && !isStream
}

// at reads the object at an offset and checks that it is the one asked for. End is the offset after it.
func (f *File) at(ref Ref, offset int) (o Object, end int, err error) {
	if offset >= len(f.Data) {
		return nil, 0, errors.New("стоит за концом файла")
	}
	p := f.parser(offset)
	defer func() { f.scans -= p.pos - offset }()
	if f.scans < 0 {
		f.ended++
		return nil, 0, errors.New("объекты файла перекрывают друг друга")
	}
	number, err := p.integer()
	if err != nil {
		return nil, 0, err
	}
	generation, err := p.integer()
	if err != nil {
		return nil, 0, err
	}
	if (Ref{number, generation}) != ref {
		return nil, 0, p.errorf("на его месте стоит объект %d", number)
	}
	if err := p.expect("obj"); err != nil {
		return nil, 0, err
	}
	if o, err = p.object(0); err != nil {
		return nil, 0, err
	}
	p.space()
	if d, ok := o.(Dict); ok && p.peek() == 's' {
		if o, err = f.stream(p, d); err != nil {
			return nil, 0, err
		}
	}
	err = p.expect("endobj")
	return o, p.pos, err
}

// Dict returns a dictionary or that of a stream; nil for anything else.
func (f *File) Dict(o Object) Dict {
	switch o := f.Get(o).(type) {
	case Dict:
		return o
	case *Stream:
		return o.Dict
	}
	return nil
}

// Array returns an array; nil for anything else.
func (f *File) Array(o Object) Array {
	a, _ := f.Get(o).(Array)
	return a
}

// Name returns a name; "" for anything else.
func (f *File) Name(o Object) Name {
	n, _ := f.Get(o).(Name)
	return n
}

// Int returns an integer; 0 for anything else.
func (f *File) Int(o Object) int {
	n, _ := f.Get(o).(int)
	return n
}

// Number returns a number; 0 for anything else.
func (f *File) Number(o Object) float64 {
	switch n := f.Get(o).(type) {
	case int:
		return float64(n)
	case float64:
		return n
	}
	return 0
}
