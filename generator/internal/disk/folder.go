package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"protokol/generator/internal/batch"
	"protokol/generator/internal/filename"
)

// OpenFolder opens the output folder of a batch, creates it when missing, and
// checks that it is writable.
func OpenFolder(at Place, name string) (batch.Folder, error) {
	err := at.MkdirAll(name, 0o777)
	if err == nil {
		err = tryWriting(at, name)
	}
	var root *os.Root
	if err == nil {
		root, err = at.OpenRoot(name)
	}
	if err != nil {
		return nil, fmt.Errorf("в папку %s нельзя писать: %w", name, err)
	}
	return batch.NewFolder(root), nil
}

// tryWriting creates and removes a file in the state folder of a batch.
func tryWriting(at Place, folder string) error {
	private := filepath.Join(folder, batch.StateFolder)
	return inFolder(at, private, func() error {
		probe := filepath.Join(private, "probe")
		file, err := at.OpenFile(probe, os.O_WRONLY|os.O_CREATE, 0o666)
		if err != nil {
			return err
		}
		file.Close()
		err = at.Remove(probe)
		if errors.Is(err, fs.ErrNotExist) { // removed by another shard
			err = nil
		}
		at.Remove(private) // fails when not empty
		return err
	})
}

// inFolder creates a folder and acts in it. Another shard that starts may remove
// the empty folder before the act, or while MkdirAll looks at it; then both are
// done again.
func inFolder(at Place, folder string, act func() error) (err error) {
	const tries = 100
	for range tries {
		err = at.MkdirAll(folder, 0o777)
		if err == nil {
			err = act()
		}
		if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return err
}

// IsFolder reports whether a path is a folder or ends with a path separator.
func IsFolder(at Place, path string) bool {
	info, err := at.Stat(path)
	return err == nil && info.IsDir() || path != "" && os.IsPathSeparator(path[len(path)-1])
}

// IsFile reports whether a path exists and is not a folder.
func IsFile(at Place, path string) bool {
	info, err := at.Stat(path)
	return err == nil && !info.IsDir()
}

// IsLocked reports whether another program keeps Windows from replacing a file,
// as Excel does with an open report. Other systems allow it.
func IsLocked(at Place, path string) bool {
	if runtime.GOOS != "windows" {
		return false
	}
	file, err := at.OpenFile(path, os.O_RDWR, 0)
	if err == nil {
		file.Close()
	}
	return err != nil && !errors.Is(err, fs.ErrNotExist)
}

// Fold returns the same string for paths that may lead to the same file,
// whatever their case.
func Fold(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	return filename.Fold(path)
}

// Parts returns the paths of a document in several formats and those of its
// numbered parts that exist: «Реестр отправки.pdf», «Реестр отправки 2.pdf».
func Parts(at Place, folder, document string, formats []string) []string {
	var paths []string
	for _, format := range formats {
		paths = append(paths, filepath.Join(folder, document+"."+format))
	}
	var entries []fs.DirEntry
	if root, err := at.OpenRoot(folder); err == nil { // it may not exist
		entries, _ = fs.ReadDir(root.FS(), ".")
		root.Close()
	}
	for _, e := range entries {
		var part int
		base, extension, _ := strings.Cut(e.Name(), ".")
		number, ours := strings.CutPrefix(base, document+" ")
		const most = 999 // larger numbers are years, in files of the user
		if n, _ := fmt.Sscanf(number, "%d", &part); ours && n == 1 && part <= most &&
			slices.Contains(formats, extension) {
			paths = append(paths, filepath.Join(folder, e.Name()))
		}
	}
	return paths
}

// Existing returns the base names of those paths that exist.
func Existing(at Place, paths []string) (names []string) {
	for _, path := range paths {
		if _, err := at.Stat(path); err == nil {
			names = append(names, filepath.Base(path))
		}
	}
	return names
}
