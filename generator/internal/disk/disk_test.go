package disk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// contents returns the files of a folder by name.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			data = []byte("a folder")
		}
		files[e.Name()] = string(data)
	}
	return files
}

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestSaveAllOrNothing: if one file cannot be written, none is, and no temporary
// file is left.
func TestSaveAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "taken"), 0o777); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "plain"), "old")
	for _, bad := range []string{"plain/b", "taken"} {
		err := Save(In(nil), []File{{Path: filepath.Join(dir, "a"), Data: []byte("new")},
			{Path: filepath.Join(dir, filepath.FromSlash(bad)), Data: []byte("new")}}, false)
		if err == nil {
			t.Fatal(bad, "was written")
		}
		got := contents(t, dir)
		if len(got) != 2 || got["plain"] != "old" {
			t.Errorf("%s: %v", bad, got)
		}
	}
}

// TestSaveKeepsSigned: a signed PDF may only be extended, and a file with a
// detached signature must not change.
func TestSaveKeepsSigned(t *testing.T) {
	const signed = "%PDF-1.7\n1 0 obj\n<</Type /Sig /ByteRange [0 1 2 3]>>\nendobj\n"
	for _, test := range []struct {
		name, old, beside, data string
		force, kept             bool
	}{
		{"a.pdf", "", "", "new", false, false},
		{"a.pdf", "%PDF-1.7 plain", "", "new", false, false},
		{"a.pdf", signed, "", "new", false, true},
		{"a.pdf", signed, "", signed + "update", false, false},
		{"a.pdf", signed, "", "new", true, false},
		{"a.docx", "PK _xmlsignatures/sig1.xml", "", "new", false, true},
		{"a.docx", "PK _xmlsignatures/sig1.xml", "", "new", true, false},
		{"a.docx", "old", ".sig", "new", false, true},
		{"a.docx", "old", ".p7s", "new", false, true},
		{"a.docx", "old", ".sig", "old", false, false},
		{"a.docx", "old", ".sig", "new", true, false},
	} {
		dir := t.TempDir()
		name := filepath.Join(dir, test.name)
		if test.old != "" {
			write(t, name, test.old)
		}
		if test.beside != "" {
			write(t, name+test.beside, "signature")
		}
		err := Save(In(nil), []File{{Path: name, Data: []byte(test.data)}}, test.force)
		want := test.data
		if test.kept {
			want = test.old
		}
		var refused SignedError
		if errors.As(err, &refused) != test.kept || contents(t, dir)[test.name] != want {
			t.Errorf("%+v: %v, %q", test, err, contents(t, dir)[test.name])
		}
		if test.kept && (refused.Path != name || (refused.Beside != "") != (test.beside != "")) {
			t.Errorf("%+v: %+v", test, refused)
		}
	}
}

// TestLock: a lock has one holder; locks of other names are independent.
func TestLock(t *testing.T) {
	dir := t.TempDir()
	unlock, err := Lock(In(nil), dir, ".protokol/lock")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Lock(In(nil), dir, ".protokol/lock"); !errors.Is(err, ErrLocked) {
		t.Errorf("a second lock: %v", err)
	}
	other, err := Lock(In(nil), dir, ".protokol/lock-1-of-2")
	if err != nil {
		t.Fatal(err)
	}
	other()
	unlock()
	if unlock, err = Lock(In(nil), dir, ".protokol/lock"); err != nil {
		t.Fatal(err)
	}
	unlock()
}

// TestShardsStartTogether opens and locks one folder many times at once, as the
// shards of a batch do. The first probe of a shard removes the state folder that
// another has just made.
func TestShardsStartTogether(t *testing.T) {
	dir := t.TempDir()
	var shards sync.WaitGroup
	for i := range 8 {
		shards.Go(func() {
			for range 100 {
				_, err := OpenFolder(In(nil), dir)
				if err != nil {
					t.Error(err)
					return
				}
				unlock, err := Lock(In(nil), dir, fmt.Sprintf(".protokol/lock-%d", i))
				if err != nil {
					t.Error(err)
					return
				}
				unlock()
				os.RemoveAll(filepath.Join(dir, fmt.Sprintf(".protokol/lock-%d", i)))
			}
		})
	}
	shards.Wait()
}

// TestParts: Parts ignores files whose names only look like parts.
func TestParts(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"Реестр 2.pdf", "Реестр 12.docx", "Реестр 2026.pdf", "Реестр 2.txt", "Реестр два.pdf",
		"Реестр.pdf"} {
		write(t, filepath.Join(dir, name), "")
	}
	got := Existing(In(nil), Parts(In(nil), dir, "Реестр", []string{"pdf", "docx"}))
	want := map[string]bool{"Реестр.pdf": true, "Реестр 2.pdf": true, "Реестр 12.docx": true}
	if len(got) != len(want) {
		t.Errorf("%q", got)
	}
	for _, name := range got {
		if !want[name] {
			t.Errorf("%q", got)
		}
	}
}
