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

// OpenFolder opens a folder for the files of a batch, making it if need be, and
// tries to write there.
func OpenFolder(name string) (batch.Folder, error) {
	folder, err := batch.OpenFolder(name)
	if err == nil {
		err = tryWriting(name)
	}
	switch {
	case errors.Is(err, fs.ErrPermission):
		return nil, fmt.Errorf("в папку %s нельзя писать: нет прав", name)
	case err != nil:
		return nil, fmt.Errorf("в папку %s нельзя писать: %w", name, err)
	}
	return folder, nil
}

// tryWriting writes a file where a batch keeps what is not to be seen, and
// removes it.
func tryWriting(folder string) error {
	private := filepath.Join(folder, batch.StateFolder)
	if err := os.MkdirAll(private, 0o777); err != nil {
		return err
	}
	probe := filepath.Join(private, "probe")
	if err := os.WriteFile(probe, nil, 0o666); err != nil {
		return err
	}
	err := os.Remove(probe)
	if errors.Is(err, fs.ErrNotExist) { // another part of the list has tried, too
		err = nil
	}
	os.Remove(private) // unless something else is in it
	return err
}

// IsFolder reports whether a path is, or by its last separator means, a folder.
func IsFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir() || path != "" && os.IsPathSeparator(path[len(path)-1])
}

// IsFile reports whether something that is no folder stands at a path.
func IsFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

// IsHeld reports whether Windows will not let a file be replaced: Excel has the
// report open, or Acrobat the book. Elsewhere an open file keeps its contents,
// and its name goes to the new one.
func IsHeld(path string) bool {
	if runtime.GOOS != "windows" {
		return false
	}
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err == nil {
		file.Close()
	}
	return err != nil && !errors.Is(err, fs.ErrNotExist)
}

// Fold is the same for paths that may lead to one file.
func Fold(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	return filename.Fold(path)
}

// Parts are the paths of a document in some formats, and of its numbered parts
// that are in the folder already: «Реестр отправки.pdf», «Реестр отправки 2.pdf».
func Parts(folder, document string, formats []string) []string {
	var paths []string
	for _, format := range formats {
		paths = append(paths, filepath.Join(folder, document+"."+format))
	}
	entries, _ := os.ReadDir(folder) // none before the first batch
	for _, e := range entries {
		var part int
		base, extension, _ := strings.Cut(e.Name(), ".")
		number, ours := strings.CutPrefix(base, document+" ")
		const most = 999 // a year behind the name is the user's own
		if n, _ := fmt.Sscanf(number, "%d", &part); ours && n == 1 && part <= most && slices.Contains(formats, extension) {
			paths = append(paths, filepath.Join(folder, e.Name()))
		}
	}
	return paths
}

// Existing returns the names of those paths at which there is a file.
func Existing(paths []string) (names []string) {
	for _, path := range paths {
		if _, err := os.Stat(path); err == nil {
			names = append(names, filepath.Base(path))
		}
	}
	return names
}
