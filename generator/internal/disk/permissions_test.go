//go:build unix

package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestPermissions checks that new files have the permissions of umask and
// replaced files keep theirs, wider ones and narrower ones.
func TestPermissions(t *testing.T) {
	for _, test := range []struct {
		umask     int
		old, want fs.FileMode // old is 0 for a new file
	}{
		{0o022, 0, 0o644}, {0o077, 0, 0o600}, {0o002, 0, 0o664}, {0o027, 0, 0o640},
		{0o022, 0o600, 0o600}, {0o022, 0o640, 0o640}, {0o077, 0o644, 0o644}, {0o022, 0o664, 0o664},
		{0o022, 0o400, 0o400},
	} {
		name := filepath.Join(t.TempDir(), "consent.pdf")
		if test.old != 0 {
			write(t, name, "old")
			if err := os.Chmod(name, test.old); err != nil {
				t.Fatal(err)
			}
		}
		before := syscall.Umask(test.umask)
		err := Save(In(nil), []File{{Path: name, Data: []byte("new")}}, false)
		syscall.Umask(before)
		info, statErr := os.Stat(name)
		if err != nil || statErr != nil {
			t.Fatal(err, statErr)
		}
		if info.Mode() != test.want {
			t.Errorf("umask %03o, file %03o: the file has %v, want %v", test.umask, test.old, info.Mode(), test.want)
		}
	}
}

// TestTemporaryPermissions checks that the temporary file can be read by nobody
// who could not read the file that it replaces.
func TestTemporaryPermissions(t *testing.T) {
	file, _, err := createTemporary(In(nil), t.TempDir(), 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if info, err := file.Stat(); err != nil || info.Mode() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

// TestFolderOfError checks that an error names the folder that cannot be written and
// no temporary file.
func TestFolderOfError(t *testing.T) {
	name := filepath.Join(t.TempDir(), "file")
	write(t, name, "no folder")
	_, _, err := createTemporary(In(nil), name, 0o600)
	if err == nil || !errors.Is(err, syscall.ENOTDIR) || !strings.HasPrefix(err.Error(), "в папку file нельзя") {
		t.Errorf("%v", err)
	}
}
