package cos

import (
	"bytes"
	"crypto/sha256"
	"maps"
	"slices"
)

// Update is an incremental update of a file. It leaves the existing bytes
// unchanged (ISO 32000-1, 7.5.6).
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

// Reserve returns the number of a new object that is to be Put later.
func (u *Update) Reserve() Ref {
	u.next++
	return Ref{Number: u.next - 1}
}

// Add adds a new object.
func (u *Update) Add(o Object) Ref {
	ref := u.Reserve()
	u.Put(ref, o)
	return ref
}

// Put replaces an object.
func (u *Update) Put(ref Ref, o Object) { u.objects[ref] = o }

// Get returns an object with the changes of the update.
func (u *Update) Get(o Object) Object {
	if ref, ok := o.(Ref); ok {
		if changed, ok := u.objects[ref]; ok {
			return changed
		}
	}
	return u.file.Get(o)
}

// Bytes returns the whole file, updated. The cross-reference section is of the
// kind that the file already ends with: readers of PDF 1.4 know no
// cross-reference streams.
func (u *Update) Bytes() []byte {
	old := u.file.Data
	b := append(make([]byte, 0, len(old)+1<<16), old...)
	if n := len(old); n > 0 && old[n-1] != '\n' && old[n-1] != '\r' {
		b = append(b, '\n')
	}
	var places []place
	for _, ref := range slices.SortedFunc(maps.Keys(u.objects), func(a, b Ref) int { return a.Number - b.Number }) {
		places = append(places, place{ref, len(b)})
		b = appendIndirect(b, ref, u.objects[ref])
	}
	trailer := Dict{"Prev": u.file.start, "Size": u.next, "ID": u.id(b[len(old):])}
	for _, key := range []Name{"Root", "Info"} {
		if value, ok := u.file.Trailer[key]; ok {
			trailer[key] = value
		}
	}
	at := len(b)
	if u.file.streamed {
		b = appendXrefStream(b, append(places, place{Ref{Number: u.next}, at}), trailer)
	} else {
		b = appendTable(b, places, trailer)
	}
	return appendEnd(b, at)
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

// BeforeUpdate returns possible states of a file before its last update: its bytes up to the last but one %%EOF,
// with or without an end of line. It returns nothing for a file without updates.
func BeforeUpdate(data []byte) (candidates [][]byte) {
	const end = "%%EOF"
	last := bytes.LastIndex(data, []byte(end))
	previous := bytes.LastIndex(data[:max(0, last)], []byte(end))
	if previous < 0 {
		return nil
	}
	previous += len(end)
	for _, line := range []string{"\n", "\r\n", "\r", ""} {
		if bytes.HasPrefix(data[previous:], []byte(line)) {
			candidates = append(candidates, data[:previous+len(line)])
		}
	}
	return candidates
}
