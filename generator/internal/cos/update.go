package cos

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"unicode/utf16"
)

// Update is what is to be appended to a file. The bytes that are there stay
// as they are (ISO 32000-1, 7.5.6).
type Update struct {
	file    *File
	next    int
	objects map[Ref]Object
}

// Update begins an update.
func (f *File) Update() *Update {
	next := f.Int(f.Trailer["Size"])
	for number := range f.entries {
		next = max(next, number+1)
	}
	return &Update{file: f, next: next, objects: map[Ref]Object{}}
}

// Add writes a new object.
func (u *Update) Add(o Object) Ref {
	ref := Ref{Number: u.next}
	u.next++
	u.objects[ref] = o
	return ref
}

// Next is the number that the next new object will have.
func (u *Update) Next() int { return u.next }

// Put writes an object anew.
func (u *Update) Put(ref Ref, o Object) { u.objects[ref] = o }

// Get is an object as it will be.
func (u *Update) Get(o Object) Object {
	if ref, ok := o.(Ref); ok {
		if changed, ok := u.objects[ref]; ok {
			return changed
		}
	}
	return u.file.Get(o)
}

// Bytes is the whole file, updated, and where each of the update's objects
// begins. The section of references is of the kind that the file already
// ends with: readers of PDF 1.4 know no streams of them.
func (u *Update) Bytes() (data []byte, offsets map[Ref]int) {
	old := u.file.Data
	b := bytes.NewBuffer(make([]byte, 0, len(old)+1<<16))
	b.Write(old)
	if n := len(old); n > 0 && old[n-1] != '\n' && old[n-1] != '\r' {
		b.WriteByte('\n')
	}
	refs := slices.SortedFunc(maps.Keys(u.objects), func(a, b Ref) int { return a.Number - b.Number })
	offsets = map[Ref]int{}
	for _, ref := range refs {
		offsets[ref] = b.Len()
		fmt.Fprintf(b, "%d %d obj\n%s\nendobj\n", ref.Number, ref.Generation, Format(u.objects[ref]))
	}
	trailer := Dict{"Prev": u.file.start, "Size": u.next, "ID": u.id(b.Bytes()[len(old):])}
	for _, key := range []Name{"Root", "Info"} {
		if value, ok := u.file.Trailer[key]; ok {
			trailer[key] = value
		}
	}
	at := b.Len()
	if u.file.streamed {
		u.writeStream(b, refs, offsets, trailer)
	} else {
		writeTable(b, refs, offsets)
		fmt.Fprintf(b, "trailer\n%s\n", Format(trailer))
	}
	fmt.Fprintf(b, "startxref\n%d\n%%%%EOF\n", at)
	return b.Bytes(), offsets
}

// id keeps the first half of the file's identifier and changes the second
// (ISO 32000-1, 14.4).
func (u *Update) id(added []byte) Array {
	sum := sha256.Sum256(added)
	changed := String(sum[:16])
	if list := u.file.Array(u.file.Trailer["ID"]); len(list) == 2 {
		return Array{u.file.Get(list[0]), changed}
	}
	return Array{changed, changed}
}

// runs calls visit for each run of consecutive numbers.
func runs(refs []Ref, visit func(run []Ref)) {
	for from := 0; from < len(refs); {
		to := from + 1
		for to < len(refs) && refs[to].Number == refs[to-1].Number+1 {
			to++
		}
		visit(refs[from:to])
		from = to
	}
}

func writeTable(b *bytes.Buffer, refs []Ref, offsets map[Ref]int) {
	b.WriteString("xref\n")
	runs(refs, func(run []Ref) {
		fmt.Fprintf(b, "%d %d\n", run[0].Number, len(run))
		for _, ref := range run {
			fmt.Fprintf(b, "%010d %05d n \n", offsets[ref], ref.Generation)
		}
	})
}

// writeStream writes the references as a stream, which is an object itself.
func (u *Update) writeStream(b *bytes.Buffer, refs []Ref, offsets map[Ref]int, trailer Dict) {
	self := Ref{Number: u.next}
	refs = append(slices.Clone(refs), self)
	offsets[self] = b.Len()
	var rows []byte
	var index Array
	runs(refs, func(run []Ref) {
		index = append(index, run[0].Number, len(run))
		for _, ref := range run {
			at := offsets[ref]
			rows = append(rows, 1, byte(at>>24), byte(at>>16), byte(at>>8), byte(at), byte(ref.Generation>>8), byte(ref.Generation))
		}
	})
	trailer["Type"], trailer["W"], trailer["Index"], trailer["Size"] = Name("XRef"), Array{1, 4, 2}, index, u.next+1
	fmt.Fprintf(b, "%d 0 obj\n%s\nendobj\n", self.Number, Format(&Stream{trailer, rows}))
}

// TextString encodes a text string as UTF-16 (ISO 32000-1, 7.9.2.2).
func TextString(s string) String {
	b := []byte("\xFE\xFF")
	for _, unit := range utf16.Encode([]rune(s)) {
		b = append(b, byte(unit>>8), byte(unit))
	}
	return String(b)
}
