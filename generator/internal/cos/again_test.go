package cos

import (
	"strings"
	"testing"
)

// TestAgain: files of the same bytes share the objects that either reads, and their damage, but neither limits nor
// errors.
func TestAgain(t *testing.T) {
	f := read(t, build("", "<</Type/Catalog/X 2 0 R/Y 3 0 R/Z 4 0 R>>", "[1 2]", "<</Broken",
		"<</Length 3>>\nstream\nabc\nendstream"))
	again := f.Again()
	if Format(again.Get(again.Root()["X"])) != "[1 2]" || again.Get(Ref{3, 0}) != nil || again.Err() == nil {
		t.Errorf("read as %v", again.Err())
	}
	if f.Err() != nil {
		t.Errorf("work on another file fails: %v", f.Err())
	}
	if &f.Array(Ref{2, 0})[0] != &again.Array(Ref{2, 0})[0] {
		t.Error("an object is read twice")
	}
	if f.Get(Ref{3, 0}) != nil || f.Err() == nil || f.Err().Error() != again.Err().Error() {
		t.Errorf("damage that is known: %v", f.Err())
	}
	again.unpacks = 0
	if later := again.Again(); later.unpacks == 0 {
		t.Error("limits are shared")
	}
	if err := f.Strict(); err == nil || f.Again().Strict() != err {
		t.Errorf("judged twice: %v", err)
	}
}

// TestAgainAfterLimit: what a file could not read within its limits or its time is read by others of the same bytes,
// and so is all that was read with it.
func TestAgainAfterLimit(t *testing.T) {
	plain := build("", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>", "3",
		"<</Length 3 0 R>>\nstream\nabc\nendstream")
	packed := buildPacked("<</Type /Catalog>>", "[1 2]")
	timely := true
	isOver := func() bool { // every other time
		timely = !timely
		return timely
	}
	for name, test := range map[string]struct {
		data []byte
		ref  Ref
		end  func(f *File)
	}{
		"values": {plain, Ref{2, 0}, func(f *File) { f.values = 0 }},
		"values of a length": {plain, Ref{4, 0}, func(f *File) {
			f.values = 0
			f.Get(Ref{3, 0})
			f.values = 10
		}},
		"scans":           {plain, Ref{2, 0}, func(f *File) { f.scans = -1 }},
		"values of pack":  {packed, Ref{2, 0}, func(f *File) { f.values = 8 }},
		"unpacked bytes":  {packed, Ref{2, 0}, func(f *File) { f.unpacks = 1 }},
		"bytes in vain":   {packed, Ref{2, 0}, func(f *File) { f.vain = maxUnpacked + 1 }},
		"time for length": {plain, Ref{4, 0}, func(f *File) { f.Until(isOver) }},
	} {
		f := read(t, test.data)
		spent := f.Again()
		if test.end(spent); spent.Get(test.ref) != nil || spent.Err() == nil || spent.Get(test.ref) != nil {
			t.Errorf("%s: there is no limit: %v", name, spent.Err())
		}
		if again := f.Again(); again.Get(test.ref) == nil || again.Err() != nil {
			t.Errorf("%s: the limit of another file: %v", name, again.Err())
		}
	}
	f := read(t, plain)
	late := f.Again()
	late.Until(func() bool { return true })
	if late.Strict() == nil || f.Strict() != nil {
		t.Errorf("judged without time: %v, with it: %v", late.Strict(), f.Strict())
	}
}

// TestBeforeSharesObjects: an earlier state of a file has the objects that are the same in it, and no other ones.
func TestBeforeSharesObjects(t *testing.T) {
	old := build("", "<</Type/Catalog/X 2 0 R/Y 4 0 R>>", "(one)", "3",
		"<</Length 3 0 R>>\nstream\nabcdef\nendstream")
	old = []byte(strings.Replace(string(old), "abcdef", "abc   ", 1))
	u := read(t, old).Update()
	u.Put(Ref{2, 0}, String("two"))
	u.Put(Ref{3, 0}, 4)
	whole := read(t, u.Bytes())
	length := func(f *File) int {
		s, _ := f.Get(Ref{4, 0}).(*Stream)
		return len(s.Data)
	}
	if whole.Text(Ref{2, 0}) != "two" || length(whole) != 4 || whole.Root() == nil {
		t.Fatal("the update is not read")
	}
	earlier, err := whole.Before(len(old))
	if err != nil {
		t.Fatal(err)
	}
	if earlier.Text(Ref{2, 0}) != "one" || length(earlier) != 3 || earlier.Err() != nil {
		t.Errorf("%q, %d, %v", earlier.Text(Ref{2, 0}), length(earlier), earlier.Err())
	}
	earlier.Root()["Shared"] = true
	if whole.Root()["Shared"] != true {
		t.Error("an object that is the same is read twice")
	}
}
