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
